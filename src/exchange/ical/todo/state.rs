//! States: `STATUS`, `COMPLETED`, `PERCENT-COMPLETE`, and our own word beside them.

use chrono::{DateTime, Utc};

use super::names;
use crate::domain::promise::State;
use crate::exchange::ical::component::Component;
use crate::exchange::ical::date::{Stamp, utc};

/// The `STATUS` of a state.
pub fn status(state: State) -> &'static str {
    match state {
        State::Open => "NEEDS-ACTION",
        State::Kept => "COMPLETED",
        State::Released | State::Broken | State::Void => "CANCELLED",
    }
}

/// The state of a task, and when it was settled, where that is said.
pub fn read(component: &Component) -> (State, Option<DateTime<Utc>>) {
    let moment = |name: &str| component.first(name).and_then(utc);
    let status = component.first("STATUS").map(|own| own.value().trim());
    let is = |word: &str| status.is_some_and(|status| status.eq_ignore_ascii_case(word));
    let percent = component.first("PERCENT-COMPLETE");
    let is_done = component.first("COMPLETED").is_some()
        || percent.is_some_and(|percent| percent.value().trim() == "100");
    if is("COMPLETED") || (status.is_none() && is_done) {
        return (State::Kept, moment("COMPLETED"));
    }
    if !is("CANCELLED") {
        return (State::Open, None);
    }
    let word = component.text(names::STATE);
    let state = word.and_then(|word| State::from_word(&word));
    let state = state.filter(|state| self::status(*state) == "CANCELLED");
    (state.unwrap_or(State::Released), moment(names::SETTLED))
}

/// Makes a task say that state. `IN-PROCESS` and a part done stay with what is open.
pub fn write(component: &mut Component, state: State, settled_at: Option<DateTime<Utc>>) {
    let (old, old_at) = read(component);
    if (old, old_at) == (state, settled_at) {
        return;
    }
    let moment = settled_at.map(|at| Stamp::Utc(at).value());
    let mut put = |name: &str, value: Option<&str>| match value {
        Some(value) => component.set_value(name, value),
        None => component.remove(name),
    };
    let is_kept = state == State::Kept;
    let is_cancelled = status(state) == "CANCELLED";
    put("STATUS", Some(status(state)));
    put("COMPLETED", moment.as_deref().filter(|_| is_kept));
    put("PERCENT-COMPLETE", Some("100").filter(|_| is_kept));
    put(names::STATE, Some(state.word()).filter(|_| is_cancelled));
    put(names::SETTLED, moment.as_deref().filter(|_| is_cancelled));
}
