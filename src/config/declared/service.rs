//! What is promised: deadlines, follow-up, rules of service, and how much a day can hold.

use toml::Value;

use crate::config::entry::Entry;
use crate::config::keys::Key;
use crate::config::show::{named, one, optional, unnamed};
use crate::config::values;

/// `[due]`, `[check]`, `[standard.NAME]` and `[capacity]`.
pub(super) const KEYS: &[Key] = &[
    Key {
        path: "due.horizon",
        expected: "a deadline phrase such as \"3 business days\"",
        doc: "How far ahead `promise due` looks for what is coming; --within goes before it. \
              Without either, it looks to the end of the next working day.",
        example: "horizon = \"3 business days\"",
        read: read!(due_horizon, |entry| values::phrase(entry).map(Some)),
        show: |settings| optional(&settings.due_horizon),
    },
    Key {
        path: "due.default",
        expected: "a deadline phrase such as \"2 business days\"",
        doc: "The deadline of a promise that is added without --due. Until you set one, such a \
              promise is refused: without a deadline it would be a wish.",
        example: "default = \"2 business days\"",
        read: read!(due_default, |entry| values::phrase(entry).map(Some)),
        show: |settings| optional(&settings.due_default),
    },
    Key {
        path: "check.after",
        expected: "a deadline phrase such as \"3 business days\"",
        doc: "When to ask a customer, after a promise was kept, whether they are satisfied; \
              `keep --check` goes before it. Until you set it, --check alone plans that.",
        example: "after = \"3 business days\"",
        read: read!(check_after, |entry| values::phrase(entry).map(Some)),
        show: |settings| optional(&settings.check_after),
    },
    Key {
        path: "standard.<name>.due",
        expected: "a deadline phrase such as \"4 business hours\"",
        doc: "The deadline of a promise that is made under this standard.",
        example: "due = \"4 business hours\"",
        read: read_part!(values::phrase, |settings, entry| settings
            .standard(values::standard_name(entry)?)
            .due),
        show: |settings| named(&settings.standard_parts, |parts| parts.due.as_ref()),
    },
    Key {
        path: "standard.<name>.effort",
        expected: "an amount of work such as \"15m\"",
        doc: "The work that such a promise takes.",
        example: "effort = \"15m\"",
        read: read_part!(values::effort, |settings, entry| settings
            .standard(values::standard_name(entry)?)
            .effort),
        show: |settings| named(&settings.standard_parts, |parts| parts.effort.as_ref()),
    },
    Key {
        path: "standard.<name>.tags",
        expected: "a list of words such as [\"call\"]",
        doc: "The tags of such a promise.",
        example: "tags = [\"call\"]",
        read: read_part!(values::tags, |settings, entry| settings
            .standard(values::standard_name(entry)?)
            .tags),
        show: |settings| named(&settings.standard_parts, |parts| parts.tags.as_ref()),
    },
    Key {
        path: "capacity.promises",
        expected: "a whole number from 1 to 1000",
        doc: "How many promises a day can hold. One more is warned about, with the next day that \
              has room for it.",
        example: "promises = 6",
        read: read_part!(values::promises, |settings, entry| settings
            .capacity_parts
            .everyday
            .promises),
        show: |settings| unnamed(settings.capacity_parts.everyday.promises.as_ref()),
    },
    Key {
        path: "capacity.effort",
        expected: "an amount of work such as \"6h\"",
        doc: "How much work a day can hold: the sum of what --effort says of its promises.",
        example: "effort = \"6h\"",
        read: read_part!(values::effort, |settings, entry| settings
            .capacity_parts
            .everyday
            .effort),
        show: |settings| unnamed(settings.capacity_parts.everyday.effort.as_ref()),
    },
    Key {
        path: "capacity.strict",
        expected: "true or false",
        doc: "Whether a promise that its day has no room for is refused, not just warned about.",
        example: "",
        read: read!(capacity_parts.strict, Entry::flag),
        show: |settings| {
            one(&settings.capacity_parts.strict, |flag| {
                Some(Value::from(*flag))
            })
        },
    },
    Key {
        path: "capacity.<weekday>.promises",
        expected: "a whole number from 1 to 1000",
        doc: "How many promises this day of the week can hold.",
        example: "promises = 2",
        read: read_part!(values::promises, |settings, entry| settings
            .capacity_parts
            .weekdays[values::weekday_of_table(entry)?]
        .promises),
        show: |settings| {
            named(settings.capacity_parts.by_name(), |parts| {
                parts.promises.as_ref()
            })
        },
    },
    Key {
        path: "capacity.<weekday>.effort",
        expected: "an amount of work such as \"2h\"",
        doc: "How much work it can hold.",
        example: "effort = \"2h\"",
        read: read_part!(values::effort, |settings, entry| settings
            .capacity_parts
            .weekdays[values::weekday_of_table(entry)?]
        .effort),
        show: |settings| {
            named(settings.capacity_parts.by_name(), |parts| {
                parts.effort.as_ref()
            })
        },
    },
];
