//! Programs that run after something was recorded.

use toml::Value;

use crate::config::keys::Key;
use crate::config::show::{one, program};
use crate::config::values;

/// What the value of a hook looks like.
const PROGRAM: &str = "a program and its arguments such as [\"/usr/local/bin/tell\", \"--brief\"]";

/// `[hooks]`.
pub(super) const KEYS: &[Key] = &[
    Key {
        path: "hooks.after_add",
        expected: PROGRAM,
        doc: "What is run after a promise was added. It is run after that is saved, once for each, with the record \
              as JSON on standard input, and without a shell. Hooks run only where this file \
              belongs to you and nobody else can write it.",
        example: "after_add = [\"/usr/local/bin/tell\", \"add\"]",
        read: read!(hooks.after_add, values::program),
        show: |settings| program(&settings.hooks.after_add),
    },
    Key {
        path: "hooks.after_keep",
        expected: PROGRAM,
        doc: "What is run after a promise was kept.",
        example: "after_keep = [\"/usr/local/bin/tell\", \"keep\"]",
        read: read!(hooks.after_keep, values::program),
        show: |settings| program(&settings.hooks.after_keep),
    },
    Key {
        path: "hooks.after_break",
        expected: PROGRAM,
        doc: "What is run after a promise was broken.",
        example: "after_break = [\"/usr/local/bin/tell\", \"break\"]",
        read: read!(hooks.after_break, values::program),
        show: |settings| program(&settings.hooks.after_break),
    },
    Key {
        path: "hooks.after_reschedule",
        expected: PROGRAM,
        doc: "What is run after a promise was rescheduled.",
        example: "after_reschedule = [\"/usr/local/bin/tell\", \"reschedule\"]",
        read: read!(hooks.after_reschedule, values::program),
        show: |settings| program(&settings.hooks.after_reschedule),
    },
    Key {
        path: "hooks.time_limit",
        expected: "a whole number from 1 to 3600",
        doc: "The seconds after which such a program is ended.",
        example: "",
        read: read!(hooks.time_limit, values::seconds),
        show: |settings| {
            one(&settings.hooks.time_limit, |seconds| {
                Some(Value::from(*seconds))
            })
        },
    },
];
