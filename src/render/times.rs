//! Times and distances in words.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveTime, Timelike as _, Utc};

use crate::domain::deadline::Deadline;
use crate::domain::zone::Zone;
use crate::render::amounts::{DAY, push_number, push_plural, push_span};

/// How times are written.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// The moment of the command.
    pub now: DateTime<Utc>,
    /// 15:30 rather than 3:30 pm.
    pub h24: bool,
}

impl Clock {
    /// A deadline in full: weekday, date, time, offset, distance.
    /// `today` is the date in the deadline's zone.
    #[must_use]
    pub fn long(&self, deadline: &Deadline, today: NaiveDate) -> String {
        let distance = self.distance(deadline, today);
        format!("{} ({distance})", self.moment(deadline))
    }

    /// A deadline without its distance.
    #[must_use]
    pub fn moment(&self, deadline: &Deadline) -> String {
        let date = date(deadline.date());
        let offset = offset(deadline.offset());
        if deadline.is_whole_day() {
            format!("{date} all day {offset}")
        } else {
            format!("{date} {} {offset}", self.time(deadline.local().time()))
        }
    }

    /// A deadline as short as it stays clear: the year only where it is not this one. Where it is
    /// in another zone, what `home`'s clocks show then, and theirs in brackets.
    #[must_use]
    pub fn short(&self, deadline: &Deadline, today: NaiveDate, home: &Zone) -> String {
        let mut text = String::new();
        self.push_short(&mut text, deadline, today, home);
        text
    }

    /// Appends the same: long pages consist of it.
    pub fn push_short(&self, text: &mut String, due: &Deadline, today: NaiveDate, home: &Zone) {
        let elsewhere = due.offset() != home.offset(due.at());
        let there = due.local();
        let here = if elsewhere && !due.is_whole_day() {
            home.local(due.at())
        } else {
            there
        };
        push_day(text, here.date(), today);
        if !due.is_whole_day() {
            text.push(' ');
            self.push_time(text, here.time());
        }
        if !elsewhere {
            return;
        }
        text.push(' ');
        let zone = offset(due.offset());
        if due.is_whole_day() {
            text.push_str(&zone);
            return;
        }
        text.push('(');
        if here.date() != there.date() {
            push_day(text, there.date(), today);
            text.push(' ');
        }
        self.push_time(text, there.time());
        text.push(' ');
        text.push_str(&zone);
        text.push(')');
    }

    /// A past or present moment, in the offset it comes with.
    #[must_use]
    pub fn stamp(&self, at: DateTime<FixedOffset>) -> String {
        let local = at.naive_local();
        let (date, time) = (date(local.date()), self.time(local.time()));
        format!("{date} {time} {}", offset(*at.offset()))
    }

    /// The end of a span: the last second of a day stands for the whole of it.
    #[must_use]
    pub fn through(&self, at: DateTime<FixedOffset>) -> String {
        let local = at.naive_local();
        if (local.hour(), local.minute(), local.second()) == (23, 59, 59) {
            date(local.date())
        } else {
            self.stamp(at)
        }
    }

    /// How far away a deadline is: "in 21 h", "tomorrow", "2 h late".
    #[must_use]
    pub fn distance(&self, deadline: &Deadline, today: NaiveDate) -> String {
        let mut text = String::new();
        self.push_distance(&mut text, deadline, today);
        text
    }

    /// Appends the same.
    pub fn push_distance(&self, text: &mut String, deadline: &Deadline, today: NaiveDate) {
        let days = || (deadline.date() - today).num_days();
        let seconds = deadline.at().timestamp() - self.now.timestamp();
        if deadline.is_whole_day() {
            match days() {
                0 => text.push_str("today"),
                1 => text.push_str("tomorrow"),
                days => push_away(text, days, |text, days| push_plural(text, days, "day")),
            }
        } else if seconds.abs() >= 2 * DAY {
            // From two days on people count the days between the dates, whatever the hour.
            push_away(text, days(), |text, days| push_plural(text, days, "day"));
        } else if seconds == 0 {
            text.push_str("now");
        } else {
            push_away(text, seconds, push_span);
        }
    }

    /// A time of the day.
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        let mut text = String::new();
        self.push_time(&mut text, time);
        text
    }

    fn push_time(&self, text: &mut String, time: NaiveTime) {
        let (is_pm, twelve) = time.hour12();
        if self.h24 {
            push_two_digits(text, time.hour());
        } else {
            push_number(text, twelve.into());
        }
        text.push(':');
        push_two_digits(text, time.minute());
        if time.second() != 0 {
            text.push(':');
            push_two_digits(text, time.second());
        }
        if !self.h24 {
            text.push_str(if is_pm { " pm" } else { " am" });
        }
    }
}

/// Appends an amount as what is ahead, or else what is late.
fn push_away(text: &mut String, amount: i64, push: impl FnOnce(&mut String, i64)) {
    if amount < 0 {
        push(text, -amount);
        text.push_str(" late");
    } else {
        text.push_str("in ");
        push(text, amount);
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A date in full: "Tue 24 Nov 2026".
#[must_use]
pub fn date(date: NaiveDate) -> String {
    let mut text = String::new();
    push_weekday_and_day(&mut text, date);
    push_year(&mut text, date);
    text
}

/// A date, its year only where it is not this one.
#[must_use]
pub fn day(date: NaiveDate, today: NaiveDate) -> String {
    let mut text = String::new();
    push_day(&mut text, date, today);
    text
}

/// Appends the same.
fn push_day(text: &mut String, date: NaiveDate, today: NaiveDate) {
    push_weekday_and_day(text, date);
    if date.year() != today.year() {
        push_year(text, date);
    }
}

/// Without chrono's formats, which long lists would wait for.
fn push_weekday_and_day(text: &mut String, date: NaiveDate) {
    text.push_str(WEEKDAYS[date.weekday().num_days_from_monday() as usize]);
    text.push(' ');
    push_number(text, date.day().into());
    text.push(' ');
    text.push_str(MONTHS[date.month0() as usize]);
}

fn push_year(text: &mut String, date: NaiveDate) {
    text.push(' ');
    match date.year() {
        year @ 1000..=9999 => push_number(text, year.into()),
        _ => text.push_str(&date.format("%Y").to_string()),
    }
}

fn push_two_digits(text: &mut String, number: u32) {
    if number < 10 {
        text.push('0');
    }
    push_number(text, number.into());
}

fn offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_in_words() {
        let zone = Zone::bundled("Europe/Berlin").unwrap();
        let clock = Clock {
            now: "2026-11-23T15:00:00Z".parse().unwrap(),
            h24: true,
        };
        let today = "2026-11-23".parse().unwrap();
        let wall = |text: &str| Deadline::wall(text.parse().unwrap(), &zone).unwrap().0;
        let day = |text: &str| Deadline::day(text.parse().unwrap(), &zone).unwrap();
        let table = [
            (
                wall("2026-11-24T13:00:00"),
                "Tue 24 Nov 2026 13:00 +01:00 (in 21 h)",
            ),
            (
                wall("2026-11-23T16:00:01"),
                "Mon 23 Nov 2026 16:00:01 +01:00 (in 1 s)",
            ),
            (
                wall("2026-11-23T15:00:00"),
                "Mon 23 Nov 2026 15:00 +01:00 (1 h late)",
            ),
            (
                wall("2026-11-20T16:00:00"),
                "Fri 20 Nov 2026 16:00 +01:00 (3 days late)",
            ),
            (
                wall("2027-07-01T09:30:00"),
                "Thu 1 Jul 2027 09:30 +02:00 (in 220 days)",
            ),
            (day("2026-11-23"), "Mon 23 Nov 2026 all day +01:00 (today)"),
            (
                day("2026-11-24"),
                "Tue 24 Nov 2026 all day +01:00 (tomorrow)",
            ),
            (
                day("2026-11-27"),
                "Fri 27 Nov 2026 all day +01:00 (in 4 days)",
            ),
            (
                day("2026-11-22"),
                "Sun 22 Nov 2026 all day +01:00 (1 day late)",
            ),
        ];
        for (deadline, words) in table {
            assert_eq!(clock.long(&deadline, today), words);
        }
        let twelve = Clock {
            h24: false,
            ..clock
        };
        assert_eq!(
            twelve.moment(&wall("2026-11-24T13:00:00")),
            "Tue 24 Nov 2026 1:00 pm +01:00"
        );
        let london = Zone::bundled("Europe/London").unwrap();
        let july = wall("2027-07-01T09:30:00");
        let table = [
            (day("2026-11-27"), &zone, "Fri 27 Nov"),
            (july.clone(), &zone, "Thu 1 Jul 2027 09:30"),
            (july, &london, "Thu 1 Jul 2027 08:30 (09:30 +02:00)"),
        ];
        for (deadline, home, words) in table {
            assert_eq!(clock.short(&deadline, today, home), words);
        }
        let ancient = NaiveDate::from_ymd_opt(987, 6, 5).unwrap();
        assert_eq!(date(ancient), "Tue 5 Jun 0987");
    }

    #[test]
    fn times_of_the_day() {
        let table = [
            ("00:00:00", "00:00", "12:00 am"),
            ("00:05:09", "00:05:09", "12:05:09 am"),
            ("09:30:00", "09:30", "9:30 am"),
            ("12:00:00", "12:00", "12:00 pm"),
            ("23:59:59", "23:59:59", "11:59:59 pm"),
        ];
        let now = DateTime::UNIX_EPOCH;
        for (time, of_24, of_12) in table {
            let time: NaiveTime = time.parse().unwrap();
            assert_eq!(Clock { now, h24: true }.time(time), of_24);
            assert_eq!(Clock { now, h24: false }.time(time), of_12);
        }
    }
}
