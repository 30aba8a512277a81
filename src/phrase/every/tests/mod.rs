//! Tables of what repeats: what each phrase means and when, or where and why it is refused.

mod clocks;
mod properties;
mod refusals;

use chrono::{NaiveDateTime, NaiveTime, Weekday};

use super::super::RefusalKind;
use super::every;
use crate::domain::recurrence::{Occurrence, Rule};
use crate::domain::working_time::{Holiday, WorkingTime};

/// The first occurrences after a moment.
fn series(rule: &Rule, now: &str, work: &WorkingTime, count: usize) -> Vec<Occurrence> {
    let now: NaiveDateTime = now.parse().unwrap();
    let Some(first) = rule.first_after(now, work) else {
        return Vec::new();
    };
    let next = |previous: &Occurrence| rule.next(first.date, previous.date, work);
    std::iter::successors(Some(first), next)
        .take(count)
        .collect()
}

/// Checks phrases: the canonical text, and the next five dates.
fn check(now: &str, work: &WorkingTime, table: &[(&str, &str, [&str; 5])]) {
    for (text, canonical, expected) in table {
        let rule = every(text).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
        assert_eq!(rule.to_string(), *canonical, "{text}");
        assert_eq!(every(canonical).as_ref(), Ok(&rule), "{canonical}");
        let dates = series(&rule, now, work, 5);
        let dates: Vec<String> = dates.iter().map(|one| one.date.to_string()).collect();
        assert_eq!(dates, *expected, "{text}");
    }
}

/// A Tuesday.
const NOW: &str = "2026-11-24T16:40:00";

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

/// Sunday to Thursday, with New Year and one Sunday off.
fn sunday_to_thursday() -> WorkingTime {
    let mut days = vec![Weekday::Sun];
    days.extend([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu]);
    let off = [
        Holiday::Yearly { month: 1, day: 1 },
        Holiday::Once("2026-11-29".parse().unwrap()),
    ];
    WorkingTime::new(&days, hour(8), hour(16), off).unwrap()
}

/// Monday to Friday, with Christmas and the last days of November off.
fn with_holidays() -> WorkingTime {
    let days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu];
    let days = [&days[..], &[Weekday::Fri]].concat();
    let off = [
        Holiday::Once("2026-11-27".parse().unwrap()),
        Holiday::Once("2026-11-30".parse().unwrap()),
        Holiday::Yearly { month: 12, day: 25 },
    ];
    WorkingTime::new(&days, hour(9), hour(17), off).unwrap()
}

#[test]
#[rustfmt::skip]
fn days_and_weeks() {
    check(NOW, &WorkingTime::default(), &[
        ("day", "day", ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"]),
        ("day at 9am", "day 09:00", ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"]),
        ("daily 17:00", "day 17:00", ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"]),
        ("3 days", "3 days", ["2026-11-27", "2026-11-30", "2026-12-03", "2026-12-06", "2026-12-09"]),
        ("every other day at 17:00", "2 days 17:00", ["2026-11-26", "2026-11-28", "2026-11-30", "2026-12-02", "2026-12-04"]),
        ("friday 16:00", "friday 16:00", ["2026-11-27", "2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"]),
        ("tuesday", "tuesday", ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"]),
        ("tuesday 17:00", "tuesday 17:00", ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"]),
        ("tuesday 16:40", "tuesday 16:40", ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"]),
        ("2 weeks", "2 weeks", ["2026-12-08", "2026-12-22", "2027-01-05", "2027-01-19", "2027-02-02"]),
        ("Mon, Wed and FRI 9:00", "monday, wednesday and friday 09:00", ["2026-11-25", "2026-11-27", "2026-11-30", "2026-12-02", "2026-12-04"]),
        ("monday and thursday at noon", "monday and thursday 12:00", ["2026-11-26", "2026-11-30", "2026-12-03", "2026-12-07", "2026-12-10"]),
        ("2 weeks on monday and friday", "2 weeks on monday and friday", ["2026-11-27", "2026-12-07", "2026-12-11", "2026-12-21", "2026-12-25"]),
        ("other week on tuesday", "2 weeks on tuesday", ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-12", "2027-01-26"]),
        ("mon-fri 9", "monday, tuesday, wednesday, thursday and friday 09:00", ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn months_and_years() {
    check(NOW, &WorkingTime::default(), &[
        ("month", "month", ["2026-12-24", "2027-01-24", "2027-02-24", "2027-03-24", "2027-04-24"]),
        ("month on the 1st", "month on the 1st", ["2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01"]),
        ("month on the 24th at 5pm", "month on the 24th 17:00", ["2026-11-24", "2026-12-24", "2027-01-24", "2027-02-24", "2027-03-24"]),
        ("month on the 31st", "month on the 31st", ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]),
        ("end of the month", "last day of the month", ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]),
        ("last working day of the month", "last working day of the month", ["2026-11-30", "2026-12-31", "2027-01-29", "2027-02-26", "2027-03-31"]),
        ("first working day of the month 10:00", "first working day of the month 10:00", ["2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01"]),
        ("10th business day of the month", "10th working day of the month", ["2026-12-14", "2027-01-14", "2027-02-12", "2027-03-12", "2027-04-14"]),
        ("last friday of the month", "last friday of the month", ["2026-11-27", "2026-12-25", "2027-01-29", "2027-02-26", "2027-03-26"]),
        ("second tuesday of each month", "second tuesday of the month", ["2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13"]),
        ("2 months on the last friday 5pm", "2 months on the last friday 17:00", ["2026-11-27", "2027-01-29", "2027-03-26", "2027-05-28", "2027-07-30"]),
        ("quarterly", "3 months", ["2027-02-24", "2027-05-24", "2027-08-24", "2027-11-24", "2028-02-24"]),
        ("year", "year", ["2027-11-24", "2028-11-24", "2029-11-24", "2030-11-24", "2031-11-24"]),
        ("year on 3 dec", "year on 3 dec", ["2026-12-03", "2027-12-03", "2028-12-03", "2029-12-03", "2030-12-03"]),
        ("year on 29 feb", "year on 29 feb", ["2027-02-28", "2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28"]),
        ("2 years on nov 24 at 17:00", "2 years on 24 nov 17:00", ["2026-11-24", "2028-11-24", "2030-11-24", "2032-11-24", "2034-11-24"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_end_of_february() {
    let work = WorkingTime::default();
    check("2027-12-31T12:00:00", &work, &[
        ("month on the 30th", "month on the 30th", ["2028-01-30", "2028-02-29", "2028-03-30", "2028-04-30", "2028-05-30"]),
        ("2 months on the last day", "2 months on the last day", ["2028-01-31", "2028-03-31", "2028-05-31", "2028-07-31", "2028-09-30"]),
        ("month", "month", ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"]),
    ]);
    check("2028-02-29T12:00:00", &work, &[
        ("year", "year", ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-28", "2033-02-28"]),
        ("year on 29 feb 13:00", "year on 29 feb 13:00", ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]),
        ("last day of the month", "last day of the month", ["2028-03-31", "2028-04-30", "2028-05-31", "2028-06-30", "2028-07-31"]),
    ]);
    // A first occurrence on the 31st or on 29 February is what later ones count from.
    let following = |text: &str, first: &str| {
        let (rule, first) = (every(text).unwrap(), first.parse().unwrap());
        let next = |previous: &Occurrence| rule.next(first, previous.date, &work);
        let dates = std::iter::successors(rule.next(first, first, &work), next).take(4);
        dates.map(|one| one.date.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(following("month", "2027-01-31"), ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]);
    assert_eq!(following("year", "2028-02-29"), ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]);
}

#[test]
#[rustfmt::skip]
fn holidays_and_working_weeks() {
    check(NOW, &with_holidays(), &[
        ("weekday 9:00", "weekday 09:00", ["2026-11-25", "2026-11-26", "2026-12-01", "2026-12-02", "2026-12-03"]),
        ("weekdays at 5pm", "weekday 17:00", ["2026-11-24", "2026-11-25", "2026-11-26", "2026-12-01", "2026-12-02"]),
        ("2 business days", "2 working days", ["2026-11-26", "2026-12-02", "2026-12-04", "2026-12-08", "2026-12-10"]),
        ("last working day of the month", "last working day of the month", ["2026-11-26", "2026-12-31", "2027-01-29", "2027-02-26", "2027-03-31"]),
        // What names a day of the week means it, holiday or not.
        ("friday", "friday", ["2026-11-27", "2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"]),
    ]);
    check(NOW, &sunday_to_thursday(), &[
        ("working day", "weekday", ["2026-11-25", "2026-11-26", "2026-11-30", "2026-12-01", "2026-12-02"]),
        ("first working day of the month", "first working day of the month", ["2026-12-01", "2027-01-03", "2027-02-01", "2027-03-01", "2027-04-01"]),
        ("last working day of the month", "last working day of the month", ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]),
        ("3 months on the first weekday", "3 months on the first working day", ["2026-12-01", "2027-03-01", "2027-06-01", "2027-09-01", "2027-12-01"]),
    ]);
}

#[test]
fn words_are_free() {
    let table = [
        ("Every Friday, 16:00!", "friday 16:00"),
        ("each friday at 4pm", "friday 16:00"),
        ("fridays at 4", "friday 16:00"),
        ("on Fridays at 16h", "friday 16:00"),
        ("friday 4", "friday 16:00"),
        ("friday 1600", "friday 16:00"),
        ("at 4pm every friday", "friday 16:00"),
        ("16:00 each friday", "friday 16:00"),
        ("at 4pm on every friday", "friday 16:00"),
        ("friday half past three", "friday 15:30"),
        ("friday 3:30", "friday 15:30"),
        ("friday 03:30", "friday 03:30"),
        ("friday by 16:00", "friday 16:00"),
        ("friday until 16:00", "friday 16:00"),
        ("friday at 16:00:30", "friday 16:00:30"),
        ("friday 00:00", "friday 00:00"),
        ("friday morning", "friday 12:00"),
        ("friday at 9 in the morning", "friday 09:00"),
        ("friday 8 in the evening", "friday 20:00"),
        ("friday night", "friday"),
        ("saturday & sunday", "saturday and sunday"),
        ("sunday, saturday", "saturday and sunday"),
        ("fri - mon", "monday, friday, saturday and sunday"),
        ("monday through wednesday", "monday, tuesday and wednesday"),
        (
            "mon\u{2010}wed and fri noon",
            "monday, tuesday, wednesday and friday 12:00",
        ),
        ("mon mon", "monday"),
        ("weekly", "week"),
        ("every week", "week"),
        ("every 1 week", "week"),
        ("once a week", "week"),
        ("once every 2 weeks", "2 weeks"),
        ("weekly on friday at 4pm", "friday 16:00"),
        ("week on mon and thu", "monday and thursday"),
        ("week at 9:00", "week 09:00"),
        ("fortnight", "2 weeks"),
        ("every other week", "2 weeks"),
        ("every second week", "2 weeks"),
        ("other friday", "2 weeks on friday"),
        ("every two fridays 10:00", "2 weeks on friday 10:00"),
        ("two weeks on fri", "2 weeks on friday"),
        ("2w", "2 weeks"),
        ("2 fortnights", "4 weeks"),
        ("twenty-one days", "21 days"),
        ("every 3rd day", "3 days"),
        ("14 days", "14 days"),
        ("every working day", "weekday"),
        ("every business day at 9", "weekday 09:00"),
        ("workdays", "weekday"),
        ("every other weekday", "2 working days"),
        ("monthly", "month"),
        ("every other month", "2 months"),
        ("monthly on the 15th", "month on the 15th"),
        ("month on the 15th at 10:00", "month on the 15th 10:00"),
        ("month on 15 at 10", "month on the 15th 10:00"),
        ("month on day 15", "month on the 15th"),
        ("month on the fifteenth", "month on the 15th"),
        ("1st of the month", "month on the 1st"),
        ("the first of every month", "month on the 1st"),
        ("every 15th of the month", "month on the 15th"),
        ("every 15th at noon", "month on the 15th 12:00"),
        ("on the 22nd", "month on the 22nd"),
        ("the second day of the month", "month on the 2nd"),
        ("last day of the month", "last day of the month"),
        ("month on the last day", "last day of the month"),
        ("eom 17:00", "last day of the month 17:00"),
        ("at the end of each month", "last day of the month"),
        ("every last friday of the month", "last friday of the month"),
        ("month on the 3rd wednesday", "third wednesday of the month"),
        (
            "the 5th weekday of the month",
            "5th working day of the month",
        ),
        ("every quarter", "3 months"),
        ("2 quarters", "6 months"),
        ("every third month on the 5th", "3 months on the 5th"),
        ("yearly", "year"),
        ("annually on dec 3rd", "year on 3 dec"),
        ("every 3 december at 9am", "year on 3 dec 09:00"),
        ("the third of december", "year on 3 dec"),
        ("year on the 3rd of december 10:00", "year on 3 dec 10:00"),
        ("every may 5", "year on 5 may"),
        ("2 years on feb 29", "2 years on 29 feb"),
        ("1000 days", "1000 days"),
    ];
    for (text, canonical) in table {
        let rule = every(text).map(|rule| rule.to_string());
        assert_eq!(rule.as_deref(), Ok(canonical), "{text}");
    }
}

#[test]
fn a_series_that_no_day_fits_has_no_first() {
    let off = (1..=12).flat_map(|month| (1..=31).map(move |day| Holiday::Yearly { month, day }));
    let work = WorkingTime::new(&[Weekday::Mon], hour(9), hour(17), off).unwrap();
    for text in ["weekday", "2 working days", "last working day of the month"] {
        let first = every(text)
            .unwrap()
            .first_after(NOW.parse().unwrap(), &work);
        assert_eq!(first, None, "{text}");
    }
}
