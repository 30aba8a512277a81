//! Whatever is done in whatever order: rows are what their events make of them, undoing leads
//! back, redoing leads on, and nothing is lost on the way into another file.

// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod file;
#[path = "../shared/memory.rs"]
mod memory;
mod words;

use promise::domain::event::EventKind;
use promise::domain::promise::{Promise, State};
use promise::domain::record::Record;
use promise::store::Imported;
use proptest::prelude::*;

use file::File;
use words::{Act, PEOPLE, Words};

fn words() -> impl Strategy<Value = Words> {
    let text = prop_oneof![
        4 => "[a-z ]{0,12}[a-z]",
        1 => Just("\u{1b}[31m \u{202e}\n\"quoted\" 王".to_owned()),
    ];
    let tags = proptest::collection::btree_set(prop_oneof!["a", "b", "c"], 0..3);
    let key = proptest::option::weighted(0.4, prop_oneof!["k1", "k2"]);
    let owner = proptest::option::of(prop_oneof!["Ann", "Tim"]);
    let effort = proptest::option::of(0_u32..600);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let scalars = (0..PEOPLE.len(), -3_i64..9, flags);
    (text, tags, key, owner, effort, scalars).prop_map(
        |(what, tags, key, owner, effort, (person, due_in, (theirs, whole_day, note)))| Words {
            what,
            person,
            theirs,
            due_in,
            whole_day,
            tags,
            owner,
            effort,
            key,
            note,
        },
    )
}

fn settling() -> impl Strategy<Value = EventKind> {
    prop_oneof![
        3 => Just(EventKind::Kept),
        1 => Just(EventKind::Broken),
        1 => Just(EventKind::Released),
        2 => Just(EventKind::Reopened),
        1 => Just(EventKind::Voided),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let at = 0_usize..6;
    prop_oneof![
        4 => words().prop_map(Act::Add),
        3 => (at.clone(), words()).prop_map(|(at, words)| Act::Edit(at, words)),
        4 => (at.clone(), settling()).prop_map(|(at, kind)| Act::Settle(at, kind)),
        2 => (at.clone(), words()).prop_map(|(at, words)| Act::Reschedule(at, words)),
        1 => (at.clone(), words()).prop_map(|(at, words)| Act::HandOff(at, words)),
        2 => (at, "[a-z]{1,9}").prop_map(|(at, text)| Act::Note(at, text)),
        1 => (0..PEOPLE.len(), proptest::option::of("[a-z]{1,5}@x"))
            .prop_map(|(person, email)| Act::Person(person, email)),
        4 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec(act(), 1..25)
}

fn some_cases() -> ProptestConfig {
    ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(some_cases())]

    /// After every single act.
    #[test]
    fn rows_are_what_events_make_of_them(acts in acts()) {
        let mut file = File::new();
        for act in &acts {
            file.act(act);
            file.check();
        }
    }

    /// What a new act puts an end to cannot be redone, so the last one is an addition.
    #[test]
    fn undoing_leads_back_and_redoing_on(acts in acts(), last in words()) {
        let mut file = File::new();
        for act in &acts {
            file.act(act);
        }
        file.act(&Act::Add(Words { key: None, ..last }));
        let promises = file.promises();
        let people = file.people();
        while file.undo() {
            file.check();
        }
        prop_assert!(file.promises().iter().all(|promise| promise.state == State::Void));
        prop_assert!(file.people().iter().all(|person| !person.known));
        while file.redo() {
            file.check();
        }
        prop_assert_eq!(file.promises(), promises);
        prop_assert_eq!(file.people(), people);
    }

    #[test]
    fn a_copy_is_a_copy(acts in acts()) {
        let mut file = File::new();
        for act in &acts {
            file.act(act);
        }
        let mut copy = file.copy();
        copy.check();
        prop_assert_eq!(copy.promises(), file.promises());
        prop_assert_eq!(copy.people(), file.people());
        prop_assert_eq!(copy.records(), file.records());
    }

    /// An import is one step, whatever steps it brought with it.
    #[test]
    fn an_import_is_undone_and_redone_whole(acts in acts(), last in words()) {
        let mut file = File::new();
        for act in &acts {
            file.act(act);
        }
        file.act(&Act::Add(Words { key: None, ..last }));
        let mut copy = file.copy();
        prop_assert!(copy.undo());
        copy.check();
        prop_assert!(copy.promises().iter().all(|promise| promise.state == State::Void));
        prop_assert!(copy.people().iter().all(|person| !person.known));
        prop_assert!(!copy.undo());
        prop_assert!(copy.redo());
        copy.check();
        prop_assert_eq!(copy.promises(), file.promises());
        prop_assert_eq!(copy.people(), file.people());
        // The copy of what was undone and redone is a copy, too.
        let mut again = copy.copy();
        prop_assert_eq!(again.records(), copy.records());
    }

    /// Two files that know nothing of each other: what one brings takes nothing from the other,
    /// and can be taken back whole.
    #[test]
    fn two_files_become_one(here in acts(), there in acts()) {
        let mut file = File::new();
        let mut other = File::new();
        for act in &here {
            file.act(act);
        }
        for act in &there {
            other.act(act);
        }
        let promises = file.promises();
        let people = file.people();
        let records = other.records();
        // Steps come first, and are only remembered until something of theirs is new.
        let is_step = |record: &&Record| matches!(record, Record::Step(_));
        let steps = records.iter().take_while(is_step).count();
        let taken = file.import(records.clone());
        file.check();
        if taken.is_none() {
            // A key of theirs is a key here: nothing at all was taken.
            prop_assert_eq!(file.promises(), promises);
            prop_assert_eq!(file.people(), people);
            return Ok(());
        }
        let merged = file.promises();
        prop_assert_eq!(&merged[..promises.len()], &promises[..]);
        prop_assert_eq!(merged.len(), promises.len() + other.promises().len());
        prop_assert_eq!(&file.people()[..people.len()], &people[..]);
        let states = |promises: &[Promise]| promises.iter().map(|one| one.state).collect::<Vec<_>>();
        prop_assert_eq!(states(&merged[promises.len()..]), states(&other.promises()));
        // Again, and nothing is new.
        let again = file.import(records).expect("the same import");
        prop_assert!(!again[steps..].contains(&Imported::Added));
        prop_assert_eq!(file.promises(), merged.clone());
        if !taken.unwrap_or_default()[steps..].contains(&Imported::Added) {
            return Ok(());
        }
        let merged_people = file.people();
        prop_assert!(file.undo());
        file.check();
        prop_assert_eq!(&file.promises()[..promises.len()], &promises[..]);
        prop_assert!(file.redo());
        file.check();
        prop_assert_eq!(file.promises(), merged);
        prop_assert_eq!(file.people(), merged_people);
    }

    /// Whatever is agreed or corrected after the first reschedule, the first deadline stays.
    #[test]
    fn the_first_deadline_stays(moves in proptest::collection::vec((any::<bool>(), 1_i64..4), 1..8)) {
        let due_in = |due_in| Words { what: "x".to_owned(), whole_day: true, due_in, ..Words::default() };
        let mut file = File::new();
        file.act(&Act::Add(due_in(1)));
        file.act(&Act::Reschedule(0, due_in(2)));
        let first = file.promises()[0].first_due.clone();
        for (agreed, days) in moves {
            let words = due_in(days);
            file.act(&if agreed { Act::Reschedule(0, words) } else { Act::Edit(0, words) });
            file.check();
        }
        prop_assert_eq!(&file.promises()[0].first_due, &first);
    }
}
