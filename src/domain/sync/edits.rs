//! What somebody did in another program, as the events that say the same.

use chrono::{DateTime, Utc};

use crate::domain::deadline::Deadline;
use crate::domain::event::{Draft, EventKind};
use crate::domain::promise::{Direction, LONGEST_TEXT, LONGEST_WORD, Promise, State, check_text};
use crate::domain::sync::plain::{Plain, Seen, Status};
use crate::domain::transitions;

/// What came of a change there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// What happened, in order.
    pub drafts: Vec<Draft>,
    /// Whether it was ticked or given up there; that it was kept at another time is no such thing.
    pub settled: bool,
    /// What is not taken over, and is to be written back as it was.
    pub left: Vec<Left>,
}

/// A change in another program that is no change of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The description was emptied, or is too long.
    What,
    /// A tag that is too long, or is none.
    Tag,
    /// The deadline was taken away.
    NoDeadline,
    /// A settled promise has its deadline behind it.
    SettledDeadline,
    /// It is said to have been kept before it was made.
    KeptTooEarly,
    /// The name of a person that is too long, or is none.
    Person,
    /// Somebody else attends: of whom one of us writes nothing.
    Attends,
    /// A mistaken entry stays one.
    Void,
}

/// The events that lead from a promise, which a file showed as `old`, to what is seen there now.
/// `at` is the moment of the change, `now` that of finding out, before which all of it happened;
/// `check` is when its person is asked after it was kept.
#[must_use]
pub fn edits(
    before: &Promise,
    old: &Plain,
    seen: &Seen,
    (at, now): (DateTime<Utc>, DateTime<Utc>),
    check: Option<&Deadline>,
) -> Edits {
    let mut new = Plain::seen(seen);
    // Programs that know no tags drop them all (todoman 4 does), so that none at all says nothing.
    if new.tags.is_empty() {
        new.tags.clone_from(&old.tags);
    }
    new.needs.clone_from(&old.needs);
    new.attends.clone_from(&old.attends);
    // A program that drops the time says nothing of it.
    if new.completed_at.is_none() || old.completed_at.is_none() {
        new.completed_at = old.completed_at;
    }
    let mut edits = Edits::default();
    if new == *old {
        return edits;
    }
    if before.state == State::Void {
        edits.left.push(Left::Void);
        return edits;
    }
    let mut promise = before.clone();
    edits.correct(&mut promise, old, &new, seen, at);
    // A deadline moves while the promise is open: after it was reopened, before it is settled.
    if new.status != old.status && promise.state != State::Open {
        let reopened = transitions::reopen(&promise).ok();
        edits.take(EventKind::Reopened, &mut promise, reopened);
    }
    if new.due != old.due {
        match &seen.due {
            None => edits.left.push(Left::NoDeadline),
            Some(_) if promise.state != State::Open => edits.left.push(Left::SettledDeadline),
            Some(due) => {
                let moved = transitions::reschedule(&promise, due).ok();
                edits.take(EventKind::Rescheduled, &mut promise, moved);
            }
        }
    }
    if new.status == old.status {
        if let Some(kept_at) = new.completed_at.filter(|at| Some(*at) != old.completed_at) {
            edits.correct_time(&mut promise, kept_at.min(now));
        }
    } else {
        let settled_at = seen.completed_at.unwrap_or(at).min(now);
        let settled_at = settled_at.max(promise.made_at);
        let (kind, settled) = match new.status {
            Status::Open => return edits,
            Status::Done => {
                let kept = transitions::keep(&promise, settled_at).ok();
                let kept = kept.map(|kept| match kept.direction {
                    Direction::Mine => transitions::to_be_checked(kept, check.cloned()),
                    Direction::Theirs => kept,
                });
                (EventKind::Kept, kept)
            }
            Status::Cancelled => {
                let at = at.max(promise.made_at);
                let released = transitions::release(&promise, at).ok();
                (EventKind::Released, released)
            }
        };
        edits.settled = true;
        edits.take(kind, &mut promise, settled);
    }
    edits
}

impl Left {
    /// Why, in words that follow the number of the promise.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::What => "a description cannot be empty, or longer than 4096 bytes",
            Self::Tag => "a tag cannot be longer than 1024 bytes",
            Self::NoDeadline => "a promise needs a deadline",
            Self::SettledDeadline => "it is settled, and its deadline stands",
            Self::KeptTooEarly => "it cannot have been kept before it was made",
            Self::Person => "the name of a person cannot be longer than 1024 bytes",
            Self::Attends => {
                "somebody else attends there, and its person here stands: promise edit --to"
            }
            Self::Void => "it is void, and stays so: promise undo takes that back",
        }
    }
}

impl Edits {
    /// Records a transition where it leads anywhere.
    fn take(&mut self, kind: EventKind, promise: &mut Promise, after: Option<Promise>) {
        let Some(after) = after else { return };
        let draft = transitions::draft(kind, promise, &after);
        if !draft.changes.is_empty() {
            self.drafts.push(draft);
            *promise = after;
        }
    }

    /// When it was kept is corrected as a person would do it here: it is reopened, and kept again.
    /// What its person said of it stands.
    fn correct_time(&mut self, promise: &mut Promise, kept_at: DateTime<Utc>) {
        if kept_at.timestamp() < promise.made_at.timestamp() {
            self.left.push(Left::KeptTooEarly);
            return;
        }
        let kept_at = kept_at.max(promise.made_at);
        let is_so = |at: DateTime<Utc>| at.timestamp() == kept_at.timestamp();
        if promise.state == State::Kept && promise.settled_at.is_some_and(is_so) {
            return;
        }
        let check = promise.check.clone();
        let reopened = transitions::reopen(promise).ok();
        self.take(EventKind::Reopened, promise, reopened);
        let kept = transitions::keep(promise, kept_at).ok();
        let kept = kept.map(|kept| Promise { check, ..kept });
        self.take(EventKind::Kept, promise, kept);
    }

    /// What is a correction of a text.
    fn correct(
        &mut self,
        promise: &mut Promise,
        old: &Plain,
        new: &Plain,
        seen: &Seen,
        at: DateTime<Utc>,
    ) {
        let mut after = promise.clone();
        if new.what != old.what {
            if check_text(&seen.what, LONGEST_TEXT).is_ok() {
                after.what.clone_from(&seen.what);
            } else {
                self.left.push(Left::What);
            }
        }
        for gone in old.tags.difference(&new.tags) {
            after
                .tags
                .retain(|tag| super::plain::squeezed(tag) != *gone);
        }
        for come in new.tags.difference(&old.tags) {
            if check_text(come, LONGEST_WORD).is_ok() {
                after.tags.insert(come.clone());
            } else {
                self.left.push(Left::Tag);
            }
        }
        if transitions::edit(promise, &after, at).is_ok() {
            self.take(EventKind::Edited, promise, Some(after));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use uuid::Uuid;

    use super::*;
    use crate::domain::promise::Check;
    use crate::domain::zone::Zone;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> Deadline {
        Deadline::day(text.parse().unwrap(), &Zone::utc()).unwrap()
    }

    fn promise(state: State) -> Promise {
        Promise {
            id: 1,
            uuid: Uuid::nil(),
            what: "Send \u{1b} the quote".to_owned(),
            direction: Direction::Mine,
            person: 1,
            owner: None,
            state,
            due: day("2026-11-27"),
            first_due: day("2026-11-27"),
            negotiated_due: day("2026-11-27"),
            made_at: utc("2026-11-20T00:00:00Z"),
            settled_at: (state != State::Open).then(|| utc("2026-11-21T00:00:00Z")),
            via: None,
            tags: BTreeSet::from(["x".to_owned()]),
            effort_minutes: None,
            standard: None,
            key: None,
            check: Check::default(),
            needs: BTreeSet::new(),
            reminders: BTreeSet::new(),
            series: None,
            corrections: 0,
            reschedules: 0,
            handoffs: 0,
            recorded_at: utc("2026-11-20T00:00:00Z"),
        }
    }

    /// What a file shows of it.
    fn shown(promise: &Promise) -> Seen {
        Seen {
            what: "Send ␛ the quote".to_owned(),
            due: Some(promise.due.clone()),
            status: Status::of(promise.state),
            completed_at: promise.settled_at,
            tags: promise.tags.clone(),
            needs: BTreeSet::new(),
            description: String::new(),
        }
    }

    type Change = fn(&mut Seen);

    /// What becomes of a change there, from each state: the kinds of events, and what is left.
    #[test]
    fn changes_and_what_they_come_to() {
        use EventKind::{Edited, Kept, Released, Reopened, Rescheduled};
        let nothing: Change = |_| {};
        let done: Change = |seen| seen.status = Status::Done;
        let cancelled: Change = |seen| seen.status = Status::Cancelled;
        let open: Change = |seen| seen.status = Status::Open;
        let moved: Change = |seen| seen.due = Some(day("2026-12-01"));
        let done_and_moved: Change = |seen| {
            seen.status = Status::Done;
            seen.due = Some(day("2026-12-01"));
        };
        let open_and_moved: Change = |seen| {
            seen.status = Status::Open;
            seen.due = Some(day("2026-12-01"));
        };
        let later: Change = |seen| seen.completed_at = Some(utc("2026-11-21T10:00:00Z"));
        let early: Change = |seen| seen.completed_at = Some(utc("2026-11-19T10:00:00Z"));
        let untimed: Change = |seen| seen.completed_at = None;
        let no_day: Change = |seen| seen.due = None;
        let renamed: Change = |seen| "Send it".clone_into(&mut seen.what);
        let spaced: Change = |seen| " Send ␛  the\nquote ".clone_into(&mut seen.what);
        let emptied: Change = |seen| seen.what.clear();
        let tagged: Change = |seen| seen.tags = BTreeSet::from(["y".to_owned()]);
        let untagged: Change = |seen| seen.tags.clear();
        let table: [(State, Change, &[EventKind], &[Left]); 27] = [
            (State::Open, nothing, &[], &[]),
            (State::Open, done, &[Kept], &[]),
            (State::Open, cancelled, &[Released], &[]),
            (State::Open, moved, &[Rescheduled], &[]),
            (State::Open, done_and_moved, &[Rescheduled, Kept], &[]),
            (State::Open, no_day, &[], &[Left::NoDeadline]),
            (State::Open, renamed, &[Edited], &[]),
            (State::Open, spaced, &[], &[]),
            (State::Open, emptied, &[], &[Left::What]),
            (State::Open, tagged, &[Edited], &[]),
            (State::Open, untagged, &[], &[]),
            (State::Kept, open, &[Reopened], &[]),
            (State::Kept, open_and_moved, &[Reopened, Rescheduled], &[]),
            (State::Kept, cancelled, &[Reopened, Released], &[]),
            (State::Kept, moved, &[], &[Left::SettledDeadline]),
            (State::Kept, renamed, &[Edited], &[]),
            (State::Kept, later, &[Reopened, Kept], &[]),
            (State::Kept, early, &[], &[Left::KeptTooEarly]),
            (State::Kept, untimed, &[], &[]),
            (State::Released, later, &[], &[]),
            (State::Void, later, &[], &[]),
            (State::Broken, done, &[Reopened, Kept], &[]),
            (State::Broken, cancelled, &[], &[]),
            (State::Released, open, &[Reopened], &[]),
            (State::Void, open, &[], &[Left::Void]),
            (State::Void, renamed, &[], &[Left::Void]),
            (State::Void, nothing, &[], &[]),
        ];
        let at = utc("2026-11-23T00:00:00Z");
        for (place, (state, change, kinds, left)) in table.into_iter().enumerate() {
            let before = promise(state);
            let mut seen = shown(&before);
            let old = Plain::seen(&seen);
            change(&mut seen);
            let edits = edits(&before, &old, &seen, (at, at), None);
            let found: Vec<EventKind> = edits.drafts.iter().map(|draft| draft.kind).collect();
            assert_eq!(
                (found.as_slice(), edits.left.as_slice()),
                (kinds, left),
                "{place}"
            );
        }
    }

    /// Kept when it was ticked, and not before it was made.
    #[test]
    fn when_it_was_kept() {
        let at = utc("2026-11-23T00:00:00Z");
        let table = [
            (None, at),
            (Some("2026-11-22T00:00:00Z"), utc("2026-11-22T00:00:00Z")),
            (Some("2026-11-01T00:00:00Z"), utc("2026-11-20T00:00:00Z")),
            (Some("2026-11-30T00:00:00Z"), at),
        ];
        for (completed_at, settled_at) in table {
            let before = promise(State::Open);
            let mut seen = shown(&before);
            let old = Plain::seen(&seen);
            seen.status = Status::Done;
            seen.completed_at = completed_at.map(utc);
            let check = day("2026-12-01");
            let edits = edits(&before, &old, &seen, (at, at), Some(&check));
            let kept = transitions::to_be_checked(
                transitions::keep(&before, settled_at).unwrap(),
                Some(check),
            );
            let expected = transitions::draft(EventKind::Kept, &before, &kept);
            assert_eq!(edits.drafts, [expected]);
        }
    }
}
