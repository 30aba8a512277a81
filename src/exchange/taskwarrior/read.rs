//! A task as a row.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::surrogates::joined;
use super::{PRIORITY_TAG, STAMP, own, recur};
use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, State};
use crate::domain::zone::Zone;
use crate::exchange::row::{Identity, LeftOut, Notes, Row, Taken, When, Whole, as_tag};
use crate::phrase;

/// What changes without anybody's doing, or is of no use outside.
const FLEETING: [&str; 3] = ["id", "urgency", "modified"];

/// What a row has a place for; the rest becomes a note.
const KNOWN: [&str; 18] = [
    "id",
    "urgency",
    "modified",
    "mask",
    "imask",
    "rtype",
    "parent",
    "template",
    "last",
    "uuid",
    "description",
    "status",
    "entry",
    "end",
    "due",
    "tags",
    "annotations",
    "depends",
];

/// Times that a promise has no place for.
const TIMES: [&str; 4] = ["wait", "scheduled", "start", "until"];

/// What a task says. Deleted ones are left out unless they are `wanted`; the user's zone is that
/// in which midnights are.
pub fn read(bytes: &[u8], deleted_wanted: bool, home: &Zone) -> Result<Taken, String> {
    let bytes = joined(bytes);
    let text = std::str::from_utf8(&bytes)
        .map_err(|error| format!("not UTF-8, at byte {}", error.valid_up_to() + 1))?;
    let object: Map<String, Value> = serde_json::from_str(text)
        .map_err(|error| format!("not a JSON object, at column {}", error.column().max(1)))?;
    if object.contains_key("record") && !object.contains_key("description") {
        return Err("this is no task, but what promise export writes: \
                    export it as --format jsonl, and import that"
            .to_owned());
    }
    let task = Task { object };
    let said = task.text(own::STATE)?;
    let state = match task.text("status")?.as_deref() {
        None | Some("pending" | "waiting") => State::Open,
        Some("completed") => State::Kept,
        Some("recurring") => return Ok(Taken::LeftOut(LeftOut::Template)),
        Some("deleted") => match said.as_deref().and_then(State::from_word) {
            Some(said @ (State::Broken | State::Released)) => said,
            _ if deleted_wanted => State::Void,
            _ => return Ok(Taken::LeftOut(LeftOut::Deleted)),
        },
        Some(other) => return Err(format!("unknown status {other:?}")),
    };
    Ok(Taken::Row(Box::new(task.row(state, home)?)))
}

struct Task {
    object: Map<String, Value>,
}

impl Task {
    fn row(&self, state: State, home: &Zone) -> Result<Row, String> {
        let what = self
            .text("description")?
            .ok_or("a task without a description")?;
        let due = self.time("due")?;
        let entry = self.time("entry")?;
        let identity = match self.text("uuid")? {
            Some(text) => Identity::Own(uuid(&text)?),
            None => Identity::Content(format!("{entry:?} {due:?} {what}")),
        };
        let mut row = Row {
            identity,
            content: self.content(),
            due: due.map(|at| self.due(at, home)).transpose()?,
            first_due: self.text(own::FIRST)?.map(When::Exact),
            negotiated_due: self.text(own::NEGOTIATED)?.map(When::Exact),
            made: entry.map(moment),
            state: Some(state),
            settled: self
                .time("end")?
                .filter(|_| state != State::Open)
                .map(moment),
            person: self.person()?,
            owner: self.text(own::OWNER)?,
            via: self.text(own::VIA)?,
            tags: self.tags()?,
            effort: self.text(own::EFFORT)?,
            standard: self.text(own::STANDARD)?,
            key: self.text(own::KEY)?,
            needs: self.needs()?,
            notes: self.annotations()?,
            what,
            ..Row::default()
        };
        if let Some(leads) = self.text(own::REMIND)? {
            row.reminders = leads
                .split(',')
                .map(|lead| lead.trim().to_owned())
                .collect();
        }
        let mut kept = vec![
            own::TO,
            own::FROM,
            own::OWNER,
            own::VIA,
            own::KEY,
            own::STATE,
        ];
        kept.extend([
            own::FIRST,
            own::NEGOTIATED,
            own::DUE,
            own::EFFORT,
            own::STANDARD,
            own::REMIND,
        ]);
        self.series(&mut row, &mut kept)?;
        let rest = self.rest(&kept, home)?;
        if !rest.is_empty() {
            row.notes.push((None, rest));
        }
        Ok(row)
    }

    /// How it repeats, while it does.
    fn series(&self, row: &mut Row, kept: &mut Vec<&'static str>) -> Result<(), String> {
        if let Some(text) = self.text(own::EVERY)? {
            let rule = phrase::every(&text).map_err(|refusal| refusal.message)?;
            row.every = Some(rule);
            if let Some(until) = self.text(own::UNTIL)? {
                let until = until.parse().map_err(|_| format!("{until:?} is no day"))?;
                row.every_until = Some(until);
            }
            if let Some(times) = self.text(own::TIMES)? {
                let times = times
                    .parse()
                    .map_err(|_| format!("{times:?} is no number"))?;
                row.every_times = Some(times);
            }
            kept.extend([own::EVERY, own::UNTIL, own::TIMES]);
            return Ok(());
        }
        let rule = self.text("recur")?.and_then(|recur| recur::rule(&recur));
        if row.state == Some(State::Open) && rule.is_some() {
            row.every = rule;
            kept.push("recur");
        }
        if let Some(parent) = self.text("parent")? {
            let place = self.object.get("imask").and_then(Value::as_f64);
            // Counted in whole steps; 2.6 writes 3 and older versions 3.0.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let place = place.unwrap_or_default() as u64;
            row.template = Some((uuid(&parent)?, place));
        }
        Ok(())
    }

    /// A day in Taskwarrior is its first second, or its last one where "eod" or "eom" was said.
    fn due(&self, at: DateTime<Utc>, home: &Zone) -> Result<When, String> {
        if let Some(text) = self.text(own::DUE)? {
            let exact = Deadline::parse(&text).ok_or_else(|| format!("{text:?} is no deadline"))?;
            // What was moved in Taskwarrior is no longer as it was written.
            let same = if exact.is_whole_day() {
                home.local(at).date() == exact.date()
            } else {
                exact.at() == at
            };
            if same {
                return Ok(When::Exact(text));
            }
        }
        Ok(When::Moment {
            at: at.fixed_offset(),
            zone: None,
            day: Whole::AtAnEnd,
        })
    }

    fn person(&self) -> Result<Option<(Direction, String)>, String> {
        if let Some(name) = self.text(own::TO)? {
            return Ok(Some((Direction::Mine, name)));
        }
        Ok(self.text(own::FROM)?.map(|name| (Direction::Theirs, name)))
    }

    fn tags(&self) -> Result<BTreeSet<String>, String> {
        let mut tags: BTreeSet<String> = self
            .list("tags")?
            .iter()
            .filter_map(|tag| as_tag(tag))
            .collect();
        tags.extend(self.text("project")?.and_then(|project| as_tag(&project)));
        let priority = self
            .text("priority")?
            .and_then(|priority| as_tag(&priority));
        tags.extend(priority.map(|priority| format!("{PRIORITY_TAG}{priority}")));
        Ok(tags)
    }

    fn needs(&self) -> Result<BTreeSet<Uuid>, String> {
        self.list("depends")?
            .iter()
            .map(|text| uuid(text))
            .collect()
    }

    fn annotations(&self) -> Result<Notes, String> {
        let annotations = match self.object.get("annotations") {
            None | Some(Value::Null) => return Ok(Vec::new()),
            Some(Value::Array(annotations)) => annotations,
            Some(_) => return Err("\"annotations\" is no list".to_owned()),
        };
        let mut notes = Vec::new();
        for annotation in annotations {
            let text = annotation["description"]
                .as_str()
                .ok_or("an annotation without a text")?;
            let at = annotation["entry"].as_str().map(time).transpose()?;
            if !text.trim().is_empty() {
                notes.push((at, text.to_owned()));
            }
        }
        Ok(notes)
    }

    /// What has no place of its own, a line each.
    fn rest(&self, kept: &[&str], home: &Zone) -> Result<String, String> {
        let mut lines = Vec::new();
        for (name, value) in &self.object {
            let name = name.as_str();
            let has_place = KNOWN.contains(&name) || kept.contains(&name);
            if has_place || matches!(name, "project" | "priority") || value.is_null() {
                continue;
            }
            let text = if TIMES.contains(&name) {
                let local = self.time(name)?.map(|at| home.local(at));
                local.map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M").to_string())
            } else {
                value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned)
            };
            lines.push(format!("{name}: {text}"));
        }
        Ok(lines.join("\n"))
    }

    fn content(&self) -> String {
        let lasting = self
            .object
            .iter()
            .filter(|(name, _)| !FLEETING.contains(&name.as_str()));
        lasting
            .map(|(name, value)| format!("{name}={value}\n"))
            .collect()
    }

    /// A text; numbers are texts too, and an empty one is none.
    fn text(&self, name: &str) -> Result<Option<String>, String> {
        match self.object.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(format!("{name:?} is no text")),
        }
    }

    /// A list of texts; older versions wrote one text with commas.
    fn list(&self, name: &str) -> Result<Vec<String>, String> {
        let Some(Value::Array(values)) = self.object.get(name) else {
            let text = self.text(name)?.unwrap_or_default();
            return Ok(text
                .split(',')
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect());
        };
        let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
        texts
            .collect::<Option<_>>()
            .ok_or_else(|| format!("{name:?} is no list of texts"))
    }

    fn time(&self, name: &str) -> Result<Option<DateTime<Utc>>, String> {
        let text = self.text(name)?;
        text.map(|text| time(&text).map_err(|reason| format!("{name}: {reason}")))
            .transpose()
    }
}

fn moment(at: DateTime<Utc>) -> When {
    When::Moment {
        at: at.fixed_offset(),
        zone: None,
        day: Whole::No,
    }
}

fn time(text: &str) -> Result<DateTime<Utc>, String> {
    let stamp = NaiveDateTime::parse_from_str(text, STAMP).map(|at| at.and_utc());
    let other = || DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc));
    stamp
        .or_else(|_| other())
        .map_err(|_| format!("{text:?} is no time"))
}

fn uuid(text: &str) -> Result<Uuid, String> {
    Uuid::parse_str(text).map_err(|_| format!("{text:?} is no UUID"))
}
