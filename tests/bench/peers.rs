//! Other programs of this kind over the same promises, where they are installed: Taskwarrior,
//! todo.txt and todoman, adding one and showing what is due.
//!
//! Their files are written as they write them themselves: an open promise is a pending task with
//! the same text and the same time, a settled one a completed task. What is due is asked for up
//! to the same moment. todoman reads one file a task, and is left out above 10,000.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use chrono::DateTime;
use uuid::Uuid;

use crate::files::{self, Files};
use crate::measure::{self, Variant};
use crate::statements::in_path;
use crate::subjects::{Subjects, WHAT};

/// A size, a command, the name of another program, its time and that of `promise`.
pub type Measured = (u32, String, &'static str, Duration, Duration);

/// The most tasks of one file each.
const FEW: u32 = 10_000;

struct Task {
    uuid: String,
    what: String,
    open: bool,
    made: i64,
    due: i64,
}

/// Measures the other programs, and the two commands beside them.
pub fn measured(files: &Files, subjects: &mut Subjects<'_>, rounds: usize) -> Vec<Measured> {
    let mut names = Vec::new();
    let mut variants: Vec<Variant<'_>> = ["add", "due"]
        .map(|name| Variant::new(subjects.promise(name)))
        .into();
    let tasks = tasks(files.made());
    let home = files.home();
    let makers: [(&str, Maker); 3] = [
        ("Taskwarrior", taskwarrior),
        ("todo.txt", todo_txt),
        ("todoman", todoman),
    ];
    for (name, make) in makers {
        let Some(peer) = make(home, &tasks) else {
            eprintln!("{name}: not installed, or not for so many");
            continue;
        };
        names.push(name);
        // They take seconds over a large file.
        let long = files.size() > FEW;
        for words in [peer.add, peer.due] {
            let (program, envs) = (peer.program.clone(), peer.envs.clone());
            let variant = Variant::new(Box::new(move || {
                let mut command = Command::new(&program);
                command.env_clear().envs(envs.clone()).args(&words);
                command
            }));
            variants.push(variant.long(long));
        }
    }
    measure::run(&mut variants, rounds);
    let times: Vec<Duration> = variants.iter().map(Variant::median).collect();
    let (ours, theirs) = times.split_at(2);
    let mut measured = Vec::new();
    for (name, theirs) in names.into_iter().zip(theirs.chunks(2)) {
        for (place, command) in ["add", "due"].into_iter().enumerate() {
            let command = command.to_owned();
            measured.push((files.size(), command, name, theirs[place], ours[place]));
        }
    }
    measured
}

/// Gives another program its data: none where it is not installed.
type Maker = fn(&Path, &[Task]) -> Option<Peer>;

/// How another program is called.
struct Peer {
    program: PathBuf,
    envs: Vec<(String, String)>,
    add: Vec<String>,
    due: Vec<String>,
}

fn tasks(path: &Path) -> Vec<Task> {
    let connection = files::reader(path);
    let mut statement = connection
        .prepare("SELECT uuid, what, state = 'open', made_at, due_at FROM promises ORDER BY id")
        .expect("a statement");
    let rows = statement.query_map([], |row| {
        Ok(Task {
            uuid: Uuid::from_bytes(row.get(0)?).to_string(),
            what: row.get(1)?,
            open: row.get(2)?,
            made: row.get(3)?,
            due: row.get(4)?,
        })
    });
    rows.and_then(Iterator::collect).expect("tasks")
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn envs(home: &Path, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut envs = vec![
        own("HOME", &home.to_string_lossy()),
        own("PATH", &env::var("PATH").unwrap_or_default()),
        own("TZ", crate::data::ZONE),
    ];
    envs.extend(more.iter().map(|(name, value)| own(name, value)));
    envs
}

fn taskwarrior(home: &Path, tasks: &[Task]) -> Option<Peer> {
    let program = in_path("task")?;
    let folder = home.join("taskwarrior");
    fs::create_dir_all(&folder).expect("a folder");
    let line = |task: &Task| {
        let Task {
            uuid,
            what,
            made,
            due,
            ..
        } = task;
        let rest = if task.open {
            "status:\"pending\"".to_owned()
        } else {
            format!("end:\"{due}\" status:\"completed\"")
        };
        format!("[description:\"{what}\" due:\"{due}\" entry:\"{made}\" {rest} uuid:\"{uuid}\"]\n")
    };
    for (name, open) in [("pending.data", true), ("completed.data", false)] {
        let lines = tasks.iter().filter(|task| task.open == open).map(line);
        fs::write(folder.join(name), lines.collect::<String>()).expect("tasks");
    }
    let settings = folder.join("taskrc");
    fs::write(
        &settings,
        format!("data.location={}\nconfirmation=off\n", folder.display()),
    )
    .expect("settings");
    Some(Peer {
        program,
        envs: envs(home, &[("TASKRC", &settings.to_string_lossy())]),
        add: words(&["add", WHAT, "due:2026-12-01T10:00"]),
        due: words(&["status:pending", "due.before:2026-11-25T00:00", "list"]),
    })
}

fn todo_txt(home: &Path, tasks: &[Task]) -> Option<Peer> {
    let program = in_path("todo.sh").or_else(|| in_path("todo-txt"))?;
    let folder = home.join("todo-txt");
    fs::create_dir_all(&folder).expect("a folder");
    let day = |seconds| {
        let at = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        at.date_naive()
    };
    let open = tasks.iter().filter(|task| task.open);
    let lines =
        open.map(|task| format!("{} {} due:{}\n", day(task.made), task.what, day(task.due)));
    fs::write(folder.join("todo.txt"), lines.collect::<String>()).expect("tasks");
    let done = tasks.iter().filter(|task| !task.open);
    let lines = done.map(|task| format!("x {} {} {}\n", day(task.due), day(task.made), task.what));
    fs::write(folder.join("done.txt"), lines.collect::<String>()).expect("tasks");
    let settings = folder.join("config");
    let text = format!(
        "export TODO_DIR={0}\nexport TODO_FILE=\"$TODO_DIR/todo.txt\"\n\
         export DONE_FILE=\"$TODO_DIR/done.txt\"\nexport REPORT_FILE=\"$TODO_DIR/report.txt\"\n",
        folder.display()
    );
    fs::write(&settings, text).expect("settings");
    let config = settings.to_string_lossy();
    Some(Peer {
        program,
        envs: envs(home, &[]),
        add: words(&["-d", &config, "add", &format!("{WHAT} due:2026-12-01")]),
        // It knows no dates: a month of them, as words.
        due: words(&["-d", &config, "ls", "due:2026-11"]),
    })
}

fn todoman(home: &Path, tasks: &[Task]) -> Option<Peer> {
    let program = in_path("todoman").or_else(|| in_path("todo"))?;
    if tasks.len() > FEW as usize {
        return None;
    }
    let folder = home.join("todoman");
    let list = folder.join("lists").join("promises");
    fs::create_dir_all(&list).expect("a folder");
    let stamp = |seconds| {
        let at = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        at.format("%Y%m%dT%H%M%SZ").to_string()
    };
    for task in tasks {
        let state = if task.open {
            "STATUS:NEEDS-ACTION".to_owned()
        } else {
            format!("STATUS:COMPLETED\r\nCOMPLETED:{}", stamp(task.due))
        };
        let text = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:promise\r\nBEGIN:VTODO\r\nUID:{uuid}\r\n\
             SUMMARY:{what}\r\nDTSTAMP:{made}\r\nCREATED:{made}\r\nDUE:{due}\r\n{state}\r\n\
             END:VTODO\r\nEND:VCALENDAR\r\n",
            uuid = task.uuid,
            what = task.what.replace(',', "\\,"),
            made = stamp(task.made),
            due = stamp(task.due),
        );
        fs::write(list.join(format!("{}.ics", task.uuid)), text).expect("a task");
    }
    let settings = folder.join("config.py");
    let text = format!(
        "path = \"{0}/lists/*\"\ncache_path = \"{0}/cache.sqlite3\"\ndefault_list = \"promises\"\n\
         date_format = \"%Y-%m-%d\"\ntime_format = \"%H:%M\"\n",
        folder.display()
    );
    fs::write(&settings, text).expect("settings");
    let config = settings.to_string_lossy();
    Some(Peer {
        program,
        envs: envs(home, &[("LC_ALL", "C.UTF-8")]),
        add: words(&["--config", &config, "new", "-d", "2026-12-01 10:00", WHAT]),
        due: words(&["--config", &config, "list", "--due", "48"]),
    })
}
