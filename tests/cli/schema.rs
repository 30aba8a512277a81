//! `promise schema`, and that what every command prints is what it says. The keys and their types
//! stand in `tests/fixtures/json-contract.txt`: none of them may go, or change.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use clap::CommandFactory as _;
use serde_json::{Value, json};

use crate::harness::Home;
use crate::validator::{mistakes, records_in};

/// Every key that was ever promised to scripts, and its type.
const CONTRACT: &str = include_str!("../fixtures/json-contract.txt");

/// Commands in an order in which all of them succeed, each after the record that it prints; a star
/// stands where it prints an array of them.
const SCENARIO: &str = "\
promise* add Quote --to Jane --due tomorrow --tag x --effort 2h --via call --note n --key k
promise* add Quote --to Jane --due tomorrow --key k --standard quick
promise* add Sign --from Beta --due friday --needs 1
promise* add Clean --to Jo --every monday --until 2026-12-31 --times 4
promise* add --batch batch.jsonl
due due
due overdue
promise* list
promise* edit 1 Quote with VAT
promise* note 1,2 she called --told --owner Ann
promise* reschedule 1 --due thursday --cause overbooked --told
promise* handoff 1 --owner Ann --because holidays
promise* keep 1 3 --check friday
promise* show 1 2 3
promise* check 1 no --rating 2 --reopen --due friday
promise* show 1
promise* keep 1
promise* reopen 1
promise* break 1 --cause forgot --because rushed
promise* release 2
promise* void 4
promise* undo
promise* redo
promise* stop 5
promise* show 1 4 5
promise* list --all
log* log
free* free
standards* standards
date date tomorrow 1pm
person* people
person* people add Kim --zone Europe/London --alias K
promise* add Call --to Jane --due 2026-11-20 --made 2026-11-02 --standard quick
promise* add Fax --to Jane --due 2026-11-20 --made 2026-11-02
promise* add Bill --from Beta --due 2026-11-19 --made 2026-11-02
promise* keep 7 --cause forgot --because rushed --because unplanned
status status
reminder* remind --dry-run
text remind --print-cron
text remind --print-systemd
calendar* calendar
review review
report report
report report --until 2026-12-31 --group person
definition* report --explain
doctor* doctor
person* people edit Kim --phone 1 --note n
person* people rename Kim Kimberly
person* people merge Jo Kimberly
person* people show Jane
forgotten* people forget Jane --yes
config* config
text config path
text completions bash
text man
text man pages
import* import empty.jsonl
sync* sync tasks
backup* backup copy.db
restore* restore copy.db --yes";

/// Commands whose results are no records of the contract: the schema itself, the format for
/// moving house, and what prints nothing or cannot be repeated here.
const APART: [&str; 4] = ["schema", "export", "config edit", "config init"];

/// Records on standard error.
const ASIDE: [&str; 3] = ["error", "failure", "message"];

#[test]
fn what_every_command_prints_is_as_the_schema_says() {
    let home = Home::with_config(
        "[standard.quick]\ndue = \"today\"\neffort = \"30m\"\ntags = [\"a\"]\n\
         [capacity]\npromises = 9\n",
    );
    let batch = "{\"what\": \"Ship\", \"to\": \"Jo\", \"due\": \"friday\"}\n";
    std::fs::write(home.path().join("batch.jsonl"), batch).expect("a file");
    std::fs::write(home.path().join("empty.jsonl"), "").expect("a file");
    std::fs::create_dir(home.path().join("tasks")).expect("a folder");
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    let mut met = BTreeSet::new();
    for line in SCENARIO.lines() {
        let (record, arguments) = line.split_once(' ').expect("a command");
        let (record, many) = match record.strip_suffix('*') {
            Some(record) => (record, true),
            None => (record, false),
        };
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let printed = home.json(&arguments);
        let values = match printed.as_array() {
            Some(values) if many => values.clone(),
            None if !many => vec![printed],
            _ => panic!("{arguments:?} prints {printed}"),
        };
        assert!(!values.is_empty(), "{arguments:?} shows nothing");
        for value in values {
            met.extend(records_in(&home, record, &value));
            let found = mistakes(&home, record, &value);
            wrong.extend(found.iter().map(|found| format!("{arguments:?}: {found}")));
        }
        seen.insert(arguments[0].to_owned());
        seen.insert(
            arguments
                .iter()
                .take(2)
                .copied()
                .collect::<Vec<_>>()
                .join(" "),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let schema = home.json(&["schema"]);
    let records = schema["$defs"].as_object().expect("records").keys();
    let unmet: Vec<_> = records
        .filter(|name| !met.contains(*name) && !ASIDE.contains(&name.as_str()))
        .collect();
    assert!(unmet.is_empty(), "no example of the records {unmet:?}");
    let mut all = BTreeSet::new();
    for command in promise::cli::Cli::command().get_subcommands() {
        let name = command.get_name();
        all.insert(name.to_owned());
        all.extend(
            command
                .get_subcommands()
                .map(|inner| format!("{name} {}", inner.get_name())),
        );
    }
    let missing: Vec<&String> = all
        .iter()
        .filter(|name| !seen.contains(*name) && !APART.contains(&name.as_str()))
        .collect();
    assert!(missing.is_empty(), "no example of {missing:?}");
}

/// A line a record, in `--format jsonl`; promises of `due` say their section.
#[test]
fn lines_are_the_same_records() {
    let home = Home::new();
    home.ok(&["add", "Quote", "--to", "Jane", "--due", "today"]);
    for command in ["list", "due"] {
        let text = home.ok(&[command, "--format", "jsonl"]);
        for line in text.lines() {
            let value = serde_json::from_str(line).expect("JSON");
            assert_eq!(mistakes(&home, "promise", &value), [""; 0]);
            assert_eq!(value.get("section").is_some(), command == "due");
        }
    }
    home.ok(&["keep", "1"]);
    let line = home.ok(&["review", "--format", "jsonl"]);
    let value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(mistakes(&home, "moved", &value), [""; 0]);
    assert_eq!(value["column"], "progress");
}

#[test]
fn what_is_said_on_standard_error() {
    let home = Home::with_config("[capacity]\npromises = 1\n");
    home.ok(&["add", "Call", "--to", "Jane Ortiz", "--due", "friday"]);
    let table: [&[&str]; 6] = [
        &["keep", "9", "--json"],
        &["keep", "x", "--json"],
        &["add", "x", "--to", "Jo", "--due", "frooday", "--json"],
        &["import", "nothing", "--json"],
        &["list", "--db", "/", "--json"],
        &[
            "add",
            "x",
            "--to",
            "Jane Ortis",
            "--due",
            "friday",
            "--json",
        ],
    ];
    for arguments in table {
        let ran = home.run(arguments);
        assert!(!ran.stderr.is_empty(), "{ran:?}");
        for line in ran.stderr.lines() {
            let value: Value = serde_json::from_str(line).expect("JSON");
            let record = if value.get("error").is_some() {
                "error"
            } else {
                "message"
            };
            assert_eq!(mistakes(&home, record, &value), [""; 0], "{ran:?}");
        }
    }
}

/// The checks of this file can fail.
#[test]
fn what_is_wrong_is_found() {
    let home = Home::new();
    let whole = json!({"date": "2026-11-24", "promises_left": null, "minutes_left": 5});
    assert_eq!(mistakes(&home, "free", &whole), [""; 0]);
    for (key, value) in [
        ("date", json!("24 Nov")),
        ("date", json!(null)),
        ("promises_left", json!("2")),
        ("minutes_left", json!(1.5)),
        ("more", json!(1)),
    ] {
        let mut other = whole.clone();
        other[key] = value;
        assert_eq!(mistakes(&home, "free", &other).len(), 1, "{key}");
    }
    let nothing = json!({});
    assert_eq!(mistakes(&home, "free", &nothing).len(), 3);
    for (share, wrong) in [
        (json!(0.5), 0),
        (json!(1), 0),
        (json!(null), 0),
        (json!("1"), 1),
    ] {
        let rate = json!({"count": 1, "of": 2, "rate": share});
        assert_eq!(mistakes(&home, "rate", &rate).len(), wrong, "{share}");
    }
    let rate = json!({"count": 1, "of": 2, "rate": 0.5});
    let kept = json!({"first": rate, "negotiated": rate, "gap": null});
    let mut account = json!({
        "kept_rate": kept, "their_kept_rate": kept,
        "last_broken": null, "last_told": {}, "last_check": null,
    });
    assert_eq!(mistakes(&home, "account", &account).len(), 3);
    account["last_told"] = json!({"id": 1, "at": "2026-11-24T13:00:00+01:00", "text": null});
    assert_eq!(mistakes(&home, "account", &account), [""; 0]);
    let step = json!({
        "step": 1, "at": "2026-11-24T13:00:00+01:00", "command": "add", "kind": "undone",
        "target": null, "undone_by": null, "promises": ["1"], "people": [],
    });
    assert_eq!(mistakes(&home, "log", &step).len(), 2);
}

/// A type in a word or two.
fn named(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.trim_start_matches("#/$defs/").to_owned();
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        return words.join("|").replace('"', "");
    }
    if let Some(schemas) = schema["anyOf"].as_array() {
        return schemas.iter().map(named).collect::<Vec<_>>().join("|");
    }
    let types = match &schema["type"] {
        Value::Array(types) => types.clone(),
        Value::Null => return "any".to_owned(),
        one => vec![one.clone()],
    };
    let types = types.iter().map(|word| match word.as_str() {
        Some("array") => format!("[{}]", named(&schema["items"])),
        Some("string") => schema["format"].as_str().unwrap_or("string").to_owned(),
        word => word.unwrap_or("any").to_owned(),
    });
    types.collect::<Vec<_>>().join("|")
}

/// The contract as the program has it: a line a key.
fn contract(home: &Home) -> String {
    let schema = home.json(&["schema"]);
    let mut lines = String::new();
    for (record, schema) in schema["$defs"].as_object().expect("records") {
        for (key, value) in schema["properties"].as_object().expect("keys") {
            let required = schema["required"].as_array().expect("a list");
            let maybe = if required.contains(&json!(key)) {
                ""
            } else {
                "?"
            };
            writeln!(lines, "{record}.{key}{maybe} {}", named(value)).expect("a text");
        }
    }
    lines
}

/// Scripts rely on every key: one that is new is written down, and then stays.
#[test]
fn the_contract_is_kept() {
    let home = Home::new();
    let found = contract(&home);
    let found: BTreeSet<&str> = found.lines().collect();
    let promised: BTreeSet<&str> = CONTRACT.lines().collect();
    let broken: Vec<&&str> = promised.difference(&found).collect();
    assert!(broken.is_empty(), "taken away or changed: {broken:#?}");
    let unwritten: Vec<&&str> = found.difference(&promised).collect();
    assert!(
        unwritten.is_empty(),
        "write into tests/fixtures/json-contract.txt: {unwritten:#?}"
    );
}

/// Alone or among all, a record has one schema, and lacks nothing that it refers to.
#[test]
fn one_record_or_all() {
    let home = Home::new();
    let every = home.json(&["schema"]);
    let records = every["$defs"].as_object().expect("records");
    for (name, inner) in records {
        let mut alone = home.json(&["schema", name]);
        let object = alone.as_object_mut().expect("an object");
        let dialect = object.remove("$schema");
        assert_eq!(dialect, Some(every["$schema"].clone()), "{name}");
        for (used, schema) in object
            .remove("$defs")
            .iter()
            .filter_map(Value::as_object)
            .flatten()
        {
            assert_eq!(schema, &records[used], "{name} uses {used}");
        }
        assert_eq!(&alone, inner, "{name}");
    }
}

#[test]
fn an_unknown_record() {
    let home = Home::new();
    let ran = home.run(&["schema", "promises"]);
    ran.stdout("").status(2);
    assert!(
        ran.stderr
            .contains("tip: a similar value exists: 'promise'"),
        "{ran:?}"
    );
}
