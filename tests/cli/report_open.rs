//! `promise report --open`: the page in a browser, and in a file of the user's own.

use std::fs;
use std::time::{Duration, Instant};

use crate::harness::Home;

/// A home whose programs are those of a folder of its own.
fn home(programs: &[(&str, &str)]) -> Home {
    let mut home = Home::new();
    let folder = home.path().join("bin");
    fs::create_dir(&folder).expect("a folder for programs");
    for (name, script) in programs {
        let path = folder.join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
        make_runnable(&path);
    }
    let folder = folder.display().to_string();
    home.set("PATH", &folder);
    home
}

fn make_runnable(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o700)).expect("a mode");
}

/// What a program that goes on by itself wrote, once it has.
fn written(path: &std::path::Path) -> String {
    let begun = Instant::now();
    loop {
        let text = fs::read_to_string(path).unwrap_or_default();
        if text.ends_with('\n') {
            return text;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "nothing was opened"
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn the_browser_of_the_environment_comes_first() {
    let mut home = home(&[
        ("firefox", "echo \"firefox $1\" > \"$HOME/opened\""),
        ("xdg-open", "echo \"xdg-open $1\" > \"$HOME/opened\""),
    ]);
    home.set("BROWSER", "no-such-browser:firefox");
    home.run(&["report", "--open"])
        .stdout("Opened ~/.cache/promise/report.html\n")
        .status(0);
    let page = home.path().join(".cache/promise/report.html");
    let opened = written(&home.path().join("opened"));
    assert_eq!(opened, format!("firefox {}\n", page.display()));
    let text = fs::read_to_string(page).expect("the page");
    assert_eq!(text, home.ok(&["report", "--format", "html"]));
}

#[test]
#[cfg(target_os = "linux")]
fn the_platforms_browser_and_a_private_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = home(&[("xdg-open", "echo \"xdg-open $1\" > \"$HOME/opened\"")]);
    for _ in 0..2 {
        home.run(&["report", "--open", "--format", "html"])
            .stdout("Opened ~/.cache/promise/report.html\n")
            .status(0);
    }
    let page = home.path().join(".cache/promise/report.html");
    let opened = written(&home.path().join("opened"));
    assert_eq!(opened, format!("xdg-open {}\n", page.display()));
    let mode = |path: &std::path::Path| {
        let metadata = fs::metadata(path).expect("metadata");
        metadata.permissions().mode() & 0o777
    };
    assert_eq!(mode(&page), 0o600);
    assert_eq!(mode(page.parent().expect("a folder")), 0o700);
    assert!(!home.database().exists());
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_browser_the_path_is_told() {
    for programs in [&[][..], &[("xdg-open", "exit 3")]] {
        let home = home(programs);
        home.run(&["report", "--open"])
            .stdout("")
            .stderr(
                "note: no promise is recorded yet: no database at \
                 ~/.local/share/promise/promise.db\n\
                 error: no browser opened the page ~/.cache/promise/report.html\n\
                 hint: open that file yourself, or name the program of a browser in BROWSER\n",
            )
            .status(1);
        assert!(home.path().join(".cache/promise/report.html").exists());
    }
}

#[test]
fn a_page_is_opened_in_no_other_format() {
    let home = home(&[]);
    for format in [&["--json"][..], &["--format", "csv"]] {
        home.run(&[&["report", "--open"], format].concat())
            .stdout("")
            .stderr(
                "error: --open shows the report as a page, in no other format\n\
                 hint: leave out either --open or the format\n",
            )
            .status(2);
    }
    home.run(&["report", "--open", "--explain"]).status(2);
    assert!(!home.path().join(".cache").exists());
}

#[test]
fn without_a_home_it_says_where_else() {
    let mut home = home(&[]);
    home.set("PROMISE_DB", "/nowhere/promise.db");
    let mut command = home.command(&["report", "--open"]);
    let output = command.env_remove("HOME").output().expect("it runs");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.contains("error: the place of the page is unknown"),
        "{stderr}"
    );
    assert_eq!(output.status.code(), Some(1));
}
