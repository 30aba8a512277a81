//! `promise backup`: a whole copy or none, private, made while others write.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::faults::recorded;
use crate::harness::Home;
use crate::usage::shell;

/// The names in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The folder of the program's own backups.
pub fn folder(home: &Home) -> PathBuf {
    home.database().with_file_name("backups")
}

#[test]
fn beside_the_database_and_named_by_the_time() {
    let home = recorded();
    let ran = home.run(&["backup"]);
    ran.stderr("").status(0);
    let (first, rest) = ran.stdout.split_once('\n').expect("two lines");
    assert!(
        first.starts_with("Backed up to ")
            && first.contains("backups/promise-20261123T150000Z.db ("),
        "{first}"
    );
    assert_eq!(
        rest,
        "  2 promises, 2 people, 4 events; the newest step is 2 (add), \
         Mon 23 Nov 2026 16:00 +01:00\n"
    );
    // The same moment again: no name is taken twice.
    home.ok(&["backup"]);
    let made = home.json(&["backup"]);
    let path = folder(&home).join("promise-20261123T150000Z-3.db");
    assert_eq!(
        made,
        json!([{
            "path": path.display().to_string(),
            "bytes": fs::metadata(&path).expect("the backup").len(),
            "promises": 2,
            "people": 2,
            "events": 4,
            "newest_step": {"id": 2, "command": "add", "at": "2026-11-23T16:00:00+01:00"},
            "removed": [],
        }])
    );
    assert_eq!(
        names(&folder(&home)),
        [
            "promise-20261123T150000Z-2.db",
            "promise-20261123T150000Z-3.db",
            "promise-20261123T150000Z.db",
        ]
    );
    // It is a database like any other.
    let path = path.display().to_string();
    assert_eq!(home.ok(&["--db", &path, "export"]), home.ok(&["export"]));
}

#[test]
fn where_the_user_says() {
    let home = recorded();
    home.ok(&["backup", "mine.db"]);
    let before = fs::read(home.path().join("mine.db")).expect("the backup");
    home.run(&["backup", "mine.db"])
        .stdout("")
        .stderr(
            "error: there is a file already: ~/mine.db\n\
             hint: name another file, or replace it with --force\n",
        )
        .status(1);
    assert!(fs::read(home.path().join("mine.db")).expect("the backup") == before);
    home.ok(&["note", "1", "later"]);
    home.ok(&["backup", "mine.db", "--force"]);
    let mine = home.path().join("mine.db").display().to_string();
    assert_eq!(home.ok(&["--db", &mine, "export"]), home.ok(&["export"]));
    fs::create_dir(home.path().join("stick")).expect("a folder");
    home.ok(&["backup", "stick"]);
    assert_eq!(
        names(&home.path().join("stick")),
        ["promise-20261123T150000Z.db"]
    );
    assert_eq!(names(&folder(&home)), Vec::<String>::new());
    home.run(&["backup", "nowhere/x.db"])
        .stdout("")
        .stderr(
            "error: could not write a backup: ~/nowhere: No such file or directory (os error 2)\n\
             hint: name another place: promise backup FILE\n",
        )
        .status(5);
}

/// Neither the database nor what SQLite would take for a part of one is ever written over.
#[cfg(unix)]
#[test]
fn never_over_the_database() {
    let home = recorded();
    let database = home.database();
    std::os::unix::fs::symlink(&database, home.path().join("link.db")).expect("a link");
    fs::hard_link(&database, home.path().join("same.db")).expect("a link");
    fs::write(home.path().join("other.db-wal"), "changes").expect("a journal");
    let before = home.bytes();
    let wal = format!("{}-wal", database.display());
    let table = [
        (
            database.display().to_string(),
            "that is the database itself",
        ),
        ("link.db".to_owned(), "that is the database itself"),
        ("same.db".to_owned(), "that is the database itself"),
        (wal, "that is the place of the database's journal"),
        (
            "other.db".to_owned(),
            "the journal of another database lies beside it",
        ),
    ];
    for (file, reason) in table {
        let ran = home.run(&["backup", &file, "--force"]);
        ran.stdout("").status(5);
        assert!(ran.stderr.contains(reason), "{ran:?}");
        assert!(home.bytes() == before, "{file}");
    }
}

#[test]
fn nothing_to_back_up() {
    let home = Home::new();
    for arguments in [&["backup"][..], &["backup", "--auto"]] {
        home.run(arguments)
            .stdout("")
            .stderr(
                "error: there is nothing to back up: no database at \
                 ~/.local/share/promise/promise.db\n\
                 hint: promise add makes one; --db and PROMISE_DB name another file\n",
            )
            .status(1);
    }
    assert!(!folder(&home).exists());
}

/// What is copied is read first: a damaged row makes no backup, and leaves nothing behind.
#[test]
fn a_damaged_database() {
    let home = recorded();
    flip(&home, b"Send the quote");
    for arguments in [&["backup"][..], &["backup", "x.db"], &["backup", "--auto"]] {
        let ran = home.run(arguments);
        ran.stdout("").status(5);
        assert!(
            ran.stderr.contains("does not match its checksum"),
            "{ran:?}"
        );
    }
    assert_eq!(names(&folder(&home)), Vec::<String>::new());
    assert!(!home.path().join("x.db").exists());
}

/// Changes one letter wherever a text stands in the database.
pub fn flip(home: &Home, text: &[u8]) {
    let mut bytes = fs::read(home.database()).expect("the database");
    let places: Vec<usize> = (0..bytes.len() - text.len())
        .filter(|at| bytes[*at..].starts_with(text))
        .collect();
    assert!(places.len() >= 2, "a row and an event");
    for place in places {
        bytes[place] ^= 1;
    }
    fs::write(home.database(), &bytes).expect("the damaged file");
}

#[cfg(unix)]
#[test]
fn private_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt as _;
    for umask in ["000", "022", "077", "277"] {
        let home = recorded();
        let command = format!("umask {umask}; \"$PROMISE\" backup && \"$PROMISE\" backup x.db");
        let (status, _, stderr) = shell(&home, &command);
        assert_eq!((status, stderr), (0, String::new()), "umask {umask}");
        let mode = |path: PathBuf| {
            let meta = fs::metadata(path).expect("it exists");
            format!("{:o}", meta.permissions().mode() & 0o777)
        };
        let own = folder(&home).join("promise-20261123T150000Z.db");
        assert_eq!(mode(own), "600", "umask {umask}");
        assert_eq!(mode(home.path().join("x.db")), "600", "umask {umask}");
        if umask != "277" {
            assert_eq!(mode(folder(&home)), "700", "umask {umask}");
        }
    }
}

/// What killed programs left goes with the next backup; what is new, or not ours, stays.
#[test]
fn what_was_left_half_written() {
    let home = recorded();
    fs::create_dir(folder(&home)).expect("a folder");
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(7200);
    let id = "0123456789abcdef0123456789abcdef";
    let table = [
        (format!(".promise-{id}.part"), true),
        (format!(".{id}.part"), true),
        (format!(".promise-{}.part", id.replace('0', "f")), false),
        ("notes.part".to_owned(), true),
    ];
    // Beside the database too: a first command that was killed leaves one there.
    let beside = home.database().with_file_name("");
    for (name, aged) in &table {
        for folder in [&folder(&home), &beside] {
            let file = fs::File::create(folder.join(name)).expect("a file");
            if *aged {
                file.set_modified(old).expect("its time");
            }
        }
    }
    home.ok(&["backup"]);
    let stay = [
        ".promise-f123456789abcdeff123456789abcdef.part",
        "notes.part",
    ];
    let made = "promise-20261123T150000Z.db";
    assert_eq!(names(&folder(&home)), [&stay[..], &[made]].concat());
    let mut found = names(&beside);
    found.retain(|name| name.contains("part"));
    assert_eq!(found, stay);
}

/// Writers go on, and each copy is one moment of what they wrote.
#[test]
fn while_others_write() {
    let home = recorded();
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let script = format!(
                "for n in 1 2 3 4 5 6 7 8; do \"$0\" add \"w{writer} $n\" --to Jane --due friday \
                 --note x || exit 1; done"
            );
            let mut command = home.command::<&str>(&[]);
            let program = command.get_program().to_owned();
            let mut shell = std::process::Command::new("sh");
            shell.arg("-c").arg(script).arg(program).env_clear();
            for (name, value) in command.get_envs() {
                shell.env(name, value.expect("a value"));
            }
            command.stdin(Stdio::null());
            shell
                .stdout(Stdio::null())
                .current_dir(home.path())
                .spawn()
                .expect("a shell")
        })
        .collect();
    let mut counts = Vec::new();
    for number in 0..6 {
        let name = format!("{number}.db");
        let made = home.json(&["backup", &name]);
        let count = made[0]["promises"].as_i64().expect("a number");
        let copy = Connection::open(home.path().join(&name)).expect("a database");
        let found: (i64, i64) = copy
            .query_row(
                "SELECT count(*), (SELECT count(*) FROM events) FROM promises",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .expect("counts");
        assert_eq!(
            found,
            (count, made[0]["events"].as_i64().expect("a number"))
        );
        counts.push(count);
    }
    for mut writer in writers {
        assert!(writer.wait().expect("the end").success());
    }
    assert!(counts.is_sorted(), "{counts:?}");
    let listed = home.json(&["list", "--all"]);
    assert_eq!(listed.as_array().map(Vec::len), Some(34));
}

/// A folder that cannot be written gets no backup, and loses nothing.
#[test]
fn a_folder_that_is_a_file() {
    let home = recorded();
    fs::write(folder(&home), "no folder").expect("a file");
    let ran = home.run(&["backup"]);
    ran.stdout("").status(5);
    assert!(
        ran.stderr.starts_with("error: could not write a backup: "),
        "{ran:?}"
    );
    assert_eq!(fs::read(folder(&home)).expect("the file"), b"no folder");
}

/// A person who was forgotten is in none of our copies, the damaged ones included.
#[test]
fn a_person_who_is_forgotten() {
    let home = recorded();
    home.ok(&["backup"]);
    home.ok(&["backup", "--auto"]);
    let cut = fs::read(home.database()).expect("the database");
    let damaged = folder(&home).join("damaged-20261123T150000Z.db");
    fs::write(&damaged, &cut[4096..]).expect("a damaged copy");
    let left = folder(&home).join(".promise-0123456789abcdef0123456789abcdef.part");
    let beside = home
        .database()
        .with_file_name(left.file_name().expect("a name"));
    for left in [&left, &beside] {
        fs::write(left, &cut).expect("a copy that was left");
    }
    home.ok(&["people", "forget", "Jane Ortiz", "--yes"]);
    assert_eq!(names(&folder(&home)), Vec::<String>::new());
    assert!(!beside.exists());
}

/// As lines for scripts.
#[test]
fn other_formats() {
    let home = recorded();
    let plain = home.ok(&["backup", "a.db", "--format", "plain"]);
    let fields: Vec<&str> = plain.trim_end().split('\t').collect();
    assert_eq!(fields.len(), 5);
    assert_eq!(fields[2..], ["2", "2", "4"]);
    let lines = home.ok(&["backup", "b.db", "--format", "jsonl"]);
    let value: Value = serde_json::from_str(&lines).expect("JSON");
    assert_eq!(value["removed"], json!([]));
}
