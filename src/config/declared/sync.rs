//! What `promise sync` shares, and with whom.

use toml::Value;

use crate::config::interval::Interval;
use crate::config::keys::Key;
use crate::config::show::{list, one, optional};
use crate::config::values;

/// `[sync]`.
pub(super) const KEYS: &[Key] = &[
    Key {
        path: "sync.vdir",
        expected: "the path of a folder such as \"~/.calendars/promises\"",
        doc: "The folder of task files that `promise sync` keeps in step with, as vdirsyncer \
              fills it from a CalDAV server. A path that is not absolute begins in your home.",
        example: "vdir = \"~/.calendars/promises\"",
        read: read!(sync_vdir, |entry| values::folder(entry).map(Some)),
        show: |settings| optional(&settings.sync_vdir),
    },
    Key {
        path: "sync.to",
        expected: "a name such as \"Customers\"",
        doc: "To whom a task is promised that somebody adds there without naming anyone. Until \
              you set it, such a task is left alone.",
        example: "to = \"Customers\"",
        read: read!(sync_to, |entry| values::name(entry).map(Some)),
        show: |settings| optional(&settings.sync_to),
    },
    Key {
        path: "sync.names",
        expected: "a list of patterns with NAME in them, such as [\"@NAME\", \"to NAME:\"]",
        doc: "How a task that is added there names its person. What stands for NAME ends with \
              what follows it in the pattern; where nothing does, it is a known name, or one word.",
        example: "",
        read: read!(sync_names, values::patterns),
        show: |settings| {
            one(&settings.sync_names, |names| {
                Some(list(names.iter().cloned()))
            })
        },
    },
    Key {
        path: "sync.settled",
        expected: "a length of time such as \"30 days\"",
        doc: "How long a promise that is settled stays there.",
        example: "",
        read: read!(sync_settled, Interval::read),
        show: |settings| {
            one(&settings.sync_settled, |settled| {
                Some(Value::from(settled.text.as_str()))
            })
        },
    },
];
