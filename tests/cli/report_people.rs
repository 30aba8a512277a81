//! `promise report`: whom it names.

use serde_json::{Value, json};

use crate::harness::Home;

fn add(home: &Home, due: &str, side: &str, name: &str) {
    home.ok(&["add", "Quote", "--due", due, side, name]);
}

/// Nobody tells those apart who were forgotten, nor somebody who was recorded by mistake from
/// whoever was recorded by that name after.
#[test]
fn people_of_one_name_are_one() {
    let mut home = Home::new();
    home.at("2026-11-02T09:00:00+01:00");
    for name in ["Ann", "Ben", "Cleo"] {
        add(&home, "2026-11-04", "--to", name);
        add(&home, "2026-11-04", "--from", name);
    }
    add(&home, "2026-11-05", "--to", "Hank");
    home.at("2026-11-10T09:00:00+01:00");
    home.ok(&["undo"]);
    add(&home, "2026-11-12", "--to", "Hank");
    home.ok(&["keep", "1"]);
    for name in ["Ann", "Ben"] {
        home.ok(&["people", "forget", name, "--yes"]);
    }
    home.at("2026-11-23T16:00:00+01:00");
    let report = home.json(&["report", "--group", "person"]);
    let named = |list: &Value, figure: &str| -> Vec<(String, Value)> {
        let list = list.as_array().expect("a list").iter();
        list.map(|one| {
            let name = one["name"].as_str().expect("a name");
            (
                name.to_owned(),
                one.pointer(figure).expect("a figure").clone(),
            )
        })
        .collect()
    };
    let missed = |name: &str, count: u64| (name.to_owned(), json!(count));
    assert_eq!(
        named(&report["groups"], "/kept_rate/negotiated/of"),
        [
            missed("(forgotten)", 2),
            missed("Cleo", 1),
            missed("Hank", 1)
        ]
    );
    assert_eq!(
        named(&report["theirs"]["people"], "/kept_rate/negotiated/of"),
        [missed("(forgotten)", 2), missed("Cleo", 1)]
    );
    assert_eq!(
        named(&report["let_down"], "/missed/count"),
        [
            missed("(forgotten)", 2),
            missed("Cleo", 1),
            missed("Hank", 1)
        ]
    );
}
