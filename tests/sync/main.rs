//! Two machines, a server between them and a phone: whatever they do in whatever order, and
//! wherever a sync is killed, nothing is lost silently and all end with the same.

// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod machine;
#[path = "../shared/memory.rs"]
mod memory;
mod phone;
mod server;
mod world;

use proptest::prelude::*;

use phone::Touch;
use world::{Act, Deed, World};

fn deed() -> impl Strategy<Value = Deed> {
    let promise = 0_usize..4;
    prop_oneof![
        4 => (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(series, key, note)| {
            Deed::Add { series, key, note }
        }),
        2 => promise.clone().prop_map(Deed::Keep),
        1 => promise.clone().prop_map(Deed::Release),
        1 => promise.clone().prop_map(Deed::Break),
        2 => promise.clone().prop_map(Deed::Reopen),
        2 => (promise.clone(), 1_i64..5).prop_map(|(at, days)| Deed::Move(at, days)),
        2 => (promise.clone(), "[a-c]{1,2}").prop_map(|(at, what)| Deed::Rename(at, what)),
        1 => (promise.clone(), "[xyz]").prop_map(|(at, tag)| Deed::Tag(at, tag)),
        1 => (promise.clone(), "[n-p]{1,3}").prop_map(|(at, text)| Deed::Note(at, text)),
        1 => (promise.clone(), promise.clone()).prop_map(|(at, need)| Deed::Need(at, need)),
        1 => promise.clone().prop_map(Deed::Void),
        2 => (promise, "[g-i]").prop_map(|(at, cause)| Deed::Why(at, cause)),
        1 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

fn touch() -> impl Strategy<Value = Touch> {
    prop_oneof![
        3 => Just(Touch::Tick),
        2 => Just(Touch::Untick),
        1 => Just(Touch::Cancel),
        3 => (1_u8..9).prop_map(Touch::Due),
        2 => "[d-f]{1,2}".prop_map(Touch::Summary),
        1 => "[uvw]".prop_map(Touch::Category),
        2 => prop_oneof![Just("Ann"), Just("Bea"), Just("Cid")].prop_map(Touch::Contact),
        2 => (0_i64..20).prop_map(Touch::Completed),
        2 => "[q-s]{1,3}".prop_map(Touch::Describe),
        1 => "To: (Ann|Bea|Cid)".prop_map(Touch::Describe),
        2 => Just(Touch::Delete),
        1 => Just(Touch::Rename),
        1 => Just(Touch::Strip),
        2 => (0_usize..5).prop_map(Touch::Depend),
        1 => Just(Touch::Free),
        1 => Just(Touch::Copy),
        2 => (any::<bool>(), any::<bool>()).prop_map(|(uuid, due)| Touch::New { uuid, due }),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let machine = 0_usize..2;
    prop_oneof![
        6 => (machine.clone(), deed()).prop_map(|(machine, deed)| Act::Do(machine, deed)),
        6 => (0_usize..5, touch(), any::<bool>()).prop_map(|(file, touch, stamped)| {
            Act::Phone { file, touch, stamped }
        }),
        6 => (machine.clone(), any::<bool>()).prop_map(|(machine, void)| Act::Sync { machine, void }),
        2 => (machine.clone(), any::<u32>()).prop_map(|(machine, written)| Act::Killed { machine, written }),
        6 => machine.clone().prop_map(Act::Carry),
        1 => machine.prop_map(Act::Empty),
        1 => (0_i64..3).prop_map(Act::Days),
    ]
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec(act(), 1..40)
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 4000,
        ..ProptestConfig::default()
    }
}

fn run(acts: &[Act]) {
    let mut world = World::new();
    for act in acts {
        world.act(act);
    }
    world.settle();
}

fn run_all(count: u32) {
    let mut runner = proptest::test_runner::TestRunner::new(cases(count));
    let ran = runner.run(&acts(), |acts| {
        run(&acts);
        Ok(())
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn both_end_the_same_and_nothing_is_lost() {
    run_all(150);
}

/// A task of the phone whose first sync was killed, and which lay in the folder again after the
/// machine had written its own file for it.
#[test]
fn a_file_put_back_over_our_own() {
    let new = Touch::New {
        uuid: false,
        due: true,
    };
    run(&[
        Act::Phone {
            file: 0,
            touch: new,
            stamped: false,
        },
        Act::Carry(1),
        Act::Killed {
            machine: 1,
            written: 0,
        },
        Act::Empty(1),
        Act::Do(1, Deed::Move(0, 1)),
        Act::Sync {
            machine: 0,
            void: false,
        },
    ]);
}

/// The same where another machine had written its history.
#[test]
fn a_file_that_need_not_be_written() {
    let new = Touch::New {
        uuid: false,
        due: true,
    };
    let phone = |touch| Act::Phone {
        file: 0,
        touch,
        stamped: false,
    };
    let sync = Act::Sync {
        machine: 0,
        void: false,
    };
    let killed = Act::Killed {
        machine: 1,
        written: 0,
    };
    run(&[
        phone(new),
        Act::Carry(0),
        sync,
        Act::Carry(0),
        Act::Carry(1),
        killed,
        phone(Touch::Tick),
        Act::Empty(1),
    ]);
}

/// A phone edits what was void before the other machine heard of it.
#[test]
fn an_edit_of_what_is_void() {
    let sync = |machine| Act::Sync {
        machine,
        void: false,
    };
    let add = Deed::Add {
        series: false,
        key: false,
        note: false,
    };
    run(&[
        Act::Do(1, add),
        sync(1),
        Act::Do(1, Deed::Void(0)),
        sync(1),
        Act::Carry(1),
        Act::Phone {
            file: 0,
            touch: Touch::Summary("d".to_owned()),
            stamped: false,
        },
        Act::Carry(0),
        sync(0),
    ]);
}

/// `cargo test --release --test sync -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn ten_thousand_times() {
    run_all(10_000);
}
