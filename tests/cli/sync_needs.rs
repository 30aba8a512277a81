//! What other programs say that a task depends on, and what `promise sync` makes of it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::harness::Home;
use crate::sync_folder::{change, files, synced};

fn home() -> (Home, PathBuf) {
    let home = Home::with_config("[sync]\nvdir = \"tasks\"\n");
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    (home, folder)
}

fn write(folder: &Path, uid: &str, lines: &str) {
    let text = format!(
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:{uid}\nLAST-MODIFIED:20261123T140000Z\n\
         DUE;VALUE=DATE:20261127\n{lines}\n\
         END:VTODO\nEND:VCALENDAR\n"
    );
    fs::write(
        folder.join(format!("{uid}.ics")),
        text.replace('\n', "\r\n"),
    )
    .expect("a file");
}

/// The promises by their first word, each with those that it needs.
fn needs(home: &Home) -> Vec<(String, Vec<String>)> {
    let rows = home.json(&["list", "--all"]);
    let rows = rows.as_array().expect("a list");
    let word = |row: &Value| {
        let what = row["what"].as_str().expect("a text");
        what.split(' ').next().expect("a word").to_owned()
    };
    let of = |row: &Value| {
        let needs = row["needs"].as_array().expect("a list").iter();
        let row = |id: &Value| rows.iter().find(|row| row["id"] == *id);
        needs
            .map(|id| row(id).map_or("?".to_owned(), word))
            .collect()
    };
    let mut all: Vec<_> = rows.iter().map(|row| (word(row), of(row))).collect();
    all.sort();
    all
}

fn expected(table: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let owned = |word: &&str| (*word).to_owned();
    table
        .iter()
        .map(|(word, needs)| (owned(word), needs.iter().map(owned).collect()))
        .collect()
}

/// A need of a task that comes later in the same sync is taken; one of a task that is not there
/// waits in the file for it; a parent is none.
#[test]
fn new_tasks_that_need_others() {
    let (home, folder) = home();
    let parent = "RELATED-TO:c\nRELATED-TO;RELTYPE=PARENT:c";
    write(
        &folder,
        "a",
        &format!("SUMMARY:a @Jane\n{parent}\nRELATED-TO;X=\"1:2\";RELTYPE=depends-on:b"),
    );
    write(
        &folder,
        "b",
        "SUMMARY:b @Jane\nRELATED-TO;RELTYPE=DEPENDS-ON:late",
    );
    write(&folder, "c", "SUMMARY:c @Jane");
    home.run(&["sync", "-q"])
        .stdout("1\n2\n3\n")
        .stderr("")
        .status(0);
    assert_eq!(
        needs(&home),
        expected(&[("a", &["b"]), ("b", &[]), ("c", &[])])
    );
    let text = fs::read_to_string(folder.join("a.ics")).expect("the file");
    assert!(text.contains(&parent.replace('\n', "\r\n")), "{text}");
    assert!(
        text.contains("RELATED-TO;X=\"1:2\";RELTYPE=depends-on:b\r\n"),
        "{text}"
    );
    let before = (files(&folder), fs::read(home.database()).expect("the file"));
    assert_eq!(home.json(&["sync"]), json!([]));
    assert!(before == (files(&folder), fs::read(home.database()).expect("the file")));

    write(&folder, "late", "SUMMARY:late @Bob");
    home.run(&["sync"])
        .stdout(
            "Edited 2: b @Jane\n\
             Added 4: late @Bob; to Bob, due Fri 27 Nov 2026 all day +01:00 (in 4 days)\n\
             Synced 4 promises: 2 changes here, 2 files written.\n",
        )
        .stderr("")
        .status(0);
    let all = [
        ("a", &["b"][..]),
        ("b", &["late"]),
        ("c", &[]),
        ("late", &[]),
    ];
    assert_eq!(needs(&home), expected(&all));
    assert_eq!(home.json(&["sync"]), json!([]));
    home.ok(&["doctor"]);
    // Another machine has the same.
    let other = Home::new();
    let folder = folder.display().to_string();
    other.ok(&["sync", &folder]);
    assert_eq!(needs(&other), expected(&all));
    assert_eq!(other.json(&["sync", &folder]), json!([]));
    assert_eq!(home.json(&["sync"]), json!([]));
}

/// On a task that we wrote: added, taken away, and dropped by a program that keeps no line which
/// it does not know.
#[test]
fn needs_that_come_and_go_there() {
    let (mut home, folder) = synced();
    let uuid = home.json(&["show", "2"])[0]["uuid"]
        .as_str()
        .expect("a UUID")
        .to_owned();
    let line = format!("RELATED-TO;RELTYPE=DEPENDS-ON:{uuid}\r\n");
    change(&folder, "quote", "SUMMARY:", &format!("{line}SUMMARY:"));
    home.at("2026-11-23T16:10:00+01:00");
    home.run(&["sync"])
        .stdout("Edited 1: Send the quote\nSynced 2 promises: 1 change here, 1 file written.\n")
        .stderr("")
        .status(0);
    let with = expected(&[("Send", &["Signed"]), ("Signed", &[])]);
    let without = expected(&[("Send", &[]), ("Signed", &[])]);
    assert_eq!(needs(&home), with);
    assert_eq!(home.json(&["sync"]), json!([]));
    // Taken back here, it goes there.
    home.at("2026-11-23T16:20:00+01:00");
    home.ok(&["undo"]);
    home.ok(&["sync"]);
    assert_eq!(needs(&home), without);
    assert!(
        !files(&folder)
            .iter()
            .any(|(_, text)| text.contains("DEPENDS-ON"))
    );
    assert_eq!(home.json(&["sync"]), json!([]));
    home.ok(&["edit", "1", "--needs", "2"]);
    home.ok(&["sync"]);
    home.at("2026-11-23T16:30:00+01:00");
    change(&folder, "quote", &line, "");
    home.run(&["sync"])
        .stdout("Edited 1: Send the quote\nSynced 2 promises: 1 change here, 1 file written.\n")
        .stderr("")
        .status(0);
    assert_eq!(needs(&home), without);
    assert_eq!(home.json(&["sync"]), json!([]));

    home.ok(&["edit", "1", "--needs", "2"]);
    home.ok(&["sync"]);
    let (name, text) = files(&folder)
        .into_iter()
        .find(|(_, text)| text.contains("quote"))
        .expect("the file");
    let unfolded = text.replace("\r\n ", "");
    let lines = unfolded.split_inclusive("\r\n");
    let known: String = lines
        .filter(|line| !line.starts_with("X-") && !line.starts_with("RELATED-TO"))
        .collect();
    fs::write(folder.join(name), known).expect("a file");
    home.at("2026-11-23T16:40:00+01:00");
    home.run(&["sync"])
        .stdout("Synced 2 promises: 1 file written.\n")
        .stderr("")
        .status(0);
    assert_eq!(needs(&home), with);
    assert_eq!(home.json(&["sync"]), json!([]));
    home.ok(&["doctor"]);
}

/// What would close a circle stays in the file alone, and is said.
#[test]
fn a_circle_of_needs() {
    let (home, folder) = home();
    let need = |uid: &str| format!("RELATED-TO;RELTYPE=DEPENDS-ON:{uid}");
    write(
        &folder,
        "a",
        &format!("SUMMARY:a @Jane\n{}\n{}", need("b"), need("a")),
    );
    write(&folder, "b", &format!("SUMMARY:b @Jane\n{}", need("c")));
    write(&folder, "c", &format!("SUMMARY:c @Jane\n{}", need("a")));
    let ran = home.run(&["sync", "-q"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let circle = "it would need itself: what closes the circle stays in the file alone\n";
    let said: Vec<&str> = ran.stderr.split_inclusive('\n').collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().all(|line| line.ends_with(circle)), "{said:?}");
    let kept: usize = needs(&home).iter().map(|(_, needs)| needs.len()).sum();
    assert_eq!(kept, 2);
    for (name, lines) in [("a", &["b", "a"][..]), ("b", &["c"]), ("c", &["a"])] {
        let text = fs::read_to_string(folder.join(format!("{name}.ics"))).expect("the file");
        for uid in lines {
            assert!(text.contains(&need(uid)), "{text}");
        }
    }
    let before = (files(&folder), fs::read(home.database()).expect("the file"));
    home.run(&["sync"])
        .stdout("Synced 3 promises: nothing new.\n")
        .stderr(&ran.stderr)
        .status(0);
    assert!(before == (files(&folder), fs::read(home.database()).expect("the file")));
    home.ok(&["doctor"]);
    // A program drops what it does not know, and keeps that.
    let path = folder.join("a.ics");
    let text = fs::read_to_string(&path).expect("the file");
    let text = text.replace("\r\n ", "");
    let lines = text.split_inclusive("\r\n");
    let known: String = lines.filter(|line| !line.starts_with("X-")).collect();
    fs::write(&path, known).expect("a file");
    home.run(&["sync", "-q"]).status(0);
    let text = fs::read_to_string(&path).expect("the file");
    assert!(
        text.contains(&need("b")) && text.contains(&need("a")),
        "{text}"
    );
    // Where the circle is gone, what was left is taken.
    for (name, gone) in [("b.ics", "c"), ("a.ics", "a")] {
        let text = fs::read_to_string(folder.join(name)).expect("the file");
        let line = format!("{}\r\n", need(gone));
        assert!(text.contains(&line), "{text}");
        fs::write(folder.join(name), text.replace(&line, "")).expect("a file");
    }
    home.ok(&["sync"]);
    let all = [("a", &["b"][..]), ("b", &[]), ("c", &["a"])];
    assert_eq!(needs(&home), expected(&all));
    home.run(&["sync"])
        .stdout("Synced 3 promises: nothing new.\n")
        .stderr("")
        .status(0);
}
