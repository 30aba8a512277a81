//! A file of the folder, as a task.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::context::Context;
use crate::context::vdir::Item;
use crate::domain::sync::Seen;
use crate::exchange::history;
use crate::exchange::ical::{Calendar, Found, Limits, Reading, Todo, identity};
use crate::exchange::plain::seen;

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
    pub fn seen(&self) -> Seen {
        seen(&self.found.todo)
    }
}
