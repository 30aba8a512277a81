//! How results are printed.

use toml::Value;

use crate::config::entry::Entry;
use crate::config::keys::Key;
use crate::config::settings::{Color, Format};
use crate::config::show::{list, name_of, one};
use crate::config::values;

const FORMATS: [(&str, Format); 5] = [
    ("table", Format::Table),
    ("plain", Format::Plain),
    ("json", Format::Json),
    ("jsonl", Format::JsonLines),
    ("csv", Format::Csv),
];

const COLORS: [(&str, Color); 3] = [
    ("auto", Color::Auto),
    ("always", Color::Always),
    ("never", Color::Never),
];

/// `[list]` and `[output]`.
pub(super) const KEYS: &[Key] = &[
    Key {
        path: "list.columns",
        expected: "a list of field names such as [\"id\", \"due\"]",
        doc: "The columns of `promise list`, from left to right; --fields goes before them.",
        example: "",
        read: read!(list_columns, values::columns),
        show: |settings| {
            one(&settings.list_columns, |columns| {
                Some(list(columns.iter().cloned()))
            })
        },
    },
    Key {
        path: "list.sort",
        expected: "the name of a field",
        doc: "The field that `promise list` sorts by; --sort goes before it.",
        example: "",
        read: read!(list_sort, values::sort_field),
        show: |settings| {
            one(&settings.list_sort, |field| {
                Some(Value::from(field.as_str()))
            })
        },
    },
    Key {
        path: "output.format",
        expected: "\"table\", \"plain\", \"json\", \"jsonl\" or \"csv\"",
        doc: "How results are printed; --format and --json go before it.",
        example: "",
        read: read!(format, |entry: &Entry<'_>| entry.choice(&FORMATS)),
        show: |settings| {
            one(&settings.format, |format| {
                Some(name_of(&FORMATS, format).into())
            })
        },
    },
    Key {
        path: "output.color",
        expected: "\"auto\", \"always\" or \"never\"",
        doc: "When output is coloured; \"auto\" means on a terminal, unless NO_COLOR is set or \
              TERM is \"dumb\".",
        example: "",
        read: read!(color, |entry: &Entry<'_>| entry.choice(&COLORS)),
        show: |settings| {
            one(&settings.color, |color| {
                Some(name_of(&COLORS, color).into())
            })
        },
    },
    Key {
        path: "output.24h",
        expected: "true or false",
        doc: "Whether times are shown as 15:30; with false, as 3:30 pm.",
        example: "",
        read: read!(clock_24h, Entry::flag),
        show: |settings| one(&settings.clock_24h, |flag| Some(Value::from(*flag))),
    },
];
