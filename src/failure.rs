//! Failures: what went wrong with which object, what to do about it, and the exit status.

use std::fmt;
use std::process::ExitCode;

use serde_json::json;

use crate::config::ConfigError;
use crate::domain::spelled::spelled_out;
use crate::phrase::Refusal;
use crate::render::harmless::{harmless, harmless_lines};
use crate::store::error::{Fault, Standing, StoreError};

/// The kinds of failure; scripts tell them apart by the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Config, files, programs called.
    Failed,
    /// Wrong usage: a phrase not understood, an ambiguous name.
    Usage,
    /// No such promise, person or step.
    NotFound,
    /// Not allowed as things stand.
    NotAllowed,
    /// The database is busy, damaged, foreign, newer, or cannot be read or written.
    Database,
    /// Saved, but the output could not be written, or what had to follow could not be done.
    Unprinted,
    /// Something of mine is overdue, and the caller asked to be told by the exit status.
    Overdue,
    /// The reader of the output has gone; nobody is left to be told.
    ReaderGone,
}

impl Kind {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ReaderGone => "reader_gone",
            Self::Failed => "failed",
            Self::Usage => "usage",
            Self::NotFound => "not_found",
            Self::NotAllowed => "not_allowed",
            Self::Database => "database",
            Self::Unprinted => "unprinted",
            Self::Overdue => "overdue",
        }
    }

    /// The exit status.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::ReaderGone => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::NotFound => 3,
            Self::NotAllowed => 4,
            Self::Database => 5,
            Self::Unprinted => 6,
            Self::Overdue => 10,
        }
    }
}

/// The form of what is written to standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Lines for people.
    #[default]
    Text,
    /// A JSON object a line, for a script that asked for JSON.
    Json,
}

/// A failure as a command reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What kind of failure.
    pub kind: Kind,
    /// What went wrong with which object, in lower case; nothing where the status says it all.
    pub message: String,
    /// Lines that show the place of the fault.
    pub picture: Option<String>,
    /// What to do about it, in lower case.
    pub hints: Vec<String>,
}

impl Failure {
    /// A failure without a hint.
    #[must_use]
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            picture: None,
            hints: Vec::new(),
        }
    }

    /// Wrong usage.
    #[must_use]
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// A phrase that was refused, with the flag that gave it, if one did, and the place where
    /// reading it stopped.
    #[must_use]
    pub fn phrase(flag: &str, text: &str, refusal: &Refusal) -> Self {
        let place = if flag.is_empty() {
            String::new()
        } else {
            format!("{flag}: ")
        };
        let mut failure = Self::usage(format!("{place}{}", refusal.message));
        failure.picture = Some(refusal.pointer(text));
        failure.hints.extend(refusal.hint.clone());
        failure
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// What is printed of an error, and the exit status: the one place where they are decided.
#[must_use]
pub fn report(error: &anyhow::Error, form: Form) -> (String, ExitCode) {
    match form {
        Form::Text => text(error),
        Form::Json => object(error),
    }
}

/// An error as a JSON object on a line of its own.
fn object(error: &anyhow::Error) -> (String, ExitCode) {
    let failure = Failure::of(error);
    let code = failure.kind.code();
    let status = ExitCode::from(code);
    if failure.message.is_empty() {
        return (String::new(), status);
    }
    let hint = (!failure.hints.is_empty()).then(|| failure.hints.join("\n"));
    let error = json!({
        "kind": failure.kind.word(),
        "message": failure.message,
        "hint": hint,
        "code": code,
    });
    let line = format!("{}\n", json!({ "error": error }));
    (spelled_out(line), status)
}

fn text(error: &anyhow::Error) -> (String, ExitCode) {
    if let Some(error) = error.downcast_ref::<clap::Error>() {
        let text = harmless_lines(&error.render().to_string());
        return (text, ExitCode::from(Kind::Usage.code()));
    }
    let failure = Failure::of(error);
    let mut text = String::new();
    if !failure.message.is_empty() {
        text.push_str(&format!("error: {}\n", harmless(&failure.message)));
    }
    if let Some(picture) = &failure.picture {
        for line in harmless_lines(picture).lines() {
            text.push_str(&format!("  {line}\n"));
        }
    }
    for hint in &failure.hints {
        text.push_str(&format!("hint: {}\n", harmless(hint)));
    }
    (text, ExitCode::from(failure.kind.code()))
}

impl Failure {
    /// What an error is as a failure.
    #[must_use]
    pub fn of(error: &anyhow::Error) -> Self {
        if let Some(failure) = error.downcast_ref::<Failure>() {
            return failure.clone();
        }
        if let Some(error) = error.downcast_ref::<clap::Error>() {
            return Self::of_arguments(&error.render().to_string());
        }
        if let Some(error) = error.downcast_ref::<StoreError>() {
            let kind = match error.fault {
                _ if error.standing == Standing::Unconfirmed => Kind::Unprinted,
                Fault::Unerased(_) => Kind::Unprinted,
                Fault::Conflict(_) => Kind::NotAllowed,
                _ => Kind::Database,
            };
            return Failure::new(kind, error.to_string()).hint(error.hint());
        }
        if let Some(error) = error.downcast_ref::<ConfigError>() {
            let mut failure = Failure::new(Kind::Failed, error.to_string());
            failure.hints.extend(error.hint.clone());
            return failure;
        }
        Failure::new(Kind::Failed, format!("{error:#}"))
    }

    /// What the parser of the arguments says, without its layout.
    fn of_arguments(text: &str) -> Self {
        let text = text.strip_prefix("error: ").unwrap_or(text);
        let ends = |line: &&str| !line.starts_with("Usage:") && !line.starts_with("For more");
        let mut message = Vec::new();
        let mut hints = Vec::new();
        for line in text.lines().take_while(ends).map(str::trim) {
            match line.strip_prefix("tip: ") {
                Some(tip) => hints.push(tip.to_owned()),
                None if line.is_empty() => {}
                None => message.push(line),
            }
        }
        if hints.is_empty() {
            hints.push("promise --help, or --help after a command, lists the flags".to_owned());
        }
        let mut failure = Self::usage(message.join(" "));
        failure.hints = hints;
        failure
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_statuses() {
        let table = [
            (Kind::ReaderGone, 0),
            (Kind::Failed, 1),
            (Kind::Usage, 2),
            (Kind::NotFound, 3),
            (Kind::NotAllowed, 4),
            (Kind::Database, 5),
            (Kind::Unprinted, 6),
            (Kind::Overdue, 10),
        ];
        for (kind, code) in table {
            assert_eq!(kind.code(), code);
        }
    }

    #[test]
    fn reports() {
        let failure = Failure::usage("no \u{1b}[31mred").hint("say it plainly");
        let (text, code) = report(&failure.into(), Form::Text);
        assert_eq!(text, "error: no \\x1b[31mred\nhint: say it plainly\n");
        assert_eq!(code, ExitCode::from(2));
        let (text, code) = report(
            &anyhow::anyhow!("cause").context("could not do it"),
            Form::Text,
        );
        assert_eq!(text, "error: could not do it: cause\n");
        assert_eq!(code, ExitCode::from(1));
    }

    /// The schema names every kind that is told.
    #[test]
    fn words() {
        let told = [
            Kind::Failed,
            Kind::Usage,
            Kind::NotFound,
            Kind::NotAllowed,
            Kind::Database,
            Kind::Unprinted,
        ];
        assert_eq!(told.map(Kind::word), crate::render::schema::KINDS);
    }

    #[test]
    fn in_json() {
        let failure = Failure::usage("no \u{1b}[31mred")
            .hint("say it plainly")
            .hint("or not");
        let (text, _) = report(&failure.into(), Form::Json);
        assert_eq!(
            text,
            "{\"error\":{\"kind\":\"usage\",\"message\":\"no \\u001b[31mred\",\
             \"hint\":\"say it plainly\\nor not\",\"code\":2}}\n"
        );
        let silent = Failure::new(Kind::Overdue, "");
        assert_eq!(report(&silent.into(), Form::Json).0, "");
    }

    /// What the parser writes in paragraphs, as one sentence and its tips.
    #[test]
    fn the_layout_of_the_parser_is_left_out() {
        let flags = "promise --help, or --help after a command, lists the flags";
        let table = [
            (
                "error: unexpected argument '--x' found\n\n  tip: one\n  tip: two\n\n\
                 Usage: promise\n\nFor more information, try '--help'.\n",
                "unexpected argument '--x' found",
                vec!["one", "two"],
            ),
            (
                "error: missing:\n  <ID>\n  --due <PHRASE>\n\nUsage: promise",
                "missing: <ID> --due <PHRASE>",
                vec![flags],
            ),
            ("", "", vec![flags]),
        ];
        for (text, message, hints) in table {
            let failure = Failure::of_arguments(text);
            assert_eq!(failure.message, message);
            assert_eq!(failure.hints, hints);
            assert_eq!(failure.kind, Kind::Usage);
        }
    }
}
