//! `promise import` and `export` of todo.txt, and what todo.txt-cli makes of it.

use std::fs;
use std::process::Command;

use crate::harness::Home;
use crate::import::{import, rows};

const TODO: &str = "(A) 2026-11-20 Call mum +Family @phone due:2026-11-27\n\
                    \n\
                    x 2026-11-20 2026-11-10 Send report due:2026-11-19 to:Jane_Ortiz\n\
                    Pay rent due:2026-12-01 rec:+1m url:x\n";

#[test]
fn lines_as_promises() {
    let home = Home::new();
    import(&home, "todo.txt", TODO, &["--to", "Ann"])
        .stdout("Imported 3 promises and 2 people; 0 were there already.\n")
        .stderr("note: reading todo.txt as a todo.txt file\n")
        .status(0);
    let rows = rows(&home);
    assert_eq!(rows[0]["what"], "Call mum");
    assert_eq!(
        rows[0]["tags"],
        serde_json::json!(["Family", "phone", "priority:A"])
    );
    assert_eq!(rows[0]["made_at"], "2026-11-20T00:00:00+01:00");
    assert_eq!(rows[1]["to"], "Jane Ortiz");
    assert_eq!(
        (&rows[1]["state"], &rows[1]["outcome"]),
        (&"kept".into(), &"late".into())
    );
    assert_eq!(rows[2]["every"], "month");
    assert_eq!(rows[2]["notes"][0]["text"], "url: x");
    // Done there by now: told, and not made another promise.
    let done = TODO.replace("(A) 2026", "x 2026-11-23 2026");
    let ran = import(&home, "todo.txt", &done, &["--to", "Ann"]);
    ran.stdout("Imported 0 promises and 0 people; 3 were there already.\n")
        .status(0);
    assert!(
        ran.stderr
            .contains("warning: todo.txt:1: promise 1 is here already"),
        "{ran:?}"
    );
}

/// What topydo writes: a line waits for its parts, wherever they stand in the file.
#[test]
fn parts_of_topydo() {
    let home = Home::new();
    let lines = "(B) 2026-11-22 Send the quote due:2026-11-27 t:2026-11-24 +sales p:1 p:2\n\
                 2026-11-22 Sign the contract due:2026-11-30 star:1 id:1\n\
                 2026-11-22 Move in due:2026-12-02 id:2\n\
                 2026-11-22 Pack due:2026-12-01 p:2 id:3\n\
                 2026-11-22 Ring id:7 due:2026-12-01\n";
    import(&home, "todo.txt", lines, &["--to", "Ann"])
        .stdout("Imported 5 promises and 1 person; 0 were there already.\n")
        .status(0);
    let needs: Vec<(String, String)> = rows(&home)
        .iter()
        .map(|row| (row["what"].to_string(), row["needs"].to_string()))
        .collect();
    let expected = [
        ("Send the quote", "[]"),
        ("Sign the contract", "[1]"),
        ("Pack", "[]"),
        ("Ring", "[]"),
        ("Move in", "[1,4]"),
    ];
    let expected = expected.map(|(what, needs)| (format!("{what:?}"), needs.to_owned()));
    let mut needs = needs;
    needs.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(needs, expected);
    // The same again adds nothing, and changes nothing.
    import(&home, "todo.txt", lines, &["--to", "Ann"])
        .stdout("Imported 0 promises and 0 people; 5 were there already.\n")
        .status(0);
}

#[test]
fn bad_lines() {
    let home = Home::new();
    import(
        &home,
        "todo.txt",
        "Call due:friday\nx Done due:2026-11-27\n",
        &["--to", "Ann"],
    )
    .stdout("")
    .stderr(
        "note: reading todo.txt as a todo.txt file\n\
             warning: todo.txt:1: \"due:friday\" is no date; write due:2026-11-27\n\
             warning: todo.txt:2: it is kept, and nothing says since when\n\
             error: nothing was imported: 2 records cannot be taken in\n\
             hint: --skip-bad leaves out what cannot be taken in\n",
    )
    .status(1);
}

/// todo.txt-cli ticks off what was exported, and the import of that tells of it.
#[test]
fn ticked_off_in_todo_txt_cli() {
    if Command::new("todo-txt").arg("-V").output().is_err() {
        println!("skipped: todo-txt (todotxt-cli) is not installed");
        return;
    }
    let home = Home::new();
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "friday 1pm",
    ]);
    home.ok(&["add", "Call back", "--from", "Bob", "--due", "friday"]);
    let exported = home.ok(&["export", "--format", "todotxt"]);
    fs::write(home.path().join("todo.txt"), &exported).expect("a file");
    let folder = home.path().display();
    let config = format!(
        "export TODO_DIR={folder}\nexport TODO_FILE={folder}/todo.txt\n\
         export DONE_FILE={folder}/done.txt\nexport REPORT_FILE={folder}/report.txt\n"
    );
    fs::write(home.path().join("todo.cfg"), config).expect("a file");
    let run = |arguments: &[&str]| {
        let output = Command::new("todo-txt")
            .args(["-d", "todo.cfg", "-p", "-a"])
            .args(arguments)
            .current_dir(home.path())
            .env("HOME", home.path())
            .output()
            .expect("todo-txt");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let listed = run(&["ls"]);
    assert!(
        listed.contains("1 2026-11-23 Send the quote uuid:"),
        "{listed}"
    );
    assert!(
        listed.contains(" to:Jane_Ortiz due:2026-11-27 at:13:00"),
        "{listed}"
    );
    run(&["do", "2"]);
    let text = fs::read_to_string(home.path().join("todo.txt")).expect("a file");
    // It ticks off by the machine's own clock.
    let text: Vec<String> = text
        .lines()
        .map(|line| match line.strip_prefix("x ") {
            Some(rest) => format!("x 2026-11-23{}", rest.get(10..).expect("a date")),
            None => line.to_owned(),
        })
        .collect();
    let ran = import(&home, "todo.txt", &text.join("\n"), &[]);
    ran.stdout("Imported 0 promises and 0 people; 2 were there already.\n")
        .status(0);
    assert!(
        ran.stderr.contains("todo.txt:2: promise 2 is here already"),
        "{ran:?}"
    );
    let other = Home::new();
    import(&other, "todo.txt", &text.join("\n"), &[]).status(0);
    let states: Vec<_> = rows(&other)
        .iter()
        .map(|row| row["state"].clone())
        .collect();
    assert_eq!(states, ["open", "kept"]);
}

/// Of two deadlines the first is taken; the other is said, and kept as a note.
#[test]
fn two_deadlines() {
    let home = Home::new();
    let lines = "Call due:2026-11-27 mum due:2026-11-30\n\
                 Ring due:2026-11-27 due:2026-11-27\n\
                 Send it due:2026-11-27T10:00 due:2026-11-27\n";
    import(&home, "todo.txt", lines, &["--to", "Ann"])
        .stdout("Imported 3 promises and 1 person; 0 were there already.\n")
        .stderr(
            "note: reading todo.txt as a todo.txt file\n\
             warning: todo.txt:1: \"due:2026-11-30\" is kept as a note: due:2026-11-27 was taken\n\
             warning: todo.txt:3: \"due:2026-11-27\" is kept as a note: due:2026-11-27 was taken\n",
        )
        .status(0);
    let rows = rows(&home);
    assert_eq!(rows[0]["due"], "2026-11-27T23:59:59+01:00");
    assert_eq!(rows[0]["notes"][0]["text"], "due: 2026-11-30");
    assert_eq!(rows[1]["notes"], serde_json::json!([]));
    assert_eq!(rows[2]["due"], "2026-11-27T10:00:00+01:00");
}
