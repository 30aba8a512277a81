//! `promise doctor`: each kind of damage, made by hand, and what is said of it.

use serde_json::Value;

use crate::doctor::{REPAIR, findings, meddle, recorded};
use crate::harness::Home;

const RESTORE: &str = "promise restore brings a backup back";
const LOST: &str = "events cannot be made again: promise restore brings a backup back";

/// What is done to the file, and what is found then: check, level, what, remedy.
type Case = (
    &'static str,
    &'static [(&'static str, &'static str, &'static str, &'static str)],
);

const CASES: &[Case] = &[
    (
        "UPDATE promises SET what = 'Sell the boat' WHERE id = 1",
        &[(
            "promises",
            "damage",
            "promise 1: the row is not what its events make",
            REPAIR,
        )],
    ),
    (
        "UPDATE promises SET checksum = checksum + 1",
        &[(
            "promises",
            "damage",
            "promise 1: the checksum does not fit; promise 2: the checksum does not fit",
            REPAIR,
        )],
    ),
    (
        "DROP TRIGGER events_stay; UPDATE events SET at = at + 1 WHERE promise = 2;
         CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END",
        &[(
            "promises",
            "damage",
            "promise 2: event 4 does not match its checksum",
            LOST,
        )],
    ),
    (
        "DROP TRIGGER changes_last; DELETE FROM changes WHERE new = 'Call back';
         CREATE TRIGGER changes_last BEFORE DELETE ON changes
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END",
        &[(
            "promises",
            "damage",
            "promise 2: event 4 does not match its checksum",
            LOST,
        )],
    ),
    (
        "UPDATE people SET email = 'x@example.org' WHERE id = 1",
        &[(
            "people",
            "damage",
            "person 1: the row is not what its events make",
            REPAIR,
        )],
    ),
    (
        "UPDATE names SET person = 2 WHERE person = 1",
        &[(
            "people",
            "damage",
            "person 1: the names it is found by are not its own; \
             person 2: the names it is found by are not its own",
            REPAIR,
        )],
    ),
    (
        "UPDATE names SET typed = 'JANE ORTIZ' WHERE person = 1",
        &[(
            "people",
            "damage",
            "person 1: the names it is found by are not its own",
            REPAIR,
        )],
    ),
    (
        "DELETE FROM words WHERE rowid = 2",
        &[(
            "search",
            "damage",
            "promises missing from the full-text index: 1",
            REPAIR,
        )],
    ),
    (
        "DROP TRIGGER reasons_stay; DROP INDEX promises_key",
        &[(
            "schema",
            "damage",
            "missing or changed: promises_key, reasons_stay",
            REPAIR,
        )],
    ),
    (
        "DROP TRIGGER events_last;
         CREATE TRIGGER events_last BEFORE DELETE ON events BEGIN SELECT 1; END",
        &[(
            "schema",
            "damage",
            "missing or changed: events_last",
            "promise export, and promise import of that into another file",
        )],
    ),
    (
        "DROP TRIGGER events_last; DROP INDEX tags_tag;
         CREATE TRIGGER events_last BEFORE DELETE ON events BEGIN SELECT 1; END",
        &[(
            "schema",
            "damage",
            "missing or changed: tags_tag, events_last",
            "promise doctor --repair makes what is missing; then promise export, and promise \
             import of that into another file",
        )],
    ),
    (
        "DELETE FROM reminders",
        &[(
            "reminders",
            "damage",
            "reminders missing or wrong: 1",
            REPAIR,
        )],
    ),
    (
        "DROP TABLE reminders",
        &[(
            "schema",
            "damage",
            "missing or changed: reminders, reminders_next",
            REPAIR,
        )],
    ),
    (
        "INSERT INTO tags (promise, tag) VALUES (9, 'x')",
        &[("references", "damage", "tags ? names no promises", RESTORE)],
    ),
    (
        "UPDATE sqlite_sequence SET seq = seq + 2 WHERE name = 'events'",
        &[(
            "history",
            "damage",
            "gaps in the history: events: 2",
            RESTORE,
        )],
    ),
    (
        "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'steps'",
        &[(
            "history",
            "damage",
            "gaps in the history: steps: 1",
            RESTORE,
        )],
    ),
];

#[test]
fn each_kind_of_damage() {
    for (statements, expected) in CASES {
        let home = recorded();
        meddle(&home, statements);
        let before = home.bytes();
        let ran = home.run(&["doctor", "--json"]);
        let found = findings(&ran);
        let found: Vec<(&str, &str, &str, &str)> = found
            .iter()
            .map(|(check, level, says, remedy)| {
                (
                    check.as_str(),
                    level.as_str(),
                    says.as_str(),
                    remedy.as_str(),
                )
            })
            .collect();
        assert_eq!(&found, expected, "{statements}");
        let checks = serde_json::from_str::<Value>(&ran.stdout).expect("JSON");
        let count = checks.as_array().expect("findings").len();
        ran.status(5).stderr(&format!(
            "error: 1 of {count} checks found damage\n\
             hint: each says above what to do; keep the file until it is done\n"
        ));
        assert!(home.bytes() == before, "{statements}: it wrote");
    }
}

/// Events lost from the middle and a promise without any show in more than one place.
#[test]
fn an_event_that_is_gone() {
    let home = recorded();
    meddle(
        &home,
        "DROP TRIGGER events_last; DELETE FROM events WHERE promise = 2;
         DROP TRIGGER changes_last;
         DELETE FROM changes WHERE event NOT IN (SELECT seq FROM events);",
    );
    let found = findings(&home.run(&["doctor", "--json"]));
    let checks: Vec<(&str, &str)> = found
        .iter()
        .map(|(check, _, says, _)| (check.as_str(), says.as_str()))
        .collect();
    assert_eq!(
        checks,
        [
            ("schema", "missing or changed: events_last, changes_last"),
            (
                "history",
                "gaps in the history: events: 2, promises without events: 1"
            ),
            ("promises", "promise 2: no history at all"),
        ]
    );
}

/// An index that lacks a row, as a lost write leaves it: SQLite's own check.
pub fn with_a_torn_index() -> Home {
    let home = recorded();
    meddle(
        &home,
        "CREATE TABLE aside AS SELECT * FROM sqlite_schema WHERE name = 'promises_due';
         DELETE FROM sqlite_schema WHERE name = 'promises_due';",
    );
    home.ok(&["add", "Not indexed", "--to", "Ann", "--due", "friday"]);
    meddle(
        &home,
        "INSERT INTO sqlite_schema SELECT * FROM aside; DROP TABLE aside;",
    );
    home
}

#[test]
fn an_index_that_lacks_a_row() {
    let home = with_a_torn_index();
    let before = home.bytes();
    let ran = home.run(&["doctor", "--json"]);
    let found = findings(&ran);
    assert_eq!(found.len(), 1, "{found:?}");
    let (check, level, says, remedy) = &found[0];
    assert_eq!((check.as_str(), level.as_str()), ("integrity", "damage"));
    assert!(says.contains("missing from index promises_due"), "{says}");
    assert_eq!(
        remedy,
        "promise doctor --repair; else promise restore brings a backup back"
    );
    ran.status(5);
    assert!(home.bytes() == before);
}
