//! The declared list of everything that can be set.

use toml::Value;

use crate::config::entry::{Complaint, Entry};
use crate::config::keys::{Key, NamedTable, Shown};
use crate::config::settings::{Color, Format, Origin};
use crate::config::show::{list, name_of, named, one, optional, time, unnamed};
use crate::config::values;
use crate::domain::calendar::DateOrder;

const DATE_ORDERS: [(&str, DateOrder); 2] =
    [("dmy", DateOrder::DayMonth), ("mdy", DateOrder::MonthDay)];

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
pub(super) static KEYS: &[Key] = &[
    Key {
        path: "me",
        expected: "a name such as \"Jane Ortiz\"",
        doc: "Your name, as the owner of what you promise unless --owner names a colleague.",
        example: "me = \"Jane Ortiz\"",
        read: read!(me, |entry| values::name(entry).map(Some)),
        show: |settings| optional(&settings.me),
    },
    Key {
        path: "time_zone",
        expected: "the name of a time zone, such as \"Europe/London\"",
        doc: "The zone that deadlines are read and shown in. The environment's TZ goes before it; \
              without either, the zone of the system is used.",
        example: "time_zone = \"Europe/London\"",
        read: read!(time_zone, |entry| values::zone(entry).map(Some)),
        show: |settings| optional(&settings.time_zone),
    },
    Key {
        path: "date_order",
        expected: "\"dmy\" or \"mdy\"",
        doc: "How a date such as 1/12 is read: \"dmy\" takes it for the first of December, \"mdy\" \
              for the twelfth of January. Until you say, a date with two readings is refused.",
        example: "date_order = \"dmy\"",
        read: read!(date_order, |entry: &Entry<'_>| entry
            .choice(&DATE_ORDERS)
            .map(Some)),
        show: |settings| {
            let name = |order: &DateOrder| Value::from(name_of(&DATE_ORDERS, order));
            one(&settings.date_order, |order| order.as_ref().map(name))
        },
    },
    Key {
        path: "week_start",
        expected: "a day of the week such as \"mon\"",
        doc: "The day that weeks begin on, for \"this week\", \"next friday\" and the like.",
        example: "",
        read: read!(week_start, values::weekday),
        show: |settings| {
            let name = |day: &_| Some(values::weekday_name(*day).into());
            one(&settings.week_start, name)
        },
    },
    Key {
        path: "causes",
        expected: "a list of words such as [\"overbooked\", \"other\"]",
        doc: "The causes that --cause takes: why promises are late, broken or rescheduled.",
        example: "",
        read: read!(causes, values::causes),
        show: |settings| {
            one(&settings.causes, |causes| {
                Some(list(causes.iter().cloned()))
            })
        },
    },
    Key {
        path: "zones.<abbreviation>",
        expected: "the name of a time zone, such as \"America/Chicago\"",
        doc: "What an abbreviation of a time zone means to you. Those with two meanings, such as \
              CST, IST and BST, are refused in a deadline until they are settled here.",
        example: "CST = \"America/Chicago\"",
        read: |settings, entry| {
            let abbreviation = values::abbreviation(entry)?;
            if let Some(line) = settings.zone_lines.get(&abbreviation) {
                let message = format!("{abbreviation} already has a meaning, in line {line}");
                return Err(Complaint {
                    at: entry.at,
                    message,
                    hint: None,
                });
            }
            settings
                .zones
                .insert(abbreviation.clone(), values::zone(entry)?);
            settings.zone_lines.insert(abbreviation, entry.line);
            Ok(())
        },
        show: |settings| {
            let shown = |(name, zone): (&String, &String)| Shown {
                name: Some(name.clone()),
                value: Some(Value::from(zone.as_str())),
                origin: match settings.zone_lines.get(name) {
                    Some(line) => Origin::File(*line),
                    None => Origin::Default,
                },
            };
            settings.zones.iter().map(shown).collect()
        },
    },
    Key {
        path: "workday.days",
        expected: "a list of days such as [\"mon\", \"tue\"]",
        doc: "The days on which work is done. Business days and business hours count these alone.",
        example: "",
        read: read!(workday.days, values::weekdays),
        show: |settings| {
            one(&settings.workday.days, |days| {
                Some(list(days.iter().map(|day| values::weekday_name(*day))))
            })
        },
    },
    Key {
        path: "workday.start",
        expected: "a time of day such as \"09:00\"",
        doc: "When work begins.",
        example: "",
        read: read!(workday.start, values::time),
        show: |settings| time(&settings.workday.start),
    },
    Key {
        path: "workday.end",
        expected: "a time of day such as \"17:00\"",
        doc: "When work ends; \"eod\" and \"this afternoon\" mean this time.",
        example: "",
        read: read!(workday.end, values::time),
        show: |settings| time(&settings.workday.end),
    },
    Key {
        path: "workday.holidays",
        expected: "a list of dates such as [\"2026-12-24\", \"12-25\"]",
        doc: "Days on which nobody works: \"2026-12-24\" is that one day, \"12-25\" that day of \
              every year.",
        example: "",
        read: read!(workday.holidays, values::holidays),
        show: |settings| {
            one(&settings.workday.holidays, |holidays| {
                Some(list(holidays.iter().map(values::holiday_text)))
            })
        },
    },
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
