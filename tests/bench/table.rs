//! The table that is printed.

use std::time::Duration;

/// One command over one database: medians, and the peak of memory in KiB.
#[derive(Default)]
pub struct Row {
    pub size: u32,
    pub command: String,
    pub promise: Duration,
    pub rusqlite: Option<Duration>,
    pub shell: Option<Duration>,
    pub floor: Duration,
    pub empty: Duration,
    pub peak: Option<u64>,
}

/// The whole table: medians in milliseconds, how many times what stands beside it the program
/// takes, and the peak of its memory in MiB.
pub fn text(rows: &[Row]) -> String {
    let heads = [
        "promise",
        "floor",
        "rusqlite",
        "sqlite3",
        "empty",
        "/floor",
        "/rusqlite",
        "/sqlite3",
        "MiB",
    ];
    let mut text = line("promises", "command", &heads.map(str::to_owned));
    for row in rows {
        let beside = |other: Option<Duration>| other.map_or_else(none, milliseconds);
        let times = |other: Option<Duration>| other.map_or_else(none, |it| ratio(row.promise, it));
        let cells = [
            milliseconds(row.promise),
            milliseconds(row.floor),
            beside(row.rusqlite),
            beside(row.shell),
            milliseconds(row.empty),
            times(Some(row.floor)),
            times(row.rusqlite),
            times(row.shell),
            row.peak.map_or_else(none, mebibytes),
        ];
        text.push_str(&line(&row.size.to_string(), &row.command, &cells));
    }
    text
}

/// Other programs over the same promises, and how many times the program's time they take.
pub fn peers(rows: &[(u32, String, &str, Duration, Duration)]) -> String {
    let heads = ["program", "promise", "ratio"].map(str::to_owned);
    let mut text = line("promises", "command", &heads);
    for (size, command, program, time, promise) in rows {
        let cells = [
            milliseconds(*time),
            milliseconds(*promise),
            ratio(*time, *promise),
        ];
        let command = format!("{command} ({program})");
        text.push_str(&line(&size.to_string(), &command, &cells));
    }
    text
}

fn line(size: &str, command: &str, cells: &[String]) -> String {
    let cells: String = cells.iter().map(|cell| format!("{cell:>10}")).collect();
    format!("{size:>9}  {command:<18}{cells}\n")
}

fn none() -> String {
    "-".to_owned()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}

fn ratio(time: Duration, beside: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() / beside.as_secs_f64())
}

fn mebibytes(kibibytes: u64) -> String {
    format!("{}.{}", kibibytes / 1024, kibibytes % 1024 * 10 / 1024)
}
