//! How a task recurs, as a rule of ours where one says the same
//! (<https://taskwarrior.org/docs/durations/>).

use chrono::{Weekday, WeekdaySet};

use crate::domain::recurrence::{Repeats, Rule};

/// The rule of a recurrence; nothing where none says the same.
#[must_use]
pub fn rule(recur: &str) -> Option<Rule> {
    let recur = recur.trim().to_ascii_lowercase();
    let any = WeekdaySet::EMPTY;
    let repeats = match recur.as_str() {
        "daily" | "day" => Repeats::Days(1),
        // Taskwarrior knows no holidays.
        "weekdays" => Repeats::Weeks(1, monday_to_friday()),
        "weekly" | "week" | "sennight" => Repeats::Weeks(1, any),
        "biweekly" | "fortnight" => Repeats::Weeks(2, any),
        "monthly" | "month" => Repeats::Months(1, None),
        "bimonthly" => Repeats::Months(2, None),
        "quarterly" | "quarter" => Repeats::Months(3, None),
        "semiannual" => Repeats::Months(6, None),
        "annual" | "yearly" | "year" => Repeats::Years(1, None),
        "biannual" | "biyearly" => Repeats::Years(2, None),
        counted => return Rule::new(interval(counted)?, None),
    };
    Rule::new(repeats, None)
}

fn monday_to_friday() -> WeekdaySet {
    use Weekday::{Fri, Mon, Thu, Tue, Wed};
    WeekdaySet::from_array([Mon, Tue, Wed, Thu, Fri])
}

/// "2weeks", "P1M".
fn interval(text: &str) -> Option<Repeats> {
    let iso = text.strip_prefix('p');
    let text = iso.unwrap_or(text);
    let unit = text.trim_start_matches(|char: char| char.is_ascii_digit());
    let count = text.strip_suffix(unit)?.parse().ok()?;
    let any = WeekdaySet::EMPTY;
    Some(match unit {
        "d" | "day" | "days" => Repeats::Days(count),
        "w" | "wk" | "wks" | "week" | "weeks" => Repeats::Weeks(count, any),
        // Elsewhere "m" may be minutes.
        "m" if iso.is_some() => Repeats::Months(count, None),
        "mo" | "mos" | "mth" | "mths" | "mnth" | "mnths" | "month" | "months" => {
            Repeats::Months(count, None)
        }
        "q" | "qtr" | "qtrs" | "quarter" | "quarters" => {
            Repeats::Months(count.checked_mul(3)?, None)
        }
        "y" | "yr" | "yrs" | "year" | "years" => Repeats::Years(count, None),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recurrences() {
        let table = [
            ("daily", Some("day")),
            ("weekdays", Some("mon-fri")),
            ("weekly", Some("week")),
            ("biweekly", Some("2 weeks")),
            ("3days", Some("3 days")),
            ("2wks", Some("2 weeks")),
            ("P1M", Some("month")),
            ("quarterly", Some("3 months")),
            ("2q", Some("6 months")),
            ("yearly", Some("year")),
            ("1m", None),
            ("3h", None),
            ("P1DT2H", None),
            ("", None),
            ("99999999999999d", None),
            ("5000d", None),
            ("2000000000q", None),
        ];
        for (recur, expected) in table {
            let found = rule(recur);
            let expected = expected.map(|text| crate::phrase::every(text).unwrap());
            assert_eq!(found, expected, "{recur}");
        }
    }
}
