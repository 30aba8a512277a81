//! `promise note`.

use serde_json::json;

use crate::harness::Home;

fn home() -> Home {
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    home
}

#[test]
fn several_words_are_one_note() {
    let mut home = home();
    home.run(&["note", "1", "she prefers", "a call"])
        .stdout(
            "Noted on 1: Call\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n",
        )
        .stderr("")
        .status(0);
    home.at("2026-11-24T09:00:00+01:00");
    let noted = home.json(&["note", "1", "  tomorrow #x  "]);
    assert_eq!(
        noted[0]["notes"],
        json!([
            {"at": "2026-11-23T16:00:00+01:00", "text": "she prefers a call", "told": false, "teller": null},
            {"at": "2026-11-24T09:00:00+01:00", "text": "  tomorrow #x  ", "told": false, "teller": null},
        ])
    );
    assert_eq!(noted, home.json(&["list"]));
}

/// What is to be remembered does not end with the promise.
#[test]
fn on_settled_ones_too() {
    for command in ["keep", "void"] {
        let home = home();
        home.ok(&[command, "1"]);
        home.run(&["note", "1", "afterwards"]).stderr("").status(0);
        let shown = home.json(&["show", "1"]);
        assert_eq!(shown[0]["notes"][0]["text"], "afterwards");
    }
}

#[test]
fn what_is_refused() {
    let home = home();
    let before = home.bytes();
    let long = "x".repeat(4097);
    let table: [(&[&str], &str, i32); 6] = [
        (&["note", "1", ""], "error: the note is empty\n", 2),
        (&["note", "1", " ", " "], "error: the note is empty\n", 2),
        (
            &["note", "1", &long],
            "error: the note has 4097 bytes; the limit is 4096\n",
            2,
        ),
        (
            &["note", "2", "x"],
            "error: no promise 2\nhint: promise list --all lists every one\n",
            3,
        ),
        (
            &["note", "one", "x"],
            "error: invalid value 'one' for '<ID>': promises have numbers, such as 12\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
        (
            &["note", "1"],
            "error: the following required arguments were not provided:\n\
             \x20 <TEXT>...\n\
             \n\
             Usage: promise note <ID> <TEXT>...\n\
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
    home.run(&["note", "7", "x"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
             error: no promise 7\n\
             hint: promise list --all lists every one\n",
        )
        .status(3);
    assert!(!home.database().exists());
}
