//! `promise void`: a mistaken entry, counted nowhere.

use serde_json::Value;

use crate::harness::Home;

/// A home with two open promises and a kept one.
fn home() -> Home {
    let home = Home::new();
    for what in ["Call", "Call again", "Report"] {
        home.ok(&["add", what, "--to", "Jane", "--due", "friday"]);
    }
    home.ok(&["keep", "3"]);
    home
}

fn states(home: &Home) -> Vec<Value> {
    let list = home.json(&["list", "--all", "--sort", "id"]);
    let list = list.as_array().expect("a list");
    list.iter()
        .map(|promise| promise["state"].clone())
        .collect()
}

#[test]
fn open_and_kept_ones() {
    let mut home = home();
    home.at("2026-11-23T17:00:00+01:00");
    home.run(&["void", "2", "3", "2", "--note", "entered twice"])
        .stdout(
            "Voided 2: Call again\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 all day +01:00\n\
             Voided 3: Report\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 all day +01:00\n",
        )
        .stderr("")
        .status(0);
    assert_eq!(states(&home), ["open", "void", "void"]);
    let void = &home.json(&["show", "2"])[0];
    assert_eq!(void["settled_at"], "2026-11-23T17:00:00+01:00");
    assert_eq!(void["outcome"], Value::Null, "it was not kept");
    assert_eq!(void["notes"][0]["text"], "entered twice");
    let was_kept = &home.json(&["show", "3"])[0];
    assert_eq!(was_kept["outcome"], Value::Null);
    home.ok(&["undo"]);
    assert_eq!(states(&home), ["open", "open", "kept"]);
    let kept = &home.json(&["show", "3"])[0];
    assert_eq!(kept["settled_at"], "2026-11-23T16:00:00+01:00");
}

#[test]
fn what_is_refused() {
    let home = home();
    home.ok(&["void", "2"]);
    let before = home.bytes();
    let table: [(&[&str], &str, i32); 5] = [
        (
            &["1", "2"],
            "error: promise 2 is void, since Mon 23 Nov 2026 16:00 +01:00\n\
             hint: promise show 2 tells how that came\n",
            4,
        ),
        (
            &["1", "9"],
            "error: no promise 9\nhint: promise list --all lists every one\n",
            3,
        ),
        (&["1", "--note", " "], "error: the note is empty\n", 2),
        (
            &["-1"],
            "error: unexpected argument '-1' found\n\
             \n\
             \x20 tip: to pass '-1' as a value, use '-- -1'\n\
             \n\
             Usage: promise void [OPTIONS] <ID>...\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
        (
            &[],
            "error: the following required arguments were not provided:\n\
             \x20 <ID>...\n\
             \n\
             Usage: promise void <ID>...\n\
             \n\
             For more information, try '--help'.\n",
            2,
        ),
    ];
    for (flags, stderr, status) in table {
        let mut arguments = vec!["void"];
        arguments.extend(flags);
        home.run(&arguments)
            .stdout("")
            .stderr(stderr)
            .status(status);
    }
    assert_eq!(home.bytes(), before, "all of them or none");
}

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    home.run(&["void", "7"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
             error: no promise 7\n\
             hint: promise list --all lists every one\n",
        )
        .status(3);
    assert!(!home.database().exists());
}
