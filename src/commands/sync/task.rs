//! A file of the folder, as a task.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::context::Context;
use crate::context::vdir::Item;
use crate::domain::sync::{Due, Plain, Seen, Status, squeezed};
use crate::exchange::history;
use crate::exchange::ical::{Calendar, Found, Limits, Reading, Todo, identity, sayable};

/// What stands in a file.
pub enum Read {
    /// A task.
    Task(Box<Task>),
    /// No task, such as an appointment.
    Other,
    /// Nothing that can be taken in: why.
    Bad(String),
}

/// A task, and the file that it stands in.
#[derive(Clone, Debug)]
pub struct Task {
    /// The file.
    pub item: Item,
    /// Everything in it.
    pub calendar: Calendar,
    /// What a promise has too.
    pub found: Found,
    /// The history that it tells.
    pub history: history::Found,
    /// The promise that it stands for.
    pub uuid: Uuid,
}

/// Reads a file.
pub fn read(context: &Context, item: Item) -> anyhow::Result<Read> {
    let zone = context.zone()?;
    let find = |name: &str| context.find_zone_named(name);
    let calendar = match Calendar::parse(&item.bytes, &Limits::FILE) {
        Ok(calendar) => calendar,
        Err(mistake) => return Ok(Read::Bad(mistake.to_string())),
    };
    let found = {
        let reading = Reading::of(&calendar, zone, &find);
        let mut todos = calendar.todos();
        let Some(todo) = todos.next() else {
            return Ok(Read::Other);
        };
        if todos.next().is_some() {
            return Ok(Read::Bad("it holds more than one task".to_owned()));
        }
        match Todo::read(todo, &reading) {
            Ok(found) => found,
            Err(mistake) => return Ok(Read::Bad(mistake.to_string())),
        }
    };
    let uid = found.todo.uid.trim();
    if uid.is_empty() || uid.len() > LONGEST_UID {
        return Ok(Read::Bad(
            "its task has no UID, or too long a one".to_owned(),
        ));
    }
    let histories = found.todo.events.iter().map(|text| history::read(text));
    let history = histories
        .into_iter()
        .find(|history| *history != history::Found::Nothing);
    Ok(Read::Task(Box::new(Task {
        item,
        uuid: identity(uid),
        history: history.unwrap_or(history::Found::Nothing),
        found,
        calendar,
    })))
}

/// The longest UID, in bytes.
const LONGEST_UID: usize = 1024;

impl Task {
    /// Its UID.
    pub fn uid(&self) -> &str {
        &self.found.todo.uid
    }

    /// The rank of its first event; what has no history yet comes last.
    pub fn begun_at(&self) -> i64 {
        match &self.history {
            history::Found::History(shared) => shared.events.iter().map(|ranked| ranked.rank).min(),
            _ => None,
        }
        .unwrap_or(i64::MAX)
    }

    /// When another program changed it: as it says, where that is later than what was known of it,
    /// or else as the file system does; never in the future.
    pub fn changed_at(&self, known: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
        let later = |at: &DateTime<Utc>| known.is_none_or(|known| *at > known);
        let said = self.found.modified.filter(later);
        let written = known.map_or(self.item.written_at, |known| {
            known.max(self.item.written_at)
        });
        said.unwrap_or(written).min(now)
    }

    /// What any program sees in it.
    pub fn seen(&self, now: DateTime<Utc>) -> Seen {
        let seen = seen(&self.found.todo);
        Seen {
            completed_at: seen.completed_at.map(|at| at.min(now)),
            ..seen
        }
    }
}

/// What any program sees in a task.
fn seen(todo: &Todo) -> Seen {
    Seen {
        what: todo.what.clone(),
        due: todo.due.clone(),
        status: Status::of(todo.state),
        completed_at: todo.settled_at,
        tags: todo.tags.clone(),
        description: todo.notes.clone().unwrap_or_default(),
    }
}

/// The same, as it is compared.
pub fn plain(todo: &Todo) -> Plain {
    Plain::seen(&seen(todo))
}

/// A text as it is compared, once it was written and read.
pub fn said(text: &str) -> String {
    squeezed(&sayable(text))
}

/// What is kept of a task in the database.
pub fn plain_text(plain: &Plain) -> String {
    let due = match plain.due {
        None => Value::Null,
        Some(Due::Day(date)) => json!(date.to_string()),
        Some(Due::At(at)) => json!(at.timestamp()),
    };
    json!({
        "what": plain.what,
        "due": due,
        "status": plain.status.word(),
        "tags": plain.tags,
    })
    .to_string()
}

/// What was kept of one; nothing where it makes no sense.
pub fn plain_kept(text: &str) -> Option<Plain> {
    let value: Value = serde_json::from_str(text).ok()?;
    let due = match &value["due"] {
        Value::Null => None,
        Value::String(date) => Some(Due::Day(date.parse().ok()?)),
        at => Some(Due::At(DateTime::from_timestamp(at.as_i64()?, 0)?)),
    };
    let tags = value["tags"].as_array()?.iter();
    Some(Plain {
        what: value["what"].as_str()?.to_owned(),
        due,
        status: Status::from_word(value["status"].as_str()?)?,
        tags: tags
            .map(|tag| tag.as_str().map(str::to_owned))
            .collect::<Option<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_reads_back() {
        let dues = [
            None,
            Some(Due::Day("2026-11-27".parse().unwrap())),
            Some(Due::At("2026-11-27T15:00:00Z".parse().unwrap())),
        ];
        for due in dues {
            let plain = Plain {
                what: "Send \"the\" quote".to_owned(),
                due,
                status: Status::Done,
                tags: ["a,b".to_owned(), "c".to_owned()].into(),
            };
            assert_eq!(plain_kept(&plain_text(&plain)), Some(plain));
        }
        for nothing in ["", "{}", "[]", r#"{"what":1}"#] {
            assert_eq!(plain_kept(nothing), None);
        }
    }
}
