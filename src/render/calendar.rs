//! A month for people, as a grid or one line a day, and its days as records.

mod cell;
mod grid;

use chrono::Weekday;
use serde_json::{Value, json};

use crate::domain::month::{Day, Month};
use crate::render::Look;
use crate::render::amounts::effort;
use crate::render::cells::Cells;
use crate::render::table::sections;

/// The keys of a day, in order.
pub const FIELDS: [&str; 19] = [
    "date",
    "today",
    "working_day",
    "promises",
    "effort_minutes",
    "colleagues",
    "booked_promises",
    "booked_minutes",
    "capacity_promises",
    "capacity_minutes",
    "overbooked",
    "late",
    "kept",
    "kept_late",
    "broken",
    "released",
    "waiting_on",
    "ids",
    "late_ids",
];

/// The days as records.
#[must_use]
pub fn values(days: &[Day]) -> Vec<Value> {
    let values = days.iter().map(|day| {
        json!({
            "date": day.date.to_string(),
            "today": day.is_today,
            "working_day": day.is_working_day,
            "promises": day.open.promises,
            "effort_minutes": day.open.effort_minutes,
            "colleagues": day.colleagues,
            "booked_promises": day.booked.promises,
            "booked_minutes": day.booked.effort_minutes,
            "capacity_promises": day.limit.promises,
            "capacity_minutes": day.limit.effort_minutes,
            "overbooked": day.is_overbooked,
            "late": day.late_ids.len(),
            "kept": day.kept,
            "kept_late": day.kept_late,
            "broken": day.broken,
            "released": day.released,
            "waiting_on": day.waiting_on,
            "ids": day.ids,
            "late_ids": day.late_ids,
        })
    });
    values.collect()
}

/// A month as it is shown to people.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The month.
    pub month: Month,
    /// Its days, all of them, in order.
    pub days: &'a [Day],
    /// The numbers of what is late from before the month.
    pub late_before: &'a [i64],
    /// The day that weeks begin on.
    pub week_start: Weekday,
    /// Whether the days show only a part of what is due.
    pub filtered: bool,
}

/// The widest that lines of words become: about as wide as the grid.
const WIDEST: usize = 80;

impl Page<'_> {
    /// The page: the month, its sums, and the days that need attention.
    #[must_use]
    pub fn text(&self, look: &Look) -> String {
        let title = self.month.first().format("%B %Y").to_string();
        let cells: Vec<_> = self.days.iter().map(cell::cell).collect();
        let before = self.month.days_before(self.week_start);
        let grid = grid::grid(&cells, before, self.week_start, look);
        let month = grid.map_or_else(
            || self.list(&title, look),
            |grid| format!("{}\n\n{grid}", look.heading(&title)),
        );
        let mut text = month + &self.legend(look);
        text.push_str(&self.sums(&title, look));
        let attention = self.attention(look);
        if !attention.is_empty() {
            text.push('\n');
            text.push_str(&attention);
        }
        text
    }

    /// One line a day, where a terminal is too narrow for the grid.
    fn list(&self, title: &str, look: &Look) -> String {
        let rows = self.days.iter().map(|day| {
            let [marks, content] = cell::line(day);
            vec![day.date.format("%a %-d").to_string(), marks, content]
        });
        sections(&[(look.heading(title), rows.collect::<Cells>())], look) + "\n"
    }

    /// What the marks mean that are on the page.
    fn legend(&self, look: &Look) -> String {
        let any = |test: &dyn Fn(&Day) -> bool| self.days.iter().any(test);
        let marks = [
            (any(&|day| !day.is_working_day), "off: not a working day"),
            (any(&|day| day.is_overbooked), "!: overbooked"),
            (any(&cell::is_against_limit), "3/4: 3, with room for 4"),
            (
                any(&|day| day.colleagues > 0),
                "others: colleagues answer for them",
            ),
            (any(&|day| day.waiting_on > 0), "waiting: promised to me"),
        ];
        let shown = marks.into_iter().filter(|(shown, _)| *shown);
        wrapped(shown.map(|(_, mark)| mark), "  ", look)
    }

    /// What the month holds in all.
    fn sums(&self, title: &str, look: &Look) -> String {
        let sum = |count: &dyn Fn(&Day) -> u32| self.days.iter().map(count).sum::<u32>();
        let late: usize = self.days.iter().map(|day| day.late_ids.len()).sum();
        let with = |text: String, part: String| match part.as_str() {
            "" => text,
            _ => format!("{text} ({part})"),
        };
        let some = |count: u32, word: &str| match count {
            0 => None,
            _ => Some(format!("{count} {word}")),
        };
        let work = sum(&|day| day.open.effort_minutes);
        let work = some(work, "").map(|_| format!("{} of work", effort(work)));
        let late = u32::try_from(late).unwrap_or(u32::MAX);
        let of_open = [work, some(late, "late")];
        let of_open: Vec<String> = of_open.into_iter().flatten().collect();
        let of_kept = some(sum(&|day| day.kept_late), "late");
        let open = some(sum(&|day| day.open.promises + day.colleagues), "open");
        let kept = some(sum(&|day| day.kept), "kept");
        let parts = [
            open.map(|open| with(open, of_open.join(", "))),
            kept.map(|kept| with(kept, of_kept.unwrap_or_default())),
            some(sum(&|day| day.broken), "broken"),
            some(sum(&|day| day.released), "released"),
            some(sum(&|day| day.waiting_on), "waiting"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            let text = format!("In all: {}.", parts.join(", "));
            return wrapped(text.split(' '), " ", look);
        }
        let which = if self.filtered {
            "Nothing that matches"
        } else {
            "Nothing"
        };
        format!("{which} is due in {title}.\n")
    }

    /// The days that are overbooked or late, with their numbers.
    fn attention(&self, look: &Look) -> String {
        let day = |day: &Day| day.date.format("%a %-d %b").to_string();
        // Of what was filtered, only the days that matter to it.
        let overbooked = self
            .days
            .iter()
            .filter(|day| day.is_overbooked && (!self.filtered || !day.ids.is_empty()));
        let overbooked = overbooked.map(|full| vec![day(full), room(full), numbers(&full.ids)]);
        let late = self.days.iter().filter(|day| !day.late_ids.is_empty());
        let late = late.map(|late| (day(late), late.late_ids.as_slice()));
        let before = ("earlier".to_owned(), self.late_before);
        let late = [before].into_iter().chain(late);
        let late = late.filter(|(_, ids)| !ids.is_empty());
        let late = late.map(|(day, ids)| vec![day, format!("{} late", ids.len()), numbers(ids)]);
        sections(
            &[
                (look.alarm("Overbooked"), overbooked.collect::<Cells>()),
                (look.alarm("Late"), late.collect()),
            ],
            look,
        )
    }
}

/// Pieces of ASCII in lines that the terminal can show, broken between them alone.
fn wrapped<'a>(pieces: impl Iterator<Item = &'a str>, gap: &str, look: &Look) -> String {
    let width = look.width.map_or(WIDEST, usize::from).min(WIDEST);
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.len() + gap.len() + piece.len() <= width => {
                line.push_str(gap);
                line.push_str(piece);
            }
            _ => lines.push(piece.to_owned()),
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// What takes up room on a full day, and how much it has.
fn room(day: &Day) -> String {
    let (booked, limit) = (day.booked, day.limit);
    let promises = limit.promises.filter(|most| booked.promises > *most);
    let minutes = limit
        .effort_minutes
        .filter(|most| booked.effort_minutes > *most);
    let promises = promises.map(|most| format!("{} due, room for {most}", booked.promises));
    let minutes = minutes.map(|most| {
        let work = effort(booked.effort_minutes);
        format!("{work} of work, room for {}", effort(most))
    });
    let parts: Vec<String> = [promises, minutes].into_iter().flatten().collect();
    parts.join("; ")
}

fn numbers(ids: &[i64]) -> String {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    ids.join(", ")
}

#[cfg(test)]
mod tests;
