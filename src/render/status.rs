//! How things stand, in a line: for a prompt, a status bar, a greeting.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::render::template::{Slot, Template};

/// How many promises are in each section of what is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Mine, overdue.
    pub late: u64,
    /// Mine, due later today.
    pub today: u64,
    /// Mine, due after today and within the horizon of `due`.
    pub coming: u64,
    /// Made to me, within the horizon.
    pub waiting: u64,
    /// Mine, kept, and to be asked about within the horizon.
    pub checks: u64,
}

/// The names of the counts, in their order.
pub const NAMES: [&str; 5] = ["late", "today", "coming", "waiting", "checks"];

/// Those in the line that nobody asked otherwise.
pub const IN_LINE: [&str; 2] = ["late", "today"];

impl Counts {
    fn all(&self) -> [(&'static str, u64); 5] {
        let counts = [
            self.late,
            self.today,
            self.coming,
            self.waiting,
            self.checks,
        ];
        let [late, today, coming, waiting, checks] = NAMES;
        let names = [late, today, coming, waiting, checks];
        std::array::from_fn(|place| (names[place], counts[place]))
    }

    /// An object of all of them.
    #[must_use]
    pub fn json(&self) -> Value {
        let pairs = self
            .all()
            .map(|(name, count)| (name.to_owned(), json!(count)));
        Value::Object(pairs.into_iter().collect())
    }

    /// "2 late · 3 today", a count of nothing left out; empty where there is nothing.
    #[must_use]
    pub fn line(&self, separator: &str) -> String {
        let parts: Vec<String> = self
            .all()
            .iter()
            .filter(|(name, count)| IN_LINE.contains(name) && *count > 0)
            .map(|(name, count)| format!("{count} {name}"))
            .collect();
        parts.join(separator)
    }

    /// A template filled in; empty where all that it names are nothing. Fails with the name that
    /// is none of a count.
    pub fn fill(&self, template: &Template) -> Result<String, String> {
        let all = self.all();
        let count = |slot: &Slot| all.iter().find(|(name, _)| *name == slot.name);
        if let Some(slot) = template.slots().find(|slot| count(slot).is_none()) {
            return Err(slot.name.clone());
        }
        let counts: Vec<u64> = template
            .slots()
            .filter_map(|slot| Some(count(slot)?.1))
            .collect();
        if !counts.is_empty() && counts.iter().all(|count| *count == 0) {
            return Ok(String::new());
        }
        let mut counts = counts.iter();
        Ok(template.fill(|_| Cow::Owned(counts.next().map(u64::to_string).unwrap_or_default())))
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Template};

    const COUNTS: Counts = Counts {
        late: 2,
        today: 3,
        coming: 0,
        waiting: 1,
        checks: 0,
    };

    #[test]
    fn lines() {
        let only = |late, today| Counts {
            late,
            today,
            ..COUNTS
        };
        assert_eq!(COUNTS.line(" · "), "2 late · 3 today");
        assert_eq!(only(1, 0).line(" · "), "1 late");
        assert_eq!(only(0, 1).line(" · "), "1 today");
        assert_eq!(only(0, 0).line(" · "), "");
    }

    #[test]
    fn templates() {
        let unknown = |name: &str| Err(name.to_owned());
        let table = [
            ("{late}!", Ok("2!".to_owned())),
            ("{late}/{today}/{waiting}", Ok("2/3/1".to_owned())),
            ("{coming} {checks}", Ok(String::new())),
            ("{coming} {late}", Ok("0 2".to_owned())),
            ("{{{late}}}", Ok("{2}".to_owned())),
            ("ünal", Ok("ünal".to_owned())),
            ("{lates}", unknown("lates")),
            ("{}", unknown("")),
            ("{late}\\t{today}", Ok("2\t3".to_owned())),
        ];
        for (template, expected) in table {
            let read = Template::read(template).unwrap();
            assert_eq!(COUNTS.fill(&read), expected, "{template}");
        }
    }
}
