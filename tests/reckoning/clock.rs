//! The clocks of the fixture's zones, by rules written out here: neither the program's zones nor
//! the system's have a part in what is expected.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime};

/// The zones of the fixture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Berlin,
    NewYork,
    Tokyo,
}

impl Place {
    pub fn named(name: &str) -> Self {
        match name {
            "" | "Europe/Berlin" => Self::Berlin,
            "America/New_York" => Self::NewYork,
            "Asia/Tokyo" => Self::Tokyo,
            _ => panic!("no rules for {name}"),
        }
    }

    /// Seconds east of Greenwich at a second of the world's time line.
    fn offset(self, at: i64) -> i64 {
        let hours = match self {
            Self::Tokyo => 9,
            // Summer time from the last Sunday of March to that of October, 01:00 UTC.
            Self::Berlin => {
                let winter = 1_792_890_000..1_806_195_600;
                if winter.contains(&at) { 1 } else { 2 }
            }
            // From the second Sunday of March to the first of November, 02:00 local.
            Self::NewYork => {
                let winter = 1_793_512_800..1_805_007_600;
                if winter.contains(&at) { -5 } else { -4 }
            }
        };
        hours * 3_600
    }

    /// The second at which a clock there first shows a time.
    pub fn second(self, local: NaiveDateTime) -> i64 {
        let naive = local.and_utc().timestamp();
        let candidates = [-5, -4, 1, 2, 9].map(|hours| naive - hours * 3_600);
        let shown = |at: &i64| at + self.offset(*at) == naive;
        let first = candidates.into_iter().filter(shown).min();
        first.unwrap_or_else(|| panic!("no clock shows {local}"))
    }

    /// What day it is there.
    pub fn date(self, at: i64) -> NaiveDate {
        let local = DateTime::from_timestamp(at + self.offset(at), 0);
        local.expect("a time").date_naive()
    }

    /// The first second of a day there.
    pub fn start(self, date: NaiveDate) -> i64 {
        self.second(date.and_time(NaiveTime::MIN))
    }

    /// The last second of a day there.
    pub fn end(self, date: NaiveDate) -> i64 {
        self.start(date + Days::new(1)) - 1
    }
}

/// A date of the fixture: "10-25".
pub fn date(text: &str) -> NaiveDate {
    let year = if text < "09" { 2027 } else { 2026 };
    let date = format!("{year}-{text}").parse();
    date.unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A time of the fixture in Berlin: "10-25 13:00".
pub fn moment(text: &str) -> i64 {
    Place::Berlin.second(local(text))
}

pub fn local(text: &str) -> NaiveDateTime {
    let (day, time) = text.split_once(' ').unwrap_or_else(|| panic!("{text}"));
    let time = time
        .parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"));
    date(day).and_time(time)
}

/// The name of a date's day, and its place in a week that begins on Monday.
pub fn weekday(date: NaiveDate) -> (u32, &'static str) {
    let names = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let place = date.weekday().num_days_from_monday();
    (place, names[place as usize])
}
