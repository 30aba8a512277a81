//! Completion of values from the database. On any error nothing is offered.

use std::ffi::OsStr;

use clap_complete::CompletionCandidate;

use crate::context::{Context, Globals};
use crate::domain::person::fold;
use crate::domain::promise::State;
use crate::domain::zone::Zone;
use crate::query::Query;
use crate::render::harmless::harmless;
use crate::store::{Entry, Reader, Store};

/// The most candidates offered.
const MOST: u32 = 200;

/// The channels that most promises are made through.
const CHANNELS: [&str; 4] = ["call", "email", "chat", "meeting"];

/// The names of known people.
pub fn people(current: &OsStr) -> Vec<CompletionCandidate> {
    texts(current, |reader, begun| reader.names(begun, MOST).ok())
}

/// The owners named so far.
pub fn owners(current: &OsStr) -> Vec<CompletionCandidate> {
    texts(current, |reader, _| reader.owners().ok())
}

/// The tags in use.
pub fn tags(current: &OsStr) -> Vec<CompletionCandidate> {
    texts(current, |reader, _| reader.tags_in_use().ok())
}

/// The channels.
pub fn channels(current: &OsStr) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy().to_lowercase();
    CHANNELS
        .into_iter()
        .filter(|channel| channel.starts_with(&current))
        .map(CompletionCandidate::new)
        .collect()
}

/// The standards of the config.
pub fn standards(current: &OsStr) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy();
    let known = || {
        let context = Context::new(Globals::default()).ok()?;
        let standards = &context.settings().ok()?.standards;
        let names = standards.keys().filter(|name| name.starts_with(&*current));
        Some(names.map(CompletionCandidate::new).collect())
    };
    known().unwrap_or_default()
}

/// The causes of the config.
pub fn causes(current: &OsStr) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy();
    let known = || {
        let context = Context::new(Globals::default()).ok()?;
        let causes = &context.settings().ok()?.causes.value;
        let candidates = causes.iter().filter(|cause| cause.starts_with(&*current));
        Some(candidates.map(CompletionCandidate::new).collect())
    };
    known().unwrap_or_default()
}

/// The names of time zones.
pub fn zones(current: &OsStr) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy().to_lowercase();
    Zone::bundled_names()
        .into_iter()
        .filter(|name| name.to_lowercase().starts_with(&current))
        .map(CompletionCandidate::new)
        .collect()
}

/// The numbers of open promises, with their text.
pub fn open_ids(current: &OsStr) -> Vec<CompletionCandidate> {
    numbers(current, |_, reader| {
        let query = Query {
            states: vec![State::Open],
            limit: Some(MOST),
            ..Query::default()
        };
        reader.list(&query).ok()
    })
}

/// The numbers of promises whose person is to be asked, with their text.
pub fn checks(current: &OsStr) -> Vec<CompletionCandidate> {
    numbers(current, |context, reader| reader.checks(context.now).ok())
}

fn numbers(
    current: &OsStr,
    known: impl FnOnce(&Context, Reader<'_>) -> Option<Vec<Entry>>,
) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy().into_owned();
    with_reader(|context, reader| {
        let candidates = known(context, reader)?
            .into_iter()
            .map(|entry| (entry.promise.id.to_string(), entry))
            .filter(|(id, _)| id.starts_with(&current))
            .map(|(id, entry)| {
                let help = format!("{}: {}", entry.person, entry.promise.what);
                CompletionCandidate::new(id).help(Some(harmless(&help).into_owned().into()))
            });
        Some(candidates.collect())
    })
}

fn texts(
    current: &OsStr,
    known: impl FnOnce(Reader<'_>, &str) -> Option<Vec<String>>,
) -> Vec<CompletionCandidate> {
    let typed = Typed::read(&current.to_string_lossy());
    with_reader(|context, reader| {
        let quoted = context.completes_for_bash();
        let wanted = fold(&typed.text);
        let candidates = known(reader, &typed.text)?
            .into_iter()
            .filter(|text| fold(text).starts_with(&wanted))
            .filter_map(|text| {
                if quoted {
                    typed.quoted(&text)
                } else {
                    // Other shells quote by themselves, and show what they are given.
                    (harmless(&text) == text.as_str()).then_some(text)
                }
            })
            .take(MOST as usize)
            .map(CompletionCandidate::new);
        Some(candidates.collect())
    })
}

fn with_reader(
    ask: impl FnOnce(&Context, Reader<'_>) -> Option<Vec<CompletionCandidate>>,
) -> Vec<CompletionCandidate> {
    let answer = || {
        let context = Context::new(Globals::default()).ok()?;
        let store = Store::open_to_read(context.paths.database().ok()?).ok()??;
        ask(&context, store.reader())
    };
    answer().unwrap_or_default()
}

/// What has been typed of a word, as bash hands it over: with its quotes.
struct Typed {
    quote: Option<char>,
    text: String,
}

impl Typed {
    fn read(raw: &str) -> Self {
        let quote = raw.chars().next().filter(|char| "\"'".contains(*char));
        let text = match quote {
            Some(quote) => raw.trim_matches(quote).to_owned(),
            None => raw.replace('\\', ""),
        };
        Self { quote, text }
    }

    /// A text as bash reads it back as one word, in the manner of what was typed: none where there
    /// is no such word. What a terminal would obey is written as an escape.
    fn quoted(&self, text: &str) -> Option<String> {
        if harmless(text) != text {
            return self.quote.is_none().then(|| escaped(text));
        }
        Some(match self.quote {
            Some('\'') => format!("'{}'", text.replace('\'', "'\\''")),
            Some(_) => {
                let mut word = String::from('"');
                for char in text.chars() {
                    if "\"\\$`!".contains(char) {
                        word.push('\\');
                    }
                    word.push(char);
                }
                word.push('"');
                word
            }
            None => {
                let plain = |char: char| char.is_alphanumeric() || "-_.@+".contains(char);
                let mut word = String::new();
                for char in text.chars() {
                    if !plain(char) {
                        word.push('\\');
                    }
                    word.push(char);
                }
                word
            }
        })
    }
}

/// A text in printable ASCII, as `$'…'` of bash, zsh and ksh reads it.
fn escaped(text: &str) -> String {
    let mut word = String::from("$'");
    for char in text.chars() {
        match char {
            '\'' | '\\' => word.extend(['\\', char]),
            ' '..='~' => word.push(char),
            _ => word.push_str(&format!("\\U{:08x}", u32::from(char))),
        }
    }
    word.push('\'');
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_bash() {
        let table = [
            ("", "Beta Corp", "Beta\\ Corp"),
            ("Beta\\ C", "Beta Corp", "Beta\\ Corp"),
            ("\"Beta", "Beta $ Corp", "\"Beta \\$ Corp\""),
            ("'B", "Bob's", "'Bob'\\''s'"),
            ("O", "O'Neil; rm", "O\\'Neil\\;\\ rm"),
            ("E", "Eve\u{1b}[31m's", "$'Eve\\U0000001b[31m\\'s'"),
        ];
        for (typed, text, word) in table {
            let typed = Typed::read(typed);
            assert_eq!(typed.quoted(text).as_deref(), Some(word));
            assert!(text.starts_with(&typed.text));
        }
    }
}
