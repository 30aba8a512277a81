//! `promise people`.

use serde_json::json;

use crate::harness::Home;

/// Somebody with every field.
fn jane() -> Home {
    let home = Home::new();
    home.run(&[
        "people",
        "add",
        "Jane",
        "Ortiz",
        "--zone",
        "america/chicago",
        "--organisation",
        "Beta Corp",
        "--email",
        "jane@example.org",
        "--phone",
        "+1 555 0100",
        "--alias",
        "Janey",
        "--alias",
        "J. O.",
    ])
    .stdout("Added Jane Ortiz\n")
    .stderr("")
    .status(0);
    home
}

#[test]
fn nobody() {
    let home = Home::new();
    let note = "note: no promise is recorded yet: no database at \
                ~/.local/share/promise/promise.db\n";
    home.run(&["people"])
        .stdout("Nobody is known yet.\n")
        .stderr(note)
        .status(0);
    home.run(&["people", "--json"])
        .stdout("[]\n")
        .stderr(note)
        .status(0);
    home.run(&["people", "--format", "csv"])
        .stdout(
            "id,name,open,overdue,kept,late,last_promise,organisation,zone,email,phone,aliases\n",
        )
        .stderr(note)
        .status(0);
    assert!(!home.database().exists());
}

#[test]
fn somebody() {
    let home = jane();
    home.ok(&["add", "Call back", "--to", "janey", "--due", "friday"]);
    home.ok(&[
        "add",
        "Contract",
        "--from",
        "JANE  ortiz",
        "--due",
        "friday",
    ]);
    home.ok(&["add", "Done", "--to", "j. o.", "--due", "friday"]);
    home.ok(&["keep", "3"]);
    home.ok(&["people", "add", "Ann"]);
    home.run(&["people"])
        .stdout(
            "name        open  overdue  kept  late  last promise     organisation  \
             zone             aliases\n\
             Ann         0     0        0     0\n\
             Jane Ortiz  2     0        1     0     Mon 23 Nov 2026  Beta Corp     \
             America/Chicago  J. O., Janey\n",
        )
        .stderr("")
        .status(0);
    let mut people = home.json(&["people"]);
    let uuid = people[1]["uuid"].take();
    assert_eq!(uuid.as_str().expect("a UUID").len(), 36);
    assert_eq!(
        people[1],
        json!({
            "id": 1, "uuid": null, "name": "Jane Ortiz", "organisation": "Beta Corp",
            "zone": "America/Chicago", "email": "jane@example.org", "phone": "+1 555 0100", "note": null,
            "aliases": ["J. O.", "Janey"], "open": 2, "overdue": 0, "kept": 1, "late": 0,
            "last_promise": "2026-11-23T16:00:00+01:00",
        })
    );
    home.run(&["people", "--format", "plain"])
        .stdout(
            "2\tAnn\t0\t0\t0\t0\t\t\t\t\t\t\n\
             1\tJane Ortiz\t2\t0\t1\t0\t2026-11-23T16:00:00+01:00\tBeta Corp\tAmerica/Chicago\tjane@example.org\t+1 555 0100\t\
             J. O.,Janey\n",
        )
        .stderr("")
        .status(0);
}

/// A name belongs to one person, whatever its case and spacing, and so does an alias.
#[test]
fn names_that_are_taken() {
    let home = jane();
    home.ok(&["people", "add", "Bob"]);
    let before = home.bytes();
    let table: [(&[&str], &str); 3] = [
        (
            &["people", "add", "jane ORTIZ"],
            "error: \"jane ORTIZ\" is known already\n\
             hint: add what is missing, as --zone or --email\n",
        ),
        (
            &["people", "add", "Bobby", "--alias", "janey"],
            "error: \"janey\" is Jane Ortiz already\n",
        ),
        (
            &["people", "add", "Bob", "--alias", "JANE  ORTIZ"],
            "error: \"JANE  ORTIZ\" is Jane Ortiz already\n",
        ),
    ];
    for (command, stderr) in table {
        home.run(command).stdout("").stderr(stderr).status(4);
        assert!(home.bytes() == before, "{command:?}");
    }
}

/// The same person again, with what was not known of them.
#[test]
fn what_is_added_to_somebody() {
    let home = Home::new();
    home.ok(&["add", "Call back", "--to", "Jane Ortiz", "--due", "friday"]);
    home.run(&["people", "add", "jane ortiz", "--zone", "Europe/London"])
        .stderr("")
        .status(0);
    home.run(&[
        "people",
        "add",
        "Jane Ortiz",
        "--alias",
        "Janey",
        "--email",
        "j@example.org",
    ])
    .stderr("")
    .status(0);
    let people = home.json(&["people"]);
    assert_eq!(people.as_array().expect("a list").len(), 1);
    assert_eq!(people[0]["name"], "Jane Ortiz");
    assert_eq!(people[0]["zone"], "Europe/London");
    assert_eq!(people[0]["email"], "j@example.org");
    assert_eq!(people[0]["aliases"], json!(["Janey"]));
    assert_eq!(people[0]["open"], 1);
    // Each is a step of its own.
    home.ok(&["undo"]);
    assert_eq!(home.json(&["people"])[0]["email"], json!(null));
    assert_eq!(home.json(&["people"])[0]["aliases"], json!([]));
    home.ok(&["undo"]);
    assert_eq!(home.json(&["people"])[0]["zone"], json!(null));
    home.ok(&["redo"]);
    assert_eq!(home.json(&["people"])[0]["zone"], "Europe/London");
}

#[test]
fn what_is_no_name() {
    let home = jane();
    let before = home.bytes();
    let long = "x".repeat(1025);
    let table: [(&[&str], &str); 8] = [
        (
            &["people", "add", ""],
            "error: the value of NAME is empty\n",
        ),
        (
            &["people", "add", " \t"],
            "error: the value of NAME is empty\n",
        ),
        (
            &["people", "add", &long],
            "error: the value of NAME has 1025 bytes; the limit is 1024\n",
        ),
        (
            &["people", "add", "Zoe", "--alias", ""],
            "error: the value of --alias is empty\n",
        ),
        (
            &["people", "add", "Zoe", "--email", " "],
            "error: the value of --email is empty\n",
        ),
        (
            &["people", "add", "Zoe", "--phone", &long],
            "error: the value of --phone has 1025 bytes; the limit is 1024\n",
        ),
        (
            &["people", "add", "Zoe", "--organisation", ""],
            "error: the value of --organisation is empty\n",
        ),
        (
            &["people", "add", "Zoe", "--zone", "Nowhere"],
            "error: no time zone is called \"Nowhere\"\n\
             hint: name one as Europe/London or America/Chicago\n",
        ),
    ];
    for (command, stderr) in table {
        home.run(command).stdout("").stderr(stderr).status(2);
        assert!(home.bytes() == before, "{command:?}");
    }
    home.run(&["people", "add"]).stdout("").status(2);
}

/// Stored as it is, shown harmless, unchanged in JSON.
#[test]
fn hostile_names() {
    let home = Home::new();
    let names = [
        "\u{1b}[31mred",
        "two\nlines",
        "\u{202e}turned",
        "=SUM(A1)",
        "Bob \"B\" O'Neil $x; rm",
        "王小明",
    ];
    for name in names {
        home.ok(&["people", "add", "--", name]);
    }
    home.run(&["people"])
        .stdout(
            "name                   open  overdue  kept  late\n\
             \\x1b[31mred            0     0        0     0\n\
             =SUM(A1)               0     0        0     0\n\
             Bob \"B\" O'Neil $x; rm  0     0        0     0\n\
             two\\nlines             0     0        0     0\n\
             \\u{202e}turned         0     0        0     0\n\
             王小明                 0     0        0     0\n",
        )
        .status(0);
    let people = home.json(&["people"]);
    for name in names {
        let found = people
            .as_array()
            .expect("a list")
            .iter()
            .any(|person| person["name"] == name);
        assert!(found, "{name:?} is not in {people}");
    }
    let csv = home.ok(&["people", "--format", "csv"]);
    assert!(csv.contains("\n4,'=SUM(A1),0,"), "{csv}");
}
