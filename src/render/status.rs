//! How things stand, in a line: for a prompt, a status bar, a greeting.

use serde_json::{Value, json};

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
        let parts = [(self.late, "late"), (self.today, "today")];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        parts.join(separator)
    }

    /// The text with its placeholders filled in; empty where all that it names are nothing.
    pub fn fill(&self, template: &str) -> Result<String, BadTemplate> {
        let mut text = String::new();
        let mut named = 0_usize;
        let mut any = false;
        let mut rest = template;
        while let Some(place) = rest.find(['{', '}']) {
            let (before, after) = rest.split_at(place);
            text.push_str(before);
            if let Some((brace, after)) = doubled(after) {
                text.push(brace);
                rest = after;
                continue;
            }
            let inner = after
                .strip_prefix('{')
                .and_then(|inner| inner.split_once('}'));
            let Some((name, after)) = inner else {
                return Err(BadTemplate::Brace);
            };
            let count = self.all().into_iter().find(|(known, _)| *known == name);
            let Some((_, count)) = count else {
                return Err(BadTemplate::Unknown(name.to_owned()));
            };
            named += 1;
            any |= count > 0;
            text.push_str(&count.to_string());
            rest = after;
        }
        text.push_str(rest);
        Ok(if named > 0 && !any {
            String::new()
        } else {
            text
        })
    }
}

/// A brace that is written twice and stands for itself.
fn doubled(text: &str) -> Option<(char, &str)> {
    let brace = |double: &str, one| Some((one, text.strip_prefix(double)?));
    brace("{{", '{').or_else(|| brace("}}", '}'))
}

/// Why a template cannot be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadTemplate {
    /// A placeholder that does not exist.
    Unknown(String),
    /// A brace without its other.
    Brace,
}

#[cfg(test)]
mod tests {
    use super::{BadTemplate, Counts};

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
        let unknown = |name: &str| Err(BadTemplate::Unknown(name.to_owned()));
        let table = [
            ("{late}!", Ok("2!".to_owned())),
            ("{late}/{today}/{waiting}", Ok("2/3/1".to_owned())),
            ("{coming} {checks}", Ok(String::new())),
            ("{coming} {late}", Ok("0 2".to_owned())),
            ("{{{late}}}", Ok("{2}".to_owned())),
            ("ünal", Ok("ünal".to_owned())),
            ("{lates}", unknown("lates")),
            ("{}", unknown("")),
            ("{late", Err(BadTemplate::Brace)),
            ("late}", Err(BadTemplate::Brace)),
        ];
        for (template, expected) in table {
            assert_eq!(COUNTS.fill(template), expected, "{template}");
        }
    }
}
