//! Hooks: programs of the config that run after something was recorded.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;

use crate::harness::Home;

/// A home with a hook for every occasion, which writes down its arguments and what it reads.
fn home() -> Home {
    let home = Home::new();
    let script = home.path().join("hook");
    let text = "#!/bin/sh\nread -r record\n\
                printf '%s\\t%s\\n' \"$*\" \"$record\" >> \"$HOME/seen\"\necho told \"$1\"\n";
    fs::write(&script, text).expect("a script");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("it can be run");
    configure(&home, &script.display().to_string());
    home
}

fn configure(home: &Home, program: &str) {
    let occasions = ["add", "keep", "break", "reschedule"];
    let hooks =
        occasions.map(|one| format!("after_{one} = [\"{program}\", \"{one}\", \"$HOME *\"]\n"));
    home.write_config(&format!("[hooks]\n{}time_limit = 1\n", hooks.concat()));
    let mode = fs::Permissions::from_mode(0o644);
    fs::set_permissions(home.config(), mode).expect("a config file");
}

/// What the hooks saw: their arguments, and the promise.
fn seen(home: &Home) -> Vec<(String, Value)> {
    let text = fs::read_to_string(home.path().join("seen")).unwrap_or_default();
    text.lines()
        .map(|line| {
            let (arguments, record) = line.split_once('\t').expect("two parts");
            let record = serde_json::from_str(record).expect("JSON");
            (arguments.to_owned(), record)
        })
        .collect()
}

#[test]
fn the_record_after_each_occasion() {
    let home = home();
    let ran = home.run(&["add", "Quote", "--to", "Jane", "--due", "friday", "--json"]);
    // What the hook prints stands there as it is.
    assert_eq!(ran.status(0).stderr, "told add\n");
    let printed: Value = serde_json::from_str(&ran.stdout).expect("JSON alone");
    assert_eq!(
        seen(&home),
        [("add $HOME *".to_owned(), printed[0].clone())]
    );
    home.ok(&[
        "add", "Car", "--to", "Bob", "--due", "friday", "--every", "friday",
    ]);
    home.ok(&["add", "Call", "--to", "Bob", "--due", "friday"]);
    home.ok(&["reschedule", "1", "3", "--due", "thursday"]);
    home.ok(&["keep", "1", "2"]);
    home.ok(&["break", "3"]);
    home.ok(&["edit", "3", "Calls"]);
    let seen: Vec<String> = seen(&home)
        .iter()
        .map(|(arguments, record)| format!("{arguments} {} {}", record["id"], record["state"]))
        .collect();
    // The occurrence that keeping opened was not kept.
    let expected = [
        "add $HOME * 1 \"open\"",
        "add $HOME * 2 \"open\"",
        "add $HOME * 3 \"open\"",
        "reschedule $HOME * 1 \"open\"",
        "reschedule $HOME * 3 \"open\"",
        "keep $HOME * 1 \"kept\"",
        "keep $HOME * 2 \"kept\"",
        "break $HOME * 3 \"broken\"",
    ];
    assert_eq!(seen, expected);
}

#[test]
fn what_was_not_recorded_is_no_occasion() {
    let home = home();
    home.run(&["add", "Quote", "--to", "Jane", "--due", "yesterday"])
        .status(2);
    home.run(&["keep", "1"]).status(3);
    assert!(seen(&home).is_empty());
    let add = [
        "add", "Quote", "--to", "Jane", "--due", "friday", "--key", "k",
    ];
    home.ok(&add);
    home.ok(&add);
    assert_eq!(seen(&home).len(), 1);
    let quiet = ["add", "Car", "--to", "Bob", "--due", "friday", "--no-hooks"];
    home.run(&quiet).stderr("").status(0);
    assert_eq!(seen(&home).len(), 1);
}

#[test]
fn one_that_fails_warns_and_changes_nothing() {
    let home = Home::new();
    let table = [
        (
            "/no/such/hook",
            "it could not be run: No such file or directory (os error 2)",
        ),
        ("/bin/false", "it ended with status 1"),
    ];
    for (program, reason) in table {
        configure(&home, program);
        home.run(&["add", "Quote", "--to", "Jane", "--due", "friday"])
            .stderr(&format!(
                "warning: the hook after_add failed: {program}: {reason}\n"
            ))
            .status(0);
    }
    let script = home.path().join("slow");
    fs::write(&script, "#!/bin/sh\nsleep 60\n").expect("a script");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("it can be run");
    configure(&home, &script.display().to_string());
    home.run(&["keep", "1", "--json"])
        .stderr("warning: the hook after_keep failed: ~/slow: it took longer than 1 s\n")
        .status(0);
    assert_eq!(
        home.json(&["list", "--all"]).as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn only_from_a_file_that_nobody_else_can_write() {
    let home = home();
    for mode in [0o664, 0o646, 0o666] {
        let mode = fs::Permissions::from_mode(mode);
        fs::set_permissions(home.config(), mode).expect("a config file");
        home.run(&["add", "Quote", "--to", "Jane", "--due", "friday"])
            .stderr(
                "warning: the hook after_add is not run: ~/.config/promise/config.toml can be \
                 written by other users\nhint: chmod go-w makes the file yours alone\n",
            )
            .status(0);
    }
    assert!(seen(&home).is_empty());
    // A file of another user; only root can make one.
    let mode = fs::Permissions::from_mode(0o644);
    fs::set_permissions(home.config(), mode).expect("a config file");
    if std::os::unix::fs::chown(home.config(), Some(12345), None).is_err() {
        eprintln!("skipped: only root can give a file away");
        return;
    }
    let ran = home.run(&["add", "Quote", "--to", "Jane", "--due", "friday"]);
    ran.status(0);
    assert!(
        ran.stderr.contains("config.toml belongs to another user"),
        "{ran:?}"
    );
    assert!(seen(&home).is_empty());
}

/// A hook may use the program, on the database that the command has closed; hooks of that do not
/// run.
#[test]
fn no_hooks_inside_hooks() {
    let home = Home::new();
    let script = home.path().join("hook");
    let program = env!("CARGO_BIN_EXE_promise");
    let text = format!(
        "#!/bin/sh\necho once >> \"$HOME/ran\"\n\
         {program} add 'Confirm it' --to Jane --due friday >/dev/null\n"
    );
    fs::write(&script, text).expect("a script");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("it can be run");
    configure(&home, &script.display().to_string());
    home.run(&["add", "Quote", "--to", "Jane", "--due", "friday"])
        .stderr("")
        .status(0);
    let ran = fs::read_to_string(home.path().join("ran")).expect("it ran");
    assert_eq!(ran, "once\n");
    assert_eq!(home.json(&["list"]).as_array().map(Vec::len), Some(2));
}

/// It is saved, and so it is an occasion, whoever reads about it.
#[test]
fn a_reader_that_is_gone_changes_nothing() {
    let home = home();
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        eprintln!("skipped: there is no /dev/full");
        return;
    };
    let add = ["add", "Quote", "--to", "Jane", "--due", "friday"];
    let ended = home.command(&add).stdout(full).status().expect("it runs");
    assert_eq!(ended.code(), Some(6));
    assert_eq!(seen(&home).len(), 1);
}

#[test]
fn mistakes_in_the_config() {
    let home = Home::new();
    let table = [
        ("after_add = \"prog\"", "found \"prog\""),
        ("after_add = []", "found an empty list"),
        ("after_add = [\"\"]", "found a list"),
        ("after_add = [1]", "expected text, found 1"),
        ("time_limit = 0", "found 0"),
        ("after_adds = [\"x\"]", "unknown key \"hooks.after_adds\""),
    ];
    for (line, message) in table {
        home.write_config(&format!("[hooks]\n{line}\n"));
        let ran = home.run(&["config"]);
        ran.status(1);
        assert!(ran.stderr.contains(message), "{ran:?}");
    }
}
