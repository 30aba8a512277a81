//! A record of a spreadsheet as a row.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime};
use uuid::Uuid;

use super::columns::Column;
use super::header::Header;
use crate::domain::promise::{Direction, State};
use crate::exchange::notes;
use crate::exchange::row::{Identity, Row, When, Whole, as_tag};
use crate::phrase;

impl Header {
    /// What a record says; nothing where every cell is empty.
    pub fn row(&self, cells: &[String]) -> Result<Option<Row>, String> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(None);
        }
        let beyond = cells.iter().skip(self.columns.len());
        if beyond.into_iter().any(|cell| !cell.trim().is_empty()) {
            let (has, header) = (cells.len(), self.columns.len());
            return Err(format!("{has} cells, where the header has {header}"));
        }
        let mut record = Record::default();
        let mut lasting = String::new();
        for (column, cell) in self.columns.iter().zip(cells) {
            let cell = undone(cell);
            if cell.trim().is_empty() || *column == Column::LeftOut {
                continue;
            }
            let line = format!("{}={cell}\n", column.word());
            record.row.content.push_str(&line);
            if !matches!(column, Column::State | Column::Settled | Column::Notes) {
                lasting.push_str(&line);
            }
            record.take(*column, cell)?;
        }
        record.finish(lasting).map(Some)
    }
}

/// A cell as it was before a formula in it was made harmless.
fn undone(cell: &str) -> &str {
    let runs = cell
        .trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r']);
    cell.strip_prefix('\'').filter(|_| runs).unwrap_or(cell)
}

/// What is read of a record so far.
#[derive(Default)]
struct Record {
    row: Row,
    to: Option<String>,
    from: Option<String>,
    due: Option<String>,
    whole_day: Option<bool>,
    zone: Option<String>,
    uuid: Option<Uuid>,
}

impl Record {
    fn take(&mut self, column: Column, cell: &str) -> Result<(), String> {
        let row = &mut self.row;
        let text = || cell.to_owned();
        let short = cell.trim();
        let wrong = |noun: &str| format!("{}: {short:?} is no {noun}", column.word());
        let is_time = matches!(column, Column::Due | Column::Made | Column::Settled);
        if let Some(day) = counted(short).filter(|_| is_time) {
            return Err(format!(
                "{}: {short} is a day as spreadsheets count them, perhaps {day}: \
                 make the column a date, and save it again",
                column.word()
            ));
        }
        match column {
            Column::What => row.what = text(),
            Column::To => self.to = Some(text()),
            Column::From => self.from = Some(text()),
            Column::Due => self.due = Some(short.to_owned()),
            Column::DueWholeDay => {
                let yes = truth(short).ok_or_else(|| wrong("yes or no"))?;
                self.whole_day = Some(yes);
            }
            Column::Zone => self.zone = Some(short.to_owned()),
            Column::Made => row.made = Some(past(short)),
            Column::Settled => row.settled = Some(past(short)),
            Column::State => {
                let state = state(short).ok_or_else(|| {
                    let words = State::ALL.map(State::word).join(", ");
                    format!("{}: the states are {words}", wrong("state"))
                })?;
                row.state = Some(state);
            }
            Column::Owner => row.owner = Some(text()),
            Column::Via => row.via = Some(text()),
            Column::Tags => row.tags.extend(short.split([',', ';']).filter_map(as_tag)),
            Column::Effort => {
                let bare = short.chars().all(|char| char.is_ascii_digit());
                row.effort = Some(if bare {
                    format!("{short}m")
                } else {
                    short.to_owned()
                });
            }
            Column::Notes => row.notes.extend(notes::read(cell)),
            Column::Key => row.key = Some(text()),
            Column::Uuid => self.uuid = Some(short.parse().map_err(|_| wrong("UUID"))?),
            Column::Standard => row.standard = Some(text()),
            Column::Every => {
                let rule = phrase::every(short);
                row.every = Some(rule.map_err(|refusal| format!("every: {}", refusal.message))?);
            }
            Column::Until => row.every_until = Some(short.parse().map_err(|_| wrong("day"))?),
            Column::Times => row.every_times = Some(short.parse().map_err(|_| wrong("number"))?),
            Column::Remind => {
                row.reminders
                    .extend(short.split(',').map(|lead| lead.trim().to_owned()));
            }
            Column::Needs => {
                let needs = short.split(',').map(|need| need.trim().parse());
                let needs: Result<Vec<Uuid>, _> = needs.collect();
                row.needs.extend(needs.map_err(|_| wrong("UUID"))?);
            }
            Column::LeftOut => {}
        }
        Ok(())
    }

    fn finish(self, lasting: String) -> Result<Row, String> {
        let mut row = self.row;
        row.person = match (self.to, self.from) {
            (Some(to), None) => Some((Direction::Mine, to)),
            (None, Some(from)) => Some((Direction::Theirs, from)),
            (None, None) => None,
            (Some(_), Some(_)) => {
                return Err(
                    "a promise goes to somebody or comes from somebody, and not both".to_owned(),
                );
            }
        };
        row.identity = match (self.uuid, &row.key) {
            (Some(uuid), _) => Identity::Own(uuid),
            (None, Some(key)) => Identity::Content(format!("key={key}")),
            (None, None) => Identity::Content(lasting),
        };
        row.due = self.due.map(|due| deadline(due, self.whole_day, self.zone));
        Ok(row)
    }
}

fn deadline(text: String, whole_day: Option<bool>, zone: Option<String>) -> When {
    if let Ok(at) = DateTime::parse_from_rfc3339(&text) {
        let day = match whole_day {
            Some(true) => Whole::Yes,
            Some(false) => Whole::No,
            None => Whole::AtTheEnd,
        };
        return When::Moment { at, zone, day };
    }
    match (plain(&text), zone) {
        (Some(When::Local(at, _)), zone) => When::Local(at, zone),
        (Some(when), None) => when,
        (_, Some(zone)) => When::Phrase(format!("{text} {zone}")),
        (None, None) => When::Phrase(text),
    }
}

fn past(text: &str) -> When {
    let at = DateTime::parse_from_rfc3339(text).map(|at| When::Moment {
        at,
        zone: None,
        day: Whole::No,
    });
    at.ok()
        .or_else(|| plain(text))
        .unwrap_or_else(|| When::Phrase(text.to_owned()))
}

/// A date, or a date and a time, as ISO 8601 has them. Spreadsheets write a date alone with the
/// time of midnight.
fn plain(text: &str) -> Option<When> {
    let is_plain = text.len() >= 10 && text.starts_with(|char: char| char.is_ascii_digit());
    if !is_plain {
        return None;
    }
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Some(When::Day(day));
    }
    let forms = [
        "%Y-%m-%d %H:%M",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%dT%H:%M:%S",
    ];
    let at = forms
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())?;
    Some(if at.time() == NaiveTime::MIN {
        When::Day(at.date())
    } else {
        When::Local(at, None)
    })
}

/// The day that a bare number stands for where a cell is no date to the spreadsheet: days since
/// 30 December 1899, in this century. Some count from 1904, so it is not taken for granted.
fn counted(text: &str) -> Option<NaiveDate> {
    let whole = text.split(['.', ',']).next()?;
    let bare = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',');
    let days: u64 = whole.parse().ok().filter(|_| text.chars().all(bare))?;
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let is_likely = (36_526..73_415).contains(&days);
    first
        .checked_add_days(Days::new(days))
        .filter(|_| is_likely)
}

fn truth(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "x" => Some(true),
        "false" | "no" | "n" | "0" => Some(false),
        _ => None,
    }
}

/// What became of it, in our words and in those of others.
fn state(text: &str) -> Option<State> {
    let text = text.to_lowercase();
    State::from_word(&text).or_else(|| match text.as_str() {
        "done" | "completed" | "complete" | "closed" | "finished" | "delivered" => {
            Some(State::Kept)
        }
        "pending" | "todo" | "to do" | "in progress" | "new" | "waiting" => Some(State::Open),
        "cancelled" | "canceled" => Some(State::Released),
        "failed" | "missed" => Some(State::Broken),
        other => truth(other).map(|done| if done { State::Kept } else { State::Open }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::Map;

    fn row(names: &str, cells: &str) -> Result<Option<Row>, String> {
        let list = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
        Header::new(&list(names), &Map::default())
            .unwrap()
            .row(&list(cells))
    }

    #[test]
    fn rows() {
        let row = |names, cells| row(names, cells).unwrap().unwrap();
        let one = row(
            "Customer|Deadline|Subject|Tags|Effort",
            "Ann|friday|'=SUM(1)|a;b c|45",
        );
        assert_eq!(one.person, Some((Direction::Mine, "Ann".to_owned())));
        assert_eq!(one.due, Some(When::Phrase("friday".to_owned())));
        assert_eq!(one.what, "=SUM(1)");
        assert_eq!(one.tags.into_iter().collect::<Vec<_>>(), ["a", "b-c"]);
        assert_eq!(one.effort.as_deref(), Some("45m"));
        let day = |text: &str| Some(When::Day(text.parse().unwrap()));
        assert_eq!(row("what|due", "x|2026-11-27").due, day("2026-11-27"));
        assert_eq!(
            row("what|due", "x|2026-11-27 00:00:00").due,
            day("2026-11-27")
        );
        let zoned = row("what|due|zone", "x|2026-11-27|Europe/London").due;
        assert_eq!(
            zoned,
            Some(When::Phrase("2026-11-27 Europe/London".to_owned()))
        );
        // What became of it is no part of who it is.
        let (open, done) = (row("what|done", "x|no"), row("what|done", "x|yes"));
        assert_eq!(
            (open.state, done.state),
            (Some(State::Open), Some(State::Kept))
        );
        assert_eq!(open.identity, done.identity);
        assert_ne!(open.content, done.content);
    }

    #[test]
    fn what_makes_no_sense() {
        let table = [
            ("what|to|from", "x|Ann|Bob", "not both"),
            (
                "what|state",
                "x|maybe",
                "state: \"maybe\" is no state: the states are open, kept, broken, released, void",
            ),
            (
                "what|due",
                "x|46353",
                "due: 46353 is a day as spreadsheets count them, perhaps 2026-11-27: make the column a date, and save it again",
            ),
            (
                "what|made",
                "x|46353.5",
                "made: 46353.5 is a day as spreadsheets count them, perhaps 2026-11-27: make the column a date, and save it again",
            ),
            ("what|uuid", "x|1", "uuid: \"1\" is no UUID"),
            ("what|needs", "x|3", "needs: \"3\" is no UUID"),
            ("what|every", "x|often", "every: "),
            (
                "what|due",
                "x|friday|more",
                "3 cells, where the header has 2",
            ),
        ];
        for (names, cells, reason) in table {
            let refused = row(names, cells).unwrap_err();
            assert!(refused.contains(reason), "{refused}");
        }
        assert_eq!(row("what|due", " | "), Ok(None));
        assert_eq!(
            row("what|due", "x|friday|").map(|row| row.is_some()),
            Ok(true)
        );
    }

    #[test]
    fn formulas() {
        let table = [
            ("'=x", "=x"),
            ("''=x", "'=x"),
            ("'x", "'x"),
            ("=x", "=x"),
            ("'", "'"),
            ("'-1", "-1"),
        ];
        for (cell, text) in table {
            assert_eq!(undone(cell), text, "{cell}");
        }
    }
}
