//! The first command of all: it makes the database with what it records, and none where it is
//! refused.

use std::fs;

use crate::harness::Home;

/// What is typed, what it reads, and its status.
const REFUSED: &[(&[&str], &str, i32)] = &[
    (
        &[
            "add", "Call", "--to", "Jane", "--due", "friday", "--needs", "7",
        ],
        "",
        3,
    ),
    (
        &["add", "--batch", "-"],
        "{\"what\": \"One\", \"to\": \"Jane\", \"due\": \"friday\"}\n\
         {\"what\": \"Two\", \"to\": \"Jane\", \"due\": \"friday\", \"needs\": [7]}\n",
        3,
    ),
    (
        &["import", "-", "--format", "jsonl"],
        "{\"record\":\"task\"}\n",
        1,
    ),
    (
        &["import", "-", "--format", "todotxt"],
        "Call Jane due:2026-11-27\n",
        1,
    ),
    (
        &["people", "add", "Jane", "--alias", "J", "--alias", ""],
        "",
        2,
    ),
    // Nothing is wrong, and nothing is recorded.
    (&["import", "-", "--format", "jsonl"], "", 0),
    (&["sync", "tasks"], "", 0),
];

#[test]
fn what_records_nothing_makes_no_database() {
    for (words, input, status) in REFUSED {
        let home = Home::new();
        fs::create_dir(home.path().join("tasks")).expect("a folder");
        home.run_with(words, input).status(*status);
        let folder = home.database().with_file_name("");
        let left: Vec<_> = fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .map(|entry| entry.expect("an entry").path())
            .collect();
        assert!(left.is_empty(), "{words:?}: {left:?}");
        // Nor does it take away a number.
        home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
        assert_eq!(home.json(&["show", "1"])[0]["what"], "Call", "{words:?}");
        assert_eq!(home.json(&["log"]).as_array().map(Vec::len), Some(1));
        home.ok(&["doctor"]);
    }
}

#[test]
fn what_is_recorded_makes_it() {
    let other = Home::new();
    other.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    let export = other.ok(&["export"]);
    let made: &[(&[&str], &str)] = &[
        (&["add", "Call", "--to", "Jane", "--due", "friday"], ""),
        (
            &["add", "--batch", "-"],
            "{\"what\": \"One\", \"to\": \"Jane\", \"due\": \"friday\"}\n",
        ),
        (&["people", "add", "Jane"], ""),
        (&["import", "-"], &export),
    ];
    for (words, input) in made {
        let home = Home::new();
        home.run_with(words, input).status(0);
        let names: Vec<_> = home.bytes().into_iter().map(|(path, _)| path).collect();
        assert_eq!(names, [home.database()], "{words:?}");
        home.ok(&["doctor"]);
        assert_eq!(home.json(&["log"]).as_array().map(Vec::len), Some(1));
    }
}
