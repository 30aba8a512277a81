//! How refusals and remarks write a deadline.

use crate::domain::deadline::{Deadline, Kind};

/// "Tue 24 Nov 2026 13:00 +01:00"; a whole day without its time.
pub(super) fn deadline(deadline: &Deadline) -> String {
    let form = match deadline.kind() {
        Kind::Day => "%a %-d %b %Y",
        _ if deadline.local().and_utc().timestamp() % 60 != 0 => "%a %-d %b %Y %H:%M:%S %:z",
        _ => "%a %-d %b %Y %H:%M %:z",
    };
    deadline.with_offset().format(form).to_string()
}

/// The readings of an ambiguous phrase: "a, b or c".
pub(super) fn either(readings: &[Deadline]) -> String {
    let shown: Vec<String> = readings.iter().map(deadline).collect();
    match shown.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

/// The day and time, without offset, of a deadline that is compared with another.
pub(super) fn timed(deadline: &Deadline) -> String {
    let form = match deadline.kind() {
        Kind::Day => "the end of %a %-d %b",
        _ => "%a %-d %b %H:%M",
    };
    deadline.local().format(form).to_string()
}
