//! `promise import` and `export` of Taskwarrior, with the program itself where it is installed.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::harness::Home;
use crate::import::{import, rows};

const TASKS: &str = r#"[
{"id":1,"description":"Pay rent","due":"20261130T230000Z","entry":"20261101T090000Z","mask":"-","project":"Home","recur":"monthly","rtype":"periodic","status":"recurring","uuid":"5f7cbdac-42c5-4bde-9f39-d2cbf5f0feca","urgency":14.6},
{"id":2,"description":"Send quote","due":"20261127T120000Z","entry":"20261120T090000Z","modified":"20261120T100000Z","priority":"H","project":"Big Deals","status":"pending","wait":"20261125T230000Z","uuid":"31b56026-c3c3-4f5d-90bb-d8b4d5d2b937","annotations":[{"entry":"20261120T093000Z","description":"they want it by mail"}],"depends":["808547ab-b5a0-4031-929b-4c955341cfcc"],"estimate":3,"urgency":3.2},
{"id":0,"description":"Call Bob","due":"20261118T230000Z","end":"20261120T080000Z","entry":"20261110T090000Z","status":"completed","uuid":"808547ab-b5a0-4031-929b-4c955341cfcc"},
{"id":3,"description":"Pay rent","due":"20261031T230000Z","entry":"20261001T090000Z","imask":0,"parent":"5f7cbdac-42c5-4bde-9f39-d2cbf5f0feca","project":"Home","recur":"monthly","status":"pending","uuid":"639aa622-a111-4def-b875-7a0038500cb1"},
{"id":4,"description":"Pay rent","due":"20261130T230000Z","entry":"20261101T090000Z","imask":1,"parent":"5f7cbdac-42c5-4bde-9f39-d2cbf5f0feca","project":"Home","recur":"monthly","status":"pending","uuid":"639aa622-a111-4def-b875-7a0038500cb2"},
{"id":0,"description":"oops","due":"20261127T230000Z","end":"20261122T090000Z","entry":"20261120T090000Z","status":"deleted","uuid":"639aa622-a111-4def-b875-7a0038500cb3"}
]
"#;

/// Taskwarrior 2 writes what it was given as `\ud83d\ude42` in two halves, which is no UTF-8.
#[test]
fn emoji_in_two_halves() {
    let home = Home::new();
    let task = b"[{\"description\":\"Call \xed\xa0\xbd\xed\xb9\x82\",\"due\":\"20261127T230000Z\",\
                 \"entry\":\"20261120T090000Z\",\"status\":\"pending\",\
                 \"uuid\":\"639aa622-a111-4def-b875-7a0038500cb3\"}]";
    fs::write(home.path().join("tasks.json"), task).expect("a file");
    home.ok(&["import", "tasks.json", "--to", "Ann"]);
    assert_eq!(rows(&home)[0]["what"], "Call 🙂");
}

#[test]
fn tasks_as_promises() {
    let home = Home::new();
    import(&home, "tasks.json", TASKS, &["--to", "Ann"])
        .stdout("Imported 4 promises and 1 person; 0 were there already.\n")
        .stderr(
            "note: reading tasks.json as a Taskwarrior export\n\
             note: 1 deleted task was left out; --deleted takes deleted ones in, as void\n\
             note: 1 recurring template was left out; instances are taken in\n",
        )
        .status(0);
    let rows = rows(&home);
    let quote = &rows[0];
    assert_eq!(quote["uuid"], "31b56026-c3c3-4f5d-90bb-d8b4d5d2b937");
    assert_eq!(quote["due"], "2026-11-27T13:00:00+01:00");
    assert_eq!(quote["made_at"], "2026-11-20T10:00:00+01:00");
    assert_eq!(quote["tags"], json!(["Big-Deals", "priority:H"]));
    let notes: Vec<(&str, &str)> = quote["notes"]
        .as_array()
        .expect("notes")
        .iter()
        .map(|note| {
            (
                note["at"].as_str().expect("a time"),
                note["text"].as_str().expect("a text"),
            )
        })
        .collect();
    assert_eq!(
        notes,
        [
            (
                "2026-11-20T10:00:00+01:00",
                "wait: 2026-11-26 00:00\nestimate: 3"
            ),
            ("2026-11-20T10:30:00+01:00", "they want it by mail"),
        ]
    );
    // Due at midnight is due that day.
    let call = &rows[1];
    assert_eq!(call["due"], "2026-11-19T23:59:59+01:00");
    assert_eq!(call["due_whole_day"], true);
    assert_eq!(
        (&call["state"], &call["outcome"]),
        (&json!("kept"), &json!("late"))
    );
    assert_eq!(quote["needs"], json!([call["id"]]));
    let shown = home.json(&["show", "2"]);
    let events: Vec<_> = shown[0]["events"]
        .as_array()
        .expect("events")
        .iter()
        .map(|event| (event["kind"].clone(), event["at"].clone()))
        .collect();
    assert_eq!(
        events,
        [
            (json!("added"), json!("2026-11-10T10:00:00+01:00")),
            (json!("kept"), json!("2026-11-20T09:00:00+01:00")),
        ]
    );
    // The newest instance repeats, and it alone.
    let repeats: Vec<_> = rows
        .iter()
        .map(|row| (row["due"].clone(), row["every"].clone()))
        .collect();
    assert_eq!(
        repeats[2],
        (json!("2026-11-01T23:59:59+01:00"), Value::Null)
    );
    assert_eq!(
        repeats[3],
        (json!("2026-12-01T23:59:59+01:00"), json!("month"))
    );
    home.run(&["doctor"]).status(0);
    import(&home, "tasks.json", TASKS, &["--to", "Ann", "--deleted"])
        .stdout("Imported 1 promise and 0 people; 4 were there already.\n")
        .status(0);
    assert_eq!(self::rows(&home)[4]["state"], "void");
}

#[test]
fn lines_of_objects_and_what_makes_no_sense() {
    let home = Home::new();
    let text = "{\"description\":\"a\",\"due\":\"20261127T120000Z\"}\n\
                {\"description\":\"b\",\"due\":\"friday\"}\n\
                {\"description\":\"c\",\"status\":\"odd\"}\n\
                {\"due\":\"20261127T120000Z\"}\n\
                {\"description\":\"d\",\"uuid\":\"x\"}\n\
                {\"description\":\"e\" \"f\"}\n\
                {\"description\":\"g\"\n";
    import(&home, "tasks.json", text, &["--to", "Ann"])
        .stdout("")
        .stderr(
            "note: reading tasks.json as a Taskwarrior export\n\
             warning: tasks.json:2: due: \"friday\" is no time\n\
             warning: tasks.json:3: unknown status \"odd\"\n\
             warning: tasks.json:4: a task without a description\n\
             warning: tasks.json:5: \"x\" is no UUID\n\
             warning: tasks.json:6: not a JSON object, at column 20\n\
             warning: tasks.json:7: the object does not end\n\
             error: nothing was imported: 6 records cannot be taken in\n\
             hint: --skip-bad leaves out what cannot be taken in\n",
        )
        .status(1);
    // A circle of what needs what.
    let circle = "{\"description\":\"a\",\"due\":\"20261127T120000Z\",\"uuid\":\"639aa622-a111-4def-b875-7a0038500cb1\",\"depends\":[\"639aa622-a111-4def-b875-7a0038500cb2\"]}\n\
                  {\"description\":\"b\",\"due\":\"20261127T120000Z\",\"uuid\":\"639aa622-a111-4def-b875-7a0038500cb2\",\"depends\":\"639aa622-a111-4def-b875-7a0038500cb1\"}\n";
    let ran = import(&home, "tasks.json", circle, &["--to", "Ann"]);
    assert!(
        ran.stderr.contains("tasks.json:2: it would need itself\n"),
        "{ran:?}"
    );
    let ours = home.ok(&["export", "--format", "json"]);
    import(
        &home,
        "ours.json",
        &ours.replace(']', "{\"record\":1}]"),
        &[],
    )
    .status(1);
}

/// Taskwarrior in this home.
fn task(home: &Home, arguments: &[&str], input: &str) -> Option<String> {
    let rc = home.path().join("taskrc");
    if !rc.exists() {
        let data = home.path().join("task");
        fs::create_dir_all(&data).expect("a folder");
        let text = format!(
            "data.location={}\nconfirmation=off\nverbose=nothing\nnews.version=99.0.0\n",
            data.display()
        );
        fs::write(&rc, text).expect("a file");
    }
    let mut child = Command::new("task")
        .args(arguments)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", home.path())
        .env("TASKRC", rc)
        .env("TZ", "Europe/Berlin")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input.as_bytes()).expect("a reader");
    drop(stdin);
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// There and back through Taskwarrior itself: the same promises.
#[test]
fn through_taskwarrior() {
    let home = Home::new();
    if task(&home, &["--version"], "").is_none() {
        println!("skipped: task (taskwarrior) is not installed");
        return;
    }
    let commands: [&[&str]; 8] = [
        &[
            "add",
            "Send the \"quote\" é",
            "--to",
            "Jane Ortiz",
            "--due",
            "tomorrow 1pm",
            "--tag",
            "a",
            "--note",
            "by mail",
        ],
        &[
            "add", "Contract", "--from", "Bob", "--due", "friday", "--effort", "45m", "--via",
            "call", "--key", "K",
        ],
        &[
            "add",
            "Report",
            "--to",
            "Ann",
            "--every",
            "friday 9:00",
            "--needs",
            "1",
        ],
        &[
            "add",
            "Call",
            "--to",
            "Ann",
            "--due",
            "in 2 hours",
            "--owner",
            "Kim",
        ],
        &["add", "Ship", "--to", "Ann", "--due", "friday"],
        &["keep", "4"],
        &["release", "5"],
        &["reschedule", "2", "--due", "next monday"],
    ];
    for command in commands {
        home.ok(command);
    }
    let exported = home.ok(&["export", "--format", "taskwarrior"]);
    task(&home, &["import", "-"], &exported);
    let tasks = task(&home, &["export"], "").expect("tasks");
    let copy = Home::new();
    import(&copy, "tasks.json", &tasks, &[]).status(0);
    let plain = |home: &Home| {
        let mut rows = rows(home);
        for row in &mut rows {
            let row = row.as_object_mut().expect("an object");
            for name in ["id", "needs", "corrections", "series", "handoffs"] {
                row.remove(name);
            }
        }
        rows.sort_by_key(|row| row["uuid"].to_string());
        rows
    };
    assert_eq!(plain(&copy), plain(&home));
    // What was done there is told of here.
    let uuid = rows(&home)[0]["uuid"].as_str().expect("a UUID").to_owned();
    task(&home, &["rc.bulk=0", &uuid, "modify", "due:2026-12-24"], "");
    let tasks = task(&home, &["export"], "").expect("tasks");
    let ran = import(&home, "tasks.json", &tasks, &[]);
    ran.stdout("Imported 0 promises and 0 people; 5 were there already.\n")
        .status(0);
    assert_eq!(ran.stderr.matches("is here already").count(), 1, "{ran:?}");
}
