//! What a refusal says to say instead, and how its place is shown.

use super::{FRIDAY_EVENING, SATURDAY, Sense, TUESDAY, World};
use crate::domain::calendar::Their;

#[test]
fn a_refusal_says_what_to_say_instead() {
    let table = [
        (
            TUESDAY,
            "19 Nov",
            "for the next one say the year, \"19 Nov 2027\"",
        ),
        (TUESDAY, "today 9am", "\"tomorrow\""),
        (FRIDAY_EVENING, "eod", "\"tomorrow\""),
        (SATURDAY, "eow", "\"next week\""),
        (TUESDAY, "yesterday", "--made"),
        (TUESDAY, "at 8", "say \"08:00\" or \"20:00\""),
        (
            TUESDAY,
            "friday midnight",
            "say \"2026-11-27 00:00\" or \"2026-11-28 00:00\"",
        ),
        (TUESDAY, "1/12", "date_order"),
        (TUESDAY, "1pm CST", "[zones]"),
        (TUESDAY, "1pm their time", "--to"),
        (TUESDAY, "tomorow", "did you mean \"tomorrow\"?"),
        (TUESDAY, "fridya", "did you mean \"friday\"?"),
        (TUESDAY, "2h", "say \"in 2h\" or \"14:00\""),
        (TUESDAY, "5", "say \"at 5\", \"the 5th\" or \"in 5 hours\""),
        (TUESDAY, "2030", "say \"at 2030\" or \"end of 2030\""),
        (TUESDAY, "asap", "\"in 30 min\""),
        (TUESDAY, "tomorrow 13pm", "\"13:00\""),
        (TUESDAY, "1pm london time", "Europe/London"),
        (
            TUESDAY,
            "friday 4",
            "say \"friday the 4th\" or \"friday at 4\"",
        ),
        (TUESDAY, "next christmas", "2026"),
        (TUESDAY, "3-5pm", "\"5pm\""),
    ];
    for (now, phrase, expected) in table {
        let refusal = World::berlin(now)
            .read(phrase, Sense::Deadline)
            .unwrap_err();
        let hint = refusal.hint.unwrap();
        assert!(hint.contains(expected), "{phrase}: {hint}");
    }
}

/// What a hint offers in place of an ambiguous phrase is itself understood.
#[test]
fn what_is_offered_is_understood() {
    let table = [
        "at 8",
        "friday midnight",
        "2h",
        "8h",
        "3h30",
        "friday 4",
        "monday 7",
        "5",
        "2030",
        "friday after next",
        "within the week",
    ];
    for phrase in table {
        let world = World::berlin(TUESDAY);
        let refusal = world.read(phrase, Sense::Deadline).unwrap_err();
        let hint = refusal.hint.unwrap();
        let offers: Vec<&str> = hint.split('"').skip(1).step_by(2).collect();
        assert!(offers.len() >= 2, "{hint}");
        for offer in offers {
            let reading = world.read(offer, Sense::Deadline);
            assert!(reading.is_ok(), "{phrase}: {offer}: {reading:?}");
        }
    }
}

#[test]
fn a_person_without_a_zone_is_named() {
    let mut world = World::berlin(TUESDAY);
    world.their = Some(Their {
        name: "Jane Ortiz".into(),
        zone: None,
    });
    let refusal = world.read("1pm their time", Sense::Deadline).unwrap_err();
    assert_eq!(refusal.message, "no time zone is known for Jane Ortiz");
    assert_eq!(
        refusal.hint.as_deref(),
        Some("record it: promise people add \"Jane Ortiz\" --zone ZONE")
    );
}

#[test]
fn both_readings_are_written_out() {
    let world = World::berlin(TUESDAY);
    let refusal = world.read("at 8", Sense::Deadline).unwrap_err();
    assert_eq!(
        refusal.message,
        "\"at 8\" could be Tue 24 Nov 2026 20:00 +01:00 or Wed 25 Nov 2026 08:00 +01:00"
    );
    let refusal = world.read("1/12", Sense::Deadline).unwrap_err();
    assert_eq!(
        refusal.message,
        "\"1/12\" could be Tue 1 Dec 2026 or Tue 12 Jan 2027"
    );
}

#[test]
fn the_place_is_shown_under_the_phrase() {
    let world = World::berlin(TUESDAY);
    let table = [
        ("tomorrow 13pm", "tomorrow 13pm\n         ^^^^"),
        ("  tomorrow  13 pm", "  tomorrow  13 pm\n            ^^^^^"),
        ("friday 全 3pm", "friday 全 3pm\n       ^^"),
        ("tomorrow at", "tomorrow at\n         ^^"),
        ("", "\n^"),
    ];
    for (phrase, picture) in table {
        let refusal = world.read(phrase, Sense::Deadline).unwrap_err();
        assert_eq!(refusal.pointer(phrase), picture, "{phrase}");
    }
}
