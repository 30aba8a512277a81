//! Whose promises these are, where and when work is done.

use toml::Value;

use crate::config::entry::{Complaint, Entry};
use crate::config::keys::{Key, Shown};
use crate::config::settings::Origin;
use crate::config::show::{list, name_of, one, optional, time};
use crate::config::values;
use crate::domain::calendar::DateOrder;

const DATE_ORDERS: [(&str, DateOrder); 2] =
    [("dmy", DateOrder::DayMonth), ("mdy", DateOrder::MonthDay)];

/// What stands in no table, `[zones]` and `[workday]`.
pub(super) const KEYS: &[Key] = &[
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
];
