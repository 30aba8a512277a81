//! A review: what moved, and what was put off.

use chrono::{DateTime, Utc};

use crate::domain::event::{Event, EventKind};
use crate::domain::{replay, why};

/// What happened to a promise, or did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// It was kept.
    Kept,
    /// The person was asked whether they were satisfied.
    Checked,
    /// The person let me off.
    Released,
    /// Somebody else answers for it now.
    HandedOff,
    /// The person was told something.
    Told,
    /// It got a new deadline.
    Rescheduled,
    /// It was given up on.
    Broken,
    /// It was looked at, and left as it is.
    Skipped,
    /// It is overdue, and nothing moved it.
    Overdue,
}

/// The columns of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What moved.
    Progress,
    /// What was put off, given up on, or left lying.
    PutOff,
}

impl Happened {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Checked => "checked",
            Self::Released => "released",
            Self::HandedOff => "handed_off",
            Self::Told => "told",
            Self::Rescheduled => "rescheduled",
            Self::Broken => "broken",
            Self::Skipped => "skipped",
            Self::Overdue => "overdue",
        }
    }

    /// The column that it belongs to. A broken promise is settled, but no progress.
    #[must_use]
    pub fn column(self) -> Column {
        match self {
            Self::Kept | Self::Checked | Self::Released | Self::HandedOff | Self::Told => {
                Column::Progress
            }
            Self::Rescheduled | Self::Broken | Self::Skipped | Self::Overdue => Column::PutOff,
        }
    }
}

/// One line of a review, about one promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// What happened.
    pub happened: Happened,
    /// When; nothing where nothing happened.
    pub at: Option<DateTime<Utc>>,
    /// Why, in a word of the config's list.
    pub cause: Option<String>,
    /// Why in the end: the last answer to "why?".
    pub root: Option<String>,
    /// Whether the person was told of it, where that matters.
    pub told: Option<bool>,
    /// What the person was told.
    pub text: Option<String>,
    /// How often the promise was rescheduled before.
    pub put_off_before: u32,
}

impl Move {
    /// A promise that is left as it is.
    #[must_use]
    pub fn nothing(happened: Happened, put_off_before: u32) -> Self {
        Self {
            happened,
            at: None,
            cause: None,
            root: None,
            told: None,
            text: None,
            put_off_before,
        }
    }
}

/// What happened to a promise, each kind once, the last of it. `events` are all that it has, in
/// order; `within` says which of them the review is about, up to the last. `settled_at` is when
/// the promise was settled, which may lie before it was recorded.
#[must_use]
pub fn moves(
    settled_at: Option<DateTime<Utc>>,
    events: &[Event],
    within: &dyn Fn(&Event) -> bool,
) -> Vec<Move> {
    let mut moves: Vec<Move> = Vec::new();
    let mut put_off_before = 0;
    for (event, happened) in happenings(events) {
        if within(event) {
            let draft = &event.draft;
            let account = why::account(event, events);
            let settled_at = settled_at.filter(|_| settles(happened));
            moves.retain(|known| known.happened != happened);
            moves.push(Move {
                happened,
                at: Some(settled_at.unwrap_or(event.at)),
                cause: account.cause.clone(),
                root: account.because.last().cloned(),
                told: draft.account.told,
                text: draft.text.clone(),
                put_off_before,
            });
        }
        if happened == Happened::Rescheduled {
            put_off_before += 1;
        }
    }
    moves
}

/// How often a promise was put off in all its events.
#[must_use]
pub fn put_off(events: &[Event]) -> u32 {
    let moved = happenings(events).into_iter();
    let count = moved.filter(|(_, happened)| *happened == Happened::Rescheduled);
    u32::try_from(count.count()).unwrap_or(u32::MAX)
}

/// The events in effect that moved a promise or put it off. What was reopened since is not
/// settled, and the deadline of a repair puts nothing off.
fn happenings(events: &[Event]) -> Vec<(&Event, Happened)> {
    let mut happenings = Vec::new();
    let mut reopened_in = None;
    for event in replay::in_effect(events) {
        let draft = &event.draft;
        let happened = match draft.kind {
            EventKind::Kept => Happened::Kept,
            EventKind::Broken => Happened::Broken,
            EventKind::Released => Happened::Released,
            EventKind::Checked => Happened::Checked,
            EventKind::HandedOff => Happened::HandedOff,
            EventKind::Rescheduled if reopened_in != Some(event.step) => Happened::Rescheduled,
            EventKind::Noted if draft.account.told == Some(true) => Happened::Told,
            EventKind::Reopened => {
                reopened_in = Some(event.step);
                happenings.retain(|(_, happened)| !settles(*happened));
                continue;
            }
            _ => continue,
        };
        happenings.push((event, happened));
    }
    happenings
}

fn settles(happened: Happened) -> bool {
    matches!(
        happened,
        Happened::Kept | Happened::Broken | Happened::Released
    )
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::event::{Account, Draft, Subject};

    /// Events one minute after the other, each with its step, its kind, and what it turns.
    fn events(table: &[(i64, EventKind, Option<i64>)]) -> Vec<Event> {
        let mut events = Vec::new();
        for (seq, (step, kind, target)) in (1..).zip(table) {
            let mut draft = Draft::new(*kind, Vec::new());
            draft.target = *target;
            draft.account = Account {
                cause: Some(format!("cause-{seq}")),
                because: vec!["first".to_owned(), format!("root-{seq}")],
                told: Some(*kind == EventKind::Noted),
                teller: None,
            };
            events.push(Event {
                seq,
                uuid: Uuid::nil(),
                step: *step,
                subject: Subject::Promise(1),
                at: DateTime::from_timestamp(seq * 60, 0).unwrap(),
                draft,
            });
        }
        events
    }

    #[test]
    fn what_moved_and_what_was_put_off() {
        use EventKind::{
            Added, Broken, Checked, Edited, HandedOff, Kept, Noted, Redone, Released, Reopened,
            Rescheduled, Undone,
        };
        type Row<'a> = (&'a [(i64, EventKind, Option<i64>)], i64, &'a str, u32);
        let table: [Row<'_>; 12] = [
            (&[(1, Added, None), (2, Edited, None)], 1, "", 0),
            (&[(1, Added, None), (2, Kept, None)], 1, "kept@2/0", 0),
            // Before the period.
            (&[(1, Added, None), (2, Kept, None)], 3, "", 0),
            // Each kind once, the last of it, with how often it was put off before.
            (
                &[
                    (1, Added, None),
                    (2, Rescheduled, None),
                    (3, Rescheduled, None),
                    (4, Rescheduled, None),
                    (5, Broken, None),
                ],
                3,
                "rescheduled@4/2 broken@5/3",
                3,
            ),
            // An undone one never was; one redone is.
            (
                &[(1, Added, None), (2, Released, None), (3, Undone, Some(2))],
                1,
                "",
                0,
            ),
            (
                &[
                    (1, Added, None),
                    (2, Rescheduled, None),
                    (3, Undone, Some(2)),
                    (4, Redone, Some(2)),
                ],
                1,
                "rescheduled@2/0",
                1,
            ),
            // What was reopened is not kept; its repair puts nothing off.
            (
                &[
                    (1, Added, None),
                    (2, Kept, None),
                    (3, Checked, None),
                    (3, Reopened, None),
                    (3, Rescheduled, None),
                ],
                1,
                "checked@3/0",
                0,
            ),
            (
                &[
                    (1, Added, None),
                    (2, Broken, None),
                    (3, Reopened, None),
                    (4, Rescheduled, None),
                ],
                1,
                "rescheduled@4/0",
                1,
            ),
            (
                &[(1, Added, None), (2, HandedOff, None), (3, Noted, None)],
                1,
                "handed_off@2/0 told@3/0",
                0,
            ),
            (
                &[(1, Added, None), (2, HandedOff, None), (3, HandedOff, None)],
                1,
                "handed_off@3/0",
                0,
            ),
            (
                &[(1, Added, None), (2, Released, None)],
                2,
                "released@2/0",
                0,
            ),
            (&[], 1, "", 0),
        ];
        for (history, since, expected, put_off_in_all) in table {
            let events = events(history);
            let moves = moves(None, &events, &|event| event.seq >= since);
            let words: Vec<String> = moves
                .iter()
                .map(|moved| {
                    let minute = moved.at.unwrap().timestamp() / 60;
                    let word = moved.happened.word();
                    assert_eq!(moved.cause, Some(format!("cause-{minute}")));
                    assert_eq!(moved.root, Some(format!("root-{minute}")));
                    format!("{word}@{minute}/{}", moved.put_off_before)
                })
                .collect();
            assert_eq!(words.join(" "), expected, "{history:?}");
            assert_eq!(put_off(&events), put_off_in_all, "{history:?}");
        }
    }

    /// Kept yesterday, recorded today.
    #[test]
    fn what_is_settled_has_the_moment_of_that() {
        let events = events(&[(1, EventKind::Added, None), (2, EventKind::Kept, None)]);
        let settled_at = DateTime::from_timestamp(7, 0);
        let kept = moves(settled_at, &events, &|_| true);
        assert_eq!(kept.first().unwrap().at, settled_at);
    }

    /// What the person was not told is no progress.
    #[test]
    fn a_note_to_myself() {
        let mut events = events(&[(1, EventKind::Added, None), (2, EventKind::Noted, None)]);
        events.last_mut().unwrap().draft.account.told = None;
        assert_eq!(moves(None, &events, &|_| true), []);
    }

    #[test]
    fn columns() {
        use Happened::{
            Broken, Checked, HandedOff, Kept, Overdue, Released, Rescheduled, Skipped, Told,
        };
        for happened in [Kept, Checked, Released, HandedOff, Told] {
            assert_eq!(happened.column(), Column::Progress);
        }
        for happened in [Rescheduled, Broken, Skipped, Overdue] {
            assert_eq!(happened.column(), Column::PutOff);
        }
    }
}
