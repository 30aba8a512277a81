//! Where two sides changed one field to different values.

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

/// The fields that both sides changed to different values, of a history in order. `is_mine` tells
/// what was recorded here alone from what came, where it is either.
#[must_use]
pub fn clashes(events: &[Event], side: &dyn Fn(&Event) -> Option<bool>) -> Vec<Clash> {
    let mut last: Vec<(Field, [Option<&Option<Value>>; 2], bool)> = Vec::new();
    for event in events {
        let Some(mine) = side(event) else { continue };
        for change in event
            .draft
            .changes
            .iter()
            .filter(|change| is_one(change.field))
        {
            let place = last.iter().position(|(field, ..)| *field == change.field);
            let place = place.unwrap_or_else(|| {
                last.push((change.field, [None, None], mine));
                last.len() - 1
            });
            if let Some((_, values, latest)) = last.get_mut(place) {
                values[usize::from(mine)] = Some(&change.new);
                *latest = mine;
            }
        }
    }
    let clash =
        |(field, [theirs, mine], mine_stands): (Field, [Option<&Option<Value>>; 2], bool)| {
            let (theirs, mine) = (theirs?, mine?);
            let (stands, yields) = if mine_stands {
                (mine, theirs)
            } else {
                (theirs, mine)
            };
            (stands != yields).then(|| Clash {
                field,
                stands: stands.clone(),
                yields: yields.clone(),
                mine_stands,
            })
        };
    last.into_iter().filter_map(clash).collect()
}

/// Whether a field has one value, which one side can take from the other. When a promise was
/// settled goes with its state.
fn is_one(field: Field) -> bool {
    !matches!(
        field,
        Field::Tag | Field::Need | Field::Remind | Field::Alias | Field::SettledAt
    )
}
