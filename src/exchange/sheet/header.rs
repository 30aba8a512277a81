//! The header of a spreadsheet: what its columns are, by their names or as the user says.

use std::collections::BTreeMap;

use super::columns::{Column, NAMES, plain};

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
            let column = match NAMES
                .iter()
                .find(|(column, _)| plain(column.word()) == word)
            {
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
    format!(
        "the fields are {}; none leaves the column out",
        words.join(", ")
    )
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
                    hint: format!(
                        "--map \"{other}=\" leaves one out; or it is something else: {}",
                        fields()
                    ),
                });
            }
            columns.push(column);
        }
        if let Some((missing, _)) = map
            .0
            .iter()
            .find(|(said, _)| !names.iter().any(|name| plain(name) == plain(said)))
        {
            return Err(Wrong {
                reason: format!("--map: there is no column \"{missing}\""),
                hint: format!("the columns are {}", names.join(", ")),
            });
        }
        let said = names.iter().filter(|name| !plain(name).is_empty());
        if !unknown.is_empty() && names.len() > 1 && said.count() == 1 {
            return Err(Wrong {
                reason: format!(
                    "the first line is no header: it says \"{}\" alone",
                    unknown.join("")
                ),
                hint: "take away what stands before the names of the columns".to_owned(),
            });
        }
        if !unknown.is_empty() {
            let (noun, pairs) = (
                if unknown.len() == 1 {
                    "column"
                } else {
                    "columns"
                },
                pairs(&unknown),
            );
            return Err(Wrong {
                reason: format!("nothing is known of the {noun} {}", unknown.join(", ")),
                hint: format!(
                    "say what it is, or nothing to leave it out: --map \"{pairs}\"; {}",
                    fields()
                ),
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
    names
        .iter()
        .map(|name| format!("{name}="))
        .collect::<Vec<_>>()
        .join(",")
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
            (
                "\u{feff}TO WHOM;Due Date;task;",
                &[],
                &[To, Due, What, LeftOut],
            ),
            (
                "Kunde;Bis;Was",
                &["Kunde=to", "Bis=due", "Was=what"],
                &[To, Due, What],
            ),
            ("what;made_at;id", &[], &[What, Made, LeftOut]),
            ("Task;Title", &["Title="], &[What, LeftOut]),
        ];
        for (names, map, columns) in table {
            assert_eq!(header(names, map).unwrap().columns, *columns, "{names}");
        }
        assert_eq!(
            header("what;id;overdue", &[]).unwrap().left_out,
            ["id", "overdue"]
        );
    }

    #[test]
    fn what_is_wrong() {
        let table: &[(&str, &[&str], &str)] = &[
            (
                "Task;Foo;Bar",
                &[],
                "nothing is known of the columns Foo, Bar",
            ),
            (
                "Task;Title",
                &[],
                "\"Task\" and \"Title\" are both \"what\"",
            ),
            (
                "Our promises 2026;;",
                &[],
                "the first line is no header: it says \"Our promises 2026\" alone",
            ),
            ("Customer;Due", &[], "no column says what is promised"),
            ("Task", &["Foo=to"], "--map: there is no column \"Foo\""),
            ("Task", &["Task=whom"], "--map: there is no field \"whom\""),
            (
                "Task",
                &["Task"],
                "--map: \"Task\" does not say what the column is",
            ),
        ];
        for (names, map, reason) in table {
            assert_eq!(header(names, map).unwrap_err().reason, *reason, "{names}");
        }
    }
}
