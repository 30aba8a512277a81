//! `--quiet`: numbers alone from commands that change something.

use crate::harness::Home;

fn home() -> Home {
    let home = Home::new();
    for what in ["Call", "Order", "Ship"] {
        home.ok(&["add", what, "--to", "Jane", "--due", "friday"]);
    }
    home
}

#[test]
fn every_command_that_changes_promises() {
    let home = home();
    let file = home.path().join("empty.jsonl");
    std::fs::write(&file, "").expect("a file");
    let table: [(&[&str], &str); 21] = [
        (
            &["add", "Pay", "--to", "Jane Ortis", "--due", "friday"],
            "4\n",
        ),
        (
            &["add", "Tip", "--to", "Jane Ortiz", "--due", "friday"],
            "5\n",
        ),
        (&["edit", "5", "Tipped"], "5\n"),
        (&["keep", "2,1"], "2\n1\n"),
        (&["check", "2", "yes"], "2\n"),
        (&["reopen", "1"], "1\n"),
        (&["reschedule", "1", "3", "--due", "monday"], "1\n3\n"),
        (&["note", "1,3", "she called"], "1\n3\n"),
        (&["handoff", "1", "--owner", "Ann"], "1\n"),
        (&["break", "1"], "1\n"),
        (&["undo"], "1\n"),
        (&["redo"], "1\n"),
        (&["release", "3"], "3\n"),
        (&["void", "3"], "3\n"),
        (&["add", "Clean", "--to", "Jo", "--every", "monday"], "6\n"),
        (&["stop", "6"], "6\n"),
        (&["people", "add", "Ann"], "5\n"),
        (&["people", "edit", "Ann", "--phone", "1"], "5\n"),
        (&["people", "forget", "Ann", "--yes"], "5\n"),
        (&["import", "empty.jsonl"], ""),
        (&["config", "init"], ""),
    ];
    for (arguments, stdout) in table {
        let ran = home.run(&[arguments, &["--quiet"]].concat());
        ran.stdout(stdout).stderr("").status(0);
    }
}

/// Settling an occurrence opens the next, and both are changed.
#[test]
fn the_occurrence_that_was_opened_comes_after() {
    let home = Home::new();
    home.ok(&["add", "Clean", "--to", "Jo", "--every", "monday"]);
    home.run(&["-q", "keep", "1"]).stdout("1\n2\n").stderr("");
}

/// A retry answers with the number of what is there; that it differs is a warning, and stays.
#[test]
fn a_key_answers_with_its_promise() {
    let home = Home::new();
    let add = |what| {
        home.run(&[
            "add", what, "--to", "Jo", "--due", "friday", "--key", "k", "-q",
        ])
    };
    add("Call").stdout("1\n").stderr("").status(0);
    add("Call").stdout("1\n").stderr("").status(0);
    add("Ship").stdout("1\n").status(0).stderr(
        "warning: promise 1 has this key and stays as it is: its description would be another\n",
    );
}

/// What is asked for is printed as ever; what is said beside it is left out.
#[test]
fn reading_is_not_changed() {
    let home = home();
    for command in [&["list"][..], &["due"], &["show", "1"], &["people"]] {
        let loud = home.run(command);
        let quiet = home.run(&[command, &["-q"]].concat());
        quiet.stdout(&loud.stdout).stderr("").status(0);
    }
    let nobody = Home::new();
    assert!(nobody.run(&["list"]).stderr.starts_with("note: "));
    nobody.run(&["list", "-q"]).stdout("").stderr("").status(0);
}

#[test]
fn errors_stay() {
    let home = home();
    home.run(&["keep", "9", "--quiet"])
        .stdout("")
        .stderr("error: no promise 9\nhint: promise list --all lists every one\n")
        .status(3);
}

/// Two flags that contradict each other are refused, wherever they stand; the config gives way.
#[test]
fn numbers_alone_or_records() {
    let home = home();
    let bytes = home.bytes();
    for arguments in [
        &["keep", "1", "-q", "--format", "csv"][..],
        &["-q", "keep", "1", "--format", "plain"],
        &["--format", "table", "keep", "1", "-q"],
    ] {
        home.run(arguments).stdout("").status(2).stderr(
            "error: --quiet prints numbers alone, and cannot be used with --json or --format\n\
             hint: leave one of them out\n",
        );
    }
    assert_eq!(home.bytes(), bytes);
    home.write_config("[output]\nformat = \"json\"\n");
    home.run(&["keep", "1", "-q"])
        .stdout("1\n")
        .stderr("")
        .status(0);
}
