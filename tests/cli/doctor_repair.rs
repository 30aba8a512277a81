//! `promise doctor --repair`: what can be made again is, and the rest is told.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;

use crate::doctor::{findings, meddle, recorded, with_other_rules};
use crate::doctor_damage::with_a_torn_index;
use crate::harness::Home;

fn copies(home: &Home) -> Vec<PathBuf> {
    let folder = home.database().with_file_name("backups");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .map(|entries| entries.map(|one| one.expect("an entry").path()).collect())
        .unwrap_or_default();
    paths.sort();
    paths
}

/// What is done to the file, and what is made again then.
const MENDED: &[(&str, &[&str])] = &[
    (
        "UPDATE promises SET what = 'Sell the boat' WHERE id = 1",
        &["promise 1"],
    ),
    (
        "UPDATE promises SET checksum = checksum + 1",
        &["promise 1", "promise 2"],
    ),
    (
        "UPDATE promises SET state = 'void' WHERE id = 2",
        &["promise 2"],
    ),
    (
        "UPDATE people SET email = 'x@example.org' WHERE id = 1",
        &["person 1"],
    ),
    ("DELETE FROM names WHERE person = 2", &["person 2"]),
    ("UPDATE names SET is_alias = 1", &["person 1", "person 2"]),
    ("DELETE FROM tags", &["promise 1"]),
    ("DELETE FROM words WHERE rowid = 2", &["words of promise 2"]),
    (
        "DROP TRIGGER reasons_stay; DROP INDEX promises_key; DROP INDEX tags_tag",
        &["promises_key", "tags_tag", "reasons_stay"],
    ),
    (
        "DELETE FROM reminders WHERE promise = 2",
        &["reminder of promise 2"],
    ),
    (
        "UPDATE reminders SET due_at = due_at + 60; INSERT INTO reminders VALUES (1, 5, 5, 5)",
        &["reminder of promise 1", "reminder of promise 2"],
    ),
    (
        "DROP TABLE reminders",
        &["reminders", "reminders_next", "reminder of promise 2"],
    ),
    (
        "DROP TABLE said; DROP TABLE reminder_rules",
        &["said", "reminder_rules"],
    ),
    ("DROP TABLE tags", &["tags", "tags_tag", "promise 1"]),
    (
        "DROP TABLE names; DROP TABLE needs; DROP TABLE leads",
        &[
            "needs",
            "needs_need",
            "leads",
            "names",
            "names_person",
            "person 1",
            "person 2",
        ],
    ),
    (
        "DROP TABLE words_idx",
        &[
            "words, the full-text index",
            "words of promise 1",
            "words of promise 2",
        ],
    ),
    (
        "DROP TABLE words",
        &[
            "words, the full-text index",
            "words of promise 1",
            "words of promise 2",
        ],
    ),
];

#[test]
fn what_events_determine_is_made_again() {
    for (statements, mended) in MENDED {
        let home = recorded();
        let export = home.ok(&["export"]);
        let list = home.ok(&["list", "--all", "--json"]);
        let found = home.ok(&["list", "--all", "--search", "call", "--json"]);
        meddle(&home, statements);
        let damaged = fs::read(home.database()).expect("the database");
        home.run(&["doctor"]).status(5);
        let ran = home.run(&["doctor", "--repair"]);
        let mut stderr = "note: the file as it was: \
                          ~/.local/share/promise/backups/before-repair.db\n"
            .to_owned();
        for what in *mended {
            stderr.push_str(&format!("note: made again: {what}\n"));
        }
        ran.stderr(&stderr).status(0);
        assert_eq!(home.ok(&["export"]), export, "{statements}");
        assert_eq!(home.ok(&["list", "--all", "--json"]), list, "{statements}");
        let again = home.ok(&["list", "--all", "--search", "call", "--json"]);
        assert_eq!(again, found, "{statements}");
        let copies = copies(&home);
        assert_eq!(copies.len(), 1, "{statements}: {copies:?}");
        assert!(fs::read(&copies[0]).expect("the copy") == damaged);
        home.run(&["doctor"]).status(0);
        home.ok(&["undo"]);
    }
}

#[test]
fn a_torn_index() {
    let home = with_a_torn_index();
    home.run(&["doctor"]).status(5);
    home.run(&["doctor", "--repair"]).status(0);
    assert_eq!(findings(&home.run(&["doctor", "--json"])), []);
}

/// Events cannot be made again: they stay as they are, and so does what others say of them.
#[test]
fn what_cannot_be_mended_is_told() {
    let home = recorded();
    meddle(
        &home,
        "DROP TRIGGER changes_stay;
         UPDATE changes SET new = 'Call her' WHERE new = 'Call back';
         UPDATE promises SET checksum = checksum + 1 WHERE id = 1",
    );
    let ran = home.run(&["doctor", "--repair", "--json"]);
    ran.stderr(
        "note: the file as it was: ~/.local/share/promise/backups/before-repair.db\n\
         note: made again: changes_stay\n\
         note: made again: promise 1\n\
         warning: could not be mended: promise 2: event 4 does not match its checksum\n\
         error: 1 of 18 checks found damage\n\
         hint: each says above what to do; keep the file until it is done\n",
    )
    .status(5);
    let left: Vec<String> = findings(&ran).into_iter().map(|one| one.2).collect();
    assert_eq!(left, ["promise 2: event 4 does not match its checksum"]);
    home.ok(&["show", "1"]);
    home.run(&["show", "2"]).status(5);
}

/// What a table held that events do not tell is gone with it: nothing is made in its place.
#[test]
fn a_table_that_is_lost() {
    for table in [
        "events", "changes", "reasons", "steps", "people", "promises",
    ] {
        let home = recorded();
        meddle(&home, &format!("DROP TABLE {table}; DROP TABLE reminders"));
        let before = home.bytes();
        for words in [&["doctor", "--json"][..], &["doctor", "--repair", "--json"]] {
            let ran = home.run(words);
            ran.status(5);
            let schema: Vec<_> = findings(&ran)
                .into_iter()
                .filter(|one| one.0 == "schema")
                .collect();
            assert_eq!(schema.len(), 1, "{ran:?}");
            assert_eq!(
                schema[0].3,
                "what it held is gone: promise restore brings a backup back"
            );
            let repairs = words.contains(&"--repair");
            let warning = format!("could not be mended: {table}, a part of the schema");
            assert_eq!(ran.stderr.contains(&warning), repairs, "{ran:?}");
            assert!(home.bytes() == before, "{table}: it wrote");
        }
        assert!(copies(&home).is_empty());
    }
}

/// What reminders were sent is not forgotten when their table is made again.
#[test]
fn nothing_is_said_twice_after_a_repair() {
    let mut home = recorded();
    home.at("2026-12-01T00:01:00+01:00");
    assert!(home.ok(&["remind"]).contains("Call back"));
    meddle(&home, "DROP TABLE reminders");
    home.ok(&["doctor", "--repair"]);
    assert_eq!(home.ok(&["remind"]), "");
}

/// A trigger that says something else is not ours to take away.
#[test]
fn a_changed_trigger_is_left() {
    let home = recorded();
    meddle(
        &home,
        "DROP TRIGGER events_last;
         CREATE TRIGGER events_last BEFORE DELETE ON events BEGIN SELECT 1; END",
    );
    let ran = home.run(&["doctor", "--repair"]);
    ran.status(5);
    let warning = "warning: could not be mended: events_last, a part of the schema\n";
    assert!(ran.stderr.contains(warning), "{ran:?}");
}

#[test]
fn nothing_to_mend() {
    let home = recorded();
    let export = home.ok(&["export"]);
    let before = home.bytes();
    home.run(&["doctor", "--repair"])
        .stderr("note: nothing had to be mended\n")
        .status(0);
    assert_eq!(home.ok(&["export"]), export);
    assert!(home.bytes() == before, "it wrote");
    assert!(copies(&home).is_empty(), "a copy");
    // It is no step.
    home.run(&["undo"]).status(0);
}

#[test]
fn deadlines_follow_the_rules_of_their_zones() {
    let mut home = recorded();
    if !with_other_rules(&mut home) {
        return;
    }
    let ran = home.run(&["doctor", "--repair"]);
    ran.stderr(
        "note: the file as it was: ~/.local/share/promise/backups/before-repair.db\n\
         note: made again: deadline of promise 2\n",
    )
    .status(0);
    assert_eq!(findings(&home.run(&["doctor", "--json"])), []);
    let due = &home.json(&["show", "2"])[0]["due"];
    assert_eq!(due, "2026-11-30T23:59:59+09:00");
    // What is settled keeps the instants by which it was judged.
    let due = &home.json(&["show", "1"])[0]["seconds_late"];
    assert_eq!(due, 0);
}

#[cfg(unix)]
#[test]
fn permissions() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = recorded();
    let folder = home.database().with_file_name("");
    let open = |path: &PathBuf, mode: u32| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(path, permissions).expect("a mode");
    };
    open(&folder, 0o755);
    open(&home.database(), 0o644);
    let before = home.bytes();
    let ran = home.run(&["doctor", "--json"]);
    ran.status(0);
    let found = findings(&ran);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].0.as_str(), found[0].1.as_str()),
        ("permissions", "notice")
    );
    assert!(found[0].2.contains("(755)"), "{found:?}");
    assert!(found[0].2.contains("promise.db (644)"), "{found:?}");
    assert!(home.bytes() == before);
    let ran = home.run(&["doctor", "--repair", "--json"]);
    ran.status(0);
    assert_eq!(findings(&ran), []);
    let mode = |path: &PathBuf| {
        let meta = fs::metadata(path).expect("it is there");
        format!("{:o}", meta.permissions().mode() & 0o777)
    };
    assert_eq!(mode(&folder), "700");
    assert_eq!(mode(&home.database()), "600");
    assert!(copies(&home).is_empty());
    meddle(&home, "DELETE FROM tags");
    home.ok(&["doctor", "--repair"]);
    assert_eq!(mode(&folder.join("backups")), "700");
    assert_eq!(mode(&copies(&home)[0]), "600");
}

/// A crash came before the file was written anew: what is kept of it before a repair is a copy of
/// every byte, free pages and journal too.
#[test]
fn what_a_copy_holds_of_the_forgotten() {
    let home = recorded();
    home.ok(&["people", "forget", "Jane Ortiz", "--yes"]);
    meddle(
        &home,
        "PRAGMA secure_delete = OFF;
         CREATE TABLE told (text TEXT); INSERT INTO told VALUES ('of Jane Ortiz');
         DROP TABLE told;",
    );
    // Somebody reads on, and so the journal stays.
    let reader = Connection::open(home.database()).expect("the database");
    reader
        .execute_batch("BEGIN; SELECT count(*) FROM promises;")
        .expect("a reader");
    Connection::open(home.database())
        .and_then(|other| {
            other.execute_batch(
                "PRAGMA secure_delete = OFF;
                 CREATE TABLE told (text TEXT); INSERT INTO told VALUES ('of Janey');
                 DROP TABLE told;
                 UPDATE promises SET what = 'Sell the boat' WHERE id = 2;",
            )
        })
        .expect("a change");
    let left: Vec<_> = home.bytes();
    reader.execute_batch("COMMIT").expect("the end");
    drop(reader);
    for (path, bytes) in &left {
        fs::write(path, bytes).expect("what was left");
    }
    let holds =
        |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|at| at == text.as_bytes());
    let held = |text| left.iter().any(|(_, bytes)| holds(bytes, text));
    assert!(held("Ortiz") && held("Janey"), "the test shows nothing");
    let ran = home.run(&["doctor", "--repair", "--json"]);
    ran.status(0);
    assert!(ran.stderr.contains("made again: promise 2"), "{ran:?}");
    let kept = copies(&home);
    assert_eq!(kept.len(), 1, "{kept:?}");
    let there = home.bytes().into_iter().map(|(path, _)| path);
    for path in there.chain(kept.clone()) {
        let bytes = fs::read(&path).expect("a file");
        for text in ["Ortiz", "Janey"] {
            assert!(!holds(&bytes, text), "{text} in {}", path.display());
        }
    }
    let copy = Connection::open(&kept[0]).expect("the copy");
    let what: String = copy
        .query_row("SELECT what FROM promises WHERE id = 2", [], |row| {
            row.get(0)
        })
        .expect("what was there before");
    assert_eq!(what, "Sell the boat");
}

/// A crash came between the forgetting and the deleting of a backup: the doctor finishes it.
#[test]
fn what_is_left_of_the_forgotten() {
    let home = recorded();
    let copy = home
        .database()
        .with_file_name("backups/before-version-4.db");
    let whole = fs::read(home.database()).expect("the database");
    home.ok(&["people", "forget", "Jane Ortiz", "--yes"]);
    fs::create_dir_all(copy.parent().expect("a folder")).expect("a folder");
    fs::write(&copy, &whole).expect("a backup");
    fs::write(copy.with_file_name("torn.db"), &whole[..5000]).expect("half a backup");
    for path in [
        copy.parent().expect("a folder"),
        &copy,
        &copy.with_file_name("torn.db"),
    ] {
        std::process::Command::new("chmod")
            .arg("go=")
            .arg(path)
            .status()
            .expect("chmod");
    }
    let ran = home.run(&["doctor", "--json"]);
    ran.status(0);
    let found = findings(&ran);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].0.as_str(), found[0].1.as_str()),
        ("forgotten", "notice")
    );
    assert!(
        found[0].2.ends_with("backups/before-version-4.db"),
        "{found:?}"
    );
    assert!(copy.exists());
    let ran = home.run(&["doctor", "--repair", "--json"]);
    ran.status(0);
    assert!(!copy.exists());
    let deleted = format!(
        "{{\"note\":\"deleted, as it held people who were forgotten: {}\"}}\n",
        copy.display()
    );
    assert!(ran.stderr.contains(&deleted), "{ran:?}");
    // The other one nobody can read.
    let found = findings(&ran);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].2.ends_with("backups/torn.db"), "{found:?}");
    assert_eq!(found[0].3, "delete what you need no more");
}
