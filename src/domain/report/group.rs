//! What the figures of a report can be broken down by.

use std::rc::Rc;

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::domain::report::period::Unit;
use crate::domain::words::words;

words! {
    /// What promises are grouped by.
    Group {
        /// The person behind the promise.
        Person = "person",
        /// Whom that person speaks for.
        Organisation = "organisation",
        /// The colleague who answers for it.
        Owner = "owner",
        /// Why it slipped.
        Cause = "cause",
        /// The standard it was made under.
        Standard = "standard",
        /// The channel it was made through.
        Via = "via",
        /// Its tags: a promise counts under each.
        Tag = "tag",
        /// The day of the week on which each thing counts.
        Weekday = "weekday",
        /// The week in which each thing counts.
        Week = "week",
        /// The month in which each thing counts.
        Month = "month",
    }
}

/// One group, in the order in which groups of a kind stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The person with a number.
    Person(i64),
    /// What is recorded with the promise, or nothing.
    Recorded(Option<String>),
    /// The day of the week, counted from the day that weeks begin on.
    Weekday(u8, &'static str),
    /// The week or month that begins on a day.
    From(NaiveDate, bool),
}

impl Key {
    /// The name of the group; nothing where it is of promises without what they are grouped by.
    /// `name_of` finds that of a person by number.
    #[must_use]
    pub fn name(self, name_of: impl Fn(i64) -> Rc<str>) -> Option<Rc<str>> {
        match self {
            Self::Person(person) => Some(name_of(person)),
            Self::Recorded(name) => name.map(Rc::from),
            Self::Weekday(_, name) => Some(name.into()),
            Self::From(date, true) => Some(date.format("%Y-%m").to_string().into()),
            Self::From(date, false) => Some(date.to_string().into()),
        }
    }
}

impl Key {
    /// The day of the week, where it is one.
    #[must_use]
    pub fn day_name(&self) -> Option<&'static str> {
        match self {
            Self::Weekday(_, name) => Some(name),
            _ => None,
        }
    }
}

impl Group {
    /// Whether it is of days, which have an order of their own.
    #[must_use]
    pub fn is_of_calendar(self) -> bool {
        matches!(self, Self::Weekday | Self::Week | Self::Month)
    }

    /// The group of something that counts on a date; nothing where the date does not tell.
    #[must_use]
    pub fn of_date(self, date: NaiveDate, week_start: Weekday) -> Option<Key> {
        match self {
            Self::Weekday => {
                let weekday = date.weekday();
                let place = u8::try_from(weekday.days_since(week_start)).unwrap_or_default();
                Some(Key::Weekday(place, day_name(weekday)))
            }
            Self::Week => Some(Key::From(Unit::Week.first_day(date, week_start), false)),
            Self::Month => Some(Key::From(Unit::Month.first_day(date, week_start), true)),
            _ => None,
        }
    }
}

fn day_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_dates() {
        // Friday, the first of January.
        let date: NaiveDate = "2027-01-01".parse().unwrap();
        let table = [
            (Group::Weekday, Weekday::Mon, Some("Friday")),
            (Group::Week, Weekday::Mon, Some("2026-12-28")),
            (Group::Week, Weekday::Sun, Some("2026-12-27")),
            (Group::Month, Weekday::Mon, Some("2027-01")),
            (Group::Person, Weekday::Mon, None),
        ];
        for (group, week_start, name) in table {
            let key = group.of_date(date, week_start);
            let found = key.and_then(|key| key.name(|_| Rc::default()));
            assert_eq!(found.as_deref(), name, "{group:?}");
        }
        let sunday = Group::Weekday.of_date("2027-01-03".parse().unwrap(), Weekday::Sun);
        assert!(sunday < Group::Weekday.of_date(date, Weekday::Sun));
    }
}
