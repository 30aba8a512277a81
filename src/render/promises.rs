//! Lists of promises, and what a command says that it did.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate};
use serde_json::Value;

use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, State};
use crate::query::Field;
use crate::render::amounts::{effort, plural, span};
use crate::render::harmless::harmless;
use crate::render::records::flat;
use crate::render::table::{filled, table};
use crate::render::template::{self, Template};
use crate::render::{Look, View};

/// Promises as JSON objects, with the fields asked for.
#[must_use]
pub fn values(views: &[View], fields: &[Field]) -> Vec<Value> {
    views.iter().map(|view| view.json(fields)).collect()
}

/// Promises as a template has them, one after another, each ended by a line break. A moment is in
/// the deadline's zone.
#[must_use]
pub fn templated(views: &[View], template: &Template) -> String {
    let lines = views.iter().map(|view| {
        let mut line = template.fill(|slot| {
            let value = Field::from_word(&slot.name).map_or(Value::Null, |field| view.value(field));
            let text = flat(&value);
            Cow::Owned(match &slot.format {
                None => harmless(&text).into_owned(),
                Some(format) => formatted(&text, format),
            })
        });
        line.push('\n');
        line
    });
    lines.collect()
}

/// A moment or a day in a format; nothing where there is none.
fn formatted(text: &str, format: &str) -> String {
    let at = DateTime::parse_from_rfc3339(text).map(|at| template::time(at, format));
    let day = || text.parse().map(|date| template::day(date, format));
    at.or_else(|_| day()).unwrap_or_default()
}

/// The little of a promise that most lists show.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'a> {
    /// Its number.
    pub id: i64,
    /// The deadline in force.
    pub due: &'a Deadline,
    /// Whether it is open and that has passed.
    pub overdue: bool,
    /// The date in the deadline's zone.
    pub today: NaiveDate,
    /// Mine, or made to me.
    pub direction: Direction,
    /// The name of its person.
    pub person: &'a str,
    /// What was promised.
    pub what: &'a str,
}

impl<'a> Brief<'a> {
    /// Whether all of these fields are in it.
    #[must_use]
    pub fn has(fields: &[Field]) -> bool {
        let known = [Field::Id, Field::Due, Field::To, Field::From, Field::What];
        fields.iter().all(|field| known.contains(field))
    }

    fn of(view: &'a View) -> Self {
        let promise = &view.promise;
        Self {
            id: promise.id,
            due: &promise.due,
            overdue: view.standing.overdue,
            today: view.today,
            direction: promise.direction,
            person: &view.person,
            what: &promise.what,
        }
    }

    /// A line of a [`list`] of these fields; those that it does not have are empty.
    #[must_use]
    pub fn line(&self, fields: &[Field], look: &Look) -> Vec<String> {
        let cells = fields.iter().map(|field| self.cell(*field, look));
        cells.map(Option::unwrap_or_default).collect()
    }

    /// A field as people read it; none where it is not known here.
    fn cell(&self, field: Field, look: &Look) -> Option<String> {
        let named = |direction| {
            let is_so = self.direction == direction;
            (if is_so { self.person } else { "" }).to_owned()
        };
        Some(match field {
            Field::Id => self.id.to_string(),
            Field::What => self.what.to_owned(),
            Field::To => named(Direction::Mine),
            Field::From => named(Direction::Theirs),
            Field::Due if self.overdue => {
                let late = look.clock.distance(self.due, self.today);
                format!("{}, {late}", look.short(self.due, self.today))
            }
            Field::Due => look.short(self.due, self.today),
            _ => return None,
        })
    }
}

/// A promise as a line of a [`list`] of these fields.
#[must_use]
pub fn line(view: &View, fields: &[Field], look: &Look) -> Vec<String> {
    let brief = Brief::of(view);
    let cells = fields.iter().map(|field| {
        let known = brief.cell(*field, look);
        known.unwrap_or_else(|| cell(view, *field, look))
    });
    cells.collect()
}

/// A table of lines that [`line`] made. A column of which every cell is empty is left out, unless
/// `all` are wanted because the user named them.
#[must_use]
pub fn list(lines: Vec<Vec<String>>, fields: &[Field], all: bool, look: &Look) -> String {
    let headers: Vec<&str> = fields.iter().map(|field| field.word()).collect();
    let (headers, lines) = if all {
        (headers, lines)
    } else {
        filled(&headers, lines)
    };
    table(&headers, &lines, look)
}

/// A field that is not brief, as people read it.
fn cell(view: &View, field: Field, look: &Look) -> String {
    let promise = &view.promise;
    match field {
        Field::FirstDue => look.short(&promise.first_due, view.today),
        Field::MadeAt => look.stamp(promise.made_at),
        Field::SettledAt => promise
            .settled_at
            .map_or_else(String::new, |at| look.stamp(at)),
        Field::Outcome | Field::FirstOutcome => flat(&view.value(field)).replace('_', " "),
        Field::EffortMinutes => promise.effort_minutes.map_or_else(String::new, effort),
        _ => flat(&view.value(field)),
    }
}

/// A promise on a few lines, as a command that changed it prints it: what was done, the
/// description, the person, the deadline as understood.
#[must_use]
pub fn card(done: &str, view: &View, look: &Look) -> String {
    let promise = &view.promise;
    let every = promise
        .series
        .as_ref()
        .and_then(|series| series.every.as_ref());
    let title = format!("{done} {}: ", promise.id);
    let (word, person) = direction(view);
    let mut text = format!("{}{}\n", look.heading(&title), harmless(&promise.what));
    let mut line = |word: &str, value: &str| {
        text.push_str(&format!("  {word:<5} {}\n", harmless(value)));
    };
    line(word, person);
    // How far away it is matters while it is open.
    if promise.state == State::Open {
        line("due", &look.clock.long(&promise.due, view.today));
    } else {
        line("due", &look.clock.moment(&promise.due));
    }
    let settled = promise.settled_at.filter(|at| *at != look.clock.now);
    if let Some(at) = settled {
        line(promise.state.word(), &look.stamp(at));
    }
    if let Some(answer) = answer(view) {
        line("check", &answer);
    }
    if promise.made_at != promise.recorded_at {
        line("made", &look.stamp(promise.made_at));
    }
    if let Some(owner) = &promise.owner {
        line("owner", owner);
    }
    if let Some(every) = every.filter(|_| promise.state == State::Open) {
        line("every", every);
    }
    text
}

/// What settling a promise came to; the next occurrence of one that repeats stands after it.
#[must_use]
pub fn settled(done: &str, view: &View, look: &Look) -> String {
    let open = view.promise.state == State::Open;
    card(if open { "Next is" } else { done }, view, look)
}

/// What rescheduling came to: the new deadline, and that a miss stands where there was one.
#[must_use]
pub fn rescheduled(view: &View, look: &Look) -> String {
    let promise = &view.promise;
    let mut text = card("Rescheduled", view, look);
    let first = look.clock.moment(&promise.first_due);
    text.push_str(&format!("  first {first}\n"));
    if promise.negotiated_due != promise.due {
        let missed = look.clock.moment(&promise.negotiated_due);
        text.push_str(&format!(
            "  the deadline of {missed} had passed; that miss stands\n"
        ));
    }
    text
}

/// What the person answered: "not satisfied, 2 of 5".
#[must_use]
pub fn answer(view: &View) -> Option<String> {
    let check = &view.promise.check;
    let answer = if check.satisfied? {
        "satisfied"
    } else {
        "not satisfied"
    };
    Some(match check.rating {
        Some(rating) => format!("{answer}, {rating} of 5"),
        None => answer.to_owned(),
    })
}

/// "to" or "from", and the name.
#[must_use]
pub fn direction(view: &View) -> (&'static str, &str) {
    let word = match view.promise.direction {
        Direction::Mine => "to",
        Direction::Theirs => "from",
    };
    (word, &view.person)
}

/// What keeping a promise came to: "Kept 3 on time, 2 h before the deadline: …".
#[must_use]
pub fn kept(view: &View, look: &Look) -> String {
    let promise = &view.promise;
    if promise.state == State::Open {
        return card("Next is", view, look);
    }
    let outcome = view.standing.outcome.map_or("", |outcome| outcome.words());
    let margin = promise
        .settled_at
        .map_or_else(String::new, |at| margin(view, at.timestamp()));
    let title = format!("Kept {} {outcome}{margin}: ", promise.id);
    let (word, person) = direction(view);
    let mut text = format!(
        "{}{}\n  {word:<5} {}\n  due   {}\n",
        look.heading(&title),
        harmless(&promise.what),
        harmless(person),
        look.clock.moment(&promise.due),
    );
    if promise.negotiated_due != promise.due {
        let agreed = look.clock.moment(&promise.negotiated_due);
        text.push_str(&format!("  last agreed in time: {agreed}\n"));
    }
    if promise.first_due != promise.negotiated_due {
        let first = look.clock.moment(&promise.first_due);
        let against = view
            .standing
            .first_outcome
            .map_or("", |outcome| outcome.words());
        text.push_str(&format!("  first {first}, {against} against it\n"));
    }
    if let Some(check) = &promise.check.due {
        let check = look.clock.moment(check);
        text.push_str(&format!("  check {check}\n"));
    }
    if let Some(at) = promise.settled_at.filter(|at| *at != look.clock.now) {
        let at = look.stamp(at);
        text.push_str(&format!("  kept  {at}\n"));
    }
    text
}

/// By how much: in days for whole days, else in the unit that fits.
fn margin(view: &View, at: i64) -> String {
    use crate::domain::reckoning::Outcome;
    let promise = &view.promise;
    let due = &promise.negotiated_due;
    let kept_on = promise
        .settled_at
        .map_or(due.date(), |at| view.zone.local(at).date());
    let days = (due.date() - kept_on).num_days();
    match view.standing.outcome {
        None => String::new(),
        Some(Outcome::Late) if view.standing.seconds_late == 0 => String::new(),
        Some(Outcome::Late) => format!(" by {}", span(view.standing.seconds_late)),
        Some(Outcome::Early) => format!(" by {}", plural(days, "day")),
        Some(Outcome::OnTime) if due.is_whole_day() => String::new(),
        Some(Outcome::OnTime) => {
            let left = due.at().timestamp() - at;
            if left == 0 {
                return String::new();
            }
            format!(", {} before the deadline", span(left))
        }
    }
}
