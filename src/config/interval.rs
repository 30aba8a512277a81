//! How long to wait between two runs of something.

use crate::config::entry::{Complaint, Entry};

/// A length of time, and how the file writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// As it stands in the file: "1 day".
    pub text: String,
    /// The same in minutes; a day has 24 hours.
    pub minutes: u32,
}

/// The names of the units, and how many minutes each has.
const UNITS: [(&[&str], u32); 4] = [
    (&["m", "min", "minute", "minutes"], 1),
    (&["h", "hour", "hours"], 60),
    (&["d", "day", "days"], 24 * 60),
    (&["w", "week", "weeks"], 7 * 24 * 60),
];

/// The longest, in minutes: ten years.
const LONGEST: u32 = 10 * 366 * 24 * 60;

impl Interval {
    /// Reads a number and a unit.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.find(|char: char| !char.is_ascii_digit())?;
        let (number, unit) = text.split_at(digits);
        let unit = unit.trim_start().to_ascii_lowercase();
        let (_, minutes) = UNITS.iter().find(|(names, _)| names.contains(&&*unit))?;
        let minutes = number.parse::<u32>().ok()?.checked_mul(*minutes)?;
        (1..=LONGEST).contains(&minutes).then(|| Self {
            text: text.to_owned(),
            minutes,
        })
    }

    /// Takes it from the file.
    pub(super) fn read(entry: &Entry<'_>) -> Result<Self, Complaint> {
        let text = entry.text()?;
        let hint = "write it as \"6 hours\", \"1 day\" or \"2 weeks\"";
        Self::parse(text).ok_or_else(|| entry.unexpected(Some(hint.to_owned())))
    }

    /// Thirty days.
    pub(super) fn monthly() -> Self {
        Self {
            text: "30 days".to_owned(),
            minutes: 30 * 24 * 60,
        }
    }

    /// A day.
    pub(super) fn daily() -> Self {
        Self {
            text: "1 day".to_owned(),
            minutes: 24 * 60,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        let table = [
            ("1 day", Some(1440)),
            ("1d", Some(1440)),
            (" 6 Hours ", Some(360)),
            ("90 min", Some(90)),
            ("2 weeks", Some(20160)),
            ("0 days", None),
            ("day", None),
            ("3", None),
            ("", None),
            ("1.5 days", None),
            ("1 month", None),
            ("-1 day", None),
            ("99999999999 days", None),
            ("4000 days", None),
        ];
        for (text, minutes) in table {
            let read = Interval::parse(text).map(|interval| interval.minutes);
            assert_eq!(read, minutes, "{text}");
        }
        assert_eq!(Interval::parse("1 day"), Some(Interval::daily()));
    }
}
