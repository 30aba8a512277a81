//! How the program is called: flags, places, the environment, help.

use std::ffi::OsStr;
use std::process::Stdio;

use clap::CommandFactory as _;
use serde_json::Value;

use crate::faults::recorded;
use crate::harness::Home;

/// Every command, as its words: read off the parser, so that none is forgotten.
fn commands() -> Vec<Vec<String>> {
    fn collect(command: &clap::Command, words: &[String], found: &mut Vec<Vec<String>>) {
        found.push(words.to_vec());
        for inner in command
            .get_subcommands()
            .filter(|inner| !inner.is_hide_set())
        {
            let words = [words, &[inner.get_name().to_owned()]].concat();
            collect(inner, &words, found);
        }
    }
    let mut found = Vec::new();
    collect(&promise::cli::Cli::command(), &[], &mut found);
    assert!(found.len() > 20, "{found:?}");
    found
}

/// A command's words with one more.
fn with<'a>(command: &'a [String], last: &'a str) -> Vec<&'a str> {
    command.iter().map(String::as_str).chain([last]).collect()
}

/// Runs a line in `sh`, in a home folder, with the program in `$PROMISE`.
#[cfg(unix)]
pub fn shell(home: &Home, line: &str) -> (i32, String, String) {
    // The environment of the program's own command, which knows the home.
    let template = home.command::<&str>(&[]);
    let mut command = std::process::Command::new("sh");
    command
        .args(["-c", line])
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("PROMISE", env!("CARGO_BIN_EXE_promise"))
        .current_dir(home.path())
        .stdin(Stdio::null());
    for (name, value) in template.get_envs() {
        command.env(name, value.expect("a value"));
    }
    let output = command.output().expect("a shell");
    (
        output.status.code().unwrap_or(-1),
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[test]
fn the_version() {
    let home = Home::new();
    let version = format!("promise {}\n", env!("CARGO_PKG_VERSION"));
    for flag in ["--version", "-V"] {
        home.run(&[flag]).stdout(&version).stderr("").status(0);
    }
}

#[test]
fn every_command_helps() {
    let home = Home::new();
    for command in commands() {
        let ran = home.run(&with(&command, "--help"));
        ran.stderr("").status(0);
        assert!(ran.stdout.contains("Usage: promise"), "{ran:?}");
        // What takes arguments shows how; the rest says it in a line.
        let takes_some = ran.stdout.contains(" <") || ran.stdout.contains(" [");
        let bare = ["overdue", "undo", "redo", "path", "init", "edit"];
        let last = command.last().map_or("", String::as_str);
        let explained = bare.contains(&last);
        assert!(
            !takes_some || explained || ran.stdout.contains("Examples:\n  "),
            "{command:?} shows no example"
        );
        for line in ran.stdout.lines() {
            assert!(!line.contains('\u{1b}'), "{command:?}: {line:?}");
        }
        home.run(&with(&command, "-h")).stderr("").status(0);
        let mut words = vec!["help"];
        words.extend(command.iter().map(String::as_str));
        home.run(&words).stderr("").status(0);
    }
    assert!(!home.path().join(".local").exists(), "help makes nothing");
}

#[test]
fn what_no_command_knows() {
    let home = Home::new();
    for command in commands() {
        let ran = home.run(&with(&command, "--no-such-flag"));
        ran.stdout("").status(2);
        assert!(
            ran.stderr
                .starts_with("error: unexpected argument '--no-such-flag' found\n"),
            "{ran:?}"
        );
    }
    home.run(&["exprot"])
        .stdout("")
        .stderr(
            "error: unrecognized subcommand 'exprot'\n\n  tip: some similar subcommands exist: 'report', 'export'\n\n\
             Usage: promise [OPTIONS] [COMMAND]\n\nFor more information, try '--help'.\n",
        )
        .status(2);
    for id in ["0", "-1", "1.5", "one", "", "9223372036854775808"] {
        home.run(&["keep", "--", id]).stdout("").status(2);
    }
    home.run(&["list", "--json", "--format", "csv"])
        .stdout("")
        .status(2);
    home.run(&["list", "--format", "xml"]).stdout("").status(2);
    assert!(!home.path().join(".local").exists());
}

#[test]
fn without_a_home() {
    let home = Home::new();
    let bare = |arguments: &[&str], variables: &[(&str, &str)]| {
        let output = home
            .command(arguments)
            .env_clear()
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .output()
            .expect("the program runs");
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let database = "error: the place of the database is unknown, because HOME is not set\n\
                    hint: set HOME, or name the file with --db or PROMISE_DB\n";
    let config = "error: the place of the config file is unknown, because HOME is not set\n\
                  hint: set HOME, or name the file with --config or PROMISE_CONFIG\n";
    let table: [(&[&str], &str); 9] = [
        (&[], database),
        (&["due"], database),
        (&["list"], database),
        (&["people", "add", "Zoe"], database),
        (
            &["add", "x", "--to", "Zoe", "--due", "2 business days"],
            database,
        ),
        (&["undo"], database),
        (&["export"], database),
        (&["config", "path"], config),
        (&["config", "init"], config),
    ];
    for (arguments, message) in table {
        for variables in [&[][..], &[("HOME", "")]] {
            let expected = (Some(1), String::new(), message.to_owned());
            assert_eq!(bare(arguments, variables), expected, "{arguments:?}");
        }
    }
    let file = home.path().join("named.db").display().to_string();
    let named = [("PROMISE_DB", file.as_str())];
    let added = (Some(0), "Added Zoe\n".to_owned(), String::new());
    assert_eq!(bare(&["people", "add", "Zoe"], &named), added);
    assert_eq!(bare(&["date", "friday", "--json"], &[]).0, Some(0));
}

/// Over the place in the home stands the variable, and over that the flag.
#[test]
fn which_database() {
    let mut home = Home::new();
    home.ok(&["people", "add", "Home"]);
    home.set(
        "XDG_DATA_HOME",
        &home.path().join("xdg").display().to_string(),
    );
    home.ok(&["people", "add", "Xdg"]);
    home.set("PROMISE_DB", "variable.db");
    home.ok(&["people", "add", "Variable"]);
    home.ok(&["people", "add", "Flag", "--db", "flag.db"]);
    let names = |home: &Home, arguments: &[&str]| home.json(arguments)[0]["name"].clone();
    assert_eq!(names(&home, &["--db", "flag.db", "people"]), "Flag");
    assert_eq!(names(&home, &["people"]), "Variable");
    home.set("PROMISE_DB", "");
    assert_eq!(names(&home, &["people"]), "Xdg");
    home.set("XDG_DATA_HOME", "");
    assert_eq!(names(&home, &["people"]), "Home");
    for file in ["flag.db", "variable.db", "xdg/promise/promise.db"] {
        assert!(home.path().join(file).is_file(), "{file}");
    }
}

#[test]
fn a_clock_that_is_none() {
    let mut home = Home::new();
    home.at("yesterday");
    home.run(&["due"])
        .stdout("")
        .stderr(
            "error: PROMISE_NOW is not a time: yesterday\n\
             hint: write it as RFC 3339 has it: 2026-11-23T16:00:00+01:00\n",
        )
        .status(1);
}

#[test]
fn a_zone_that_is_none() {
    let mut home = recorded();
    home.set("TZ", "Europe/Nowhere");
    let before = home.bytes();
    let writes: [&[&str]; 13] = [
        &["add", "x", "--to", "Zoe", "--due", "friday"],
        &["keep", "1"],
        &["edit", "1", "y"],
        &["note", "1", "y"],
        &["void", "1"],
        &["break", "1", "--cause", "forgot"],
        &["release", "1"],
        &["reopen", "1"],
        &["reschedule", "1", "--due", "next week"],
        &["handoff", "1", "--owner", "Ann"],
        &["undo"],
        &["people", "add", "Zoe"],
        &["due"],
    ];
    for command in writes {
        home.run(command)
            .stdout("")
            .stderr(
                "error: TZ names no time zone: Europe/Nowhere\n\
                 hint: name one as Europe/London, or unset TZ\n",
            )
            .status(1);
        assert!(home.bytes() == before, "{command:?} saved something");
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8() {
    use std::os::unix::ffi::OsStrExt as _;
    let home = recorded();
    let before = home.bytes();
    let bad = OsStr::from_bytes(b"caf\xe9");
    let table: [&[&str]; 5] = [
        &["add", "--to", "Zoe", "--due", "friday"],
        &["note", "1"],
        &["list", "--search"],
        &["people", "add"],
        &["date"],
    ];
    for words in table {
        let mut arguments: Vec<&OsStr> = words.iter().map(OsStr::new).collect();
        arguments.push(bad);
        let output = home.command(&arguments).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert_eq!(output.stdout, b"", "{words:?}");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(
            stderr.starts_with("error: invalid UTF-8 was detected in one or more arguments\n"),
            "{stderr}"
        );
    }
    assert!(home.bytes() == before);
    // A path may be any bytes.
    let path = OsStr::from_bytes(b"caf\xe9.db");
    let arguments = ["people", "add", "Zoe", "--db"].map(OsStr::new);
    let output = home
        .command(&[&arguments[..], &[path]].concat())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(0));
    assert!(home.path().join(path).is_file());
}

/// Valid JSON on every command that shows or changes something, in a full home and an empty one.
#[test]
fn json_everywhere() {
    let arrays: [&[&str]; 19] = [
        &["list"],
        &["list", "--all"],
        &["log"],
        &["people"],
        &["config"],
        &["show", "1"],
        &["note", "1", "x"],
        &["edit", "1", "y"],
        &["keep", "1"],
        &["undo"],
        &["redo"],
        &["reopen", "1"],
        &["reschedule", "1", "--due", "next week"],
        &["handoff", "1", "--owner", "Ann"],
        &["release", "1"],
        &["break", "2", "--cause", "forgot"],
        &["void", "2"],
        &["people", "add", "Zoe"],
        &["import", "/dev/null"],
    ];
    let home = recorded();
    for command in arrays {
        assert!(home.json(command).is_array(), "{command:?}");
    }
    assert!(home.json(&["date", "friday"]).is_object());
    let empty = Home::new();
    for command in [&["list"][..], &["log"], &["people"]] {
        assert_eq!(empty.json(command), Value::Array(Vec::new()), "{command:?}");
    }
    let nothing = serde_json::json!({
        "overdue": [], "today": [], "coming": [], "waiting_on": [], "checks": [],
    });
    for command in [&[][..], &["due"], &["overdue"]] {
        assert_eq!(empty.json(command), nothing, "{command:?}");
    }
}

/// What prints no records still prints JSON where it is asked to.
#[test]
fn json_of_other_commands() {
    let home = recorded();
    let path = home.json(&["config", "path"]);
    assert!(path.to_string().contains("config.toml"), "{path}");
    home.json(&["config", "init"]);
    home.json(&["man", "pages"]);
}
