//! One promise with everything that is known of it.

use crate::domain::heard::{Heard, disagreement};
use crate::render::amounts::{effort, plural, span};
use crate::render::harmless::harmless;
use crate::render::promises::{answer, direction};
use crate::render::times::date;
use crate::render::{Look, View};

/// Everything about a promise; `history` holds each event's moment and words.
#[must_use]
pub fn show(view: &View, history: &[(String, String)], heard: &[Heard], look: &Look) -> String {
    let promise = &view.promise;
    let title = format!("{}  {}", promise.id, harmless(&promise.what));
    let mut text = format!("{}\n", look.heading(&title));
    for (word, value) in facts(view, look) {
        text.push_str(&format!("  {word:<9} {}\n", harmless(&value)));
    }
    // The promise itself is what everybody heard; more than that is worth a list.
    if heard.len() > 1 {
        text.push_str(&format!("\n{}\n", look.heading("What they heard")));
        for version in heard {
            text.push_str(&version_line(version, look));
        }
        let deadlines = disagreement(heard);
        if !deadlines.is_empty() {
            let said: Vec<String> = deadlines.iter().map(|due| look.clock.moment(due)).collect();
            let line = format!(
                "They heard {} deadlines: {}",
                said.len(),
                said.join(", then ")
            );
            text.push_str(&format!("  {}\n", look.alarm(&line)));
        }
    }
    if !history.is_empty() {
        text.push_str(&format!("\n{}\n", look.heading("History")));
        for (at, words) in history {
            text.push_str(&format!("  {at}  {}\n", harmless(words)));
        }
    }
    text
}

fn version_line(heard: &Heard, look: &Look) -> String {
    let at = look.stamp(heard.at);
    let by = heard.by.as_deref().unwrap_or("me");
    let due = heard.due.as_ref().map(|due| look.clock.moment(due));
    let said = match (due, &heard.text) {
        (Some(due), Some(text)) => format!("{due}: {text}"),
        (Some(due), None) => due,
        (None, text) => text.clone().unwrap_or_default(),
    };
    format!("  {at}  from {}: {}\n", harmless(by), harmless(&said))
}

fn facts(view: &View, look: &Look) -> Vec<(&'static str, String)> {
    let promise = &view.promise;
    let clock = look.clock;
    let (word, person) = direction(view);
    let mut facts = vec![(word, person.to_owned()), ("state", state(view, look))];
    let open = promise.settled_at.is_none();
    let due = if open {
        clock.long(&promise.due, view.today)
    } else {
        clock.moment(&promise.due)
    };
    facts.push(("due", format!("{due}, {}", promise.due.zone())));
    if promise.first_due != promise.due {
        facts.push(("first due", clock.moment(&promise.first_due)));
    }
    if let Some(outcome) = view.standing.first_outcome
        && promise.first_due != promise.negotiated_due
    {
        facts.push(("against it", outcome.words().to_owned()));
    }
    if promise.negotiated_due != promise.due {
        let missed = clock.moment(&promise.negotiated_due);
        facts.push(("missed", format!("{missed}, the deadline agreed in time")));
    }
    if promise.reschedules > 0 {
        facts.push(("moved", plural(promise.reschedules.into(), "time")));
    }
    if promise.handoffs > 0 {
        facts.push(("handed on", plural(promise.handoffs.into(), "time")));
    }
    if promise.corrections > 0 {
        let times = plural(promise.corrections.into(), "time");
        facts.push(("corrected", format!("the deadline, {times}")));
    }
    if !view.standing.risks.is_empty() {
        facts.push(("at risk", view.standing.risks.join("; ")));
    }
    facts.push(("made", look.stamp(promise.made_at)));
    let tags: Vec<&str> = promise.tags.iter().map(String::as_str).collect();
    let reminders: Vec<&str> = promise.reminders.iter().map(String::as_str).collect();
    let needs: Vec<String> = view.needs.iter().map(ToString::to_string).collect();
    let check = answer(view).or_else(|| {
        let due = promise.check.due.as_ref()?;
        Some(format!("to ask by {}", clock.moment(due)))
    });
    let series = promise.series.as_ref().map(|series| {
        let every = series.every.as_deref().unwrap_or("stopped");
        let mut text = format!("{every}, occurrence {}", series.occurrence);
        if let Some(times) = series.times {
            text.push_str(&format!(" of {times}"));
        }
        if let Some(until) = series.until {
            text.push_str(&format!(", until {}", date(until)));
        }
        text
    });
    let optional = [
        ("needs", (!needs.is_empty()).then(|| needs.join(", "))),
        ("check", check),
        ("every", series),
        (
            "remind",
            (!reminders.is_empty()).then(|| format!("{} before", reminders.join(", "))),
        ),
        ("owner", promise.owner.clone()),
        ("via", promise.via.clone()),
        ("tags", (!tags.is_empty()).then(|| tags.join(", "))),
        ("effort", promise.effort_minutes.map(effort)),
        ("standard", promise.standard.clone()),
        ("key", promise.key.clone()),
        ("uuid", Some(promise.uuid.to_string())),
    ];
    facts.extend(
        optional
            .into_iter()
            .filter_map(|(word, value)| Some((word, value?))),
    );
    facts
}

fn state(view: &View, look: &Look) -> String {
    let promise = &view.promise;
    let mut state = promise.state.word().to_owned();
    if let Some(at) = promise.settled_at {
        state.push_str(&format!(", {}", look.stamp(at)));
    }
    let late = view.standing.seconds_late;
    match view.standing.outcome {
        Some(outcome) if late > 0 => {
            state.push_str(&format!(", {} by {}", outcome.words(), span(late)));
        }
        Some(outcome) => state.push_str(&format!(", {}", outcome.words())),
        None if view.standing.overdue => state.push_str(", overdue"),
        None => {}
    }
    state
}
