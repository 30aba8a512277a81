//! A line as a row.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, WeekdaySet};
use uuid::Uuid;

use super::words::{decode, label, pair};
use super::{PRIORITY_TAG, own};
use crate::domain::promise::{Direction, State};
use crate::domain::recurrence::{Repeats, Rule};
use crate::domain::zone::Zone;
use crate::exchange::row::{Identity, Row, When, Whole, as_tag};
use crate::phrase;

/// Whether a line has something that only a line of todo.txt has.
#[must_use]
pub fn has_marks(line: &str) -> bool {
    let head = Head::read(line);
    let labelled =
        |word: &str| label(word).is_some_and(|name| name.starts_with(char::is_alphabetic));
    let dated = |word: &str| pair(word).is_some_and(|(key, _)| ["due", "t", "rec"].contains(&key));
    head.priority.is_some()
        || head.dates.iter().any(Option::is_some)
        || head
            .text
            .split_whitespace()
            .any(|word| labelled(word) || dated(word))
}

/// What a line says; nothing where it is blank. The user's zone is that of its dates.
pub fn read(line: &str, home: &Zone) -> Result<Option<Row>, String> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(None);
    }
    let head = Head::read(line);
    let (what, words, is_ours) = match split_at_uuid(head.text) {
        Some((what, rest)) => (what.to_owned(), rest.split_whitespace().collect(), true),
        None => foreign(head.text),
    };
    let mut line = Line::default();
    for word in words {
        line.take(word, is_ours)?;
    }
    let mut row = line.row;
    for word in what.split_whitespace().filter(|_| !is_ours) {
        row.tags.extend(label(word).and_then(as_tag));
    }
    if let Some(priority) = head.priority {
        row.tags.insert(format!("{PRIORITY_TAG}{priority}"));
    }
    let [first, second] = head.dates;
    let (completed, made) = if head.done {
        (first, second)
    } else {
        (None, first)
    };
    row.made = made.map(When::Day);
    row.due = match (line.due, line.at) {
        (Some(due), Some(at)) => Some(When::Local(due.and_time(at), None)),
        (Some(due), None) => Some(When::Day(due)),
        (None, _) => None,
    };
    row.state = Some(match (head.done, line.state) {
        (false, _) => State::Open,
        (true, Some(state)) if state != State::Open => state,
        (true, _) => State::Kept,
    });
    row.settled = match (completed, line.settled) {
        // What was ticked off again elsewhere has another day.
        (Some(day), Some(at)) if home.local(at.to_utc()).date() == day => Some(When::Moment {
            at,
            zone: None,
            day: Whole::No,
        }),
        (day, _) => day.map(When::Day),
    };
    if head.done
        && let Some(rule) = row.every.take().filter(|_| !is_ours)
    {
        row.notes.push((None, format!("it recurred: {rule}")));
    }
    if !line.rest.is_empty() {
        row.notes.push((None, line.rest.join("\n")));
    }
    row.content = format!("{} {:?} {}", head.done, head.dates, head.text);
    row.identity = match line.uuid {
        Some(uuid) => Identity::Own(uuid),
        None => Identity::Content(format!("{made:?} {}", head.text)),
    };
    row.what = what;
    Ok(Some(row))
}

/// What stands before the text.
struct Head<'a> {
    done: bool,
    priority: Option<char>,
    dates: [Option<NaiveDate>; 2],
    text: &'a str,
}

impl<'a> Head<'a> {
    fn read(line: &'a str) -> Self {
        let (done, mut text) = match line.strip_prefix("x ") {
            Some(rest) => (true, rest.trim_start()),
            None => (false, line),
        };
        let mut letters = text.chars();
        let priority = match (
            letters.next(),
            letters.next(),
            letters.next(),
            letters.next(),
        ) {
            (Some('('), Some(letter @ 'A'..='Z'), Some(')'), Some(' ')) => Some(letter),
            _ => None,
        };
        if priority.is_some() {
            text = text.get(4..).unwrap_or_default().trim_start();
        }
        let mut dates = [None; 2];
        let many = if done { 2 } else { 1 };
        for date in dates.iter_mut().take(many) {
            let Some((word, rest)) = text.split_once(' ') else {
                break;
            };
            let Some(day) = day(word) else {
                break;
            };
            *date = Some(day);
            text = rest.trim_start();
        }
        Self {
            done,
            priority,
            dates,
            text,
        }
    }
}

/// The text of a line of ours, and its keys.
fn split_at_uuid(text: &str) -> Option<(&str, &str)> {
    let (what, rest) = text.rsplit_once(" uuid:")?;
    let word = rest.split_whitespace().next()?;
    Uuid::parse_str(word).ok()?;
    let begins = text.len().checked_sub(rest.len() + "uuid:".len())?;
    Some((what, text.get(begins..)?))
}

/// The text of another's line without the keys that are known, and without what only marks it at
/// its end; and these words.
fn foreign(text: &str) -> (String, Vec<&str>, bool) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_mark = |word: &&str| label(word).is_some() || pair(word).is_some();
    let marks = words.iter().rev().take_while(|word| is_mark(word)).count();
    // A line of marks alone has them as its text.
    let marks = if marks == words.len() { 0 } else { marks };
    let (front, back) = words.split_at(words.len() - marks);
    let known = |word: &&&str| {
        pair(word).is_some_and(|(key, _)| ["due", "t", "rec", "pri", "to", "from"].contains(&key))
    };
    let taken = front.iter().filter(known).chain(back).copied().collect();
    let what: Vec<&str> = front.iter().filter(|word| !known(word)).copied().collect();
    (what.join(" "), taken, false)
}

/// What the keys of a line say.
#[derive(Default)]
struct Line {
    row: Row,
    due: Option<NaiveDate>,
    at: Option<NaiveTime>,
    state: Option<State>,
    settled: Option<DateTime<chrono::FixedOffset>>,
    uuid: Option<Uuid>,
    rest: Vec<String>,
}

impl Line {
    fn take(&mut self, word: &str, is_ours: bool) -> Result<(), String> {
        if let Some(name) = label(word) {
            self.row.tags.extend(as_tag(name));
            return Ok(());
        }
        let Some((key, value)) = pair(word) else {
            self.rest.push(word.to_owned());
            return Ok(());
        };
        let wrong = |noun: &str| format!("{word:?} is no {noun}");
        match key {
            "due" => {
                let at = NaiveDateTime::parse_from_str(value, "%Y-%m-%dT%H:%M");
                let (due, at) = match (day(value), at) {
                    (Some(day), _) => (day, None),
                    (None, Ok(at)) => (at.date(), Some(at.time())),
                    (None, Err(_)) => return Err(wrong("date; write due:2026-11-27")),
                };
                match self.due {
                    None => (self.due, self.at) = (Some(due), at.or(self.at)),
                    Some(first) if (first, self.at) == (due, at) => {}
                    Some(first) => {
                        let kept = format!("{word:?} is kept as a note: due:{first} was taken");
                        self.row.warnings.push(kept);
                        self.rest.push(format!("due: {value}"));
                    }
                }
            }
            "rec" => self.recurs(value),
            "pri" => self
                .row
                .tags
                .extend(as_tag(value).map(|tag| format!("{PRIORITY_TAG}{tag}"))),
            own::TO => self.row.person = Some((Direction::Mine, decode(value))),
            own::FROM => self.row.person = Some((Direction::Theirs, decode(value))),
            _ if is_ours => self.take_own(key, &decode(value), &wrong)?,
            _ => {
                // Of topydo: "id:1" waits for all that is "p:1". To others they may be anything.
                match key {
                    "id" => self.row.whole = Some(value.to_owned()),
                    "p" => {
                        self.row.part_of.insert(value.to_owned());
                    }
                    _ => {}
                }
                self.rest.push(format!("{key}: {value}"));
            }
        }
        Ok(())
    }

    fn take_own(
        &mut self,
        key: &str,
        value: &str,
        wrong: &dyn Fn(&str) -> String,
    ) -> Result<(), String> {
        let row = &mut self.row;
        match key {
            own::UUID => self.uuid = Uuid::parse_str(value).ok(),
            own::AT => {
                let time = NaiveTime::parse_from_str(value, "%H:%M");
                let time = time.or_else(|_| NaiveTime::parse_from_str(value, "%H:%M:%S"));
                self.at = Some(time.map_err(|_| wrong("time"))?);
            }
            own::OWNER => row.owner = Some(value.to_owned()),
            own::VIA => row.via = Some(value.to_owned()),
            own::KEY => row.key = Some(value.to_owned()),
            own::EFFORT => row.effort = Some(value.to_owned()),
            own::STANDARD => row.standard = Some(value.to_owned()),
            own::STATE => self.state = Some(State::from_word(value).ok_or_else(|| wrong("state"))?),
            own::SETTLED => {
                let at = DateTime::parse_from_rfc3339(value);
                self.settled = Some(at.map_err(|_| wrong("time"))?);
            }
            own::EVERY => {
                row.every = Some(phrase::every(value).map_err(|refusal| refusal.message)?);
            }
            own::UNTIL => row.every_until = Some(day(value).ok_or_else(|| wrong("date"))?),
            own::TIMES => row.every_times = Some(value.parse().map_err(|_| wrong("number"))?),
            own::REMIND => row.reminders = value.split(',').map(str::to_owned).collect(),
            own::NEEDS => {
                let needs = value.split(',').map(Uuid::parse_str);
                row.needs = needs.collect::<Result<_, _>>().map_err(|_| wrong("UUID"))?;
            }
            _ => self.rest.push(format!("{key}: {value}")),
        }
        Ok(())
    }

    /// "+1w" counts from the deadline, as our rules do; "1w" from the day it was done.
    fn recurs(&mut self, value: &str) {
        self.row.every = rule(value.strip_prefix('+').unwrap_or(value));
        if self.row.every.is_none() || !value.starts_with('+') {
            self.rest.push(format!("rec: {value}"));
        }
    }
}

fn rule(text: &str) -> Option<Rule> {
    let unit = text.chars().next_back()?;
    let count = text.strip_suffix(unit)?.parse().ok()?;
    let repeats = match unit {
        'd' => Repeats::Days(count),
        'b' => Repeats::WorkingDays(count),
        'w' => Repeats::Weeks(count, WeekdaySet::EMPTY),
        'm' => Repeats::Months(count, None),
        'y' => Repeats::Years(count, None),
        _ => return None,
    };
    Rule::new(repeats, None)
}

fn day(text: &str) -> Option<NaiveDate> {
    let is_plain = text.len() == 10 && text.is_ascii();
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|_| is_plain)
}

#[cfg(test)]
mod tests;
