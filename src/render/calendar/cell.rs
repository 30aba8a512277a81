//! One day in a few short lines.

use chrono::Datelike as _;

use crate::domain::month::Day;
use crate::render::Look;
use crate::render::amounts::plural;

/// How much a line stands out; its words say the same without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Plain,
    Strong,
    Alarm,
}

/// A short line of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    text: String,
    tone: Tone,
}

impl Line {
    fn new(text: impl Into<String>, tone: Tone) -> Self {
        let text = text.into();
        Self { text, tone }
    }

    /// The line without colour: ASCII, so that each byte takes a column.
    pub fn plain(&self) -> &str {
        &self.text
    }

    /// The line as it is shown.
    pub fn styled(&self, look: &Look) -> String {
        match self.tone {
            Tone::Plain => self.text.clone(),
            Tone::Strong => look.heading(&self.text),
            Tone::Alarm => look.alarm(&self.text),
        }
    }
}

/// The day in the grid: its number with its marks, then what is due, then what became of it.
pub fn cell(day: &Day) -> Vec<Line> {
    let number = day.date.day();
    let number = if day.is_today {
        format!("[{number}]")
    } else {
        number.to_string()
    };
    let tone = match (day.is_overbooked, day.is_today) {
        (true, _) => Tone::Alarm,
        (false, true) => Tone::Strong,
        (false, false) => Tone::Plain,
    };
    let head = [number].into_iter().chain(marks(day)).collect::<Vec<_>>();
    let mut lines = vec![Line::new(head.join(" "), tone)];
    lines.extend(content(day));
    lines
}

/// The marks of a day and what is on it, each on one line, as a row of a list.
pub fn line(day: &Day) -> [String; 2] {
    let today = day.is_today.then(|| "today".to_owned());
    let marks: Vec<String> = today.into_iter().chain(marks(day)).collect();
    let lines = content(day);
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    // What is in brackets belongs to what stands before it.
    [marks.join(" "), texts.join(", ").replace(", (", " (")]
}

fn marks(day: &Day) -> impl Iterator<Item = String> {
    let off = (!day.is_working_day).then(|| "off".to_owned());
    let full = day.is_overbooked.then(|| "!".to_owned());
    off.into_iter().chain(full)
}

/// Whether the numbers of a day stand against what it can hold: only where all that takes up
/// room is among them.
pub fn is_against_limit(day: &Day) -> bool {
    let limited = day.limit.promises.is_some() || day.limit.effort_minutes.is_some();
    limited && day.open == day.booked && day.open.promises > 0 && !is_all_late(day)
}

/// Whether nothing is open but what is late.
fn is_all_late(day: &Day) -> bool {
    !day.ids.is_empty() && day.ids.len() == day.late_ids.len()
}

fn content(day: &Day) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut say = |text: String, tone: Tone| lines.push(Line::new(text, tone));
    let late = day.late_ids.len();
    if is_all_late(day) {
        say(format!("{late} late"), Tone::Alarm);
    } else {
        due(day, &mut say);
        if late > 0 {
            say(format!("({late} late)"), Tone::Alarm);
        }
        work(day, &mut say);
    }
    let counts = [
        (day.kept, "kept"),
        (day.broken, "broken"),
        (day.released, "released"),
        (day.waiting_on, "waiting"),
    ];
    for (count, word) in counts.into_iter().filter(|(count, _)| *count > 0) {
        say(format!("{count} {word}"), Tone::Plain);
        if word == "kept" && day.kept_late > 0 {
            say(format!("({} late)", day.kept_late), Tone::Plain);
        }
    }
    lines
}

/// How many promises are due, mine and colleagues'.
fn due(day: &Day, say: &mut impl FnMut(String, Tone)) {
    let mine = day.open.promises;
    let most = day.limit.promises.filter(|_| is_against_limit(day));
    match (mine, most) {
        (0, _) => {}
        (_, Some(most)) => say(format!("{mine}/{most} due"), tone(mine > most)),
        (_, None) => say(format!("{mine} due"), Tone::Plain),
    }
    if day.colleagues > 0 {
        let others = plural(day.colleagues.into(), "other");
        say(format!("+{others}"), Tone::Plain);
    }
}

/// The work that mine take.
fn work(day: &Day, say: &mut impl FnMut(String, Tone)) {
    let minutes = day.open.effort_minutes;
    let most = day.limit.effort_minutes.filter(|_| is_against_limit(day));
    match (minutes, most) {
        (0, _) => {}
        (_, Some(most)) => say(
            format!("{}/{}", short(minutes), short(most)),
            tone(minutes > most),
        ),
        (_, None) => say(short(minutes), Tone::Plain),
    }
}

fn tone(over: bool) -> Tone {
    if over { Tone::Alarm } else { Tone::Plain }
}

/// Minutes of work as short as they are typed: "45m", "2h", "1h30m".
fn short(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}m"),
        (hours, 0) => format!("{hours}h"),
        (hours, minutes) => format!("{hours}h{minutes:02}m"),
    }
}
