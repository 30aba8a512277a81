//! `promise add --batch`: many promises from JSON Lines, all of them or none.

use serde_json::{Value, json};

use crate::harness::{Home, Ran};

/// Runs a batch from standard input.
fn batch(home: &Home, lines: &str) -> Ran {
    home.run_with(&["add", "--batch", "-"], lines)
}

fn steps(home: &Home) -> usize {
    home.json(&["log"]).as_array().expect("steps").len()
}

/// A line that has every key, and a promise typed with the same flags.
const WHOLE: &str = concat!(
    r#"{"what": "Send the quote", "to": "Jane Ortiz", "due": "tomorrow 1pm", "owner": "Ann","#,
    r#" "via": "call", "tag": ["vip", "quote"], "effort": "1h30m", "note": "by hand","#,
    r#" "made": "today 9:00", "needs": [1], "key": "crm-2", "standard": "quick","#,
    r#" "every": "2 weeks", "until": "31 Dec", "times": 3}"#
);

#[test]
fn every_flag_is_a_key() {
    let home = Home::with_config("[standard.quick]\ndue = \"today\"\ntags = [\"fast\"]\n");
    home.ok(&["add", "Ask", "--to", "Bob", "--due", "friday"]);
    batch(&home, WHOLE).status(0);
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "tomorrow 1pm",
        "--owner",
        "Ann",
        "--via",
        "call",
        "--tag",
        "vip",
        "--tag",
        "quote",
        "--effort",
        "1h30m",
        "--note",
        "by hand",
        "--made",
        "today 9:00",
        "--needs",
        "1",
        "--key",
        "crm-3",
        "--standard",
        "quick",
        "--every",
        "2 weeks",
        "--until",
        "31 Dec",
        "--times",
        "3",
    ]);
    let mut records = home.json(&["list", "--sort", "id"]);
    let records = records.as_array_mut().expect("a list");
    for (record, key) in records.iter_mut().skip(1).zip(["crm-2", "crm-3"]) {
        assert_eq!(record["key"], key);
        for own in ["id", "uuid", "key", "series"] {
            record[own] = Value::Null;
        }
    }
    assert_eq!(records[1], records[2]);
}

/// A flag that is added one day is a key from that day on.
#[test]
fn no_flag_is_forgotten() {
    use clap::CommandFactory as _;
    let mut command = promise::cli::Cli::command();
    let add = command.find_subcommand_mut("add").expect("a command");
    let home = Home::new();
    let ran = batch(&home, "{\"nothing-like-it\": 1}");
    ran.status(2);
    let hint = ran.stderr.lines().nth(1).expect("a hint");
    let keys = hint.strip_prefix("hint: the keys are ").expect("the keys");
    let keys: Vec<&str> = keys.split(", ").collect();
    let mut flags: Vec<&str> = vec!["what"];
    flags.extend(add.get_arguments().filter_map(clap::Arg::get_long));
    flags.retain(|flag| *flag != "batch");
    assert_eq!(keys, flags);
}

#[test]
fn one_step_and_each_is_printed() {
    let home = Home::new();
    let lines = "{\"what\": \"--call\", \"to\": \"Jane\", \"due\": \"friday\"}\r\n\
                 \n\
                 {\"what\": \"Sign\", \"from\": \"Beta\", \"by\": \"tomorrow\", \"tag\": \"x\", \
                 \"owner\": null}";
    batch(&home, lines)
        .stdout(
            "Added 1: --call\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n\
             Added 2: Sign\n\
             \x20 from  Beta\n\
             \x20 due   Tue 24 Nov 2026 all day +01:00 (tomorrow)\n",
        )
        .stderr("")
        .status(0);
    assert_eq!(steps(&home), 1);
    let printed = home.run_with(&["add", "--batch", "-", "--json"], lines);
    let printed: Value = serde_json::from_str(&printed.stdout).expect("JSON");
    assert_eq!(printed[1]["id"], 4);
    assert_eq!(
        printed,
        home.json(&["show", "3,4"])
            .as_array()
            .map(|shown| {
                let without = shown.iter().cloned().map(|mut record| {
                    let fields = record.as_object_mut().expect("a record");
                    fields.remove("events");
                    fields.remove("heard");
                    record
                });
                Value::Array(without.collect())
            })
            .expect("a list")
    );
    home.ok(&["undo"]);
    assert_eq!(home.json(&["list"]).as_array().expect("a list").len(), 2);
    home.run_with(&["add", "--batch", "-", "-q"], lines)
        .stdout("5\n6\n");
}

#[test]
fn a_file_as_well() {
    let home = Home::new();
    let file = home.path().join("calls.jsonl");
    std::fs::write(
        &file,
        "\u{feff}{\"what\":\"Call\",\"to\":\"Jo\",\"due\":\"friday\"}\n{}\n",
    )
    .expect("a file");
    home.run(&["add", "--batch", "calls.jsonl"])
        .stdout("")
        .stderr(
            "error: calls.jsonl:2: say what is promised\n\
             hint: promise add \"Send the quote\" --to NAME --due PHRASE\n",
        )
        .status(2);
    home.run(&["add", "--batch", "no-such-file"])
        .stdout("")
        .stderr("error: could not read no-such-file: No such file or directory (os error 2)\n")
        .status(1);
}

/// Whatever is wrong with one line, nothing of the others is saved.
#[test]
fn all_or_none() {
    let home = Home::with_config("[capacity]\npromises = 2\nstrict = true\n");
    home.ok(&["add", "Ask", "--to", "Bob", "--due", "friday"]);
    let bytes = home.bytes();
    let good = r#"{"what": "Call", "to": "Jane", "due": "friday"}"#;
    let table = [
        (
            "[]",
            2,
            "not a JSON object: invalid type: sequence, expected an object",
        ),
        (
            "{",
            2,
            "not a JSON object: EOF while parsing an object, at column 1",
        ),
        (
            r#"{"what": "A", "to": "Jane", "dui": "friday"}"#,
            2,
            "there is no key \"dui\"\nhint: did you mean \"due\"?",
        ),
        (
            r#"{"what": "A", "to": "Jane", "due": 5}"#,
            2,
            "\"due\" takes a text, and this is a number",
        ),
        (
            r#"{"what": ["A"], "to": "Jane", "due": "friday"}"#,
            2,
            "\"what\" takes a text, and this is a list",
        ),
        (
            r#"{"what": "A", "what": "B", "to": "Jane", "due": "friday"}"#,
            2,
            "\"what\" is there twice",
        ),
        (
            r#"{"what": "A", "to": "Jane", "due": "frooday"}"#,
            2,
            "--due: \"frooday\" is not understood here\n  frooday\n  ^^^^^^^",
        ),
        (
            r#"{"what": "A", "to": "Jane", "due": "friday", "needs": ["99"]}"#,
            3,
            "no promise 99\nhint: promise list --all lists every one",
        ),
        (
            r#"{"what": "A", "to": "Jane", "due": "friday", "times": 0, "every": "friday"}"#,
            2,
            "invalid value '0' for '--times <COUNT>': 0 is not in 1..=4294967295\n\
             hint: promise --help, or --help after a command, lists the flags",
        ),
        (
            r#"{"what": "A", "to": "Jane", "from": "Jo", "due": "friday"}"#,
            2,
            "the argument '--to <NAME>' cannot be used with '--from <NAME>'\n\
             hint: promise --help, or --help after a command, lists the flags",
        ),
        (
            r#"{"what": "", "to": "Jane", "due": "friday"}"#,
            2,
            "the description is empty\nhint: say in a line what is promised",
        ),
        (
            r#"{"what": "A", "to": "Jane", "due": "friday"}"#,
            4,
            "Fri 27 Nov 2026 is full: 2 promised already\n\
             hint: the next day with room is Mon 30 Nov 2026",
        ),
    ];
    for (bad, status, message) in table {
        let ran = batch(&home, &format!("{good}\n{bad}\n"));
        ran.stdout("")
            .stderr(&format!("error: -:2: {message}\n"))
            .status(status);
        assert_eq!(home.bytes(), bytes, "{bad}");
    }
    let ran = batch(&home, &format!("{good}\n{{}}\n{good}\nx\n[]\n"));
    ran.status(2);
    assert!(ran.stderr.starts_with("error: -:2: say what is promised\n"));
    assert!(
        ran.stderr.ends_with("hint: lines 4, 5 are wrong too\n"),
        "{ran:?}"
    );
}

/// What is said of a line names it.
#[test]
fn remarks_name_their_line() {
    let home = Home::new();
    let ran = batch(
        &home,
        "{\"what\": \"A\", \"to\": \"Jo\", \"due\": \"friday\"}\n\
         {\"what\": \"B\", \"to\": \"Jo\", \"due\": \"monday\"}\n",
    );
    ran.status(0)
        .stderr("note: -:2: today is Monday: Mon 30 Nov 2026 is taken\n");
}

/// A retry of a batch changes nothing; what it lacks is added.
#[test]
fn keys_make_a_retry_harmless() {
    let mut home = Home::new();
    let lines = "{\"what\": \"A\", \"to\": \"Jo\", \"due\": \"today 5pm\", \"key\": \"a\"}\n\
                 {\"what\": \"B\", \"to\": \"Jo\", \"due\": \"today 5pm\", \"key\": \"b\"}\n";
    batch(&home, lines).status(0);
    let bytes = home.bytes();
    // The deadlines have passed, and the records that are there count.
    home.at("2026-11-23T18:00:00+01:00");
    let ran = home.run_with(&["add", "--batch", "-", "--quiet"], lines);
    ran.stdout("1\n2\n").status(0);
    assert_eq!(home.bytes(), bytes, "a retry writes nothing");
    let more = format!(
        "{lines}{}\n",
        json!({"what": "C", "to": "Jo", "due": "friday", "key": "c"})
    );
    let ran = home.run_with(&["add", "--batch", "-", "--quiet"], &more);
    ran.stdout("1\n2\n3\n").status(0);
    assert_eq!(steps(&home), 2);
    let again = "{\"what\": \"A\", \"to\": \"Jo\", \"due\": \"today 5pm\", \"key\": \"d\"}\n\
                 {\"what\": \"Z\", \"to\": \"Jo\", \"due\": \"today 5pm\", \"key\": \"d\"}\n";
    home.at("2026-11-23T16:00:00+01:00");
    batch(&home, again)
        .stdout(
            "Added 4: A\n  to    Jo\n  due   Mon 23 Nov 2026 17:00 +01:00 (in 1 h)\n\
             Already there as 4: A\n  to    Jo\n  due   Mon 23 Nov 2026 17:00 +01:00 (in 1 h)\n",
        )
        .stderr(
            "warning: -:2: promise 4 has this key and stays as it is: its description would be \
             another\n",
        )
        .status(0);
}

/// However many names are close to known ones, there is one hint.
#[test]
fn close_names_are_told_together() {
    let home = Home::new();
    for name in ["Jane Ortiz", "Bobby Tables"] {
        home.ok(&["people", "add", name]);
    }
    let line = |name| json!({"what": "A", "to": name, "due": "friday"}).to_string() + "\n";
    let both = line("Jane Ortis") + &line("Bobby Table") + &line("Somebody");
    batch(&home, &both).status(0).stderr(
        "hint: 2 new names are close to known ones: \"Jane Ortis\" to \"Jane Ortiz\", \
         \"Bobby Table\" to \"Bobby Tables\"; promise people merge makes two people one\n",
    );
    let ran = batch(&home, &line("Jane Ortizz"));
    ran.status(0).stderr(
        "hint: \"Jane Ortizz\" is new, and close to \"Jane Ortiz\"; if they are one, promise \
         edit 4 --to \"Jane Ortiz\"\n",
    );
}

/// A day that is full is told of once.
#[test]
fn a_full_day_is_told_once() {
    let home = Home::with_config("[capacity]\npromises = 1\n");
    let line = "{\"what\": \"A\", \"to\": \"Jo\", \"due\": \"friday\"}\n";
    batch(&home, &line.repeat(4)).status(0).stderr(
        "warning: -:2: Fri 27 Nov 2026 is full: 1 promised already\n\
         hint: -:2: the next day with room is Mon 30 Nov 2026\n",
    );
}

#[test]
fn nothing_to_add() {
    let home = Home::new();
    batch(&home, "\n \n")
        .stdout("")
        .stderr("note: no promise in -\n")
        .status(0);
    let ran = home.run_with(&["add", "--batch", "-", "--json"], "");
    ran.stdout("[]\n").status(0);
    assert!(!home.database().exists());
}

#[test]
fn limits() {
    let home = Home::new();
    let long = json!({"what": "x".repeat(300_000), "to": "Jo", "due": "friday"}).to_string();
    batch(&home, &long)
        .stdout("")
        .stderr("error: -:1: the line is longer than 262144 bytes\n")
        .status(2);
    assert!(!home.database().exists());
}

/// The flags of the command line say nothing about the lines.
#[test]
fn no_other_flags() {
    let home = Home::new();
    for flags in [
        &["--to", "Jane"][..],
        &["Call"],
        &["--standard", "x"],
        &["--every", "friday"],
        &["--tag", "x"],
    ] {
        let ran = home.run(&[&["add", "--batch", "-"], flags].concat());
        ran.stdout("").status(2).stderr(
            "error: --batch reads what is promised from a file, one promise a line\n\
             hint: write the other flags as keys of each line\n",
        );
    }
}
