//! From one version of a promise or a person to the next: the changes that an event records.

use std::collections::BTreeMap;

use crate::domain::event::{Change, Field, Value};
use crate::domain::person::Person;
use crate::domain::promise::{Direction, Promise, State};

/// The changes that lead from nothing to a promise, as its first event records them.
#[must_use]
pub fn new_promise(promise: &Promise) -> Vec<Change> {
    let mut changes = changes(&Fields::new(), &promise_fields(promise));
    // What most promises are goes without saying: mine, and open.
    let usual = [
        (Field::Direction, word(Direction::Mine.word())),
        (Field::State, word(State::Open.word())),
    ];
    changes.retain(|change| {
        !usual
            .iter()
            .any(|(field, value)| change.field == *field && change.new.as_ref() == Some(value))
    });
    changes
}

/// The changes that lead from one promise to another.
#[must_use]
pub fn promise(from: &Promise, to: &Promise) -> Vec<Change> {
    changes(&promise_fields(from), &promise_fields(to))
}

/// The changes that lead from nothing to a person, as their first event records them.
#[must_use]
pub fn new_person(person: &Person) -> Vec<Change> {
    changes(&BTreeMap::new(), &person_fields(person))
}

/// The changes that lead from one person to another.
#[must_use]
pub fn person(from: &Person, to: &Person) -> Vec<Change> {
    changes(&person_fields(from), &person_fields(to))
}

/// The values of each field; several where the field is a set.
type Fields = BTreeMap<Field, Vec<Value>>;

fn promise_fields(promise: &Promise) -> Fields {
    let mut fields = Fields::new();
    let mut put = |field, value: Option<Value>| {
        fields.insert(field, value.into_iter().collect());
    };
    let text = |value: &Option<String>| value.clone().map(Value::Text);
    put(Field::What, Some(Value::Text(promise.what.clone())));
    put(Field::Direction, Some(word(promise.direction.word())));
    put(Field::Person, Some(Value::Number(promise.person)));
    put(Field::Owner, text(&promise.owner));
    put(Field::State, Some(word(promise.state.word())));
    put(Field::Due, Some(Value::Text(promise.due.to_string())));
    put(
        Field::MadeAt,
        Some(Value::Number(promise.made_at.timestamp())),
    );
    put(
        Field::SettledAt,
        promise.settled_at.map(|at| Value::Number(at.timestamp())),
    );
    put(Field::Via, text(&promise.via));
    put(
        Field::Effort,
        promise.effort_minutes.map(|n| Value::Number(n.into())),
    );
    put(Field::Standard, text(&promise.standard));
    put(Field::Key, text(&promise.key));
    let check = &promise.check;
    put(
        Field::Check,
        check.due.as_ref().map(|due| Value::Text(due.to_string())),
    );
    put(
        Field::Satisfied,
        check
            .satisfied
            .map(|satisfied| Value::Number(satisfied.into())),
    );
    put(
        Field::Rating,
        check.rating.map(|rating| Value::Number(rating.into())),
    );
    if let Some(series) = &promise.series {
        put(Field::Series, Some(Value::Text(series.uuid.to_string())));
        put(
            Field::Occurrence,
            Some(Value::Number(series.occurrence.into())),
        );
        put(Field::Every, text(&series.every));
        put(
            Field::EveryUntil,
            series.until.map(|date| Value::Text(date.to_string())),
        );
        put(
            Field::EveryTimes,
            series.times.map(|times| Value::Number(times.into())),
        );
    }
    let needs = promise
        .needs
        .iter()
        .map(|need| Value::Text(need.to_string()));
    fields.insert(Field::Need, needs.collect());
    let reminders = promise.reminders.iter().cloned().map(Value::Text);
    fields.insert(Field::Remind, reminders.collect());
    let tags = promise.tags.iter().cloned().map(Value::Text).collect();
    fields.insert(Field::Tag, tags);
    fields
}

fn person_fields(person: &Person) -> Fields {
    let one = |value: &Option<String>| value.clone().map(Value::Text).into_iter().collect();
    Fields::from([
        (Field::Name, vec![Value::Text(person.name.clone())]),
        (Field::Organisation, one(&person.organisation)),
        (Field::Zone, one(&person.zone)),
        (Field::Email, one(&person.email)),
        (Field::Phone, one(&person.phone)),
        (Field::Remark, one(&person.note)),
        (
            Field::MergedInto,
            person
                .merged_into
                .map(|uuid| Value::Text(uuid.to_string()))
                .into_iter()
                .collect(),
        ),
        (
            Field::Alias,
            person.aliases.iter().cloned().map(Value::Text).collect(),
        ),
    ])
}

fn changes(from: &Fields, to: &Fields) -> Vec<Change> {
    let nothing = Vec::new();
    let mut changes = Vec::new();
    for (field, new) in to {
        let old = from.get(field).unwrap_or(&nothing);
        let gone: Vec<&Value> = old.iter().filter(|value| !new.contains(value)).collect();
        let come: Vec<&Value> = new.iter().filter(|value| !old.contains(value)).collect();
        // A single value is replaced by another; of a set, each comes or goes by itself.
        if let ([gone], [come], false) = (gone.as_slice(), come.as_slice(), is_set(*field)) {
            changes.push(change(*field, Some(gone), Some(come)));
            continue;
        }
        changes.extend(gone.iter().map(|value| change(*field, Some(value), None)));
        changes.extend(come.iter().map(|value| change(*field, None, Some(value))));
    }
    changes
}

fn is_set(field: Field) -> bool {
    matches!(
        field,
        Field::Tag | Field::Alias | Field::Need | Field::Remind
    )
}

fn change(field: Field, old: Option<&Value>, new: Option<&Value>) -> Change {
    Change {
        field,
        old: old.cloned(),
        new: new.cloned(),
    }
}

fn word(word: &str) -> Value {
    Value::Text(word.to_owned())
}
