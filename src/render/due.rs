//! What is due: overdue, today, coming, and what others owe.

use serde_json::{Value, json};

use crate::query::Field;
use crate::render::promises::values;
use crate::render::table::sections;
use crate::render::{Look, View};

/// What is due, in the sections of `promise due`.
#[derive(Clone, Debug, Default)]
pub struct Due {
    /// Mine, the most overdue first.
    pub overdue: Vec<View>,
    /// Mine, due later today.
    pub today: Vec<View>,
    /// Mine, due after today and within the horizon.
    pub coming: Vec<View>,
    /// Promises made to me, within the horizon.
    pub waiting_on: Vec<View>,
    /// Mine, kept, and to be checked with their person within the horizon.
    pub checks: Vec<View>,
}

impl Due {
    fn parts(&self) -> [(&'static str, &'static str, &[View]); 5] {
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
        self.parts().iter().all(|(_, _, views)| views.is_empty())
    }

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

    /// The page for people.
    #[must_use]
    pub fn text(&self, look: &Look) -> String {
        let groups: Vec<(String, Vec<Vec<String>>)> = self
            .parts()
            .into_iter()
            .map(|(key, title, views)| {
                let is_check = key == "checks";
                let heading = if key == "overdue" {
                    look.alarm(title)
                } else {
                    look.heading(title)
                };
                let rows = views.iter().map(|view| row(is_check, view, look));
                (heading, rows.collect())
            })
            .collect();
        sections(&groups, look)
    }
}

/// Number, deadline, distance, person, description with what is to be known beside it.
pub(super) fn row(is_check: bool, view: &View, look: &Look) -> Vec<String> {
    let promise = &view.promise;
    let due = match &promise.check.due {
        Some(check) if is_check => check,
        _ => &promise.due,
    };
    let mut what = promise.what.clone();
    if let Some(owner) = &promise.owner {
        what.push_str(&format!(" (owner {owner})"));
    }
    for risk in &view.standing.risks {
        what.push_str(&format!(" [at risk: {risk}]"));
    }
    vec![
        promise.id.to_string(),
        look.short(due, view.today),
        look.clock.distance(due, view.today),
        view.person.clone(),
        what,
    ]
}
