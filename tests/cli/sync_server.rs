//! `promise sync` with the real programs: Radicale as the server on loopback, vdirsyncer as the
//! transport, todoman as another client. Where one of them is not installed the tests say so, and
//! do nothing.

use std::fs;

use serde_json::json;

use crate::caldav::{Machine, Server};

/// Added here, ticked and moved and made there, deleted there, both at once: in the end both
/// machines show the same.
#[test]
fn two_machines_and_another_client() {
    let Some(server) = Server::start() else {
        return;
    };
    let (mut a, mut b) = (server.home(), server.home());
    for (what, person) in [
        ("Send the quote", "Jane"),
        ("Call back", "Bob"),
        ("Fix it", "Ann"),
    ] {
        a.home.ok(&[
            "add",
            what,
            "--to",
            person,
            "--due",
            "friday 3pm",
            "--tag",
            "work",
            "--remind",
            "1h",
        ]);
    }
    a.home.ok(&["note", "1", "asked twice"]);
    a.round();
    b.round();
    assert_eq!(a.promises(), b.promises());
    assert_eq!(b.promises().len(), 3);

    // Another client ticks one, moves one and adds one on the second machine.
    b.run("todoman", &["done", &b.number("Send the quote")]);
    b.run(
        "todoman",
        &["edit", "--due", "2026-12-03 09:00", &b.number("Call back")],
    );
    b.run(
        "todoman",
        &[
            "new",
            "--due",
            "2026-12-04 10:00",
            "Ring @Zoe",
            "about the pump",
        ],
    );
    b.home.at("2026-11-23T16:30:00+01:00");
    b.round();
    a.home.at("2026-11-23T16:40:00+01:00");
    a.round();
    assert_eq!(a.promises(), b.promises());
    assert_eq!(a.one("Send the quote")["state"], "kept");
    assert_eq!(a.one("Send the quote")["tags"], json!(["work"]));
    assert_eq!(a.one("Call back")["due"], "2026-12-03T09:00:00+01:00");
    assert_eq!(a.one("Call back")["first_due"], "2026-11-27T15:00:00+01:00");
    assert_eq!(a.one("Ring @Zoe about the pump")["to"], "Zoe");

    // Both at once, the clock of the second ten minutes ahead.
    let id = |machine: &Machine, what: &str| {
        let listed = machine.home.json(&["list", "--search", what]);
        listed[0]["id"].to_string()
    };
    a.home.at("2026-11-23T17:00:00+01:00");
    b.home.at("2026-11-23T17:10:00+01:00");
    a.home.ok(&["edit", &id(&a, "Fix"), "Fix the gate"]);
    a.home
        .ok(&["move", &id(&a, "Call"), "--due", "2026-12-07 12:00"]);
    b.home.ok(&["edit", &id(&b, "Fix"), "Fix the door"]);
    b.home.ok(&["note", &id(&b, "Call"), "left word"]);
    for machine in [&a, &b] {
        machine.home.ok(&["sync", "--quiet"]);
    }
    a.carry();
    b.round();
    a.round();
    b.round();
    assert_eq!(a.promises(), b.promises());
    let fixed = a.one("Fix the door");
    assert!(
        fixed["events"].to_string().contains("Fix the gate"),
        "{fixed:#}"
    );
    assert_eq!(a.one("Call back")["due"], "2026-12-07T12:00:00+01:00");
    assert_eq!(a.one("Call back")["notes"][0]["text"], "left word");

    // Deleted there, while it is changed on one machine: an edit beats that.
    let file = a
        .folder
        .join(format!("{}.ics", fixed["uuid"].as_str().expect("a UUID")));
    fs::remove_file(file).expect("a file");
    a.carry();
    b.home.ok(&["note", &id(&b, "Fix"), "nearly there"]);
    b.round();
    a.round();
    b.round();
    assert_eq!(a.promises(), b.promises());
    assert_eq!(a.one("Fix the door")["state"], "open");
    assert_eq!(a.one("Fix the door")["notes"][0]["text"], "nearly there");
    for machine in [&a, &b] {
        assert_eq!(machine.home.json(&["sync"]), json!([]));
    }
}
