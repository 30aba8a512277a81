//! What the columns of a spreadsheet are, by their names or as the user says.

use std::collections::BTreeMap;

use crate::query::Field;

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The description.
    What,
    /// The person it is made to.
    To,
    /// The person it comes from.
    From,
    /// The deadline.
    Due,
    /// Whether that is a whole day.
    DueWholeDay,
    /// Its zone.
    Zone,
    /// When it was made.
    Made,
    /// What became of it.
    State,
    /// When it was settled.
    Settled,
    /// The colleague who answers for it.
    Owner,
    /// The channel.
    Via,
    /// Tags.
    Tags,
    /// The work it takes.
    Effort,
    /// Notes.
    Notes,
    /// A script's own key.
    Key,
    /// The identity.
    Uuid,
    /// The standard.
    Standard,
    /// How it repeats.
    Every,
    /// The last day that it may repeat on.
    Until,
    /// How often it repeats in all.
    Times,
    /// When to remind of it.
    Remind,
    /// What it depends on.
    Needs,
    /// What is worked out, or belongs to the history: left out.
    LeftOut,
}

/// The words for a column; the first is the one for `--map`.
const NAMES: [(Column, &[&str]); 22] = [
    (
        Column::What,
        &["what", "subject", "description", "task", "title", "summary", "promise", "item", "todo"],
    ),
    (
        Column::To,
        &["to", "customer", "client", "person", "contact", "who", "to whom", "promised to", "for"],
    ),
    (Column::From, &["from", "waiting on", "waiting for", "promised by", "supplier", "vendor"]),
    (Column::Due, &["due", "deadline", "due date", "due at", "due by", "due on", "by", "by when"]),
    (Column::DueWholeDay, &["due_whole_day"]),
    (Column::Zone, &["zone", "time zone", "timezone"]),
    (
        Column::Made,
        &["made", "made_at", "made on", "created", "created at", "created on", "creation date",
          "date created", "promised on", "entry"],
    ),
    (Column::State, &["state", "status", "done"]),
    (
        Column::Settled,
        &["settled", "settled_at", "completed", "completed at", "completed on",
          "completion date", "date completed", "closed", "closed at", "closed on", "done on",
          "finished", "end"],
    ),
    (Column::Owner, &["owner", "assignee", "assigned to", "responsible", "agent"]),
    (Column::Via, &["via", "channel"]),
    (Column::Tags, &["tags", "tag", "labels", "label", "category", "categories", "project"]),
    (Column::Effort, &["effort", "effort_minutes", "estimate", "duration"]),
    (Column::Notes, &["notes", "note", "comment", "comments", "remark", "remarks"]),
    (Column::Key, &["key", "reference", "ref", "ticket"]),
    (Column::Uuid, &["uuid", "uid"]),
    (Column::Standard, &["standard"]),
    (Column::Every, &["every", "repeats", "recurrence"]),
    (Column::Until, &["every_until", "until"]),
    (Column::Times, &["every_times", "times"]),
    (Column::Remind, &["remind", "reminder", "reminders"]),
    (Column::Needs, &["needs", "depends", "depends on"]),
];

impl Column {
    /// The column that a header names, if it is a name that is known.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = plain(name);
        let known = |words: &&[&str]| words.iter().any(|word| plain(word) == name);
        let found = NAMES.iter().find(|(_, words)| known(words)).map(|(column, _)| *column);
        let is_ours = || Field::ALL.iter().any(|field| plain(field.word()) == name);
        found.or_else(|| is_ours().then_some(Self::LeftOut))
    }

    /// The name for `--map`.
    #[must_use]
    pub fn word(self) -> &'static str {
        let names = NAMES.iter().find(|(column, _)| *column == self);
        names.and_then(|(_, words)| words.first()).copied().unwrap_or_default()
    }

    /// Whether several columns may say it together.
    fn is_many(self) -> bool {
        matches!(self, Self::Tags | Self::Notes | Self::LeftOut)
    }
}

/// A name as it is compared: small letters, and blanks for whatever else is between words.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// What is wrong with a header or with what is said of it, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub hint: String,
}

/// What the user says of the columns: "Customer=to"; "Internal=" leaves one out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map(Vec<(String, Column)>);

impl Map {
    /// Reads the parts of `--map`.
    pub fn read(parts: &[String]) -> Result<Self, Wrong> {
        let mut pairs = Vec::new();
        for part in parts {
            let (name, word) = part.rsplit_once('=').ok_or_else(|| Wrong {
                reason: format!("--map: \"{part}\" does not say what the column is"),
                hint: "write --map \"Customer=to,Deadline=due,Subject=what\"".to_owned(),
            })?;
            let word = plain(word);
            let column = match NAMES.iter().find(|(column, _)| plain(column.word()) == word) {
                Some((column, _)) => *column,
                None if word.is_empty() => Column::LeftOut,
                None => {
                    return Err(Wrong {
                        reason: format!("--map: there is no field \"{word}\""),
                        hint: fields(),
                    });
                }
            };
            pairs.push((name.trim().to_owned(), column));
        }
        Ok(Self(pairs))
    }
}

fn fields() -> String {
    let words: Vec<&str> = NAMES.iter().map(|(column, _)| column.word()).collect();
    format!("the fields are {}; none leaves the column out", words.join(", "))
}

/// The columns of a file, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub(super) columns: Vec<Column>,
    /// The names of columns that are left out though nobody said so.
    pub left_out: Vec<String>,
}

impl Header {
    /// What the first record of a file and the user say of its columns.
    pub fn new(names: &[String], map: &Map) -> Result<Self, Wrong> {
        let mut columns = Vec::new();
        let mut unknown = Vec::new();
        let mut left_out = Vec::new();
        let mut met = BTreeMap::new();
        for name in names {
            let name = name.strip_prefix('\u{feff}').unwrap_or(name).trim();
            let said = map.0.iter().find(|(said, _)| plain(said) == plain(name));
            let column = match said {
                Some((_, column)) => *column,
                None if name.is_empty() => Column::LeftOut,
                None => match Column::named(name) {
                    Some(Column::LeftOut) => {
                        left_out.push(name.to_owned());
                        Column::LeftOut
                    }
                    Some(column) => column,
                    None => {
                        unknown.push(name);
                        Column::LeftOut
                    }
                },
            };
            if let Some(other) = met.insert(column, name).filter(|_| !column.is_many()) {
                return Err(Wrong {
                    reason: format!("\"{other}\" and \"{name}\" are both \"{}\"", column.word()),
                    hint: format!("--map \"{other}=\" leaves one out"),
                });
            }
            columns.push(column);
        }
        if let Some((missing, _)) =
            map.0.iter().find(|(said, _)| !names.iter().any(|name| plain(name) == plain(said)))
        {
            return Err(Wrong {
                reason: format!("--map: there is no column \"{missing}\""),
                hint: format!("the columns are {}", names.join(", ")),
            });
        }
        if !unknown.is_empty() {
            let (noun, pairs) = (if unknown.len() == 1 { "column" } else { "columns" }, pairs(&unknown));
            return Err(Wrong {
                reason: format!("nothing is known of the {noun} {}", unknown.join(", ")),
                hint: format!("say what it is, or nothing to leave it out: --map \"{pairs}\"; {}", fields()),
            });
        }
        if !columns.contains(&Column::What) {
            return Err(Wrong {
                reason: "no column says what is promised".to_owned(),
                hint: "name it: --map \"COLUMN=what\"".to_owned(),
            });
        }
        Ok(Self { columns, left_out })
    }
}

fn pairs(names: &[&str]) -> String {
    names.iter().map(|name| format!("{name}=")).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &str, map: &[&str]) -> Result<Header, Wrong> {
        let names: Vec<String> = names.split(';').map(str::to_owned).collect();
        let map: Vec<String> = map.iter().map(ToString::to_string).collect();
        Header::new(&names, &Map::read(&map)?)
    }

    #[test]
    fn names_and_maps() {
        use Column::{Due, LeftOut, Made, To, What};
        let table: &[(&str, &[&str], &[Column])] = &[
            ("Customer;Deadline;Subject", &[], &[To, Due, What]),
            ("\u{feff}TO WHOM;Due Date;task;", &[], &[To, Due, What, LeftOut]),
            ("Kunde;Bis;Was", &["Kunde=to", "Bis=due", "Was=what"], &[To, Due, What]),
            ("what;made_at;id", &[], &[What, Made, LeftOut]),
            ("Task;Title", &["Title="], &[What, LeftOut]),
        ];
        for (names, map, columns) in table {
            assert_eq!(header(names, map).unwrap().columns, *columns, "{names}");
        }
        assert_eq!(header("what;id;overdue", &[]).unwrap().left_out, ["id", "overdue"]);
    }

    #[test]
    fn what_is_wrong() {
        let table: &[(&str, &[&str], &str)] = &[
            ("Task;Foo;Bar", &[], "nothing is known of the columns Foo, Bar"),
            ("Task;Title", &[], "\"Task\" and \"Title\" are both \"what\""),
            ("Customer;Due", &[], "no column says what is promised"),
            ("Task", &["Foo=to"], "--map: there is no column \"Foo\""),
            ("Task", &["Task=whom"], "--map: there is no field \"whom\""),
            ("Task", &["Task"], "--map: \"Task\" does not say what the column is"),
        ];
        for (names, map, reason) in table {
            assert_eq!(header(names, map).unwrap_err().reason, *reason, "{names}");
        }
    }
}
