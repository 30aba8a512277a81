//! What is due: overdue, today, coming, and what others owe.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::domain::deadline::Deadline;
use crate::query::Field;
use crate::render::promises::values;
use crate::render::table::sections;
use crate::render::{Look, View};

/// What is due, in the sections of `promise due`: whole, or the lines of a table alone.
#[derive(Clone, Debug)]
pub struct Due<T> {
    /// Mine, the most overdue first.
    pub overdue: Vec<T>,
    /// Mine, due later today.
    pub today: Vec<T>,
    /// Mine, due after today and within the horizon.
    pub coming: Vec<T>,
    /// Promises made to me, within the horizon.
    pub waiting_on: Vec<T>,
    /// Mine, kept, and to be checked with their person within the horizon.
    pub checks: Vec<T>,
}

impl<T> Default for Due<T> {
    fn default() -> Self {
        Self {
            overdue: Vec::new(),
            today: Vec::new(),
            coming: Vec::new(),
            waiting_on: Vec::new(),
            checks: Vec::new(),
        }
    }
}

impl<T> Due<T> {
    fn parts(&self) -> [(&'static str, &'static str, &[T]); 5] {
        [
            ("overdue", "Overdue", &self.overdue),
            ("today", "Due today", &self.today),
            ("coming", "Coming", &self.coming),
            ("waiting_on", "Waiting on", &self.waiting_on),
            ("checks", "Ask: did we follow through?", &self.checks),
        ]
    }

    /// Whether nothing is due at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|(_, _, part)| part.is_empty())
    }
}

impl Due<View> {
    /// An object of lists, one a section.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut object = serde_json::Map::new();
        for (key, _, views) in self.parts() {
            object.insert(key.to_owned(), json!(values(views, &Field::ALL)));
        }
        Value::Object(object)
    }

    /// Every promise with the key of its section, for formats of one record a line.
    #[must_use]
    pub fn records(&self) -> Vec<Value> {
        let mut records = Vec::new();
        for (key, _, views) in self.parts() {
            for mut record in values(views, &Field::ALL) {
                record["section"] = json!(key);
                records.push(record);
            }
        }
        records
    }
}

impl Due<Vec<String>> {
    /// The page for people, of lines that [`Row::cells`] made.
    #[must_use]
    pub fn text(&self, look: &Look) -> String {
        let groups = self.parts().map(|(key, title, rows)| {
            let heading = if key == "overdue" {
                look.alarm(title)
            } else {
                look.heading(title)
            };
            (heading, rows)
        });
        sections(&groups, look)
    }
}

/// What a line of the page tells of a promise.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its number.
    pub id: i64,
    /// The deadline, or when its person is to be asked.
    pub due: &'a Deadline,
    /// The date in the deadline's zone.
    pub today: NaiveDate,
    /// The name of its person.
    pub person: &'a str,
    /// What was promised.
    pub what: &'a str,
    /// Who answers for it, where that is not me.
    pub owner: Option<&'a str>,
    /// Why it is at risk.
    pub risks: &'a [String],
}

impl<'a> Row<'a> {
    /// The line of a view, which may be of a check.
    #[must_use]
    pub fn of(view: &'a View, is_check: bool) -> Self {
        let promise = &view.promise;
        Self {
            id: promise.id,
            due: match &promise.check.due {
                Some(check) if is_check => check,
                _ => &promise.due,
            },
            today: view.today,
            person: &view.person,
            what: &promise.what,
            owner: promise.owner.as_deref(),
            risks: &view.standing.risks,
        }
    }

    /// Number, deadline, distance, person, description with what is to be known beside it.
    #[must_use]
    pub fn cells(&self, look: &Look) -> Vec<String> {
        let mut what = self.what.to_owned();
        if let Some(owner) = self.owner {
            what.push_str(&format!(" (owner {owner})"));
        }
        for risk in self.risks {
            what.push_str(&format!(" [at risk: {risk}]"));
        }
        vec![
            self.id.to_string(),
            look.short(self.due, self.today),
            look.clock.distance(self.due, self.today),
            self.person.to_owned(),
            what,
        ]
    }
}
