//! The table that is printed.

use std::time::Duration;

/// One command over one database: medians.
pub struct Row {
    pub size: u32,
    pub command: String,
    pub promise: Duration,
    pub shell: Option<Duration>,
    pub empty: Duration,
}

/// The whole table: medians in milliseconds, and how many times what stands beside it the
/// program takes.
pub fn text(rows: &[Row]) -> String {
    let mut text = format!(
        "{:>9}  {:<14}{:>9}{:>9}{:>9}{:>10}{:>9}\n",
        "promises", "command", "promise", "sqlite3", "empty", "/sqlite3", "/empty"
    );
    for row in rows {
        text.push_str(&format!(
            "{:>9}  {:<14}{:>9}{:>9}{:>9}{:>10}{:>9}\n",
            row.size,
            row.command,
            milliseconds(row.promise),
            row.shell.map_or_else(|| "-".to_owned(), milliseconds),
            milliseconds(row.empty),
            row.shell
                .map_or_else(|| "-".to_owned(), |shell| ratio(row.promise, shell)),
            ratio(row.promise, row.empty),
        ));
    }
    text
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}

fn ratio(time: Duration, beside: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() / beside.as_secs_f64())
}
