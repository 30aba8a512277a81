//! Pure functions from views to text: tables, plain lines, JSON, CSV.

pub mod amounts;
pub mod calendar;
pub mod cells;
pub mod due;
pub mod harmless;
pub mod history;
pub mod pieces;
pub mod promises;
pub mod records;
pub mod reminders;
pub mod report;
pub mod review;
pub mod schedule;
pub mod schema;
pub mod show;
pub mod status;
pub mod table;
pub mod template;
pub mod times;
pub mod view;
pub mod wrap;

pub use view::View;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use crate::domain::deadline::Deadline;
use crate::domain::zone::Zone;
use crate::render::times::Clock;

/// How text for people is laid out.
#[derive(Clone, Debug)]
pub struct Look {
    /// The columns of the terminal; without them nothing is wrapped.
    pub width: Option<u16>,
    /// Whether escape sequences for colour may be written.
    pub color: bool,
    /// Whether the locale has more than ASCII for bars and lines.
    pub unicode: bool,
    /// How times are written.
    pub clock: Clock,
    /// The user's own zone.
    pub home: Zone,
}

impl Look {
    /// Text set apart from what follows it.
    #[must_use]
    pub fn heading(&self, text: &str) -> String {
        self.styled(text, anstyle::Style::new().bold())
    }

    /// Text that needs attention; never the only sign of it.
    #[must_use]
    pub fn alarm(&self, text: &str) -> String {
        let red = anstyle::AnsiColor::Red.on_default().bold();
        self.styled(text, red)
    }

    fn styled(&self, text: &str, style: anstyle::Style) -> String {
        if self.color {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    /// A moment on the user's own clock.
    #[must_use]
    pub fn stamp(&self, at: DateTime<Utc>) -> String {
        self.clock.stamp(at.with_timezone(&self.home.offset(at)))
    }

    /// A day on the user's own calendar.
    #[must_use]
    pub fn date(&self, at: DateTime<Utc>) -> String {
        times::date(self.home.local(at).date())
    }

    /// A deadline as short as it stays clear.
    #[must_use]
    pub fn short(&self, deadline: &Deadline, today: NaiveDate) -> String {
        self.clock.short(deadline, today, &self.home)
    }
}

/// A moment as JSON has it: RFC 3339, whole seconds, with its offset.
#[must_use]
pub fn rfc3339(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}
