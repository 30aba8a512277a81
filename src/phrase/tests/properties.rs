//! What holds for any phrase at all.

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::{RefusalKind, Sense, World};
use crate::domain::calendar::{DateOrder, Their};
use crate::domain::zone::Zone;
use crate::phrase::{Edge, minutes};

const SENSES: [Sense; 7] = [
    Sense::Deadline,
    Sense::DeadlineMaybePast,
    Sense::Past,
    Sense::PastSpan(Edge::Start),
    Sense::PastSpan(Edge::End),
    Sense::Span(Edge::Start),
    Sense::Span(Edge::End),
];

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "today", "tomorrow", "tonight", "yesterday", "day", "after", "before", "the", "of", "next",
    "this", "last", "friday", "mon", "week", "month", "weekend", "quarter", "year", "end", "start",
    "eod", "eow", "eom", "noon", "midnight", "morning", "afternoon", "evening", "night", "in", "at",
    "by", "on", "for", "within", "until", "no later than", "a", "an", "half", "past", "to", "1",
    "2", "3", "12", "13", "15", "24", "31", "99", "2027", "1030", "0930", "4294967295", "5124095576030431h30", "9223372036854775807", "18446744073709551615", "first",
    "second", "15th", "22nd", "am", "pm", "h", "15h30", "3:30", "03:30", "24:00", "9am", "13pm",
    "hours", "days", "minutes", "weeks", "months", "years", "fridays", "business days",
    "business hours", "ago", "from", "from now", "hence", "and", "and a half", "couple of", "few",
    "march", "dec", "feb 29", "31 dec", "1/12", "13/12/2026", "2026-12-03", "2026-12-03T09:00Z",
    "q1", "christmas", "easter", "cet", "cst", "utc+2", "Europe/London", "their time", "my time",
    "sharp", "all day", "whole of", "-06:00", "+01:00", "24.12.", "3.12", "est", "chicago", "mintues", ",", ".", "-", "/", ":", "+", "½", "1/2", "2.5", "00:00", "02:30", "12:30",
];

fn world(zone: usize, seconds: i64, their: bool) -> World {
    let zones = [
        "Europe/Berlin",
        "America/New_York",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "UTC",
    ];
    let now = DateTime::from_timestamp(seconds, 0).unwrap();
    let mut world = if seconds % 2 == 0 {
        World::berlin(&now.to_rfc3339())
    } else {
        World::new_york(&now.to_rfc3339())
    };
    world.zone = Zone::bundled(zones[zone % zones.len()]).unwrap();
    world.date_order = [None, Some(DateOrder::DayMonth), Some(DateOrder::MonthDay)][zone % 3];
    world.their = their.then(|| Their {
        name: "Jane".into(),
        zone: Zone::bundled("Asia/Kathmandu"),
    });
    world
}

/// Reads in every sense, and checks what holds for all results.
fn holds(world: &World, text: &str) {
    for sense in SENSES {
        match world.read(text, sense) {
            Ok(reading) => {
                let deadline = reading.deadline;
                let late = deadline.has_passed(world.now);
                assert!(sense != Sense::Deadline || !late, "{text:?}: {deadline}");
                let ahead = deadline.at() > world.now;
                let back = matches!(sense, Sense::Past | Sense::PastSpan(Edge::Start));
                assert!(!back || !ahead, "{text:?}: {deadline}");
            }
            Err(refusal) => {
                assert!(text.get(refusal.span.clone()).is_some(), "{text:?}");
                assert!(!refusal.message.is_empty());
                assert_eq!(refusal.pointer(text).lines().count(), 2, "{text:?}");
                let forbidden = match sense {
                    Sense::Deadline => RefusalKind::Future,
                    Sense::Past | Sense::PastSpan(_) => RefusalKind::Past,
                    _ => continue,
                };
                assert_ne!(refusal.kind, forbidden, "{text:?} {sense:?}");
            }
        }
    }
    let _ = minutes(text);
}

/// Phrases whose meaning must not hang on how they are written.
const PLAIN: &[&str] = &[
    "tomorrow 1pm",
    "next friday at noon",
    "in 2 hours and 5 minutes",
    "3 weeks from monday",
    "last friday of december",
    "the 15th at 3:30",
    "dec 3rd 2027 at 2pm",
    "end of next month",
    "half past three tomorrow",
    "2 business days",
    "1pm their time tomorrow",
    "thu 26th",
    "friday midnight",
    "eod friday",
    "saturday morning at 9",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_text_is_too_strange(
        text in any::<String>(),
        zone in 0_usize..15,
        seconds in 0_i64..4_000_000_000,
    ) {
        holds(&world(zone, seconds, true), &text);
    }

    #[test]
    fn no_row_of_words_is_too_strange(
        words in prop::collection::vec((prop::sample::select(WORDS), any::<bool>()), 1..8),
        zone in 0_usize..15,
        seconds in 0_i64..4_000_000_000,
        their in any::<bool>(),
    ) {
        let gap = |space: &bool| if *space { " " } else { "" };
        let glued: String = words.iter().flat_map(|(word, space)| [*word, gap(space)]).collect();
        let spaced = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
        let world = world(zone, seconds, their);
        holds(&world, &glued);
        holds(&world, &spaced);
    }

    #[test]
    fn a_short_row_of_words_is_never_past(
        words in prop::collection::vec(prop::sample::select(WORDS), 1..4),
        zone in 0_usize..15,
        seconds in 1_700_000_000_i64..1_900_000_000,
    ) {
        holds(&world(zone, seconds, true), &words.join(" "));
    }

    #[test]
    fn case_space_and_stray_commas_change_nothing(
        phrase in prop::sample::select(PLAIN),
        upper in prop::collection::vec(any::<bool>(), 40),
        gaps in prop::collection::vec(0_usize..5, 12),
        seconds in 1_700_000_000_i64..1_900_000_000,
    ) {
        let gap = |at: usize| match gaps.get(at % gaps.len()) {
            Some(0) => "  ",
            Some(1) => ", ",
            Some(2) => " \t",
            Some(3) => "\u{a0}",
            _ => " ",
        };
        let mut written = String::new();
        for (at, word) in phrase.split(' ').enumerate() {
            for (index, char) in word.chars().enumerate() {
                let is_upper = upper.get((at * 7 + index) % upper.len()).copied();
                written.push(if is_upper == Some(true) { char.to_ascii_uppercase() } else { char });
            }
            written.push_str(gap(at));
        }
        let world = world(0, seconds, true);
        let plain = world.read(phrase, Sense::Deadline);
        let changed = world.read(&written, Sense::Deadline);
        match (plain, changed) {
            (Ok(plain), Ok(changed)) => prop_assert_eq!(plain.deadline, changed.deadline),
            (Err(plain), Err(changed)) => {
                prop_assert_eq!(plain.kind, changed.kind);
                prop_assert_eq!(plain.readings, changed.readings);
            }
            (plain, changed) => prop_assert!(false, "{written:?}: {plain:?} {changed:?}"),
        }
    }

    #[test]
    fn iso_reads_back(
        days in 1_i64..30_000,
        second in 0_i64..86_400,
        zone in 0_usize..15,
    ) {
        let world = world(zone, 1_763_000_000, false);
        let date = NaiveDate::from_ymd_opt(2025, 11, 20).unwrap() + TimeDelta::days(days);
        let day = world.read(&date.to_string(), Sense::Deadline).unwrap().deadline;
        prop_assert!(day.is_whole_day());
        prop_assert_eq!(day.date(), date);

        let local = date.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::seconds(second);
        let text = local.format("%Y-%m-%dT%H:%M:%S").to_string();
        let wall = world.read(&text, Sense::Deadline).unwrap();
        let skipped = wall.remarks.iter().any(|remark| remark.contains("skip"));
        prop_assert!(skipped || wall.deadline.local() == local, "{text}");

        // A point in time comes back as the same point, however it is written.
        let stamp = wall.deadline.with_offset().to_rfc3339();
        let instant = world.read(&stamp, Sense::Deadline).unwrap().deadline;
        prop_assert_eq!(instant.at(), wall.deadline.at(), "{}", stamp);
        let basic = local.format("%Y%m%dT%H%M%S").to_string();
        let read = world.read(&basic, Sense::Deadline).unwrap().deadline;
        prop_assert_eq!(read, wall.deadline);
    }
}
