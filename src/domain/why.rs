//! Why it came to something, where that is said only later: another program can move a deadline,
//! and has no word for the cause.

use crate::domain::event::{Account, Event, EventKind};
use crate::domain::replay;

/// Why it came to an event: its own account, or where that names no cause the last answer in
/// effect that does. `events` is the history of its promise, in order.
#[must_use]
pub fn account<'e>(event: &'e Event, events: &'e [Event]) -> &'e Account {
    let own = &event.draft.account;
    if own.cause.is_some() {
        return own;
    }
    let answers = replay::in_effect(events)
        .filter(|answer| answer.draft.kind == EventKind::Noted)
        .filter(|answer| answer.draft.target == Some(event.seq));
    answers
        .filter(|answer| answer.draft.account.cause.is_some())
        .last()
        .map_or(own, |answer| &answer.draft.account)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::event::{Draft, Subject};

    fn because(cause: &str) -> Account {
        Account {
            cause: (!cause.is_empty()).then(|| cause.to_owned()),
            ..Account::default()
        }
    }

    #[test]
    fn the_last_answer_in_effect() {
        let moved =
            |cause| Draft::new(EventKind::Rescheduled, Vec::new()).with_account(because(cause));
        let answer = |cause| Draft::answer(1, because(cause));
        let undone = |target| Draft::turning(EventKind::Undone, target);
        let table = [
            (vec![moved("")], None),
            (vec![moved("forgot"), answer("late")], Some("forgot")),
            (vec![moved(""), answer("late")], Some("late")),
            (vec![moved(""), answer("late"), answer("")], Some("late")),
            (vec![moved(""), answer("a"), answer("b")], Some("b")),
            (
                vec![moved(""), answer("a"), answer("b"), undone(3)],
                Some("a"),
            ),
            // A note, and an answer about something else.
            (
                vec![moved(""), Draft::note("x").with_account(because("late"))],
                None,
            ),
            (vec![moved(""), Draft::answer(3, because("late"))], None),
        ];
        for (drafts, expected) in table {
            let events: Vec<Event> = (1..)
                .zip(&drafts)
                .map(|(seq, draft)| Event {
                    seq,
                    uuid: Uuid::nil(),
                    step: seq,
                    subject: Subject::Promise(1),
                    at: DateTime::UNIX_EPOCH,
                    draft: draft.clone(),
                })
                .collect();
            let first = events.first().unwrap();
            let cause = account(first, &events).cause.as_deref();
            assert_eq!(cause, expected, "{drafts:?}");
        }
    }
}
