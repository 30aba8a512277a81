//! A promise as a line.

use chrono::Timelike as _;

use super::words::encode;
use super::{PRIORITY_TAG, own};
use crate::domain::promise::{Direction, State};
use crate::exchange::outgoing::Outgoing;
use crate::exchange::row::as_tag;

/// A promise as a line, without the line break. Days are those of the user's zone; what is
/// noted of it has no place there.
#[must_use]
pub fn write(outgoing: &Outgoing<'_>) -> String {
    let promise = outgoing.promise;
    let is_open = promise.state == State::Open;
    let mut words = Vec::new();
    let priority = promise.tags.iter().find_map(|tag| priority(tag));
    if let Some(at) = promise.settled_at {
        words.push("x".to_owned());
        words.push(outgoing.home.local(at).date().to_string());
    } else if let Some(priority) = priority {
        words.push(format!("({priority})"));
    }
    words.push(outgoing.home.local(promise.made_at).date().to_string());
    let parts = promise.what.split(char::is_control);
    let what: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    words.push(what.join(" "));
    let mut put = |key: &str, value: &str| {
        if !value.is_empty() {
            words.push(format!("{key}:{}", encode(value)));
        }
    };
    put(own::UUID, &promise.uuid.to_string());
    let direction = match promise.direction {
        Direction::Mine => own::TO,
        Direction::Theirs => own::FROM,
    };
    put(direction, outgoing.person);
    let (day, time) = outgoing.local_due();
    put("due", &day.to_string());
    if let Some(time) = time {
        let form = if time.second() == 0 {
            "%H:%M"
        } else {
            "%H:%M:%S"
        };
        put(own::AT, &time.format(form).to_string());
    }
    if let (Some(at), Some(_)) = (promise.settled_at, time) {
        // A day would not tell whether it was in time.
        put(
            own::SETTLED,
            &at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        );
    }
    if !is_open && promise.state != State::Kept {
        put(own::STATE, promise.state.word());
    }
    if let Some(priority) = priority.filter(|_| !is_open) {
        put("pri", &priority.to_string());
    }
    let texts = [
        (own::OWNER, &promise.owner),
        (own::VIA, &promise.via),
        (own::STANDARD, &promise.standard),
        (own::KEY, &promise.key),
    ];
    for (key, text) in texts {
        put(key, text.as_deref().unwrap_or_default());
    }
    if let Some(minutes) = promise.effort_minutes {
        put(own::EFFORT, &format!("{minutes}m"));
    }
    if let (Some(series), Some(every)) = (&promise.series, outgoing.every()) {
        put(own::EVERY, every);
        put(
            own::UNTIL,
            &series
                .until
                .map_or_else(String::new, |until| until.to_string()),
        );
        put(
            own::TIMES,
            &series
                .times
                .map_or_else(String::new, |times| times.to_string()),
        );
    }
    let leads: Vec<&str> = promise.reminders.iter().map(String::as_str).collect();
    put(own::REMIND, &leads.join(","));
    let needs: Vec<String> = promise.needs.iter().map(ToString::to_string).collect();
    put(own::NEEDS, &needs.join(","));
    let shown = priority.map(|priority| format!("{PRIORITY_TAG}{priority}"));
    let tags = promise
        .tags
        .iter()
        .filter(|tag| shown.as_ref() != Some(tag));
    words.extend(
        tags.filter_map(|tag| as_tag(tag))
            .map(|tag| format!("@{tag}")),
    );
    words.join(" ")
}

/// The letter of a tag that is a priority here.
fn priority(tag: &str) -> Option<char> {
    let mut letters = tag.strip_prefix(PRIORITY_TAG)?.chars();
    match (letters.next(), letters.next()) {
        (Some(letter @ 'A'..='Z'), None) => Some(letter),
        _ => None,
    }
}
