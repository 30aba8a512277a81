//! What holds for any rule, and for any text at all.

use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta, Weekday, WeekdaySet};
use proptest::prelude::*;

use super::{every, sunday_to_thursday, with_holidays};
use crate::domain::recurrence::{MonthDay, Nth, Repeats, Rule};
use crate::domain::working_time::WorkingTime;

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "every", "each", "other", "once", "a", "per", "the", "of", "on", "at", "in", "and", "to", ",",
    "-", ".", ":", "/", "&", "day", "days", "week", "weeks", "fortnight", "month", "months",
    "quarter", "year", "years", "weekday", "working day", "business days", "weekend", "daily",
    "weekly", "monthly", "quarterly", "yearly", "annually", "monday", "fridays", "sat", "mon-fri",
    "first", "second", "third", "last", "end", "1st", "15th", "31st", "32nd", "0", "1", "2", "9",
    "13", "29", "1000", "4294967295", "two", "twenty", "9:00", "09:00", "24:00", "9am", "noon",
    "midnight", "eod", "morning", "evening", "3h30", "h", "pm", "dec", "feb 29", "3 dec", "may",
    "of the month", "end of the month", "until", "times", "Europe/London", "cet", "2027",
    "2026-12-03", "1/12", "christmas", "today", "½", "18446744073709551616",
];

fn nth(most: u32) -> impl Strategy<Value = Nth> {
    prop_oneof![(1..=most).prop_map(Nth::Number), Just(Nth::Last)]
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0_u8..7).prop_map(|day| Weekday::try_from(day).unwrap())
}

fn month_day() -> impl Strategy<Value = MonthDay> {
    prop_oneof![
        nth(31).prop_map(MonthDay::Day),
        nth(20).prop_map(MonthDay::WorkingDay),
        (nth(4), weekday()).prop_map(|(nth, weekday)| MonthDay::Weekday(nth, weekday)),
    ]
}

fn repeats() -> impl Strategy<Value = Repeats> {
    let n = || prop_oneof![1_u32..5, 1_u32..=1000];
    let week = prop::collection::vec(weekday(), 0..8)
        .prop_map(|days| days.into_iter().collect::<WeekdaySet>());
    let date = (0_i64..366).prop_map(|days| {
        let date = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + TimeDelta::days(days);
        (date.month(), date.day())
    });
    prop_oneof![
        n().prop_map(Repeats::Days),
        n().prop_map(Repeats::WorkingDays),
        (n(), week).prop_map(|(n, on)| Repeats::Weeks(n, on)),
        (n(), prop::option::of(month_day())).prop_map(|(n, on)| Repeats::Months(n, on)),
        (n(), prop::option::of(date)).prop_map(|(n, on)| Repeats::Years(n, on)),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    let second = |second| NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
    let time = prop_oneof![
        (0_u32..1440).prop_map(move |minute| second(minute * 60)),
        (0_u32..86_400).prop_map(second),
    ];
    (repeats(), prop::option::of(time))
        .prop_map(|(repeats, time)| Rule::new(repeats, time).unwrap())
}

fn date() -> impl Strategy<Value = NaiveDate> {
    let days = prop_oneof![0_i64..40_000, 0_i64..2_932_896];
    days.prop_map(|days| NaiveDate::from_ymd_opt(1970, 1, 1).unwrap() + TimeDelta::days(days))
}

fn work(which: u8) -> WorkingTime {
    match which {
        0 => WorkingTime::default(),
        1 => with_holidays(),
        _ => sunday_to_thursday(),
    }
}

fn holds(text: &str) {
    match every(text) {
        Ok(rule) => {
            let canonical = rule.to_string();
            assert_eq!(every(&canonical), Ok(rule), "{text:?}: {canonical}");
        }
        Err(refusal) => {
            assert!(text.get(refusal.span.clone()).is_some(), "{text:?}");
            assert!(!refusal.message.is_empty());
            assert_eq!(refusal.pointer(text).lines().count(), 2, "{text:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn canonical_text_reads_back(rule in rule()) {
        let text = rule.to_string();
        prop_assert_eq!(every(&text), Ok(rule), "{}", text);
        prop_assert_eq!(every(&format!("Every {}", text.to_uppercase())), Ok(rule), "{}", text);
    }

    #[test]
    fn the_next_is_later_and_no_day_between_is_left_out(
        rule in rule(),
        first in date(),
        which in 0_u8..3,
    ) {
        let work = work(which);
        let mut previous = first;
        for _ in 0..6 {
            let Some(next) = rule.next(first, previous, &work) else {
                break;
            };
            prop_assert!(next.date > previous, "{rule}: {previous} {}", next.date);
            prop_assert_eq!(next.time, rule.time());
            // From any day before the next, a day of the calendar is the same next one.
            if !matches!(rule.repeats(), Repeats::WorkingDays(_)) {
                let eve = next.date.pred_opt().unwrap();
                prop_assert_eq!(rule.next(first, eve, &work), Some(next), "{}", rule);
            }
            previous = next.date;
        }
    }

    #[test]
    fn the_first_is_after_now(
        rule in rule(),
        today in date(),
        second in 0_u32..86_400,
        which in 0_u8..3,
    ) {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
        let now = today.and_time(time);
        if let Some(first) = rule.first_after(now, &work(which)) {
            match first.time {
                Some(time) => prop_assert!(first.date.and_time(time) > now, "{rule}"),
                None => prop_assert!(first.date > today, "{rule}"),
            }
            prop_assert!(first.date.year() <= 9999);
        }
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn no_row_of_words_is_too_strange(
        words in prop::collection::vec((prop::sample::select(WORDS), any::<bool>()), 1..8),
    ) {
        let gap = |space: &bool| if *space { " " } else { "" };
        let glued: String = words.iter().flat_map(|(word, space)| [*word, gap(space)]).collect();
        let spaced = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
        holds(&glued);
        holds(&spaced);
    }
}
