//! The fixture: what was promised, and what happened to it.

use crate::clock::{Place, date, local, moment};

/// A deadline as written, and the last second that is in time.
#[derive(Clone, Debug)]
pub struct Due {
    /// With the year, as it is typed.
    pub phrase: String,
    pub end: i64,
    pub whole_day: bool,
    pub place: Place,
}

impl Due {
    /// "10-25", "10-25 13:00", either with a zone behind it.
    pub fn parse(text: &str) -> Self {
        let (text, zone) = match text.rsplit_once(' ') {
            Some((text, zone)) if zone.contains('/') => (text, zone),
            _ => (text, ""),
        };
        let place = Place::named(zone);
        let (phrase, end, whole_day) = if text.contains(' ') {
            let local = local(text);
            let end = place.second(local);
            (local.format("%Y-%m-%d %H:%M").to_string(), end, false)
        } else {
            let date = date(text);
            (date.to_string(), place.end(date), true)
        };
        Self {
            phrase: format!("{phrase} {zone}").trim_end().to_owned(),
            end,
            whole_day,
            place,
        }
    }
}

/// Why, in the order in which it was said.
#[derive(Clone, Debug, Default)]
pub struct Why {
    pub cause: Option<String>,
    pub whys: Vec<String>,
}

#[derive(Clone, Debug)]
pub enum What {
    Kept { at: i64, check: Option<String> },
    Broken { at: i64 },
    Released,
    Voided,
    Reopened,
    Moved { due: Due },
    Handed { owner: String },
    Noted,
    Edited { field: String, value: String },
    Asked { satisfied: bool, rating: Option<u8> },
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Act {
    /// When it was recorded.
    pub said: i64,
    pub what: What,
    pub why: Why,
    pub told: bool,
    /// Taken back at once.
    pub undone: bool,
    /// Taken back at once and put back.
    pub redone: bool,
}

/// One line: a promise.
#[derive(Clone, Debug)]
pub struct Line {
    pub number: i64,
    pub made: i64,
    pub due: Due,
    pub acts: Vec<Act>,
    pub needs: Vec<i64>,
    pub theirs: bool,
    pub who: String,
    pub owner: Option<String>,
    pub standard: Option<String>,
    pub via: Option<String>,
    pub tags: Vec<String>,
}

/// The whole fixture.
pub struct History {
    /// Names and organisations.
    pub people: Vec<(String, String)>,
    pub lines: Vec<Line>,
}

impl History {
    pub fn read() -> Self {
        let mut history = Self {
            people: Vec::new(),
            lines: Vec::new(),
        };
        let text = include_str!("../fixtures/reckoning.txt");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            match cells.as_slice() {
                [""] => {}
                ["person", name, organisation] => {
                    let person = ((*name).to_owned(), (*organisation).to_owned());
                    history.people.push(person);
                }
                [number, rest @ ..] => {
                    let read = self::line(number, rest).unwrap_or_else(|| panic!("{line}"));
                    assert_eq!(read.number, history.lines.len() as i64 + 1, "{line}");
                    history.lines.push(read);
                }
                [] => panic!("{line}"),
            }
        }
        history
    }
}

fn line(number: &str, cells: &[&str]) -> Option<Line> {
    let [made, due, acts, who, owner, standard, via, tags] = cells else {
        return None;
    };
    let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let acts = acts.split(';').map(str::trim).filter(|act| !act.is_empty());
    let (needs, acts): (Vec<&str>, Vec<&str>) = acts.partition(|act| act.starts_with("needs "));
    let (direction, who) = who.split_once(' ')?;
    let acts: Option<Vec<Act>> = acts.into_iter().map(act).collect();
    let acts = acts?;
    assert!(
        acts.is_sorted_by_key(|act| act.said),
        "{number}: not in order"
    );
    Some(Line {
        number: number.parse().ok()?,
        made: moment(made),
        due: Due::parse(due),
        acts,
        needs: needs
            .iter()
            .filter_map(|need| need.strip_prefix("needs ")?.parse().ok())
            .collect(),
        theirs: direction == "from",
        who: who.to_owned(),
        owner: given(owner),
        standard: given(standard),
        via: given(via),
        tags: tags.split(',').filter_map(given).collect(),
    })
}

/// "10-25 09:00 kept (check 10-28, cause forgot)".
fn act(text: &str) -> Option<Act> {
    let (text, more) = match text.split_once(" (") {
        Some((text, more)) => (text, more.strip_suffix(')')?),
        None => (text, ""),
    };
    let (said, words) = (moment(text.get(..11)?), text.get(12..)?);
    let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
    let mut at = said;
    let mut check = None;
    let mut why = Why::default();
    let (mut told, mut undone, mut redone) = (word == "told", false, false);
    for option in more.split(", ").filter(|option| !option.is_empty()) {
        match option.split_once(' ').unwrap_or((option, "")) {
            ("at", time) => at = moment(time),
            ("check", day) => check = Some(date(day).to_string()),
            ("cause", cause) => why.cause = Some(cause.to_owned()),
            ("why", words) => why.whys.push(words.to_owned()),
            ("told", "") => told = true,
            ("undone", "") => undone = true,
            ("redone", "") => redone = true,
            _ => return None,
        }
    }
    let what = match word {
        "kept" => What::Kept { at, check },
        "broken" => What::Broken { at },
        "released" => What::Released,
        "voided" => What::Voided,
        "reopened" => What::Reopened,
        "moved" => What::Moved {
            due: Due::parse(rest.strip_prefix("to ")?),
        },
        "handed" => What::Handed {
            owner: rest.strip_prefix("to ")?.to_owned(),
        },
        "told" | "noted" => What::Noted,
        "edited" => {
            let (field, value) = rest.split_once(' ')?;
            What::Edited {
                field: field.to_owned(),
                value: value.to_owned(),
            }
        }
        "asked" => {
            let (answer, rating) = rest.split_once(' ').unwrap_or((rest, ""));
            What::Asked {
                satisfied: answer == "yes",
                rating: rating.parse().ok(),
            }
        }
        _ => return None,
    };
    Some(Act {
        said,
        what,
        why,
        told,
        undone,
        redone,
    })
}
