//! `promise export` and `promise import`: nothing is lost on the way, and nothing half taken.

use std::fs;

use serde_json::{Value, json};

use crate::harness::{Home, Ran};

/// A home where everything that can be recorded was: every field, people known and not known any
/// more, steps undone and redone, hostile texts.
pub fn lively() -> Home {
    let mut home = Home::new();
    let jane = "people add Jane|Ortiz --zone America/Chicago --organisation Beta|Corp \
                --email jane@example.org --phone +1|555 --alias Janey --alias JO";
    let commands = [
        jane,
        "add Send|the|quote --to janey --due tomorrow|1pm --tag a --tag b --effort 45m \
         --note first --via call --key K-1 --owner Ann",
        "add Contract --from Bob --due end|of|month --made yesterday",
        "add oops --to Zed --due in|2|hours",
        "undo",
        "add gone --to Jane|Ortiz --due friday --key K-2",
        "void 4 --note twice",
        "edit 1 Send|the|revised|quote --due friday --remove-tag a --tag c --clear effort",
        "keep 1 --note kept",
        "undo",
        "redo",
        "note 2 ring|them",
        "undo",
        "edit 2 --from Bobby",
        "people add Only|known",
    ];
    for (minute, command) in commands.into_iter().enumerate() {
        home.at(&format!("2026-11-23T16:{minute:02}:00+01:00"));
        let words: Vec<String> = command
            .split_whitespace()
            .map(|word| word.replace('|', " "))
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        home.ok(&words);
    }
    home.ok(&[
        "note",
        "2",
        "\u{1b}[31mred\nand \u{202e}turned \"quoted\" 王",
    ]);
    home
}

/// Imports a text from a file named `in.jsonl`.
fn import(home: &Home, text: &str) -> Ran {
    fs::write(home.path().join("in.jsonl"), text).expect("a file");
    home.run(&["import", "in.jsonl"])
}

fn rows(home: &Home) -> Vec<Value> {
    let list = home.json(&["list", "--all", "--sort", "id"]);
    list.as_array().expect("a list").clone()
}

#[test]
fn into_a_new_file_and_out_again() {
    let home = lively();
    let exported = home.ok(&["export"]);
    let copy = Home::new();
    import(&copy, &exported)
        .stdout("Imported 4 promises and 5 people; 0 were there already.\n")
        .stderr("")
        .status(0);
    assert_eq!(copy.ok(&["export"]), exported);
    // What is made of it is the same too, numbers included.
    assert_eq!(rows(&copy), rows(&home));
    assert_eq!(copy.json(&["people"]), home.json(&["people"]));
    for id in ["1", "2", "3", "4"] {
        let history = |home: &Home| {
            let mut shown = home.json(&["show", id]);
            for event in shown[0]["events"].as_array_mut().expect("events") {
                // Places in the file's own log.
                let event = event.as_object_mut().expect("an event");
                event.remove("step");
                event.remove("seq");
                event.remove("target");
            }
            shown
        };
        assert_eq!(history(&copy), history(&home), "promise {id}");
    }
    copy.run(&[
        "list", "--search", "revised", "--all", "--fields", "id", "--format", "plain",
    ])
    .stdout("1\n")
    .status(0);
    // Numbers go on after the greatest one.
    assert_eq!(
        copy.json(&["add", "next", "--to", "Bob", "--due", "friday"])[0]["id"],
        5
    );
    // And a copy of the copy is a copy.
    let again = Home::new();
    let ran = again.run_with(&["import", "-"], &copy.ok(&["export"]));
    ran.stderr("").status(0);
    assert_eq!(again.ok(&["export"]), copy.ok(&["export"]));
}

#[test]
fn an_export_is_one_record_a_line() {
    let home = lively();
    let exported = home.ok(&["export"]);
    let kinds: Vec<String> = exported
        .lines()
        .map(|line| {
            let record: Value = serde_json::from_str(line).expect("JSON");
            record["record"].as_str().expect("a kind").to_owned()
        })
        .collect();
    let steps = kinds.iter().take_while(|kind| *kind == "step").count();
    assert_eq!(steps, 16);
    assert_eq!(kinds[steps..steps + 5], ["person"; 5]);
    assert_eq!(kinds[steps + 5..], ["promise"; 4]);
    assert!(
        !exported.contains('\u{1b}'),
        "JSON spells control characters out"
    );
}

#[test]
fn nothing_to_export() {
    let home = Home::new();
    home.run(&["export"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at \
             ~/.local/share/promise/promise.db\n",
        )
        .status(0);
    assert!(!home.database().exists());
}

#[test]
fn an_import_is_one_step() {
    let exported = lively().ok(&["export"]);
    let home = Home::new();
    home.ok(&["add", "mine", "--to", "Ann", "--due", "friday"]);
    import(&home, &exported).stderr("").status(0);
    let log = home.json(&["log"]);
    let commands: Vec<&str> = log
        .as_array()
        .expect("steps")
        .iter()
        .map(|step| step["command"].as_str().expect("a command"))
        .collect();
    assert_eq!(commands, ["import", "add"]);
    // Numbers here were used already: new ones are given, in the order of the file.
    let numbers: Vec<(i64, String)> = rows(&home)
        .iter()
        .map(|row| {
            (
                row["id"].as_i64().expect("a number"),
                row["what"].to_string(),
            )
        })
        .collect();
    assert_eq!(numbers[1], (2, "\"Send the revised quote\"".to_owned()));
    assert_eq!(numbers.len(), 5);
    home.ok(&["undo"]);
    let states = |home: &Home| -> Vec<String> {
        rows(home)
            .iter()
            .map(|row| row["state"].as_str().expect("a state").to_owned())
            .collect()
    };
    assert_eq!(states(&home), ["open", "void", "void", "void", "void"]);
    assert_eq!(home.json(&["people"]).as_array().expect("people").len(), 1);
    home.ok(&["redo"]);
    assert_eq!(states(&home), ["open", "kept", "open", "void", "void"]);
    home.ok(&["undo"]);
    // Its keys are free again, and what took one of them keeps it.
    home.ok(&[
        "add", "same key", "--to", "Ann", "--due", "friday", "--key", "K-1",
    ]);
    assert_eq!(
        states(&home),
        ["open", "void", "void", "void", "void", "open"]
    );
}

/// What is there already, by its UUID, is skipped; nothing is recorded where nothing is new.
#[test]
fn the_same_again() {
    let home = lively();
    let exported = home.ok(&["export"]);
    let log = home.ok(&["log"]);
    import(&home, &exported)
        .stdout("Imported 0 promises and 0 people; 9 were there already.\n")
        .stderr("")
        .status(0);
    assert_eq!(home.ok(&["export"]), exported);
    assert_eq!(home.ok(&["log"]), log, "what adds nothing is no step");
    assert_eq!(
        home.json(&["import", "in.jsonl"]),
        json!([{"promises": 0, "people": 0, "present": 9, "differing": 0,
                "left_out": 0, "bad": 0, "format": "jsonl"}])
    );
}

/// Two machines that have gone apart: what differs is named, and stays as it is.
#[test]
fn what_differs() {
    let home = lively();
    let exported = home.ok(&["export"]);
    let other = Home::new();
    import(&other, &exported).status(0);
    other.ok(&["keep", "2"]);
    other.ok(&["add", "new there", "--to", "Bob", "--due", "friday"]);
    let theirs = other.ok(&["export"]);
    let line = |text: &str, part: &str| {
        let place = text
            .lines()
            .position(|line| line.contains(part))
            .expect("a line");
        place + 1
    };
    let place = line(&theirs, "\"id\":2,\"uuid\":\"").max(line(&theirs, "\"Contract\""));
    import(&home, &theirs)
        .stdout("Imported 1 promise and 0 people; 9 were there already.\n")
        .stderr(&format!(
            "warning: in.jsonl:{place}: promise 2 is here already with another history, \
             and stays as it is\n"
        ))
        .status(0);
    assert_eq!(rows(&home)[1]["state"], "open");
    assert_eq!(rows(&home)[4]["what"], "new there");
    // The same identities with other words are no less different.
    let home = lively();
    let exported = home.ok(&["export"]);
    let forged = exported.replace("Send the revised quote", "Send nothing at all");
    let place = line(&forged, "Send nothing at all");
    import(&home, &forged)
        .stdout("Imported 0 promises and 0 people; 9 were there already.\n")
        .stderr(&format!(
            "warning: in.jsonl:{place}: promise 1 is here already with another history, \
             and stays as it is\n"
        ))
        .status(0);
    assert_eq!(home.ok(&["export"]), exported);
}

/// The same person, recorded on two machines: promises go to the one known here.
#[test]
fn a_name_that_is_known_here() {
    let exported = lively().ok(&["export"]);
    let home = Home::new();
    home.ok(&["people", "add", "janey", "--zone", "Europe/London"]);
    let ran = import(&home, &exported);
    ran.stdout("Imported 4 promises and 4 people; 1 were there already.\n")
        .status(0);
    assert_eq!(
        ran.stderr.matches("warning: in.jsonl:").count(),
        1,
        "{ran:?}"
    );
    assert!(ran.stderr.contains(": person 1 is here already"), "{ran:?}");
    assert_eq!(rows(&home)[0]["to"], "janey");
    let people = home.json(&["people"]);
    let mut people = people.as_array().expect("people").iter();
    let janey = people.find(|person| person["name"] == "janey");
    assert_eq!(janey.expect("janey")["zone"], "Europe/London");
    // What was linked to somebody else here is still the same to the next import.
    let ran = import(&home, &exported);
    ran.stdout("Imported 0 promises and 0 people; 9 were there already.\n")
        .status(0);
    assert_eq!(
        ran.stderr.matches("warning: in.jsonl:").count(),
        1,
        "{ran:?}"
    );
}

#[test]
fn a_key_that_is_taken_here() {
    let exported = lively().ok(&["export"]);
    let home = Home::new();
    home.ok(&[
        "add", "mine", "--to", "Ann", "--due", "friday", "--key", "K-1",
    ]);
    let before = home.bytes();
    let ran = import(&home, &exported);
    ran.stdout("").status(1);
    assert!(
        ran.stderr.contains("key \"K-1\" belongs to promise 1\n"),
        "{ran:?}"
    );
    assert!(
        ran.stderr
            .ends_with("error: nothing was imported: 1 line made no sense\n"),
        "{ran:?}"
    );
    assert!(home.bytes() == before);
}
