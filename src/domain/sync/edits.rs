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
    /// A mistaken entry stays one.
    Void,
}

/// The events that lead from a promise, which a file showed as `old`, to what is seen there now.
/// `at` is the moment of the change, and `check` when its person is asked after it was kept.
#[must_use]
pub fn edits(
    before: &Promise,
    old: &Plain,
    seen: &Seen,
    at: DateTime<Utc>,
    check: Option<&Deadline>,
) -> Edits {
    let mut new = Plain::seen(seen);
    // Programs that know no tags drop them all (todoman 4 does), so that none at all says nothing.
    if new.tags.is_empty() {
        new.tags.clone_from(&old.tags);
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
    if new.status != old.status {
        let settled_at = seen.completed_at.unwrap_or(at);
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
