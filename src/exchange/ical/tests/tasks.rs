//! Promises as tasks: what is written for each field, and what becomes of it elsewhere.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Home, at, lines, parsed, task};
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Check, Direction, Series, State};
use crate::domain::reminder::Lead;
use crate::domain::zone::Zone;
use crate::exchange::ical::{Part, Todo};

fn set<const N: usize>(texts: [&str; N]) -> BTreeSet<String> {
    texts.into_iter().map(str::to_owned).collect()
}

fn full() -> Todo {
    let due = |text: &str| Deadline::parse(text);
    let text = |text: &str| Some(text.to_owned());
    Todo {
        uid: "0192f0c0-0000-7000-8000-000000000001".to_owned(),
        what: "Send the quote, by mail; today".to_owned(),
        notes: text("First line\nC:\\x"),
        direction: Direction::Theirs,
        person: text("Ortiz, Jane"),
        email: text("jane@example.org"),
        owner: text("Bob"),
        state: State::Broken,
        settled_at: Some(at("2026-11-24T13:00:00Z")),
        due: due("wall 2026-11-24T12:00:00+00:00[Europe/London]"),
        first_due: due("day 2026-11-23T23:59:59+00:00[Europe/London]"),
        negotiated_due: due("instant 2026-11-24T12:00:00+00:00[Europe/London]"),
        made_at: Some(at("2026-11-19T09:00:00Z")),
        via: text("call"),
        tags: set(["north, east", "quotes"]),
        effort_minutes: Some(90),
        standard: text("quote"),
        key: text("crm:7"),
        check: Check {
            due: due("day 2026-11-30T23:59:59+01:00[Europe/Berlin]"),
            satisfied: Some(false),
            rating: Some(2),
        },
        needs: [Uuid::from_u128(7)].into(),
        reminders: set(["1 business day", "2h"]),
        series: Some(Series {
            uuid: Uuid::from_u128(9),
            occurrence: 3,
            every: text("friday 16:00"),
            until: "2027-12-31".parse().ok(),
            times: Some(10),
        }),
        events: vec!["first".to_owned(), "second; and third".to_owned()],
    }
}

#[test]
fn every_field() {
    let mut home = Home::new();
    home.person_line = true;
    let calendar = home.file(&full());
    let expected = "\
BEGIN:VTODO
UID:0192f0c0-0000-7000-8000-000000000001
DTSTAMP:20261123T150000Z
CREATED:20261119T100000Z
LAST-MODIFIED:20261123T140000Z
SUMMARY:Send the quote\\, by mail\\; today
STATUS:CANCELLED
X-PROMISE-STATE:broken
X-PROMISE-SETTLED:20261124T130000Z
DUE:20261124T120000Z
X-PROMISE-ZONE:Europe/London
X-PROMISE-TO:Ortiz\\, Jane
CONTACT;ALTREP=\"mailto:jane@example.org\":Ortiz\\, Jane
DESCRIPTION:From: Ortiz\\, Jane\\nFirst line\\nC:\\\\x
CATEGORIES:north\\, east,quotes
RELATED-TO;RELTYPE=DEPENDS-ON:00000000-0000-0000-0000-000000000007
X-PROMISE-OWNER:Bob
X-PROMISE-DIRECTION:theirs
X-PROMISE-FIRST-DUE:day 2026-11-23T23:59:59+00:00[Europe/London]
X-PROMISE-NEGOTIATED-DUE:instant 2026-11-24T12:00:00+00:00[Europe/London]
X-PROMISE-MADE:20261119T090000Z
X-PROMISE-VIA:call
X-PROMISE-EFFORT:90
X-PROMISE-STANDARD:quote
X-PROMISE-KEY:crm:7
X-PROMISE-CHECK:day 2026-11-30T23:59:59+01:00[Europe/Berlin]
X-PROMISE-SATISFIED:no
X-PROMISE-RATING:2
X-PROMISE-SERIES:00000000-0000-0000-0000-000000000009
X-PROMISE-OCCURRENCE:3
X-PROMISE-EVERY:friday 16:00
X-PROMISE-UNTIL:20271231
X-PROMISE-TIMES:10
X-PROMISE-EVENT:first
X-PROMISE-EVENT:second\\; and third
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Send the quote\\, by mail\\; today
TRIGGER;RELATED=END:-PT24H
X-PROMISE-LEAD:1 business day
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Send the quote\\, by mail\\; today
TRIGGER;RELATED=END:-PT2H
X-PROMISE-LEAD:2h
END:VALARM
END:VTODO";
    let written = lines(calendar.todos().next().unwrap());
    assert_eq!(written.join("\n"), expected);
    let text = calendar.write();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    let found = home.read(&parsed(&text)).unwrap();
    assert_eq!(found.todo, full());
    assert!(found.ours && found.warnings.is_empty());
    assert_eq!(found.created, Some(at("2026-11-19T10:00:00Z")));
    assert_eq!(found.modified, Some(at("2026-11-23T14:00:00Z")));
}

#[test]
fn states_elsewhere() {
    let table = [
        ("SUMMARY:x", State::Open, None),
        ("STATUS:IN-PROCESS\nPERCENT-COMPLETE:99", State::Open, None),
        (
            "STATUS:NEEDS-ACTION\nPERCENT-COMPLETE:100",
            State::Open,
            None,
        ),
        ("PERCENT-COMPLETE:100", State::Kept, None),
        (
            "COMPLETED:20261124T120000Z",
            State::Kept,
            Some("2026-11-24T12:00:00Z"),
        ),
        ("status:completed", State::Kept, None),
        ("STATUS:CANCELLED", State::Released, None),
        ("STATUS:CANCELLED\nX-PROMISE-STATE:void", State::Void, None),
        // Cancelled there after it was kept or reopened here.
        (
            "STATUS:CANCELLED\nX-PROMISE-STATE:kept",
            State::Released,
            None,
        ),
        (
            "STATUS:NEEDS-ACTION\nX-PROMISE-STATE:broken",
            State::Open,
            None,
        ),
        (
            "STATUS:COMPLETED\nX-PROMISE-STATE:broken",
            State::Kept,
            None,
        ),
    ];
    for (lines, state, settled) in table {
        let todo = Home::new().read(&task(lines)).unwrap().todo;
        let expected = (state, settled.map(at));
        assert_eq!((todo.state, todo.settled_at), expected, "{lines}");
    }
}

#[test]
fn people_elsewhere() {
    let table = [
        ("SUMMARY:x", None, None),
        ("CONTACT:Jane\\, desk", Some("Jane, desk"), None),
        (
            "CONTACT;ALTREP=\"MAILTO:j@x.org\":Jane",
            Some("Jane"),
            Some("j@x.org"),
        ),
        ("ATTENDEE:mailto:j@x.org", Some("j@x.org"), Some("j@x.org")),
        (
            "ORGANIZER:mailto:me@x.org\nATTENDEE;CN=Me:MAILTO:me@x.org\n\
             ATTENDEE;CN=\" Jane \":mailto:j@x.org",
            Some("Jane"),
            Some("j@x.org"),
        ),
        (
            "ATTENDEE;CN=Bob:mailto:b@x.org\nX-PROMISE-TO:Jane",
            Some("Jane"),
            None,
        ),
        ("ATTENDEE:urn:uuid:1", None, None),
    ];
    for (lines, person, email) in table {
        let todo = Home::new().read(&task(lines)).unwrap().todo;
        let found = (todo.person.as_deref(), todo.email.as_deref());
        assert_eq!(found, (person, email), "{lines}");
    }
}

/// Alarms of others stay; ours follow the lead times and the deadline.
#[test]
fn alarms() {
    let mut home = Home::new();
    let mut calendar = task(
        "DUE;VALUE=DATE:20261124\nBEGIN:VALARM\nTRIGGER;RELATED=END:-PT15H\nX-THEIRS:1\n\
         END:VALARM\nBEGIN:VALARM\nTRIGGER:-PT5M\nEND:VALARM",
    );
    let triggers = |calendar: &super::Calendar| -> Vec<String> {
        let todo = calendar.todos().next().unwrap();
        let marks = todo.components().map(|alarm| {
            let mark = alarm.text("X-PROMISE-LEAD").unwrap_or_default();
            let usual = alarm.text("X-PROMISE-USUAL-LEAD").unwrap_or_default();
            let trigger = alarm.first("TRIGGER").unwrap().value();
            format!("{trigger} {mark}{usual}").trim().to_owned()
        });
        marks.collect()
    };
    let mut todo = home.read(&calendar).unwrap().todo;
    todo.reminders = set(["1 day", "3h"]);
    assert!(home.write(&todo, &mut calendar));
    // The day before at 09:00, and three hours before 17:00; the first was there without a mark.
    assert_eq!(triggers(&calendar), ["-PT15H 1 day", "-PT5M", "PT14H 3h"]);
    let zone = Zone::bundled("Europe/Berlin").unwrap();
    let local = "2026-11-24T13:00:00".parse().unwrap();
    todo.due = Deadline::wall(local, &zone).map(|(due, _)| due);
    todo.reminders = set(["1 day"]);
    assert!(home.write(&todo, &mut calendar));
    assert_eq!(triggers(&calendar), ["-PT24H 1 day", "-PT5M"]);
    let their = |calendar: &super::Calendar| {
        let todo = calendar.todos().next().unwrap();
        todo.components()
            .any(|alarm| alarm.first("X-THEIRS").is_some())
    };
    assert!(their(&calendar));
    // One of theirs at the moment of ours, before it: both stay.
    let mut same = task(
        "DUE:20261124T120000Z\nBEGIN:VALARM\nTRIGGER;RELATED=END:-PT2H\nEND:VALARM\n\
         BEGIN:VALARM\nTRIGGER;RELATED=END:-PT2H\nX-PROMISE-LEAD:2h\nEND:VALARM",
    );
    let twice = home.read(&same).unwrap().todo;
    assert!(!home.write(&twice, &mut same));
    assert_eq!(triggers(&same), ["-PT2H", "-PT2H 2h"]);
    // Those of the config are written, and not read as the promise's own.
    todo.reminders = set([]);
    home.usual = vec![Lead::Minutes(60)];
    assert!(home.write(&todo, &mut calendar));
    assert_eq!(triggers(&calendar), ["-PT5M", "-PT1H 1h"]);
    assert_eq!(home.read(&calendar).unwrap().todo, todo);
    assert!(!home.write(&todo, &mut calendar));
}

/// A program that keeps none of our words, and what it did nevertheless.
#[test]
fn words_that_another_program_dropped() {
    let mut home = Home::new();
    home.person_line = true;
    let before = Todo {
        state: State::Open,
        settled_at: None,
        ..full()
    };
    let text = home.file(&before).write();
    let dropped = |text: &str| -> String {
        let kept = |line: &&str| {
            !["X-PROMISE", "CONTACT", "RELATED-TO"]
                .iter()
                .any(|name| line.starts_with(name))
        };
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.lines().filter(kept).collect();
        lines.join("\r\n")
    };
    let bare = dropped(&text);
    let found = home.read(&parsed(&bare)).unwrap();
    assert!(!found.ours);
    assert_eq!(found.filled_from(&before), before);
    // Ticked, and renamed.
    let ticked = bare
        .replace("STATUS:NEEDS-ACTION", "STATUS:COMPLETED")
        .replace("Send", "Post");
    let found = home.read(&parsed(&ticked)).unwrap();
    let todo = found.filled_from(&before);
    assert_eq!(todo.differing(&before), [Part::What, Part::State]);
    // Moved.
    let moved = bare.replace("DUE:20261124T12", "DUE:20261125T12");
    let todo = home.read(&parsed(&moved)).unwrap().filled_from(&before);
    assert_eq!(todo.differing(&before), [Part::Due]);
    // Our words there: what is not said is not so.
    let ours = bare.replace("STATUS:NEEDS-ACTION", "X-PROMISE-VIA:email");
    let todo = home.read(&parsed(&ours)).unwrap().filled_from(&before);
    assert_eq!((todo.via.as_deref(), todo.owner), (Some("email"), None));
}

#[test]
fn parts() {
    let (empty, full) = (Todo::new("1"), full());
    assert_eq!(full.differing(&empty), Part::ALL);
    let mut copy = empty.clone();
    for part in Part::ALL {
        copy.take(*part, &full);
        assert_eq!(Part::from_word(part.word()), Some(*part));
    }
    assert_eq!(copy.differing(&full), []);
    copy.uid.clone_from(&full.uid);
    assert_eq!(copy, full);
}

#[test]
fn tags_and_needs_of_others() {
    let home = Home::new();
    let mut calendar = task(
        "CATEGORIES;LANGUAGE=en:a, b\nCATEGORIES:c\nRELATED-TO:parent\n\
         RELATED-TO;RELTYPE=depends-on:other@x",
    );
    let mut todo = home.read(&calendar).unwrap().todo;
    assert_eq!(todo.tags, set(["a", "b", "c"]));
    todo.tags = set(["b", "d"]);
    todo.needs = [Uuid::from_u128(1)].into();
    assert!(home.write(&todo, &mut calendar));
    let written = lines(calendar.todos().next().unwrap());
    let about: Vec<&String> = written
        .iter()
        .filter(|line| line.starts_with("CATEGORIES") || line.starts_with("RELATED"))
        .collect();
    assert_eq!(
        about,
        [
            "CATEGORIES;LANGUAGE=en: b,d",
            "RELATED-TO:parent",
            "RELATED-TO;RELTYPE=DEPENDS-ON:00000000-0000-0000-0000-000000000001"
        ]
    );
}
