//! `promise import` and `export` of calendars, and what todoman makes of them.

use std::fs;
use std::process::Command;

use crate::harness::Home;
use crate::import::{import, rows};

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Nextcloud Tasks v0.16\r\n\
BEGIN:VTODO\r\nUID:639aa622-a111-4def-b875-7a0038500cb1\r\nCREATED:20261110T090000Z\r\n\
SUMMARY:Send the quote\r\nDUE;VALUE=DATE:20261127\r\nCATEGORIES:Deals\r\n\
DESCRIPTION:by mail\r\nEND:VTODO\r\n\
BEGIN:VTODO\r\nUID:abc@example.org\r\nSUMMARY:Call Bob\r\nDUE:20261120T120000Z\r\n\
STATUS:COMPLETED\r\nCOMPLETED:20261120T110000Z\r\nCREATED:20261110T090000Z\r\nEND:VTODO\r\n\
BEGIN:VEVENT\r\nUID:ev1\r\nSUMMARY:Demo\r\nDTSTART:20261126T130000Z\r\nLOCATION:Room 1\r\n\
RRULE:FREQ=WEEKLY;UNTIL=20261231T230000Z\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:ev2\r\nSUMMARY:Off\r\nDTSTART:20261126T130000Z\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n\
END:VCALENDAR\r\n";

#[test]
fn tasks_and_appointments() {
    let home = Home::new();
    let again = |said: &str| {
        import(&home, "a.ics", CALENDAR, &["--to", "Ann"])
            .stdout(said)
            .stderr(
                "note: reading a.ics as an iCalendar file\n\
                 note: 1 cancelled appointment was left out; nothing is promised there\n",
            )
            .status(0);
    };
    again("Imported 3 promises and 1 person; 0 were there already.\n");
    again("Imported 0 promises and 0 people; 3 were there already.\n");
    let rows = rows(&home);
    assert_eq!(rows[0]["uuid"], "639aa622-a111-4def-b875-7a0038500cb1");
    assert_eq!(rows[0]["due_whole_day"], true);
    assert_eq!(rows[0]["notes"][0]["text"], "by mail");
    assert_eq!(
        (&rows[1]["state"], &rows[1]["outcome"]),
        (&"kept".into(), &"on_time".into())
    );
    assert_eq!(rows[2]["due"], "2026-11-26T14:00:00+01:00");
    assert_eq!(rows[2]["every"], "week 14:00");
    // Midnight in Berlin is the end of the day before to what comes due at two.
    assert_eq!(rows[2]["every_until"], "2026-12-31");
    home.run(&["doctor"]).status(0);
}

#[test]
fn calendars_that_make_no_sense() {
    let home = Home::new();
    let broken = CALENDAR
        .replace("DUE;VALUE=DATE:20261127", "DUE:soon")
        .replace("DTSTART:20261126T130000Z\r\nLOC", "LOC");
    let ran = import(&home, "a.ics", &broken, &["--to", "Ann"]);
    ran.stdout("").status(1);
    assert!(ran.stderr.contains("\nwarning: a.ics:4: "), "{ran:?}");
    assert!(
        ran.stderr
            .contains("\nwarning: a.ics:20: there is no deadline\n"),
        "{ran:?}"
    );
    import(&home, "a.ics", "hello\n", &["--format", "ics"])
        .stderr(
            "warning: a.ics:1: this is no iCalendar file\n\
             error: nothing was imported: 1 record cannot be taken in\n\
             hint: --skip-bad leaves out what cannot be taken in\n",
        )
        .status(1);
}

/// todoman lists what was exported, and ticks it off.
#[test]
fn read_by_todoman() {
    // Debian's package names it otherwise.
    let program = ["todoman", "todo"].into_iter().find(|program| {
        let mut version = Command::new(program);
        version.arg("--version").env("LC_ALL", "C.UTF-8");
        let said = version.output().map(|output| output.stdout);
        said.is_ok_and(|said| String::from_utf8_lossy(&said).contains("version"))
    });
    let Some(program) = program else {
        println!("skipped: todoman is not installed");
        return;
    };
    let home = Home::new();
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "friday 1pm",
        "--note",
        "by mail",
    ]);
    let calendar = home.ok(&["export", "--format", "ics"]);
    let folder = home.path().join("cal/work");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("one.ics"), &calendar).expect("a file");
    let config = format!(
        "path = \"{}/cal/*\"\ndate_format = \"%Y-%m-%d\"\ntime_format = \"%H:%M\"\n\
         cache_path = \"{}/cache.sqlite\"\n",
        home.path().display(),
        home.path().display()
    );
    fs::write(home.path().join("todoman.py"), config).expect("a file");
    let todo = |arguments: &[&str]| {
        let output = Command::new(program)
            .args(["--config", "todoman.py"])
            .args(arguments)
            .current_dir(home.path())
            .env("HOME", home.path())
            .env("TZ", "Europe/Berlin")
            .env("LC_ALL", "C.UTF-8")
            .output()
            .expect("todoman");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let listed = todo(&["--porcelain", "list"]);
    assert!(
        listed.contains("\"summary\": \"Send the quote\""),
        "{listed}"
    );
    assert!(listed.contains("\"due\": 1795780800"), "{listed}");
    todo(&["done", "1"]);
    let done = fs::read_to_string(folder.join("one.ics")).expect("a file");
    let ran = import(&home, "one.ics", &done, &[]);
    ran.stdout("Imported 0 promises and 0 people; 1 were there already.\n");
    assert!(ran.stderr.contains("one.ics:"), "{ran:?}");
}

/// What is taken of two deadlines, and a repetition that cannot be carried, is said.
#[test]
fn what_is_guessed_is_said() {
    let home = Home::new();
    let file = "BEGIN:VCALENDAR\r\n\
BEGIN:VTODO\r\nUID:a\r\nSUMMARY:a\r\nDUE;VALUE=DATE:20261127\r\nDUE;VALUE=DATE:20261130\r\nEND:VTODO\r\n\
BEGIN:VTODO\r\nUID:b\r\nSUMMARY:b\r\nDUE;VALUE=DATE:20261127\r\nRRULE:FREQ=DAILY;BYHOUR=9,10\r\n\
END:VTODO\r\n\
BEGIN:VTODO\r\nUID:c\r\nSUMMARY:c\r\nDUE;VALUE=DATE:20261127\r\nDUE;VALUE=DATE:20261127\r\nEND:VTODO\r\n\
BEGIN:VEVENT\r\nUID:d\r\nSUMMARY:d\r\nDTSTART:20261127T120000Z\r\nDTSTART:20261128T120000Z\r\n\
RRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let ran = import(&home, "a.ics", file, &["--to", "Ann"]);
    ran.stdout("Imported 4 promises and 1 person; 0 were there already.\n");
    let said: Vec<&str> = ran.stderr.lines().skip(1).collect();
    let begins = [
        "warning: a.ics:2: DUE stands there twice: \"20261127\" was taken, not \"20261130\"",
        "warning: a.ics:8: the repetition is kept as a note: ",
        "warning: a.ics:20: DTSTART stands there twice: \"20261127T120000Z\" was taken, ",
        "warning: a.ics:20: the repetition is kept as a note: ",
    ];
    assert_eq!(said.len(), begins.len(), "{said:#?}");
    for (line, begin) in said.iter().zip(begins) {
        assert!(line.starts_with(begin), "{line}\n{begin}");
    }
    let rows = rows(&home);
    assert_eq!(rows[0]["due"], "2026-11-27T23:59:59+01:00");
}
