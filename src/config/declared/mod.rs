//! The declared list of everything that can be set.

use std::sync::LazyLock;

use crate::config::keys::{Key, NamedTable};
use crate::config::values;

/// Reads the value of a key with `$reader` into a field, as a setting from its place in the file.
macro_rules! read {
    ($($field:ident).+, $reader:expr) => {
        |settings, entry| {
            settings.$($field).+ = entry.setting($reader(entry)?);
            Ok(())
        }
    };
}

/// Reads the value of a key with `$reader` into a part of what several keys make.
macro_rules! read_part {
    ($reader:expr, |$settings:ident, $entry:ident| $part:expr) => {
        |$settings, $entry| {
            let part = &mut $part;
            $entry.set_once(part, $reader($entry)?)
        }
    };
}

mod backup;
mod general;
mod hooks;
mod output;
mod service;
mod sync;

/// The tables that the user gives names to.
pub(super) static NAMED_TABLES: &[NamedTable] = &[
    NamedTable {
        part: "<name>",
        example: "callback",
        names: &[],
        needs: &["due"],
        doc: "A standard is a rule of service, so that the same promise is made the same way \
              every time: `promise add --standard callback`. Each is a table with the name of \
              the standard; take away the # in front of that, too.",
    },
    NamedTable {
        part: "<weekday>",
        example: "saturday",
        names: &values::WEEKDAY_NAMES,
        needs: &[],
        doc: "A day of the week that can hold more or less than the others has a table of its \
              own. What that does not set holds as on every day.",
    },
];

/// The list, table by table; what stands in no table comes first.
pub(super) static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
    [
        general::KEYS,
        service::KEYS,
        output::KEYS,
        hooks::KEYS,
        backup::KEYS,
        sync::KEYS,
    ]
    .concat()
});
