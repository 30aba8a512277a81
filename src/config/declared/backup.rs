//! What `promise backup --auto` does.

use toml::Value;

use crate::config::entry::Entry;
use crate::config::interval::Interval;
use crate::config::keys::Key;
use crate::config::show::one;

/// `[backup]`.
pub(super) const KEYS: &[Key] = &[
    Key {
        path: "backup.keep",
        expected: "a whole number from 1 to 1000",
        doc: "How many automatic backups are kept. Those that you name yourself, and those made \
              before the file is changed by a newer program or a restore, are not counted, and \
              never removed.",
        example: "",
        read: read!(backup_keep, |entry: &Entry<'_>| entry.count(1..=1000)),
        show: |settings| one(&settings.backup_keep, |keep| Some(Value::from(*keep))),
    },
    Key {
        path: "backup.every",
        expected: "a length of time such as \"1 day\"",
        doc: "How long `promise backup --auto` does nothing after it has made one.",
        example: "",
        read: read!(backup_every, Interval::read),
        show: |settings| {
            one(&settings.backup_every, |every| {
                Some(Value::from(every.text.as_str()))
            })
        },
    },
];
