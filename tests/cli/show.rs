//! `promise show`: everything about a promise, with its history.

use serde_json::{Value, json};

use crate::harness::Home;

/// The text with the identity, which is another each time, left out.
fn without_uuid(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| match line.split_once("uuid      ") {
            Some((indent, uuid)) if uuid.len() == 36 => format!("{indent}uuid      …\n"),
            _ => format!("{line}\n"),
        });
    lines.collect()
}

/// A promise that went through what there is.
fn home() -> Home {
    let mut home = Home::new();
    home.at("2026-11-23T09:00:00+01:00");
    home.ok(&[
        "add",
        "Quote",
        "--to",
        "Jane",
        "--due",
        "today 5pm",
        "--tag",
        "b",
        "--tag",
        "a",
        "--owner",
        "Kim",
        "--via",
        "call",
        "--effort",
        "1h30m",
        "--key",
        "k1",
        "--note",
        "first",
    ]);
    home.at("2026-11-23T09:10:00+01:00");
    home.ok(&[
        "edit",
        "1",
        "Send it",
        "--to",
        "Bob",
        "--due",
        "today 3pm",
        "--remove-tag",
        "b",
        "--clear",
        "owner,effort",
    ]);
    home.at("2026-11-23T15:30:00+01:00").ok(&["keep", "1"]);
    home.at("2026-11-23T15:31:00+01:00").ok(&["undo"]);
    home.at("2026-11-23T16:00:00+01:00");
    home
}

#[test]
fn an_open_one_with_its_history() {
    let home = home();
    let before = home.bytes();
    let ran = home.run(&["show", "1"]);
    ran.stderr("").status(0);
    assert_eq!(
        without_uuid(&ran.stdout),
        "1  Send it\n\
         \x20 to        Bob\n\
         \x20 state     open, overdue\n\
         \x20 due       Mon 23 Nov 2026 15:00 +01:00 (1 h late), Europe/Berlin\n\
         \x20 corrected the deadline, 1 time\n\
         \x20 made      Mon 23 Nov 2026 09:00 +01:00\n\
         \x20 via       call\n\
         \x20 tags      a\n\
         \x20 key       k1\n\
         \x20 uuid      …\n\
         \n\
         History\n\
         \x20 Mon 23 Nov 2026 09:00 +01:00  added\n\
         \x20 Mon 23 Nov 2026 09:00 +01:00  noted: first\n\
         \x20 Mon 23 Nov 2026 09:10 +01:00  edited: description from Quote to Send it; person from Jane \
         to Bob; owner Kim removed; deadline from Mon 23 Nov 2026 17:00 +01:00 to Mon 23 Nov 2026 \
         15:00 +01:00; tag b removed; effort 1 h 30 min removed\n\
         \x20 Mon 23 Nov 2026 15:30 +01:00  kept (undone)\n\
         \x20 Mon 23 Nov 2026 15:31 +01:00  undone: kept\n"
    );
    assert_eq!(home.bytes(), before, "reading writes nothing");
}

#[test]
fn how_it_turned_out() {
    let table = [
        (
            "2026-11-23T14:00:00+01:00",
            "kept, Mon 23 Nov 2026 14:00 +01:00, on time",
        ),
        (
            "2026-11-23T17:00:00+01:00",
            "kept, Mon 23 Nov 2026 17:00 +01:00, late by 2 h",
        ),
    ];
    for (now, state) in table {
        let mut home = home();
        home.at(now).ok(&["keep", "1"]);
        let text = home.ok(&["show", "1"]);
        assert!(text.contains(&format!("\n  state     {state}\n")), "{text}");
        // How far away it is means nothing any more.
        assert!(
            text.contains("\n  due       Mon 23 Nov 2026 15:00 +01:00, Europe/Berlin\n"),
            "{text}"
        );
    }
    let home = Home::new();
    home.ok(&["add", "Report", "--to", "Jane", "--due", "friday"]);
    home.ok(&["keep", "1"]);
    let text = home.ok(&["show", "1"]);
    assert!(
        text.contains("\n  state     kept, Mon 23 Nov 2026 16:00 +01:00, early\n"),
        "{text}"
    );
    home.ok(&["void", "1"]);
    let text = home.ok(&["show", "1"]);
    assert!(
        text.contains("\n  state     void, Mon 23 Nov 2026 16:00 +01:00\n"),
        "{text}"
    );
}

#[test]
fn what_is_at_risk() {
    let home = Home::new();
    home.ok(&[
        "add",
        "Report",
        "--to",
        "Jane",
        "--due",
        "today 5pm",
        "--effort",
        "2h",
    ]);
    let text = home.ok(&["show", "1"]);
    assert!(
        text.contains("\n  at risk   less working time is left than its effort\n"),
        "{text}"
    );
    let promise = &home.json(&["show", "1"])[0];
    assert_eq!(promise["at_risk"], true);
    assert_eq!(
        promise["risk_reasons"],
        json!(["less working time is left than its effort"])
    );
    home.ok(&["edit", "1", "--effort", "1h"]);
    assert_eq!(home.json(&["show", "1"])[0]["at_risk"], false);
}

/// In the order asked for, each once.
#[test]
fn several() {
    let home = home();
    home.ok(&["add", "Call", "--to", "Ann", "--due", "friday"]);
    let text = home.ok(&["show", "2", "1", "2"]);
    let titles: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with(|char: char| char.is_ascii_digit()))
        .collect();
    assert_eq!(titles, ["2  Call", "1  Send it"]);
    let ids: Vec<Value> = home
        .json(&["show", "2", "1"])
        .as_array()
        .expect("a list")
        .iter()
        .map(|promise| promise["id"].clone())
        .collect();
    assert_eq!(ids, [2, 1]);
    home.run(&["show", "2", "1", "--format", "plain"]).stdout(
        "2\topen\t2026-11-27T23:59:59+01:00\tAnn\t\tCall\n\
         1\topen\t2026-11-23T15:00:00+01:00\tBob\t\tSend it\n",
    );
    home.run(&["show", "2", "--format", "csv"])
        .stdout("id,state,due,to,from,what\n2,open,2026-11-27T23:59:59+01:00,Ann,,Call\n");
}

#[test]
fn events_in_json() {
    let home = home();
    let shown = home.json(&["show", "1"]);
    let events = shown[0]["events"].as_array().expect("a list");
    let kinds: Vec<(Value, Value)> = events
        .iter()
        .map(|event| (event["kind"].clone(), event["in_effect"].clone()))
        .collect();
    assert_eq!(
        kinds,
        [
            ("added".into(), true.into()),
            ("noted".into(), true.into()),
            ("edited".into(), true.into()),
            ("kept".into(), false.into()),
            ("undone".into(), true.into()),
        ]
    );
    for event in events {
        let keys: Vec<&String> = event.as_object().expect("an object").keys().collect();
        assert_eq!(
            keys,
            [
                "seq",
                "uuid",
                "step",
                "at",
                "kind",
                "text",
                "cause",
                "because",
                "told",
                "teller",
                "target",
                "in_effect",
                "changes"
            ]
        );
    }
    assert_eq!(events[1]["text"], "first");
    assert_eq!(events[2]["at"], "2026-11-23T09:10:00+01:00");
    assert_eq!(events[4]["target"], events[3]["seq"]);
    assert_eq!(
        events[2]["changes"],
        json!([
            {"field": "what", "old": "Quote", "new": "Send it"},
            {"field": "person", "old": "Jane", "new": "Bob"},
            {"field": "owner", "old": "Kim", "new": null},
            {
                "field": "due",
                "old": "2026-11-23T17:00:00+01:00",
                "new": "2026-11-23T15:00:00+01:00",
            },
            {"field": "tag", "old": "b", "new": null},
            {"field": "effort_minutes", "old": 90, "new": null},
        ])
    );
}

/// Whose promise it was is never nothing.
#[test]
fn a_change_of_direction() {
    let home = Home::new();
    home.ok(&["add", "Contract", "--to", "Beta", "--due", "friday"]);
    home.ok(&["edit", "1", "--from", "Beta"]);
    let text = home.ok(&["show", "1"]);
    assert!(
        text.contains("edited: direction from mine to theirs\n"),
        "{text}"
    );
    let shown = home.json(&["show", "1"]);
    assert_eq!(
        shown[0]["events"][1]["changes"],
        json!([{"field": "direction", "old": "mine", "new": "theirs"}])
    );
}

/// Times are the deadline's own.
#[test]
fn in_the_zone_of_the_deadline() {
    let home = Home::new();
    home.ok(&[
        "add",
        "Call",
        "--to",
        "Jane",
        "--due",
        "tomorrow 9am America/New_York",
    ]);
    let text = home.ok(&["show", "1"]);
    for line in [
        "\n  due       Tue 24 Nov 2026 09:00 -05:00 (in 23 h), America/New_York\n",
        "\n  made      Mon 23 Nov 2026 16:00 +01:00\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
    assert_eq!(
        home.json(&["show", "1"])[0]["made_at"],
        "2026-11-23T10:00:00-05:00"
    );
}

#[test]
fn what_is_refused() {
    let home = home();
    let before = home.bytes();
    let table: [(&[&str], &str, i32); 3] = [
        (
            &["show", "1", "9"],
            "error: no promise 9\nhint: promise list --all lists every one\n",
            3,
        ),
        (
            &["show", "Jane"],
            "error: invalid value 'Jane' for '<ID>...': promises have numbers, such as 12\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
        (
            &["show"],
            "error: the following required arguments were not provided:\n\
             \x20 <ID>...\n\
             \n\
             Usage: promise show <ID>...\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
    ];
    for (arguments, stderr, status) in table {
        home.run(arguments).stdout("").stderr(stderr).status(status);
    }
    assert_eq!(home.bytes(), before);
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    home.run(&["show", "7"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
             error: no promise 7\n\
             hint: promise list --all lists every one\n",
        )
        .status(3);
    assert!(!home.database().exists());
}
