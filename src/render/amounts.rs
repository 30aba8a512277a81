//! Amounts in words: numbers, counts, spans of time.

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// Seconds.
pub const DAY: i64 = 24 * HOUR;

/// From here on minutes are not worth a word.
const MINUTES_COUNT: i64 = 10 * HOUR;
const TWO_DAYS: i64 = 2 * DAY;

/// Appends a number, faster than through what formats any value.
pub fn push_number(text: &mut String, number: i64) {
    text.push_str(itoa::Buffer::new().format(number));
}

/// A span of time in the unit that fits it best, rounded down: "45 s", "50 min", "1 h 30 min",
/// "21 h", "3 days".
#[must_use]
pub fn span(seconds: i64) -> String {
    let mut text = String::new();
    push_span(&mut text, seconds);
    text
}

/// Appends the same.
pub fn push_span(text: &mut String, seconds: i64) {
    match seconds {
        ..MINUTE => push_units(text, seconds, " s"),
        MINUTE..HOUR => push_units(text, seconds / MINUTE, " min"),
        HOUR..MINUTES_COUNT => push_hours(text, seconds / MINUTE),
        MINUTES_COUNT..TWO_DAYS => push_units(text, seconds / HOUR, " h"),
        _ => push_plural(text, seconds / DAY, "day"),
    }
}

/// Minutes of work: "45 min", "2 h", "1 h 30 min".
#[must_use]
pub fn effort(minutes: u32) -> String {
    let mut text = String::new();
    push_hours(&mut text, minutes.into());
    text
}

fn push_hours(text: &mut String, minutes: i64) {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => push_units(text, minutes, " min"),
        (hours, 0) => push_units(text, hours, " h"),
        (hours, minutes) => {
            push_units(text, hours, " h ");
            push_units(text, minutes, " min");
        }
    }
}

fn push_units(text: &mut String, count: i64, unit: &str) {
    push_number(text, count);
    text.push_str(unit);
}

/// A count with its noun: "1 promise", "2 promises".
#[must_use]
pub fn plural(count: i64, noun: &str) -> String {
    let mut text = String::new();
    push_plural(&mut text, count, noun);
    text
}

/// Appends the same.
pub fn push_plural(text: &mut String, count: i64, noun: &str) {
    push_number(text, count);
    text.push(' ');
    text.push_str(noun);
    if count != 1 {
        text.push('s');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_and_counts() {
        let table = [
            (1, "1 s"),
            (59, "59 s"),
            (60, "1 min"),
            (3600, "1 h"),
            (5400, "1 h 30 min"),
            (36_000, "10 h"),
            (37_000, "10 h"),
            (7200, "2 h"),
            (172_799, "47 h"),
            (172_800, "2 days"),
        ];
        for (seconds, words) in table {
            assert_eq!(span(seconds), words);
        }
        assert_eq!(plural(1, "promise"), "1 promise");
        assert_eq!(plural(0, "promise"), "0 promises");
        assert_eq!(effort(45), "45 min");
        assert_eq!(effort(120), "2 h");
        assert_eq!(effort(90), "1 h 30 min");
    }
}
