//! What repeats: a rule reads back from its own text, and its occurrences go forward.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use promise::domain::recurrence::Rule;
use promise::domain::working_time::{Holiday, WorkingTime};
use promise::domain::zone::Zone;
use promise::phrase::every;

/// The first two bytes say when, the third by whose week; the rest is the text.
pub fn check(data: &[u8]) {
    let [high, low, which, text @ ..] = data else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    match every(&text) {
        Ok(rule) => {
            let canonical = rule.to_string();
            assert_eq!(every(&canonical), Ok(rule), "{canonical}");
            // 175 years in days, or the last of all.
            let days = u64::from(u16::from_be_bytes([*high, *low]));
            let begin = if which & 0x80 == 0 { 0 } else { 2_867_360 };
            let start = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a date");
            if let Some(today) = start.checked_add_days(Days::new(begin + days)) {
                forward(&rule, today, *which);
            }
        }
        Err(refusal) => {
            assert!(text.get(refusal.span.clone()).is_some(), "no such place");
            assert!(!refusal.message.is_empty());
            assert_eq!(refusal.pointer(&text).lines().count(), 2);
        }
    }
}

fn forward(rule: &Rule, today: NaiveDate, which: u8) {
    let work = match which % 3 {
        0 => WorkingTime::default(),
        1 => week(&[Weekday::Sun, Weekday::Mon, Weekday::Tue]),
        _ => week(&[Weekday::Fri]),
    };
    let zone = ["Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe"][usize::from(which / 3) % 3];
    let zone = Zone::bundled(zone).expect("a zone");
    let now = today.and_time(NaiveTime::from_hms_opt(15, 0, 0).expect("a time"));
    let Some(first) = rule.first_after(now, &work) else {
        return;
    };
    let is_after = match first.time {
        Some(time) => first.date.and_time(time) > now,
        None => first.date > today,
    };
    assert!(is_after, "{first:?}");
    let mut last = first;
    for _ in 0..5 {
        let Some(next) = rule.next(first.date, last.date, &work) else {
            break;
        };
        assert!(next.date > last.date, "{last:?} {next:?}");
        assert_eq!(next.time, rule.time());
        if let (Some((one, _)), Some((other, _))) = (last.deadline(&zone), next.deadline(&zone)) {
            // A day that a zone left out ends with the one before it.
            assert!(one.at() <= other.at(), "{one} {other}");
        }
        last = next;
    }
}

fn week(days: &[Weekday]) -> WorkingTime {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    let holidays = [
        Holiday::Once("2026-11-26".parse().expect("a date")),
        Holiday::Yearly { month: 12, day: 25 },
        Holiday::Yearly { month: 2, day: 29 },
    ];
    WorkingTime::new(days, time(8), time(16), holidays).expect("working time")
}
