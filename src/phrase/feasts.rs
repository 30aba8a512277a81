//! Days with names: the ones that fall on the same rule everywhere the English word is used.
//!
//! Where countries differ, the American day is meant (Thanksgiving, Mother's Day), as in the
//! phrases this grammar is measured with; the date that was understood is always printed.

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};

use super::cursor::Cursor;

/// How the date of a feast is found in a year.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// Month and day.
    Fixed(u32, u32),
    /// The n-th weekday of a month, and days after it; from the end where negative.
    Nth(i32, Weekday, u32, i64),
    /// Days after Easter Sunday.
    Easter(i64),
}

/// A day with a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Feast {
    /// Its names, words parted by single spaces.
    pub(super) names: &'static [&'static str],
    rule: Rule,
}

use Rule::{Easter, Fixed, Nth};
use Weekday::{Mon, Sun, Thu};

#[rustfmt::skip]
const FEASTS: &[Feast] = &[
    feast(&["christmas eve", "xmas eve"], Fixed(12, 24)),
    feast(&["christmas day", "christmas", "xmas day", "xmas"], Fixed(12, 25)),
    feast(&["boxing day"], Fixed(12, 26)),
    feast(&["new years eve", "new year eve", "nye"], Fixed(12, 31)),
    feast(&["new years day", "new year day", "new years"], Fixed(1, 1)),
    feast(&["epiphany"], Fixed(1, 6)),
    feast(&["martin luther king day", "martin luther kings day", "martin luther king jr day",
        "mlk day"], Nth(3, Mon, 1, 0)),
    feast(&["groundhog day"], Fixed(2, 2)),
    feast(&["valentines day", "valentine day", "valentines", "st valentines day"], Fixed(2, 14)),
    feast(&["presidents day", "president day", "washingtons birthday"], Nth(3, Mon, 2, 0)),
    feast(&["womens day", "international womens day"], Fixed(3, 8)),
    feast(&["st patricks day", "saint patricks day", "st paddys day"], Fixed(3, 17)),
    feast(&["april fools day", "april fools", "april fool day"], Fixed(4, 1)),
    feast(&["shrove tuesday", "mardi gras"], Easter(-47)),
    feast(&["ash wednesday"], Easter(-46)),
    feast(&["palm sunday"], Easter(-7)),
    feast(&["maundy thursday"], Easter(-3)),
    feast(&["good friday"], Easter(-2)),
    feast(&["easter monday"], Easter(1)),
    feast(&["easter sunday", "easter day", "easter"], Easter(0)),
    feast(&["ascension day", "ascension"], Easter(39)),
    feast(&["pentecost", "whit sunday", "whitsunday"], Easter(49)),
    feast(&["whit monday", "pentecost monday"], Easter(50)),
    feast(&["corpus christi"], Easter(60)),
    feast(&["earth day"], Fixed(4, 22)),
    feast(&["may day"], Fixed(5, 1)),
    feast(&["cinco de mayo"], Fixed(5, 5)),
    feast(&["mothers day", "mother day"], Nth(2, Sun, 5, 0)),
    feast(&["memorial day"], Nth(-1, Mon, 5, 0)),
    feast(&["fathers day", "father day"], Nth(3, Sun, 6, 0)),
    feast(&["juneteenth"], Fixed(6, 19)),
    feast(&["independence day"], Fixed(7, 4)),
    feast(&["bastille day"], Fixed(7, 14)),
    feast(&["labor day"], Nth(1, Mon, 9, 0)),
    feast(&["columbus day"], Nth(2, Mon, 10, 0)),
    feast(&["bosss day", "boss day", "bosses day"], Fixed(10, 16)),
    feast(&["halloween", "halloween day"], Fixed(10, 31)),
    feast(&["all saints day", "all saints"], Fixed(11, 1)),
    feast(&["world vegan day"], Fixed(11, 1)),
    feast(&["all souls day", "all souls"], Fixed(11, 2)),
    feast(&["guy fawkes night", "guy fawkes day", "bonfire night"], Fixed(11, 5)),
    feast(&["veterans day", "veteran day", "armistice day"], Fixed(11, 11)),
    feast(&["thanksgiving day", "thanksgiving"], Nth(4, Thu, 11, 0)),
    feast(&["black friday"], Nth(4, Thu, 11, 1)),
    feast(&["cyber monday"], Nth(4, Thu, 11, 4)),
];

const fn feast(names: &'static [&'static str], rule: Rule) -> Feast {
    Feast { names, rule }
}

/// The feast named here; of two that fit, the longer name.
pub(super) fn named(cursor: &mut Cursor<'_>) -> Option<&'static Feast> {
    let start = *cursor;
    let fitting = FEASTS.iter().flat_map(|feast| {
        feast.names.iter().filter_map(move |name| {
            let mut ahead = start;
            ahead.eat_all(name).then_some((name.len(), feast, ahead))
        })
    });
    let (_, feast, ahead) = fitting.max_by_key(|(length, ..)| *length)?;
    *cursor = ahead;
    Some(feast)
}

impl Feast {
    /// Its date in a year.
    pub(super) fn date(&self, year: i32) -> Option<NaiveDate> {
        match self.rule {
            Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Nth(n, weekday, month, days) => {
                nth_weekday(year, month, weekday, n)?.checked_add_signed(TimeDelta::try_days(days)?)
            }
            Easter(days) => easter(year)?.checked_add_signed(TimeDelta::try_days(days)?),
        }
    }
}

/// The n-th weekday of a month, from its end where `n` is negative.
pub(super) fn nth_weekday(year: i32, month: u32, weekday: Weekday, n: i32) -> Option<NaiveDate> {
    if let Ok(n) = u8::try_from(n) {
        return NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
    }
    let last = (1..=5)
        .rev()
        .find_map(|n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n))?;
    let date = last.checked_sub_signed(TimeDelta::try_weeks(i64::from(-(n + 1)))?)?;
    (date.month() == month).then_some(date)
}

/// Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, in_century) = (year / 100, year % 100);
    let moon_shift = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 19 * to_sunday) / 433;
    let month = (epact + to_sunday - 7 * late + 90) / 25;
    let day = (epact + to_sunday - 7 * late + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::token::tokens;

    #[test]
    fn feasts_fall_where_almanacs_say() {
        let table = [
            ("easter", 2013, "2013-03-31"),
            ("easter", 2026, "2026-04-05"),
            ("easter", 2027, "2027-03-28"),
            ("easter", 2038, "2038-04-25"),
            ("easter monday", 2025, "2025-04-21"),
            ("good friday", 2027, "2027-03-26"),
            ("pentecost", 2026, "2026-05-24"),
            ("thanksgiving", 2026, "2026-11-26"),
            ("black friday", 2013, "2013-11-29"),
            ("mothers day", 2013, "2013-05-12"),
            ("fathers day", 2026, "2026-06-21"),
            ("memorial day", 2026, "2026-05-25"),
            ("labor day", 2026, "2026-09-07"),
            ("mlk day", 2014, "2014-01-20"),
            ("christmas eve", 2026, "2026-12-24"),
            ("new years eve", 2026, "2026-12-31"),
        ];
        for (name, year, date) in table {
            let tokens = tokens(name).unwrap();
            let mut cursor = Cursor::new(&tokens);
            let feast = named(&mut cursor).unwrap();
            assert!(cursor.is_at_end(), "{name}");
            assert_eq!(feast.date(year), Some(date.parse().unwrap()), "{name}");
        }
    }
}
