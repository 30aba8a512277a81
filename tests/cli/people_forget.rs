//! `promise people forget`: nothing of a person is left, and nothing brings them back.

use std::fs;
use std::path::Path;

use crate::harness::Home;

/// Every file below a folder that holds a text.
fn holding(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(holding(&path, text));
        } else {
            let bytes = fs::read(&path).expect("a file");
            let holds = bytes
                .windows(text.len())
                .any(|window| window.eq_ignore_ascii_case(text.as_bytes()));
            if holds {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

fn home() -> Home {
    let home = Home::new();
    let jane = ["--to", "Jane Ortiz"];
    home.ok(&[
        "people",
        "add",
        "Jane Ortiz",
        "--alias",
        "Janey",
        "--email",
        "jane@example.org",
    ]);
    home.ok(&[
        "add",
        "Unseal the envelope",
        jane[0],
        jane[1],
        "--due",
        "friday",
        "--note",
        "whispered",
        "--key",
        "topsecret",
    ]);
    home.ok(&["add", "Ring her", jane[0], jane[1], "--due", "today 17:00"]);
    home.ok(&["break", "2", "--because", "lost her number"]);
    home.ok(&["add", "Something else", "--to", "Bob", "--due", "friday"]);
    home
}

#[test]
fn no_trace_is_left() {
    let home = home();
    home.run(&["people", "forget", "janey", "--yes"])
        .stdout("Forgot person 1: the texts of 2 promises are erased, 1 released\n")
        .stderr("")
        .status(0);
    let traces = [
        "Jane",
        "Ortiz",
        "example.org",
        "Unseal",
        "envelope",
        "whispered",
        "topsecret",
        "lost her",
        "Ring her",
    ];
    for trace in traces {
        assert_eq!(holding(home.path(), trace), Vec::<String>::new(), "{trace}");
    }
    // The counts stay, and the file is still sound.
    home.run(&[
        "list",
        "--all",
        "--fields",
        "id,state,to,what",
        "--sort",
        "id",
    ])
    .stdout(
        "id  state     to           what\n\
             1   released  (forgotten)  (forgotten)\n\
             2   broken    (forgotten)  (forgotten)\n\
             3   open      Bob          Something else\n",
    )
    .status(0);
    home.run(&["people"])
        .stdout(
            "name  open  overdue  kept  late  last promise\n\
             Bob   1     0        0     0     Mon 23 Nov 2026\n",
        )
        .status(0);
    home.ok(&["export"]);
    home.ok(&["show", "1"]);
    home.run(&["list", "--all", "--search", "envelope"])
        .stdout("")
        .stderr("note: no promise matches\n")
        .status(0);
}

#[test]
fn nothing_brings_them_back() {
    let home = home();
    let export = home.ok(&["export"]);
    home.ok(&["people", "forget", "Jane Ortiz", "--yes"]);
    let ran = home.run_with(&["import", "-"], &export);
    ran.stdout("Imported 0 promises and 0 people; 2 were there already.\n")
        .stderr("note: 3 records of forgotten people were left out\n")
        .status(0);
    assert_eq!(holding(home.path(), "Ortiz"), Vec::<String>::new());
    for arguments in [&["undo"][..], &["undo", "2"]] {
        home.run(arguments)
            .stdout("")
            .stderr(
                "error: step 6 forgot a person, and nothing before it can be turned\n\
                 hint: promise log lists the steps\n",
            )
            .status(4);
    }
    // What comes after can be undone again.
    home.ok(&["keep", "3"]);
    home.ok(&["undo"]);
}

#[test]
fn what_is_refused() {
    let home = home();
    let before = home.bytes();
    let table: [(&[&str], &str, i32); 2] = [
        (
            &["people", "forget", "Jane Ortiz"],
            "error: forgetting a person cannot be undone, and needs --yes in a script\n",
            2,
        ),
        (
            &["people", "forget", "jane", "--yes"],
            "error: no person is called \"jane\"\nhint: promise people lists them\n",
            3,
        ),
    ];
    for (arguments, stderr, status) in table {
        home.run(arguments).stdout("").stderr(stderr).status(status);
    }
    assert_eq!(home.bytes(), before);
}

/// The page of a report, which the program itself keeps, may hold them too.
#[test]
fn the_page_of_a_report_goes() {
    let mut home = Home::new();
    home.set("BROWSER", "true").set("PATH", "/usr/bin:/bin");
    home.ok(&["add", "Quote", "--to", "Jane Ortiz", "--due", "friday"]);
    home.ok(&["report", "--open"]);
    let page = home.path().join(".cache/promise/report.html");
    assert!(page.exists());
    home.ok(&["people", "forget", "Jane Ortiz", "--yes"]);
    assert!(!page.exists());
}
