//! Tasks as other programs write them: read, changed, written back, nothing of theirs lost.

use chrono::NaiveDate;

use super::{Home, at, lines, parsed};
use crate::domain::deadline::Deadline;
use crate::domain::promise::State;
use crate::domain::zone::Zone;
use crate::exchange::ical::{Calendar, Todo, identity};

const FILES: [(&str, &str); 6] = [
    (
        "Nextcloud Tasks",
        include_str!("../../../../tests/fixtures/ics/nextcloud-tasks.ics"),
    ),
    (
        "Apple Reminders",
        include_str!("../../../../tests/fixtures/ics/apple-reminders.ics"),
    ),
    (
        "Tasks.org",
        include_str!("../../../../tests/fixtures/ics/tasks-org.ics"),
    ),
    (
        "Thunderbird",
        include_str!("../../../../tests/fixtures/ics/thunderbird.ics"),
    ),
    (
        "Evolution",
        include_str!("../../../../tests/fixtures/ics/evolution.ics"),
    ),
    (
        "todoman",
        include_str!("../../../../tests/fixtures/ics/todoman.ics"),
    ),
];

/// What a promise would take from each.
#[test]
fn read() {
    let expected = [
        "Send the quote to Jane Ortiz | wall 2026-11-24T13:00:00+01:00[Europe/Berlin] | open \
         | North, east+Quotes | - | - | 7d2c1b6e-52a4-4f0e-9c3d-0a8e6b1f4c25",
        "Call Mr Novák back ☎️ about the couch, which is picked up at one \
         | wall 2026-11-20T17:00:00+01:00[Europe/Berlin] | kept 2026-11-20T16:05:01+00:00 \
         |  | - | - | 0c7b2f7e-6e55-4c52-9d0a-2b6c5a4f9e31",
        "Rotate the tyres | wall 2026-11-24T09:30:00+00:00[Europe/London] | open \
         | Garage+Tyres | - | FREQ=MONTHLY;BYMONTHDAY=24 | e756b1ce-527e-5a31-bdc6-7157660f9e7d",
        "Write to the insurer; cc Ms Wong | wall 2026-11-24T11:00:00+01:00[Europe/Berlin] | open \
         | Clients+Follow up | - | - | 1b5d9e70-3c2a-4d6f-8e11-aa55bb66cc77",
        "Order the part | wall 2026-11-25T12:00:00+01:00[Europe/Berlin] | open \
         |  | Ortiz, Jane <jane@example.org> | - | 6f049be7-c72a-5536-95fb-246bfafc77f6",
        "Sharpen the knives | day 2026-11-27T23:59:59+01:00[Europe/Berlin] | open \
         |  | - | - | c2677885-b219-57bc-9935-aa64f1c3cb03",
    ];
    let home = Home::new();
    for ((program, text), expected) in FILES.into_iter().zip(expected) {
        let found = home.read(&parsed(text)).unwrap();
        assert_eq!((found.ours, found.warnings.len()), (false, 0), "{program}");
        let todo = found.todo;
        let settled = todo.settled_at.map(|at| format!(" {}", at.to_rfc3339()));
        let tags: Vec<&str> = todo.tags.iter().map(String::as_str).collect();
        let person = todo.person.as_deref().unwrap_or("-");
        let email = todo.email.as_ref().map(|email| format!(" <{email}>"));
        let shown = format!(
            "{} | {} | {}{} | {} | {person}{} | {} | {}",
            todo.what,
            todo.due.unwrap(),
            todo.state.word(),
            settled.unwrap_or_default(),
            tags.join("+"),
            email.unwrap_or_default(),
            found.rrule.as_deref().unwrap_or("-"),
            identity(&todo.uid),
        );
        assert_eq!(shown, expected, "{program}");
    }
    let found = home.read(&parsed(FILES[3].1)).unwrap();
    let notes = "claim number 778\nsee C:\\scans";
    assert_eq!(found.todo.notes.as_deref(), Some(notes));
    assert_eq!(found.modified, Some(at("2026-11-18T08:30:00Z")));
}

/// What nobody changed stays as it is, byte for byte.
#[test]
fn written_back_unchanged() {
    let home = Home::new();
    for (program, text) in FILES {
        let mut calendar = parsed(text);
        let todo = home.read(&calendar).unwrap().todo;
        assert!(!home.write(&todo, &mut calendar), "{program}");
        assert_eq!(calendar, parsed(text), "{program}");
        assert_eq!(parsed(&calendar.write()), calendar, "{program}");
    }
}

/// Makes a change, and shows that nothing but these properties is another.
fn changed(program: &str, text: &str, touched: &[&str], change: impl Fn(&mut Todo)) -> Calendar {
    let home = Home::new();
    let mut calendar = parsed(text);
    let mut todo = home.read(&calendar).unwrap().todo;
    change(&mut todo);
    assert!(home.write(&todo, &mut calendar), "{program}");
    let written = parsed(&calendar.write());
    let read = home.read(&written).unwrap();
    assert_eq!(read.todo, todo, "{program}");
    assert_eq!(read.modified, Some(at("2026-11-23T14:00:00Z")), "{program}");
    let others = |calendar: &Calendar| -> Vec<String> {
        let is_other = |line: &String| {
            let name = line.split([':', ';']).next().unwrap_or_default();
            !touched.contains(&name) && !["DTSTAMP", "LAST-MODIFIED", "SEQUENCE"].contains(&name)
        };
        calendar.outer().flat_map(lines).filter(is_other).collect()
    };
    assert_eq!(others(&written), others(&parsed(text)), "{program}");
    // And the second time, nothing.
    assert!(!home.write(&todo, &mut calendar), "{program}");
    assert_eq!(calendar, written, "{program}");
    written
}

#[test]
fn completed_here() {
    let touched = ["STATUS", "COMPLETED", "PERCENT-COMPLETE"];
    for (program, text) in FILES {
        let calendar = changed(program, text, &touched, |todo| {
            todo.state = State::Kept;
            todo.settled_at = Some(at("2026-11-23T14:00:00Z"));
        });
        let todo = calendar.todos().next().unwrap();
        let value = |name: &str| todo.first(name).map(|own| own.value().to_owned());
        assert_eq!(value("STATUS").as_deref(), Some("COMPLETED"));
        assert_eq!(value("COMPLETED").as_deref(), Some("20261123T140000Z"));
        assert_eq!(value("PERCENT-COMPLETE").as_deref(), Some("100"));
    }
}

#[test]
fn moved_here() {
    let touched = ["DUE", "DURATION", "X-PROMISE-ZONE"];
    let berlin = Zone::bundled("Europe/Berlin").unwrap();
    let later = at("2026-12-03T11:30:00Z");
    let (later, _) = Deadline::wall(berlin.local(later), &berlin).unwrap();
    // Where the task was already in a zone, it stays in it.
    let due = [
        "DUE:20261203T113000Z",
        "DUE;TZID=Europe/Berlin:20261203T123000",
        "DUE;TZID=Europe/London:20261203T113000",
        "DUE:20261203T113000Z",
        "DUE;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261203T123000",
        "DUE:20261203T113000Z",
    ];
    for ((program, text), due) in FILES.into_iter().zip(due) {
        // A start of the other kind moves with it.
        let mut touched = touched.to_vec();
        if program == "Evolution" {
            touched.push("DTSTART");
        }
        let calendar = changed(program, text, &touched, |todo| {
            todo.due = Some(later.clone());
        });
        let todo = calendar.todos().next().unwrap();
        assert_eq!(todo.first("DUE").unwrap().line_text(), due, "{program}");
    }
}

#[test]
fn moved_to_a_day_before_the_start() {
    let berlin = Zone::bundled("Europe/Berlin").unwrap();
    let day: NaiveDate = "2026-11-10".parse().unwrap();
    let touched = ["DUE", "DURATION", "DTSTART", "X-PROMISE-ZONE"];
    for (program, text) in FILES {
        let calendar = changed(program, text, &touched, |todo| {
            todo.due = Deadline::day(day, &berlin);
        });
        let todo = calendar.todos().next().unwrap();
        let due = todo.first("DUE").unwrap();
        assert_eq!(due.line_text(), "DUE;VALUE=DATE:20261110", "{program}");
        if let Some(start) = todo.first("DTSTART") {
            assert_eq!(
                start.line_text(),
                "DTSTART;VALUE=DATE:20261110",
                "{program}"
            );
        }
    }
}

#[test]
fn reopened_and_let_off() {
    let touched = ["STATUS", "COMPLETED", "PERCENT-COMPLETE"];
    let (program, apple) = FILES[1];
    changed(program, apple, &touched, |todo| {
        (todo.state, todo.settled_at) = (State::Open, None);
    });
    let touched = [
        "STATUS",
        "COMPLETED",
        "PERCENT-COMPLETE",
        "X-PROMISE-STATE",
        "X-PROMISE-SETTLED",
    ];
    for state in [State::Released, State::Broken, State::Void] {
        for (program, text) in FILES {
            changed(program, text, &touched, |todo| {
                todo.state = state;
                todo.settled_at = Some(at("2026-11-23T14:00:00Z"));
            });
        }
    }
}
