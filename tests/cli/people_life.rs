//! `promise people show`, `edit`, `rename` and `merge`: what is known of a person, corrected.

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{carried_over, refused, says};

/// Jane Ortis with an open and a kept promise, and Bob with an open one.
fn home() -> Home {
    let home = Home::new();
    home.ok(&["people", "add", "Jane Ortis", "--email", "j@x.org"]);
    home.ok(&["add", "Call", "--to", "Jane Ortis", "--due", "friday"]);
    home.ok(&["add", "Quote", "--to", "Jane Ortis", "--due", "friday"]);
    home.ok(&["keep", "2"]);
    home.ok(&[
        "people", "add", "Bob", "--zone", "UTC", "--email", "b@x.org",
    ]);
    home.ok(&["add", "Contract", "--from", "Bob", "--due", "friday"]);
    home
}

/// Whatever can be seen of people and promises, with what a search for some names finds.
fn seen(home: &Home) -> Value {
    let searches = ["ortis", "ortiz", "bob", "jane"];
    let found = searches.map(|name| found(home, name));
    json!([
        home.json(&["people"]),
        home.json(&["list", "--all", "--sort", "id"]),
        found
    ])
}

/// The numbers of the promises, settled ones too, that a search finds.
fn found(home: &Home, words: &str) -> Vec<i64> {
    let list = home.json(&["list", "--all", "--sort", "id", "--search", words]);
    let list = list.as_array().expect("a list").iter();
    list.map(|one| one["id"].as_i64().expect("a number"))
        .collect()
}

/// A command that is one step: undone, everything is as before, redone, as after.
#[track_caller]
fn one_step(home: &Home, arguments: &[&str]) {
    let before = seen(home);
    home.ok(arguments);
    let after = seen(home);
    assert_ne!(before, after, "{arguments:?} does something");
    for _ in 0..2 {
        home.ok(&["undo"]);
        assert_eq!(seen(home), before, "undone: {arguments:?}");
        home.ok(&["redo"]);
        assert_eq!(seen(home), after, "redone: {arguments:?}");
    }
    carried_over(home);
}

#[test]
fn show() {
    let home = home();
    says(
        &home,
        &["people", "show", "ortis"],
        "Jane Ortis\n\
         \x20 email        j@x.org\n\
         \x20 we kept      nothing was due yet; 1 open, 0 overdue\n\
         \n\
         id  state  due         direction  what\n\
         1   open   Fri 27 Nov  mine       Call\n\
         2   kept   Fri 27 Nov  mine       Quote\n",
    );
    home.ok(&["people", "add", "Ann"]);
    says(
        &home,
        &["people", "show", "Ann"],
        "Ann\n\nNo promise stands between us.\n",
    );
    let mut shown = home.json(&["people", "show", "BOB"])[0].take();
    let promises = shown["promises"].take();
    assert_eq!(promises[0], home.json(&["list", "--from", "bob"])[0]);
    assert_eq!(shown["uuid"].take().as_str().map(str::len), Some(36));
    assert_eq!(
        shown,
        json!({
            "id": 2, "uuid": null, "name": "Bob", "organisation": null, "zone": "UTC",
            "email": "b@x.org", "phone": null, "note": null, "aliases": [], "open": 1,
            "overdue": 0, "kept": 0, "late": 0, "last_promise": "2026-11-23T16:00:00+01:00",
            "promises": null,
            "account": {
                "kept_rate": no_rates(), "their_kept_rate": no_rates(),
                "last_broken": null, "last_told": null, "last_check": null,
            },
        })
    );
}

fn no_rates() -> Value {
    let rate = json!({"count": 0, "of": 0, "rate": null});
    json!({"first": rate, "negotiated": rate, "gap": null})
}

#[test]
fn edit() {
    let home = home();
    let edit = [
        "people",
        "edit",
        "bob",
        "--zone",
        "europe/london",
        "--organisation",
        "Beta Corp",
        "--email",
        "bob@x.org",
        "--phone",
        "+1",
        "--note",
        "likes tea",
        "--alias",
        "Bobby",
        "--alias",
        "BB",
    ];
    home.run(&edit).stdout("Edited Bob\n").stderr("").status(0);
    let bob = home.json(&["people", "show", "bobby"])[0].take();
    assert_eq!(bob["zone"], "Europe/London");
    assert_eq!(bob["organisation"], "Beta Corp");
    assert_eq!(bob["email"], "bob@x.org");
    assert_eq!(bob["phone"], "+1");
    assert_eq!(bob["note"], "likes tea");
    assert_eq!(bob["aliases"], json!(["BB", "Bobby"]));
    assert!(
        home.ok(&["people", "show", "bob"])
            .contains("\n  note         likes tea\n")
    );
    // The same again is no change, and no step.
    home.run(&edit)
        .stdout("Unchanged: Bob\n")
        .stderr("")
        .status(0);
    assert_eq!(home.json(&["log"])[0]["step"], 7);
    home.ok(&["undo"]);
    one_step(&home, &edit);
    // His zone is what "their time" means from now on: nine there is ten here.
    let added = home.json(&[
        "add",
        "Ring",
        "--to",
        "bb",
        "--due",
        "friday 9:00 am their time",
    ]);
    assert_eq!(added[0]["due"], "2026-11-27T09:00:00+00:00");
    assert_eq!(added[0]["zone"], "Europe/London");
    let edited = home.json(&[
        "people",
        "edit",
        "bob",
        "--remove-alias",
        "BOBBY",
        "--clear",
        "note,zone",
    ]);
    assert_eq!(edited[0]["aliases"], json!(["BB"]));
    assert_eq!(edited[0]["note"], Value::Null);
    assert_eq!(edited[0]["zone"], Value::Null);
    assert_eq!(edited[0]["open"], 2);
    let cleared = home.json(&[
        "people",
        "edit",
        "bob",
        "--clear",
        "aliases",
        "--clear",
        "organisation,email,phone",
    ]);
    for key in ["organisation", "email", "phone"] {
        assert_eq!(cleared[0].get(key), Some(&Value::Null), "{key}");
    }
    assert_eq!(cleared[0]["aliases"], json!([]));
}

#[test]
fn rename() {
    let home = home();
    home.run(&["people", "rename", "ortis", "Jane Ortiz"])
        .stdout("Renamed Jane Ortis to Jane Ortiz\n")
        .stderr("")
        .status(0);
    // Settled ones too are found by the new name alone.
    assert_eq!(found(&home, "ortiz"), [1, 2]);
    assert_eq!(home.json(&["list"])[0]["to"], "Jane Ortiz");
    // The name before is an alias: it is hers in filters and in what is new.
    for name in ["ortis", "ortiz"] {
        let listed = home.json(&["list", "--all", "--to", name]);
        assert_eq!(listed.as_array().map(Vec::len), Some(2), "{name}");
    }
    home.ok(&["add", "Ring", "--to", "jane  ORTIS", "--due", "friday"]);
    assert_eq!(home.json(&["people"]).as_array().map(Vec::len), Some(2));
    assert_eq!(found(&home, "ortiz"), [1, 2, 4]);
    carried_over(&home);
}

/// Searching goes by the name that stands.
#[test]
fn rename_is_one_step() {
    one_step(&home(), &["people", "rename", "ortis", "Jane Ortiz"]);
}

/// Only the spelling: there is no alias that is the name itself.
#[test]
fn rename_to_the_same() {
    let home = home();
    let renamed = home.json(&["people", "rename", "bob", "BOB"]);
    assert_eq!(renamed[0]["name"], "BOB");
    assert_eq!(renamed[0]["aliases"], json!([]));
    let steps = home.json(&["log"]);
    home.run(&["people", "rename", "bob", "BOB"])
        .stdout("Unchanged: BOB\n")
        .stderr("")
        .status(0);
    assert_eq!(home.json(&["log"]), steps);
    // There and back leaves the other name as the only alias.
    home.ok(&["people", "rename", "bob", "Robert"]);
    let back = home.json(&["people", "rename", "robert", "Bob"]);
    assert_eq!(back[0]["name"], "Bob");
    assert_eq!(back[0]["aliases"], json!(["Robert"]));
}

#[test]
fn merge() {
    let home = home();
    home.ok(&["people", "edit", "bob", "--alias", "Bobby"]);
    home.run(&["people", "merge", "ortis", "bob"])
        .stdout("Merged into Jane Ortis: 1 promise moved\n")
        .stderr("")
        .status(0);
    home.ok(&["undo"]);
    one_step(&home, &["people", "merge", "ortis", "bob"]);
    let people = home.json(&["people"]);
    assert_eq!(people.as_array().map(Vec::len), Some(1));
    assert_eq!(people[0]["name"], "Jane Ortis");
    assert_eq!(people[0]["aliases"], json!(["Bob", "Bobby"]));
    assert_eq!(people[0]["open"], 2);
    // What is known of both, and where they differ, of the one who stays.
    assert_eq!(people[0]["zone"], "UTC");
    assert_eq!(people[0]["email"], "j@x.org");
    assert_eq!(found(&home, "jane"), [1, 2, 3]);
    assert_eq!(home.json(&["show", "3"])[0]["from"], "Jane Ortis");
    home.ok(&["add", "Ring", "--to", "bobby", "--due", "friday"]);
    assert_eq!(home.json(&["list", "--to", "bob"])[0]["to"], "Jane Ortis");
}

/// A promise made since to the one who stays, by the other's name, is hers when they are two again.
#[test]
fn a_promise_made_since_a_merge() {
    let home = home();
    home.ok(&["people", "merge", "ortis", "bob"]);
    home.ok(&["add", "Ring", "--to", "Bob", "--due", "friday"]);
    let merge = home.json(&["log"])[1]["step"].to_string();
    home.ok(&["undo", &merge]);
    assert_eq!(home.json(&["show", "4"])[0]["to"], "Jane Ortis");
    assert_eq!(home.json(&["show", "3"])[0]["from"], "Bob");
    // No name is two people's.
    let people = home.json(&["people"]);
    assert_eq!(people.as_array().map(Vec::len), Some(2));
    assert_eq!(people[1]["aliases"], json!([]));
    carried_over(&home);
    home.ok(&["redo", &merge]);
    assert_eq!(home.json(&["people"])[0]["open"], 3);
}

/// A chain of merges ends at one person, and comes apart again in turn.
#[test]
fn merged_twice() {
    let home = home();
    home.ok(&["add", "Ring", "--to", "Ann", "--due", "friday"]);
    let apart = seen(&home);
    home.ok(&["people", "merge", "bob", "ann"]);
    home.ok(&["people", "merge", "ortis", "bob"]);
    let people = home.json(&["people"]);
    assert_eq!(people[0]["aliases"], json!(["Ann", "Bob"]));
    assert_eq!(people[0]["open"], 3);
    assert_eq!(
        home.json(&["list", "--to", "ann"]).as_array().map(Vec::len),
        Some(2)
    );
    carried_over(&home);
    home.ok(&["undo"]);
    home.ok(&["undo"]);
    assert_eq!(seen(&home), apart);
}

#[test]
fn what_is_refused() {
    let home = home();
    home.ok(&["people", "add", "Bob Ortis"]);
    let nobody = "error: no person is called \"nobody\"\nhint: promise people lists them\n";
    let taken = "error: \"jane ORTIS\" is Jane Ortis already\n\
                 hint: promise people merge makes two people one\n";
    let two = "error: \"ortis\" could be Jane Ortis or Bob Ortis\nhint: write more of the name\n";
    let empty = |name: &str| format!("error: the value of {name} is empty\n");
    let zone = "error: no time zone is called \"Mars\"\n\
                hint: name one as Europe/London or America/Chicago\n";
    refused(
        &home,
        &[
            (&["people", "show", "nobody"], nobody, 3),
            (&["people", "edit", "nobody", "--phone", "1"], nobody, 3),
            (&["people", "rename", "nobody", "Ann"], nobody, 3),
            (&["people", "merge", "nobody", "Bob"], nobody, 3),
            (&["people", "merge", "Bob", "nobody", "--json"], nobody, 3),
            (&["people", "show", "ortis"], two, 2),
            (&["people", "edit", "ortis", "--phone", "1"], two, 2),
            (&["people", "rename", "ortis", "Ann"], two, 2),
            (&["people", "merge", "Bob", "ortis"], two, 2),
            (&["people", "rename", "Bob", "jane ORTIS"], taken, 4),
            (
                &["people", "edit", "Bob", "--alias", "jane ORTIS"],
                taken,
                4,
            ),
            (&["people", "edit", "Bob", "--zone", "Mars"], zone, 2),
            (&["people", "show", ""], &empty("NAME"), 2),
            (&["people", "rename", "Bob", ""], &empty("NEW-NAME"), 2),
            (&["people", "merge", "Bob", ""], &empty("OTHER"), 2),
            (
                &["people", "edit", "Bob", "--phone", ""],
                &empty("--phone"),
                2,
            ),
            (
                &["people", "merge", "jane", "JANE ortis"],
                "error: Jane Ortis is one person already\n",
                2,
            ),
        ],
    );
    let ran = home.run(&["people", "edit", "Bob", "--clear", "name"]);
    assert!(
        ran.stderr
            .contains("zone, organisation, email, phone, note, aliases")
    );
    ran.stdout("").status(2);
    // As with a promise: say what to correct.
    let before = home.bytes();
    home.run(&["people", "edit", "Bob"]).stdout("").status(2);
    assert!(home.bytes() == before);
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    let commands: [&[&str]; 4] = [
        &["people", "show", "Jane"],
        &["people", "edit", "Jane", "--phone", "1"],
        &["people", "rename", "Jane", "Ann"],
        &["people", "merge", "Jane", "Ann"],
    ];
    for command in commands {
        home.run(command)
            .stdout("")
            .stderr(
                "note: no promise is recorded yet: no database at \
                 ~/.local/share/promise/promise.db\n\
                 error: no person is called \"Jane\"\n\
                 hint: promise people lists them\n",
            )
            .status(3);
    }
    assert!(!home.database().exists());
}
