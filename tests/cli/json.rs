//! What `--json` promises to scripts: every key, always, with the same kind of value.

use serde_json::{Value, json};

use crate::harness::Home;

/// Every key of a promise, and what may stand there.
const KEYS: [(&str, &str); 40] = [
    ("id", "number"),
    ("uuid", "text"),
    ("what", "text"),
    ("direction", "text"),
    ("to", "text or null"),
    ("from", "text or null"),
    ("owner", "text or null"),
    ("state", "text"),
    ("due", "time"),
    ("due_whole_day", "flag"),
    ("zone", "text"),
    ("first_due", "time"),
    ("first_due_whole_day", "flag"),
    ("made_at", "time"),
    ("settled_at", "time or null"),
    ("first_outcome", "text or null"),
    ("outcome", "text or null"),
    ("overdue", "flag"),
    ("seconds_late", "number"),
    ("at_risk", "flag"),
    ("risk_reasons", "list"),
    ("via", "text or null"),
    ("tags", "list"),
    ("effort_minutes", "number or null"),
    ("standard", "text or null"),
    ("key", "text or null"),
    ("corrections", "number"),
    ("reschedules", "number"),
    ("handoffs", "number"),
    ("needs", "list"),
    ("check_due", "time or null"),
    ("satisfied", "flag or null"),
    ("rating", "number or null"),
    ("every", "text or null"),
    ("series", "text or null"),
    ("occurrence", "number or null"),
    ("every_until", "text or null"),
    ("every_times", "number or null"),
    ("remind", "list"),
    ("notes", "list"),
];

/// Whether a value is of one of the kinds named.
fn is(value: &Value, kinds: &str) -> bool {
    let time = |text: &str| {
        // 2026-11-24T13:00:00+01:00
        let shape: String = text
            .chars()
            .map(|char| if char.is_ascii_digit() { '0' } else { char })
            .collect();
        shape.replace('-', "+") == "0000+00+00T00:00:00+00:00"
    };
    kinds.split(" or ").any(|kind| match kind {
        "number" => value.is_i64(),
        "text" => value.is_string(),
        "time" => value.as_str().is_some_and(time),
        "flag" => value.is_boolean(),
        "list" => value.is_array(),
        _ => value.is_null(),
    })
}

/// Checks a promise, whatever command printed it.
#[track_caller]
fn check(promise: &Value, also: &[&str]) {
    let object = promise.as_object().expect("an object");
    let keys: Vec<&str> = object.keys().map(String::as_str).collect();
    let mut expected: Vec<&str> = KEYS.map(|(key, _)| key).to_vec();
    expected.extend(also);
    assert_eq!(keys, expected);
    for (key, kinds) in KEYS {
        assert!(is(&promise[key], kinds), "{key} is {}", promise[key]);
    }
    assert_eq!(promise["to"].is_null(), promise["direction"] == "theirs");
    assert_eq!(promise["from"].is_null(), promise["direction"] == "mine");
    assert_eq!(promise["uuid"].as_str().map(str::len), Some(36));
}

/// A list of promises, with at least one.
#[track_caller]
fn check_all(list: &Value, also: &[&str]) {
    let list = list.as_array().expect("a list");
    assert!(!list.is_empty());
    for promise in list {
        check(promise, also);
    }
}

#[test]
fn every_key_from_every_command() {
    let mut home = Home::new();
    let changes: [&[&str]; 16] = [
        &["add", "Quote", "--to", "Jane", "--due", "friday"],
        &[
            "add",
            "Contract",
            "--from",
            "Beta",
            "--due",
            "today 17:00",
            "--effort",
            "2h",
        ],
        &[
            "add",
            "Call",
            "--to",
            "Ann",
            "--due",
            "tomorrow 10:00",
            "--owner",
            "Kim",
            "--via",
            "call",
            "--tag",
            "x",
            "--key",
            "k",
            "--note",
            "n",
        ],
        &[
            "add",
            "Call",
            "--to",
            "Ann",
            "--due",
            "tomorrow 10:00",
            "--key",
            "k",
        ],
        &["add", "Let off", "--to", "Ann", "--due", "friday"],
        &["edit", "1", "--due", "thursday"],
        &["note", "2", "text"],
        &["keep", "1", "2"],
        &["reopen", "1"],
        &["reschedule", "1", "--due", "friday", "--because", "parts"],
        &["handoff", "1", "--owner", "Kim"],
        &["break", "1", "--because", "parts"],
        &["release", "4"],
        &["void", "3"],
        &["undo"],
        &["redo"],
    ];
    for change in changes {
        check_all(&home.json(change), &[]);
    }
    home.ok(&["undo"]);
    check_all(&home.json(&["list", "--all"]), &[]);
    check_all(&home.json(&["show", "1", "2", "3"]), &["events", "heard"]);
    home.at("2026-11-24T12:00:00+01:00");
    for command in ["due", "overdue"] {
        let due = home.json(&[command]);
        check_all(&due["overdue"], &[]);
    }
    for line in home.ok(&["list", "--all", "--format", "jsonl"]).lines() {
        check(&serde_json::from_str(line).expect("JSON"), &[]);
    }
    for line in home.ok(&["due", "--format", "jsonl"]).lines() {
        check(&serde_json::from_str(line).expect("JSON"), &["section"]);
    }
}

#[test]
fn what_is_unset_is_null() {
    let home = Home::new();
    let mut promise = home.json(&["add", "Quote", "--to", "Jane", "--due", "friday"])[0].clone();
    promise["uuid"] = Value::Null;
    assert_eq!(
        promise,
        json!({
            "id": 1, "uuid": null, "what": "Quote", "direction": "mine", "to": "Jane",
            "from": null, "owner": null, "state": "open", "due": "2026-11-27T23:59:59+01:00",
            "due_whole_day": true, "zone": "Europe/Berlin",
            "first_due": "2026-11-27T23:59:59+01:00", "first_due_whole_day": true,
            "made_at": "2026-11-23T16:00:00+01:00", "settled_at": null, "first_outcome": null,
            "outcome": null, "overdue": false, "seconds_late": 0, "at_risk": false,
            "risk_reasons": [], "via": null, "tags": [], "effort_minutes": null,
            "standard": null, "key": null, "corrections": 0, "reschedules": 0, "handoffs": 0,
            "needs": [], "check_due": null, "satisfied": null, "rating": null, "every": null,
            "series": null, "occurrence": null, "every_until": null, "every_times": null, "remind": [], "notes": [],
        })
    );
}

/// My own name stands for me where nobody else is named.
#[test]
fn the_owner_is_me() {
    let home = Home::with_config("me = \"Sam Hill\"\n");
    let add = |flags: &[&str]| {
        let mut arguments = vec!["add", "Quote", "--to", "Jane", "--due", "friday"];
        arguments.extend(flags);
        home.json(&arguments)[0]["owner"].clone()
    };
    assert_eq!(add(&[]), "Sam Hill");
    assert_eq!(add(&["--owner", "Kim"]), "Kim");
}

/// The same promise is the same object, whichever command prints it.
#[test]
fn commands_agree() {
    let home = Home::new();
    let added = home.json(&[
        "add", "Quote", "--to", "Jane", "--due", "today", "--note", "n",
    ]);
    assert_eq!(added, home.json(&["list"]));
    assert_eq!(added, home.json(&["due"])["today"]);
    let mut shown = home.json(&["show", "1"]);
    let object = shown[0].as_object_mut().expect("an object");
    for more in ["events", "heard"] {
        assert!(object.remove(more).is_some_and(|list| list.is_array()));
    }
    assert_eq!(added, shown);
    assert_eq!(home.json(&["keep", "1"]), home.json(&["list", "--all"]));
}

#[test]
fn an_empty_array_when_empty() {
    let home = Home::new();
    for recorded in [false, true] {
        if recorded {
            home.ok(&["add", "Quote", "--to", "Jane", "--due", "friday"]);
            home.ok(&["keep", "1"]);
        } else {
            assert_eq!(home.json(&["log"]), json!([]));
            assert_eq!(home.json(&["people"]), json!([]));
        }
        assert_eq!(home.json(&["list"]), json!([]));
        let due = json!({
            "overdue": [], "today": [], "coming": [], "waiting_on": [], "checks": [],
        });
        for command in ["due", "overdue"] {
            assert_eq!(home.json(&[command]), due);
        }
    }
}

/// Whatever else is said goes to stderr: stdout is JSON alone.
#[test]
fn remarks_do_not_mix_with_results() {
    let home = Home::new();
    home.ok(&[
        "add",
        "Quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "friday",
        "--key",
        "k",
    ]);
    let talkative: [&[&str]; 3] = [
        &[
            "add",
            "Call",
            "--to",
            "Jane Ortis",
            "--due",
            "monday",
            "--json",
        ],
        &[
            "add", "Other", "--to", "Bob", "--due", "friday", "--key", "k", "--json",
        ],
        &["undo", "--json"],
    ];
    for arguments in talkative {
        let ran = home.run(arguments);
        ran.status(0);
        assert!(!ran.stderr.is_empty(), "{ran:?}");
        let value: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert!(value.is_array(), "{ran:?}");
    }
    let refused = home.run(&["keep", "9", "--json"]);
    refused.stdout("").status(3);
}

/// The flag counts wherever it stands, goes before the config, and is said once.
#[test]
fn where_the_format_is_said() {
    let home = Home::with_config("[output]\nformat = \"csv\"\n");
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "friday"]);
    let json = "[\n  {\n    \"id\": 1\n  }\n]\n";
    for arguments in [
        &["--json", "list", "--fields", "id"][..],
        &["list", "--fields", "id", "--json"],
        &["--format", "json", "list", "--fields", "id"],
        &["list", "--format", "json", "--fields", "id"],
    ] {
        home.run(arguments).stdout(json).stderr("").status(0);
    }
    home.run(&["list", "--fields", "id"]).stdout("id\n1\n");
    for arguments in [
        &["list", "--json", "--format", "plain"][..],
        &["list", "--format", "yaml"],
        &["list", "--json", "--json"],
    ] {
        let ran = home.run(arguments);
        ran.stdout("").status(2);
        assert!(ran.said().starts_with("error: "), "{ran:?}");
    }
}
