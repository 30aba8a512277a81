//! How SQLite runs every statement that people wait for: none may scan a table that grows with
//! what was ever promised.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::types::Value;
use uuid::Uuid;

use crate::domain::changes;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Draft, EventKind, Subject};
use crate::domain::person::Person;
use crate::domain::promise::{Check, Direction, Promise, State};
use crate::domain::zone::Zone;
use crate::query::{Owner, Query, Sort, Span};
use crate::store::error::StoreError;
use crate::store::reminders::Among;
use crate::store::{DueSpan, Reader, Store, Turned, migrations};

thread_local! {
    static SEEN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Remembers a statement that is about to run.
pub fn see(statement: &str) {
    SEEN.with_borrow_mut(|seen| {
        seen.insert(statement.to_owned());
    });
}

/// What may be scanned: indexes of what is open or waits for an answer, those that a limit cuts
/// off, and lists that a statement makes itself.
const SCANNED: [&str; 13] = [
    "INDEX promises_open",
    "INDEX promises_late",
    "INDEX promises_checks",
    "VIRTUAL TABLE INDEX",
    "SCAN sqlite_sequence",
    "SCAN CONSTANT ROW",
    "SCAN owners",
    "SCAN used",
    "SCAN needed",
    "SCAN earlier",
    "SCAN later",
    "SCAN met",
    "SCAN touched",
];

/// What is read in the order of an index until there is enough.
const CUT_OFF: [&str; 2] = ["SCAN promises USING INDEX promises_due", "SCAN steps"];

#[test]
fn nothing_that_people_wait_for_scans_what_grows() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open_to_write(&folder.path().join("promise.db")).unwrap();
    let [promise, person] = write(&mut store);
    turn(&mut store);
    read(store.reader(), promise, person);
    let seen = SEEN.take();
    assert!(seen.len() > 50, "{}", seen.len());
    let bad: Vec<String> = seen
        .iter()
        .filter_map(|statement| bad_plan(&store, statement))
        .collect();
    assert!(bad.is_empty(), "{}", bad.join("\n\n"));
}

/// The statement with its plan, where that scans what it may not.
fn bad_plan(store: &Store, statement: &str) -> Option<String> {
    let count = store
        .connection
        .prepare(statement)
        .unwrap()
        .parameter_count();
    let plan = migrations::plan(&store.connection, statement, vec![Value::Null; count]);
    let limited = statement.contains("LIMIT");
    let is_bad = |step: &str| {
        step.contains("SCAN")
            && !SCANNED.iter().any(|allowed| step.contains(allowed))
            && !(limited && CUT_OFF.iter().any(|allowed| step.contains(allowed)))
    };
    let bad = plan.lines().any(is_bad);
    bad.then(|| format!("{statement}\n{plan}"))
}

fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn promise(person: i64, uuid: Uuid) -> Promise {
    let due = Deadline::day(now().date_naive(), &Zone::utc()).unwrap();
    Promise {
        id: 0,
        uuid,
        what: "Send the quote".to_owned(),
        direction: Direction::Mine,
        person,
        owner: Some("Sam".to_owned()),
        state: State::Open,
        first_due: due.clone(),
        negotiated_due: due.clone(),
        due,
        made_at: now(),
        settled_at: None,
        via: None,
        tags: BTreeSet::from(["vip".to_owned()]),
        effort_minutes: None,
        standard: None,
        key: Some("k".to_owned()),
        check: Check::default(),
        reminders: BTreeSet::new(),
        needs: BTreeSet::new(),
        series: None,
        corrections: 0,
        reschedules: 0,
        handoffs: 0,
        recorded_at: now(),
    }
}

/// What `add`, `note` and `keep` write.
fn write(store: &mut Store) -> [i64; 2] {
    let added = store.write("add", now(), |writing| {
        let person = Person::named("Jane Ortiz", writing.new_uuid(), now());
        let person = writing.add_person(person)?;
        let promise = promise(person.id, writing.new_uuid());
        let promise = writing.add_promise(promise)?;
        let note = Draft::new(EventKind::Noted, Vec::new());
        writing.record(&promise, note.with_text(Some("Called".to_owned())))?;
        Ok::<_, StoreError>([promise.id, person.id])
    });
    let [promise, person] = added.unwrap();
    let kept = store.write("keep", now(), |writing| {
        let entry = writing.reader().promise(promise)?.unwrap();
        let to = Promise {
            state: State::Kept,
            settled_at: Some(now()),
            ..entry.promise.clone()
        };
        let changes = changes::promise(&entry.promise, &to);
        writing.record(&entry.promise, Draft::new(EventKind::Kept, changes))?;
        Ok::<_, StoreError>(())
    });
    kept.unwrap();
    [promise, person]
}

/// What `undo` and `redo` ask: that the first step stands under the second is asked of both.
fn turn(store: &mut Store) {
    let undone = store.undo(now(), Some(1)).unwrap();
    assert!(matches!(undone, Turned::Needed(_)), "{undone:?}");
    store.undo(now(), None).unwrap();
    store.undo(now(), None).unwrap();
    let redone = store.redo(now(), Some(2)).unwrap();
    assert!(matches!(redone, Turned::Missing(_)), "{redone:?}");
    store.redo(now(), None).unwrap();
    store.redo(now(), None).unwrap();
}

/// What the commands read that people and prompts wait for. Left out is what lists all people, and
/// what reads everything on purpose.
fn read(reader: Reader<'_>, promise: i64, person: i64) {
    let later = now() + TimeDelta::days(1);
    let nobody = Uuid::nil();
    for query in queries(person) {
        reader.list(&query).unwrap();
        reader
            .list_in_pieces(&query, false, |_| Ok::<_, StoreError>(()))
            .unwrap();
        if query.states == [State::Open] {
            reader.lines(&query, |_| Ok::<_, StoreError>(())).unwrap();
        }
        if query.sort != Sort::Person {
            reader.due(&query).unwrap();
        }
    }
    reader.promise(promise).unwrap();
    reader.verified(promise).unwrap();
    reader.promise_by_uuid(nobody).unwrap();
    reader.promise_by_key("k").unwrap();
    reader.series(nobody).unwrap();
    reader
        .loads(now().date_naive(), later.date_naive(), &Zone::utc(), &[])
        .unwrap();
    reader.owners().unwrap();
    reader.tags_in_use().unwrap();
    reader.depends_on(nobody, nobody).unwrap();
    reader.events(Subject::Promise(promise)).unwrap();
    reader.events(Subject::Person(person)).unwrap();
    reader.notes(promise).unwrap();
    reader.checks(later).unwrap();
    reader.count_checks(later).unwrap();
    let span = DueSpan {
        now: now(),
        today: now(),
        horizon: later,
        until: later,
        zone: "UTC",
    };
    reader.count_due(Direction::Mine, &span).unwrap();
    reader.last_told(person).unwrap();
    reader.last_check(person).unwrap();
    reader.person(person).unwrap();
    reader.person_by_uuid(nobody).unwrap();
    reader.person_named("jane ortiz").unwrap();
    reader.between(person, now()).unwrap();
    // Of what is new another test reads the plan: it needs rules that were saved.
    reader.reminders(now(), "", Among::One(promise)).unwrap();
    reader.touched(&Query::default(), now()).unwrap();
    for step in reader.steps(20).unwrap() {
        reader.subjects(step.id, 3).unwrap();
        reader.step(step.id).unwrap();
    }
}

/// One query for each thing that a list can be narrowed by.
fn queries(person: i64) -> Vec<Query> {
    let open = Query {
        states: vec![State::Open],
        ..Query::default()
    };
    let until = Span {
        to: Some(now()),
        ..Span::default()
    };
    let sorted = Sort::ALL.map(|sort| Query {
        sort,
        reverse: true,
        ..open.clone()
    });
    let narrowed = [
        open.clone(),
        Query {
            due: until,
            direction: Some(Direction::Mine),
            ..open.clone()
        },
        Query {
            owner: Some(Owner::Me),
            ..open.clone()
        },
        Query {
            tags: vec!["vip".to_owned()],
            ..open.clone()
        },
        Query {
            search: Some("quote".to_owned()),
            ..open
        },
        Query {
            limit: Some(20),
            ..Query::default()
        },
        Query {
            people: Some(vec![person]),
            ..Query::default()
        },
        Query {
            owner: Some(Owner::Named(vec!["Sam".to_owned()])),
            ..Query::default()
        },
        Query {
            tags: vec!["vip".to_owned()],
            ..Query::default()
        },
        Query {
            search: Some("quote".to_owned()),
            ..Query::default()
        },
        Query {
            made: Span {
                from: Some(now()),
                to: Some(now()),
            },
            ..Query::default()
        },
        Query {
            due: Span {
                from: Some(now()),
                to: Some(now()),
            },
            ..Query::default()
        },
    ];
    sorted.into_iter().chain(narrowed).collect()
}
