//! Where two sides changed one field to different values.

use std::collections::BTreeMap;

use crate::domain::event::{Event, Field, Value};

/// Two values of one field; both stay in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The field.
    pub field: Field,
    /// The value that counts: the later one.
    pub stands: Option<Value>,
    /// The value that does not.
    pub yields: Option<Value>,
    /// Whether what stands was recorded here.
    pub mine_stands: bool,
}

/// The fields that both sides changed to different values, of a history in order. `side` is true
/// for what was recorded here alone, false for what came, and nothing for what both knew.
#[must_use]
pub fn clashes(events: &[Event], side: &dyn Fn(&Event) -> Option<bool>) -> Vec<Clash> {
    let mut last: BTreeMap<Field, Sides<'_>> = BTreeMap::new();
    for event in events {
        let Some(mine) = side(event) else { continue };
        for change in event
            .draft
            .changes
            .iter()
            .filter(|change| is_one(change.field))
        {
            let sides = last.entry(change.field).or_default();
            sides.mine_is_later = mine;
            if mine {
                sides.mine = Some(&change.new);
            } else {
                sides.theirs = Some(&change.new);
            }
        }
    }
    let clash = |(field, sides): (Field, Sides<'_>)| {
        let (mine, theirs) = (sides.mine?, sides.theirs?);
        let (stands, yields) = if sides.mine_is_later {
            (mine, theirs)
        } else {
            (theirs, mine)
        };
        (stands != yields).then(|| Clash {
            field,
            stands: stands.clone(),
            yields: yields.clone(),
            mine_stands: sides.mine_is_later,
        })
    };
    last.into_iter().filter_map(clash).collect()
}

/// What each side made of a field last.
#[derive(Default)]
struct Sides<'e> {
    mine: Option<&'e Option<Value>>,
    theirs: Option<&'e Option<Value>>,
    mine_is_later: bool,
}

/// Whether a field has one value, which one side can take from the other. When a promise was
/// settled goes with its state.
fn is_one(field: Field) -> bool {
    !matches!(
        field,
        Field::Tag | Field::Need | Field::Remind | Field::Alias | Field::SettledAt
    )
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::event::{Change, Draft, EventKind, Subject};

    /// An event of a side ('m', 't', or 'b' for what both knew) that sets a field.
    fn event(seq: i64, field: Field, new: Option<&str>) -> Event {
        let change = Change {
            field,
            old: None,
            new: new.map(|text| Value::Text(text.to_owned())),
        };
        Event {
            seq,
            uuid: Uuid::nil(),
            step: 1,
            subject: Subject::Promise(1),
            at: DateTime::UNIX_EPOCH,
            draft: Draft::new(EventKind::Edited, vec![change]),
        }
    }

    #[test]
    fn the_later_value_stands_and_the_other_is_told() {
        // Each event with its side; then what stands, what yields, and whether mine stands.
        type Case<'c> = (
            &'c [(char, Field, Option<&'c str>)],
            Option<(Option<&'c str>, Option<&'c str>, bool)>,
        );
        let table: [Case<'_>; 8] = [
            (
                &[('m', Field::What, Some("a")), ('t', Field::What, Some("b"))],
                Some((Some("b"), Some("a"), false)),
            ),
            (
                &[('t', Field::What, Some("b")), ('m', Field::What, Some("a"))],
                Some((Some("a"), Some("b"), true)),
            ),
            (
                &[('m', Field::What, Some("a")), ('t', Field::What, Some("a"))],
                None,
            ),
            (
                &[
                    ('m', Field::What, Some("a")),
                    ('t', Field::Owner, Some("b")),
                ],
                None,
            ),
            (
                &[('b', Field::What, Some("a")), ('t', Field::What, Some("b"))],
                None,
            ),
            (
                &[('m', Field::Tag, Some("a")), ('t', Field::Tag, Some("b"))],
                None,
            ),
            (
                &[('m', Field::Owner, None), ('t', Field::Owner, Some("b"))],
                Some((Some("b"), None, false)),
            ),
            (
                &[
                    ('m', Field::What, Some("a")),
                    ('t', Field::What, Some("b")),
                    ('m', Field::What, Some("c")),
                ],
                Some((Some("c"), Some("b"), true)),
            ),
        ];
        for (case, expected) in table {
            let events: Vec<Event> = (0..)
                .zip(case)
                .map(|(seq, (_, field, new))| event(seq, *field, *new))
                .collect();
            let side = |event: &Event| match case[usize::try_from(event.seq).unwrap()].0 {
                'm' => Some(true),
                't' => Some(false),
                _ => None,
            };
            let found = clashes(&events, &side);
            let found = found.first().map(|clash| {
                let text = |value: &Option<Value>| {
                    value
                        .as_ref()
                        .and_then(|value| value.text().map(str::to_owned))
                };
                (text(&clash.stands), text(&clash.yields), clash.mine_stands)
            });
            let expected = expected.map(|(stands, yields, mine)| {
                (stands.map(str::to_owned), yields.map(str::to_owned), mine)
            });
            assert_eq!(found, expected, "{case:?}");
        }
    }
}
