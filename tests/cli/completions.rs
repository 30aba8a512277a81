//! Completion in shells: the scripts, and the values that the program offers when they ask it.

use std::fs;

use crate::harness::Home;

/// Names that a shell or a terminal could stumble over.
const NAMES: [&str; 6] = [
    "Jane Ortiz",
    "Bob O'Neil",
    "Ann \"A\" Lee",
    "Dollar $HOME `id` \\ !x",
    "Ünal Öz",
    "Beta",
];

/// A home with people of strange names, two open promises and one that was kept.
fn known() -> Home {
    let home = Home::new();
    for name in NAMES {
        home.ok(&["people", "add", name]);
    }
    home.ok(&["people", "add", "\u{1b}[31mEvil"]);
    let add = |what: &str, to: &str| {
        home.ok(&[
            "add", what, "--to", to, "--due", "friday", "--tag", "urgent",
        ]);
    };
    add("Say \"hi\"", "Jane Ortiz");
    add("evil\u{1b}[31m\nx", "Bob O'Neil");
    add("kept", "Beta");
    home.ok(&["keep", "3"]);
    home.ok(&["edit", "1", "--owner", "Tim Ho"]);
    home
}

/// What the program answers a shell, as the shell's own script asks: the words of the line, the
/// last of them being completed.
fn offered(home: &Home, shell: &str, words: &[&str]) -> Vec<String> {
    let mut arguments = vec!["--", "promise"];
    arguments.extend(words);
    let mut command = home.command(&arguments);
    command.env("COMPLETE", shell);
    // What each script sets beside that.
    if shell != "fish" {
        command
            .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
            .env("_CLAP_IFS", "\n");
    }
    if shell == "bash" {
        command
            .env("_CLAP_COMPLETE_COMP_TYPE", "9")
            .env("_CLAP_COMPLETE_SPACE", "true");
    }
    let output = command.output().expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(!text.contains('\u{1b}'), "{shell} {words:?}: {text:?}");
    text.lines().map(str::to_owned).collect()
}

/// Without the flags, which are offered wherever a value is optional.
fn values(home: &Home, shell: &str, words: &[&str]) -> Vec<String> {
    let mut values = offered(home, shell, words);
    values.retain(|value| !value.starts_with("--"));
    values
}

#[test]
fn names() {
    let home = known();
    let mut names: Vec<String> = NAMES.map(str::to_owned).to_vec();
    names.sort();
    for shell in ["zsh", "fish"] {
        for flag in ["--to", "--from"] {
            for command in ["list", "due", "add", "edit"] {
                let mut offered = values(&home, shell, &[command, flag, ""]);
                offered.sort();
                if shell == "zsh" {
                    // Its script takes a backslash for the mark of something special.
                    for name in &mut offered {
                        *name = name.replace("\\\\", "\\");
                    }
                }
                assert_eq!(offered, names, "{shell}: promise {command} {flag}");
            }
        }
        assert_eq!(
            values(&home, shell, &["list", "--to", "jan"]),
            ["Jane Ortiz"]
        );
        assert_eq!(values(&home, shell, &["list", "--to", "Evil"]), [""; 0]);
        assert_eq!(values(&home, shell, &["list", "--owner", ""]), ["Tim Ho"]);
        assert_eq!(values(&home, shell, &["list", "--tag", "u"]), ["urgent"]);
        assert_eq!(
            values(&home, shell, &["add", "--via", ""]),
            ["call", "email", "chat", "meeting"]
        );
        assert_eq!(
            values(&home, shell, &["date", "--to", "jan"]),
            ["Jane Ortiz"]
        );
    }
}

/// Numbers of open promises, with their text where the shell shows one.
#[test]
fn numbers() {
    let home = known();
    for command in ["keep", "done", "show", "edit", "note", "void"] {
        assert_eq!(
            values(&home, "bash", &[command, ""]),
            ["1", "2"],
            "{command}"
        );
        assert_eq!(
            values(&home, "fish", &[command, ""]),
            [
                "1\tJane Ortiz: Say \"hi\"",
                "2\tBob O'Neil: evil\\x1b[31m\\nx"
            ],
            "{command}"
        );
    }
    assert_eq!(values(&home, "bash", &["keep", "2"]), ["2"]);
    assert_eq!(values(&home, "bash", &["keep", "1", ""]), ["1", "2"]);
    assert_eq!(values(&home, "bash", &["keep", "9"]), [""; 0]);
}

#[test]
fn commands_and_flags() {
    let home = Home::new();
    assert_eq!(offered(&home, "bash", &["k"]), ["keep"]);
    assert_eq!(offered(&home, "bash", &["keep", "--a"]), ["--at"]);
    assert_eq!(
        offered(&home, "bash", &["list", "--state", ""]),
        ["open", "kept", "broken", "released", "void"]
    );
    assert_eq!(
        offered(&home, "bash", &["list", "--format", "js"]),
        ["json", "jsonl"]
    );
}

/// Whatever is wrong, nothing is offered, and the line under the cursor stays clean.
#[test]
fn nothing_where_something_is_wrong() {
    let missing = Home::new();
    let broken = Home::new();
    let path = broken.database();
    fs::create_dir_all(path.parent().expect("a folder")).expect("a data folder");
    fs::write(&path, "no database").expect("a file");
    let misled = Home::with_config("mee = 1\n");
    for home in [&missing, &broken, &misled] {
        let before = home.bytes();
        for words in [
            &["keep", ""][..],
            &["list", "--to", ""],
            &["list", "--tag", ""],
        ] {
            for shell in ["bash", "zsh", "fish"] {
                assert_eq!(values(home, shell, words), [""; 0], "{shell} {words:?}");
            }
        }
        assert!(home.bytes() == before, "completing wrote something");
    }
    assert!(!missing.database().exists());
    let mut bare = home_without_a_clock();
    assert_eq!(values(&bare, "bash", &["keep", ""]), [""; 0]);
    bare.set("TZ", "Nowhere");
    assert_eq!(values(&bare, "bash", &["keep", ""]), [""; 0]);
}

fn home_without_a_clock() -> Home {
    let mut home = known();
    home.at("no time");
    home
}

#[test]
fn scripts() {
    let home = Home::new();
    let table = [
        ("bash", "complete -F _promise"),
        ("zsh", "#compdef promise"),
        ("fish", "complete -c promise"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion:arg-completer"),
    ];
    for (shell, sign) in table {
        let ran = home.run(&["completions", shell]);
        ran.stderr("").status(0);
        assert!(ran.stdout.contains(sign), "{shell}");
        for command in ["add", "keep", "reschedule-not-there"] {
            assert_eq!(
                ran.stdout.contains(command),
                command != "reschedule-not-there",
                "{shell}: {command}"
            );
        }
        // What asks the program itself is printed by the program, too.
        let ran = home.command::<&str>(&[]).env("COMPLETE", shell).output();
        assert!(ran.expect("the program runs").status.success(), "{shell}");
    }
    home.run(&["completions", "tcsh"]).stdout("").status(2);
    home.run(&["completions"]).stdout("").status(2);
}

#[test]
fn manual_pages() {
    let home = Home::new();
    let ran = home.run(&["man"]);
    ran.stderr("").status(0);
    assert!(ran.stdout.contains(".TH promise 1"), "{ran:?}");
    let ran = home.run(&["man", "pages/of/mine"]);
    ran.stderr("").status(0);
    let folder = home.path().join("pages/of/mine");
    let mut pages: Vec<String> = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    pages.sort();
    for page in [
        "promise.1",
        "promise-add.1",
        "promise-people-add.1",
        "promise-config-init.1",
    ] {
        assert!(
            pages.iter().any(|found| found == page),
            "{page} is not in {pages:?}"
        );
    }
    assert_eq!(
        ran.stdout,
        format!("Wrote {} pages into pages/of/mine\n", pages.len())
    );
    assert_eq!(
        fs::read_to_string(folder.join("promise.1")).expect("a page"),
        home.ok(&["man"])
    );
    for page in &pages {
        let text = fs::read_to_string(folder.join(page)).expect("a page");
        let name = page.trim_end_matches(".1");
        let title = format!(".TH {name} 1  \"promise {}\"", env!("CARGO_PKG_VERSION"));
        let found = text.lines().find(|line| line.starts_with(".TH "));
        assert_eq!(found.map(str::trim_end), Some(title.as_str()), "{page}");
    }
    fs::write(home.path().join("file"), "").expect("a file");
    home.run(&["man", "file"]).stdout("").status(1);
}
