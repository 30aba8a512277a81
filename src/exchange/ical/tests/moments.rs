//! Dates and zones of other programs.

use super::{Home, parsed, task};
use crate::exchange::ical::Event;

#[test]
fn deadlines() {
    // The lines of the task, the deadline, and what was guessed.
    let table = [
        (
            "DUE;VALUE=DATE:20261124",
            "day 2026-11-24T23:59:59+01:00[Europe/Berlin]",
            "",
        ),
        (
            "DUE:20261124T120000Z",
            "wall 2026-11-24T13:00:00+01:00[Europe/Berlin]",
            "",
        ),
        (
            "DUE:20260624T120000",
            "wall 2026-06-24T12:00:00+02:00[Europe/Berlin]",
            "",
        ),
        (
            "DUE;TZID=Europe/London:20261124T120000",
            "wall 2026-11-24T12:00:00+00:00[Europe/London]",
            "",
        ),
        (
            "DUE;TZID=\"W. Europe Standard Time\":20261124T120000",
            "wall 2026-11-24T12:00:00+01:00[Europe/Berlin]",
            "",
        ),
        (
            "DUE;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20261124T120000",
            "wall 2026-11-24T12:00:00+09:00[Asia/Tokyo]",
            "",
        ),
        (
            "DUE;TZID=/mozilla.org/20050126_1/America/New_York:20261124T120000",
            "wall 2026-11-24T12:00:00-05:00[America/New_York]",
            "",
        ),
        (
            "DUE;TZID=../../etc/passwd:20261124T120000",
            "wall 2026-11-24T12:00:00+01:00[Europe/Berlin]",
            "line 4: no time zone is called \"../../etc/passwd\": Europe/Berlin was taken",
        ),
        (
            "DUE:20260329T023000",
            "wall 2026-03-29T03:00:00+02:00[Europe/Berlin]",
            "line 4: DUE 20260329T023000 is skipped by a clock change there: \
             2026-03-29T03:00:00+02:00 was taken",
        ),
        (
            "DUE:20261025T023000",
            "wall 2026-10-25T02:30:00+02:00[Europe/Berlin]",
            "line 4: DUE 20261025T023000 happens twice there: 2026-10-25T02:30:00+02:00 was taken",
        ),
        (
            "DTSTART;VALUE=DATE:20261124\nDURATION:P1W",
            "day 2026-12-01T23:59:59+01:00[Europe/Berlin]",
            "",
        ),
        (
            "DTSTART:20261024T120000\nDURATION:P1DT1H",
            "wall 2026-10-25T13:00:00+01:00[Europe/Berlin]",
            "",
        ),
        // The zone that the promise is kept in, the moment that the other program wrote.
        (
            "DUE;TZID=Europe/Berlin:20261124T130000\nX-PROMISE-ZONE:Europe/London",
            "wall 2026-11-24T12:00:00+00:00[Europe/London]",
            "",
        ),
        (
            "DUE:20261124T120000Z\nX-PROMISE-ZONE:Asia/Tokyo\nX-PROMISE-DUE-KIND:instant",
            "instant 2026-11-24T21:00:00+09:00[Asia/Tokyo]",
            "",
        ),
        (
            "DUE;VALUE=DATE:20261124\nX-PROMISE-ZONE:Asia/Tokyo\nX-PROMISE-DUE-KIND:instant",
            "day 2026-11-24T23:59:59+09:00[Asia/Tokyo]",
            "",
        ),
    ];
    let home = Home::new();
    for (lines, due, guessed) in table {
        let found = home.read(&task(lines)).unwrap();
        let read = found.todo.due.unwrap();
        assert_eq!(read.to_string(), due, "{lines}");
        let warnings: Vec<String> = found.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(warnings.join("; "), guessed, "{lines}");
    }
}

#[test]
fn mistakes() {
    let table = [
        (
            "DUE:tomorrow",
            "line 4: DUE \"tomorrow\" is no date or time",
        ),
        (
            "DUE:20260230",
            "line 4: DUE \"20260230\" is no date or time",
        ),
        (
            "DUE:99991231T235959Z\nX:y",
            "line 4: DUE \"99991231T235959Z\" is out of range",
        ),
        (
            "DTSTART:20261124T000000Z\nDURATION:P99999999W",
            "line 4: DTSTART \"20261124T000000Z\" is out of range",
        ),
        (
            "DTSTART:20261124T000000Z\nDURATION:1h",
            "line 5: DURATION \"1h\" is no length of time",
        ),
    ];
    let home = Home::new();
    for (lines, reason) in table {
        let refused = home
            .read(&task(lines))
            .map_err(|mistake| mistake.to_string());
        assert_eq!(refused.err().as_deref(), Some(reason), "{lines}");
    }
    assert_eq!(home.read(&task("SUMMARY:x")).unwrap().todo.due, None);
}

#[test]
fn appointments() {
    let home = Home::new();
    let bytes = include_bytes!("../../../../tests/fixtures/ics/outlook.ics");
    let calendar = parsed(str::from_utf8(bytes).unwrap());
    let reading = home.reading(&calendar);
    let events = calendar.events().map(|event| Event::read(event, &reading));
    let events: Vec<Event> = events.collect::<Result<_, _>>().unwrap();
    let shown: Vec<String> = events
        .iter()
        .map(|event| {
            let due = event.due.as_ref().unwrap();
            let person = event.person.as_deref().unwrap_or("-");
            let email = event.email.as_deref().unwrap_or("-");
            format!(
                "{} | {due} | {person} | {email} | {}",
                event.what, event.cancelled
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Site visit | wall 2026-11-24T14:00:00+01:00[Europe/Berlin] | Mei Wong | \
             mei@example.org | false",
            "Trade fair | day 2026-12-03T23:59:59+01:00[Europe/Berlin] | - | - | true",
            // What the file calls summer time: four hours behind UTC.
            "Call over there | wall 2026-06-24T20:00:00+02:00[Europe/Berlin] | - | - | false",
            "Call who knows where | wall 2026-11-24T14:00:00+01:00[Europe/Berlin] | - | - | false",
        ]
    );
    assert_eq!(
        events[0].rrule.as_deref(),
        Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    );
    assert_eq!(events[0].place.as_deref(), Some("Hall 3"));
    assert_eq!(events[0].line, 21);
    assert_eq!(
        events[3].warnings[0].reason,
        "no time zone is called \"Nowhere\": Europe/Berlin was taken"
    );
}

/// Zones that a file explains and nobody else knows.
#[test]
fn zones_of_the_file() {
    let daylight = "BEGIN:DAYLIGHT\nDTSTART:20070311T020000\nTZOFFSETFROM:-0330\n\
                    TZOFFSETTO:-0230\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nEND:DAYLIGHT\n";
    let standard = "BEGIN:STANDARD\nDTSTART:20071104T020000\nTZOFFSETFROM:-0230\n\
                    TZOFFSETTO:-0330\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD\n";
    let fixed = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0530\n\
                 TZOFFSETTO:+0530\nEND:STANDARD\n";
    let odd = daylight.replace("BYDAY=2SU", "BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU");
    let over = "BEGIN:DAYLIGHT\nDTSTART:19420101T000000\nTZOFFSETFROM:+0530\n\
                TZOFFSETTO:+0630\nEND:DAYLIGHT\n";
    // What the file explains, the hour of 12:00 in June and December there, in UTC.
    let table = [
        (format!("{daylight}{standard}"), Some(("14:30", "15:30"))),
        (fixed.to_owned(), Some(("06:30", "06:30"))),
        (format!("{over}{fixed}"), Some(("06:30", "06:30"))),
        (format!("{odd}{standard}"), None),
        (daylight.to_owned(), None),
        (String::new(), None),
    ];
    let home = Home::new();
    for (sides, expected) in table {
        for (month, at) in [(6, expected.map(|of| of.0)), (12, expected.map(|of| of.1))] {
            let calendar = parsed(&format!(
                "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Mine\n{sides}END:VTIMEZONE\n\
                 BEGIN:VTODO\nUID:1\nDUE;TZID=Mine:2026{month:02}15T120000\n\
                 END:VTODO\nEND:VCALENDAR\n"
            ));
            let found = home.read(&calendar).unwrap();
            let due = found.todo.due.unwrap();
            assert_eq!(due.zone(), "Europe/Berlin");
            assert_eq!(found.warnings.is_empty(), at.is_some(), "{sides}");
            if let Some(at) = at {
                assert_eq!(due.at().format("%H:%M").to_string(), at, "{sides}");
            }
        }
    }
}
