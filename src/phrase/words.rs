//! The words for days, months and numbers.

use chrono::Weekday;

use super::cursor::Cursor;

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["monday", "mon"]),
    (Weekday::Tue, &["tuesday", "tue", "tues"]),
    (Weekday::Wed, &["wednesday", "wed", "weds"]),
    (Weekday::Thu, &["thursday", "thu", "thur", "thurs"]),
    (Weekday::Fri, &["friday", "fri"]),
    (Weekday::Sat, &["saturday", "sat"]),
    (Weekday::Sun, &["sunday", "sun"]),
];

const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb", "febr"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [(&str, u32); 5] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
];

const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// Words offered in place of a misspelt one.
const OFFERED: [&str; 14] = [
    "today",
    "tomorrow",
    "yesterday",
    "tonight",
    "morning",
    "afternoon",
    "evening",
    "midnight",
    "noon",
    "next",
    "minutes",
    "hours",
    "weeks",
    "business",
];

/// The weekday named here.
pub(super) fn weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let word = cursor.word()?;
    let (weekday, _) = WEEKDAYS.iter().find(|(_, names)| names.contains(&word))?;
    cursor.advance();
    Some(*weekday)
}

/// The weekday named here, several of it or one: "fridays".
pub(super) fn weekdays(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    if let Some(one) = weekday(cursor) {
        return Some(one);
    }
    let word = cursor.word()?.strip_suffix('s')?;
    let (several, _) = WEEKDAYS
        .iter()
        .find(|(_, names)| names.first() == Some(&word))?;
    cursor.advance();
    Some(*several)
}

/// The month named here, 1 to 12.
pub(super) fn month(cursor: &mut Cursor<'_>) -> Option<u32> {
    let word = cursor.word()?;
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    cursor.advance();
    u32::try_from(index + 1).ok()
}

/// A month's name, capitalised.
pub(super) fn month_name(month: u32) -> &'static str {
    let names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let index = usize::try_from(month).unwrap_or(0).saturating_sub(1);
    names.get(index).copied().unwrap_or("that month")
}

/// A weekday's name.
pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
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

/// A whole number, in digits or words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) value: u32,
    /// How many digits it is written with; none, in words.
    pub(super) digits: Option<usize>,
    /// Written with a zero in front.
    pub(super) padded: bool,
}

/// The whole number that stands here.
pub(super) fn cardinal(cursor: &mut Cursor<'_>) -> Option<Count> {
    if let Some(digits) = cursor.digits() {
        let value = digits.parse().ok()?;
        cursor.advance();
        return Some(Count {
            value,
            digits: Some(digits.len()),
            padded: digits.len() > 1 && digits.starts_with('0'),
        });
    }
    let value = number_word(cursor)?;
    Some(Count {
        value,
        digits: None,
        padded: false,
    })
}

fn number_word(cursor: &mut Cursor<'_>) -> Option<u32> {
    let word = cursor.word()?;
    if let Some(value) = UNITS.iter().position(|unit| *unit == word) {
        cursor.advance();
        return u32::try_from(value).ok();
    }
    let (_, tens) = TENS.iter().find(|(name, _)| *name == word)?;
    cursor.advance();
    let unit = cursor
        .word()
        .and_then(|word| UNITS.iter().position(|unit| *unit == word))
        .and_then(|unit| u32::try_from(unit).ok())
        .filter(|unit| (1..=9).contains(unit));
    if unit.is_some() {
        cursor.advance();
    }
    Some(tens + unit.unwrap_or(0))
}

/// The ordinal that stands here, "15th" or "fifteenth".
pub(super) fn ordinal(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    let value = if let Some((value, _)) = ahead.eat_digits() {
        if !ahead.is_glued() || !ahead.eat(&["st", "nd", "rd", "th"]) {
            return None;
        }
        value
    } else {
        ordinal_word(&mut ahead)?
    };
    *cursor = ahead;
    Some(value)
}

fn ordinal_word(cursor: &mut Cursor<'_>) -> Option<u32> {
    let find = |cursor: &mut Cursor<'_>| {
        let word = cursor.word()?;
        let index = ORDINALS.iter().position(|ordinal| *ordinal == word)?;
        cursor.advance();
        u32::try_from(index + 1).ok()
    };
    if let Some(value) = find(cursor) {
        return Some(value);
    }
    if cursor.eat(&["thirtieth"]) {
        return Some(30);
    }
    let tens = if cursor.eat(&["twenty"]) {
        20
    } else if cursor.eat(&["thirty"]) {
        30
    } else {
        return None;
    };
    find(cursor)
        .filter(|unit| *unit < 10)
        .map(|unit| tens + unit)
}

/// The known word that a misspelt one is closest to.
pub(super) fn closest(word: &str) -> Option<&'static str> {
    let days = WEEKDAYS.iter().filter_map(|(_, names)| names.first());
    let months = MONTHS.iter().filter_map(|names| names.first());
    OFFERED
        .iter()
        .chain(days)
        .chain(months)
        .map(|known| (strsim::damerau_levenshtein(word, known), *known))
        .filter(|(distance, known)| *distance <= known.len() / 4 && !known.starts_with(word))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}
