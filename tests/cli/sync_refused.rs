//! What `promise sync` does not do, and says.

use std::fs;

use serde_json::json;

use crate::harness::Home;

#[test]
fn no_folder() {
    let home = Home::new();
    home.run(&["sync"])
        .stdout("")
        .stderr(
            "error: say which folder\n\
             hint: promise sync DIR, or set vdir in [sync] of the config\n",
        )
        .status(2);
    home.run(&["sync", "nowhere"])
        .stdout("")
        .stderr(
            "error: there is no folder nowhere: No such file or directory (os error 2)\n\
             hint: vdirsyncer discover makes it, or name another: promise sync DIR\n",
        )
        .status(1);
    assert!(!home.database().exists());
}

/// A folder that lost everything is not believed.
#[test]
fn an_emptied_folder() {
    let home = Home::new();
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    home.ok(&["add", "Send the quote", "--to", "Jane", "--due", "friday"]);
    home.ok(&["sync", "tasks"]);
    let before = fs::read(home.database()).expect("the file");
    for entry in fs::read_dir(&folder).expect("a folder") {
        fs::remove_file(entry.expect("an entry").path()).expect("a file");
    }
    home.run(&["sync", "tasks", "--deleted", "void"])
        .stdout("")
        .stderr(
            "error: nothing is left in the folder ~/tasks of what was there: 1 promise\n\
             hint: if they were taken away on purpose, say --force-empty\n",
        )
        .status(1);
    fs::remove_dir(&folder).expect("a folder");
    assert_eq!(
        home.run(&["sync", "tasks", "--deleted", "void"]).status,
        Some(1)
    );
    assert!(before == fs::read(home.database()).expect("the file"));
    home.run(&["sync", "tasks", "--force-empty"])
        .stdout(
            "Deleted there, but it is kept: 1: Send the quote\nSynced 1 promise: 1 file written.\n",
        )
        .stderr("")
        .status(0);
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
}

/// Whatever stands there is left as it is where it is no promise, and the rest goes on.
#[test]
fn what_is_no_promise() {
    let home = Home::new();
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    let task = |uid: &str, lines: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:{uid}\r\n{lines}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
        )
    };
    let due = "DUE;VALUE=DATE:20261127";
    let newer = "X-PROMISE-EVENT:{\"v\":2}";
    let table = [
        (
            "a-good.ics",
            task("../../../x", &format!("SUMMARY:Call @Jane\r\n{due}")),
        ),
        ("b-nobody.ics", task("b", &format!("SUMMARY:Call\r\n{due}"))),
        ("c-no-day.ics", task("c", "SUMMARY:Call @Jane")),
        (
            "d-repeats.ics",
            task(
                "d",
                &format!("SUMMARY:Call @Jane\r\n{due}\r\nRRULE:FREQ=DAILY"),
            ),
        ),
        (
            "e-broken.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\n".to_owned(),
        ),
        (
            "f-newer.ics",
            task("f", &format!("SUMMARY:Call @Jane\r\n{due}\r\n{newer}")),
        ),
        (
            "g-twice.ics",
            task("../../../x", &format!("SUMMARY:Call @Jane\r\n{due}")),
        ),
        (
            "h-event.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:h\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                .to_owned(),
        ),
        (
            "i-done.ics",
            task(
                "i",
                &format!("SUMMARY:Call @Jane\r\n{due}\r\nSTATUS:COMPLETED"),
            ),
        ),
        ("j-giant.ics", "x".repeat((1 << 20) + 1)),
        ("k-bomb.ics", "BEGIN:VTODO\r\n".repeat(20_000)),
    ];
    for (name, text) in &table {
        fs::write(folder.join(name), text).expect("a file");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", folder.join("z-link.ics")).expect("a link");
    let ran = home.run(&["sync", "tasks"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert_eq!(
        ran.stdout,
        "Added 1: Call @Jane; to Jane, due Fri 27 Nov 2026 all day +01:00 (in 4 days)\n\
         Synced 1 promise: 1 change here, 1 file written.\n"
    );
    let said: Vec<&str> = ran.stderr.lines().collect();
    for part in [
        "warning: b-nobody.ics is left alone: it does not say to whom it is promised",
        "warning: c-no-day.ics is left alone: it has no deadline",
        "warning: d-repeats.ics is left alone: it repeats by the rules of another program",
        "warning: e-broken.ics is left alone: ",
        "warning: f-newer.ics is left alone: a newer program wrote its history",
        "warning: g-twice.ics is left alone: its task is that of a-good.ics",
        "warning: j-giant.ics is left alone: it is larger than",
        "warning: k-bomb.ics is left alone: ",
        "warning: z-link.ics is left alone: it is no plain file",
    ] {
        assert!(
            said.iter().any(|line| line.starts_with(part)),
            "{part}\n{}",
            ran.stderr
        );
    }
    assert_eq!(said.len(), 9, "{}", ran.stderr);
    for (name, text) in table.iter().skip(1) {
        assert!(
            fs::read_to_string(folder.join(name)).expect("the file") == *text,
            "{name}"
        );
    }
    assert_eq!(home.json(&["people"]).as_array().map(Vec::len), Some(1));
}

/// A history that makes no sense: nobody is recorded for it.
#[test]
fn a_hostile_history() {
    let home = Home::new();
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    let history = "X-PROMISE-EVENT:{\"v\":1\\,\"people\":{\"6ba7b810-9dad-41d1-80b4-00c04fd430c8\":\"Mallory\"}\\,\
                   \"events\":[{\"id\":\"6ba7b810-9dad-41d1-80b4-00c04fd430c9\"\\,\"at\":1\\,\"kind\":\"kept\"}]}";
    let task = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:l\r\nSUMMARY:x\r\n{history}\r\nEND:VTODO\r\n\
         END:VCALENDAR\r\n"
    );
    fs::write(folder.join("l.ics"), &task).expect("a file");
    let ran = home.run(&["sync", "tasks"]);
    let expected = "l.ics is left alone: its history makes no sense";
    assert!(ran.stderr.contains(expected), "{ran:?}");
    assert_eq!(home.json(&["people"]), json!([]));
    assert_eq!(home.json(&["list", "--all"]), json!([]));
    assert_eq!(
        fs::read_to_string(folder.join("l.ics")).expect("the file"),
        task
    );
    home.ok(&["doctor"]);
}

/// A folder that cannot be written: what came from there is saved, and the next sync goes on.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written() {
    let home = Home::new();
    let folder = home.path().join("tasks");
    fs::create_dir(&folder).expect("a folder");
    home.ok(&["add", "Send the quote", "--to", "Jane", "--due", "friday"]);
    let uuid = home.json(&["list"])[0]["uuid"].clone();
    let name = folder.join(format!("{}.ics", uuid.as_str().expect("a UUID")));
    // In the way, whatever the rights of whoever runs this.
    fs::create_dir(&name).expect("a folder");
    let task = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:a\r\nSUMMARY:@Ann call\r\n\
                DUE:20261201T000000Z\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
    fs::write(folder.join("a.ics"), task).expect("a task");
    let ran = home.run(&["sync", "tasks"]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(ran.stderr.contains("could not write"), "{ran:?}");
    assert_eq!(
        ran.stdout,
        "Added 2: @Ann call; to Ann, due Tue 1 Dec 2026 01:00 +01:00 (in 8 days)\n\
         Synced 2 promises: 1 change here, 1 file written.\n",
        "what was done is told, and no more"
    );
    fs::remove_dir(&name).expect("a folder");
    home.run(&["sync", "tasks"])
        .stdout("Synced 2 promises: 1 file written.\n")
        .stderr("")
        .status(0);
}
