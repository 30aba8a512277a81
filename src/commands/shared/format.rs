//! `--format`: of results, and of what other programs read and write.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::config::Format;

/// What `--format` takes: on most commands a format of results, on `import` and `export` one of a
/// file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatFlag {
    /// One of results, which `export` may write too.
    Results(Format),
    /// A calendar.
    Ics,
    /// Lines of todo.txt.
    TodoTxt,
    /// Tasks of Taskwarrior.
    Taskwarrior,
}

const RESULTS: [&str; 7] = ["table", "plain", "json", "jsonl", "csv", "markdown", "html"];

impl FormatFlag {
    /// The format that a word names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Some(match word {
            "table" | "text" => Self::Results(Format::Table),
            "plain" => Self::Results(Format::Plain),
            "json" => Self::Results(Format::Json),
            "jsonl" => Self::Results(Format::JsonLines),
            "csv" => Self::Results(Format::Csv),
            "markdown" | "md" => Self::Results(Format::Markdown),
            "html" => Self::Results(Format::Html),
            "ics" => Self::Ics,
            "todotxt" => Self::TodoTxt,
            "taskwarrior" => Self::Taskwarrior,
            _ => return None,
        })
    }

    /// The format of results, if it is one.
    #[must_use]
    pub fn of_results(self) -> Option<Format> {
        match self {
            Self::Results(format) => Some(format),
            Self::Ics | Self::TodoTxt | Self::Taskwarrior => None,
        }
    }
}

/// The formats of results.
pub fn results() -> impl TypedValueParser<Value = FormatFlag> {
    one_of(RESULTS.map(|word| match word {
        "table" => PossibleValue::new(word).alias("text"),
        "markdown" => PossibleValue::new(word).alias("md"),
        "html" => PossibleValue::new(word).help("Of promise report alone"),
        _ => PossibleValue::new(word),
    }))
}

/// The formats that can be imported.
pub fn readable() -> impl TypedValueParser<Value = FormatFlag> {
    one_of(["taskwarrior", "todotxt", "csv", "ics", "jsonl"].map(PossibleValue::new))
}

/// The formats that can be exported.
pub fn writable() -> impl TypedValueParser<Value = FormatFlag> {
    let words = [
        "jsonl",
        "json",
        "csv",
        "ics",
        "todotxt",
        "taskwarrior",
        "markdown",
    ];
    one_of(words.map(|word| match word {
        "markdown" => PossibleValue::new(word).alias("md"),
        _ => PossibleValue::new(word),
    }))
}

fn one_of<const N: usize>(words: [PossibleValue; N]) -> impl TypedValueParser<Value = FormatFlag> {
    // Only words of the list come here, and each names a format.
    PossibleValuesParser::new(words)
        .map(|word| FormatFlag::named(&word).unwrap_or(FormatFlag::Results(Format::Table)))
}
