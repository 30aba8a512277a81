//! The words of other programs, and what they are called here.

use crate::failure::Failure;

/// What people type who come from other programs, and what it is called here.
const MEANT: [(&[&str], &str); 11] = [
    (
        &["delete", "rm", "remove", "del", "cancel"],
        "promise void for a mistaken entry, promise release where the person let you off",
    ),
    (&["search", "find", "grep"], "promise list --search TEXT"),
    (&["today", "next", "agenda", "overview"], "promise due"),
    (&["month", "planner"], "promise calendar"),
    (&["standup", "walk", "triage", "retro"], "promise review"),
    (
        &["finish", "close", "resolve", "fulfil", "fulfill"],
        "promise keep",
    ),
    (
        &["postpone", "delay", "snooze", "defer", "renegotiate"],
        "promise reschedule",
    ),
    (&["assign", "delegate", "transfer"], "promise handoff"),
    (&["fail", "miss"], "promise break"),
    (&["annotate", "comment"], "promise note"),
    (
        &["modify", "update", "change"],
        "promise edit, or promise reschedule for a new deadline",
    ),
];

/// A word of another program where a command should stand, with the command it means.
#[must_use]
pub fn meant(error: &clap::Error) -> Option<Failure> {
    use clap::error::{ContextKind, ContextValue, ErrorKind};
    if error.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    let (_, command) = MEANT
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()))?;
    Some(
        Failure::usage(format!("there is no command {word}"))
            .hint(format!("you may mean {command}")),
    )
}
