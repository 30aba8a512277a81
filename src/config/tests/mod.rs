//! The configuration as its callers see it.

mod mistakes;
mod service;

use std::path::Path;

use chrono::{NaiveDate, NaiveTime, Weekday};

use crate::config::{
    Checks, Color, ConfigError, Format, Origin, Row, Settings, default_file, keys, parse,
};
use crate::domain::calendar::DateOrder;
use crate::domain::reminder::Lead;

const FIELDS: &[&str] = &["id", "what", "to", "from", "due", "owner"];

fn parsed(text: &str) -> Result<Settings, ConfigError> {
    let zones = ["Europe/London", "America/Chicago", "America/New_York"];
    let checks = Checks {
        zone: &|name| zones.contains(&name),
        zone_names: &|| zones.map(str::to_owned).to_vec(),
        phrase: &|text| {
            if text.contains("13pm") {
                return Err("hour 13 with pm".to_owned());
            }
            Ok(())
        },
        minutes: &|text| match text.strip_suffix('h').map(str::parse::<u32>) {
            Some(Ok(hours)) => Ok(hours * 60),
            _ if text == "15m" => Ok(15),
            _ => Err("not so many hours".to_owned()),
        },
        lead: &|text| {
            let minutes = text.strip_suffix('m').and_then(|text| text.parse().ok());
            match text {
                "1 business day" => Ok(Lead::WorkingDays(1)),
                "1h" => Ok(Lead::Minutes(60)),
                _ => minutes.map(Lead::Minutes).ok_or("no minutes".to_owned()),
            }
        },
        fields: FIELDS,
        sort_fields: &["due", "id"],
    };
    parse(text, Path::new("c.toml"), &checks)
}

/// Settings that have to be read, and one of their rows as text.
fn row(text: &str, key: &str) -> Row {
    let rows = parsed(text).unwrap().rows();
    rows.into_iter().find(|row| row.key == key).unwrap()
}

#[test]
fn nothing_set_is_the_defaults() {
    for text in ["", "\n# me = \"x\"\n", "[due]\n[workday]\n", "\u{feff}"] {
        assert_eq!(parsed(text).unwrap(), Settings::default(), "{text:?}");
    }
}

#[test]
fn everything_set() {
    let settings = parsed(
        r#"
me = " Jane Ortiz "
time_zone = "Europe/London"
date_order = "mdy"
week_start = "Sunday"
zones = { cst = "America/Chicago" }
due.horizon = "friday"
due.default = "eod"

[workday]
days = ["sat", "mon", "sat"]
start = "08:30"
end = 16:45
holidays = ["2026-12-24", 2026-12-31, "12-25", "2-29"]

[list]
columns = ["due", "what"]
sort = "id"

[output]
format = "jsonl"
color = "never"
24h = false
"#,
    )
    .unwrap();
    assert_eq!(settings.me.value.as_deref(), Some("Jane Ortiz"));
    assert_eq!(settings.me.origin, Origin::File(2));
    assert_eq!(settings.time_zone.value.as_deref(), Some("Europe/London"));
    assert_eq!(settings.date_order.value, Some(DateOrder::MonthDay));
    assert_eq!(settings.week_start.value, Weekday::Sun);
    assert_eq!(settings.zones["CST"], "America/Chicago");
    assert_eq!(settings.due_horizon.value.as_deref(), Some("friday"));
    assert_eq!(settings.due_default.value.as_deref(), Some("eod"));
    assert_eq!(settings.list_columns.value, ["due", "what"]);
    assert_eq!(settings.list_sort.value, "id");
    assert_eq!(settings.format.value, Format::JsonLines);
    assert_eq!(settings.color.value, Color::Never);
    assert!(!settings.clock_24h.value);
    assert_eq!(settings.clock_24h.origin, Origin::File(23));

    let time = |text: &str| text.parse::<NaiveTime>().unwrap();
    assert_eq!(settings.work.start(), time("08:30:00"));
    assert_eq!(settings.work.end(), time("16:45:00"));
    let working = [
        ("2026-11-21", true),
        ("2026-11-22", false),
        ("2026-11-23", true),
        ("2026-12-26", true),
        ("2027-12-25", false),
        ("2028-02-29", false),
    ];
    for (date, expected) in working {
        let date: NaiveDate = date.parse().unwrap();
        assert_eq!(settings.work.is_working_day(date), expected, "{date}");
    }
}

#[test]
fn rows_show_value_and_origin() {
    let table = [
        ("", "me", None, "default"),
        ("", "date_order", None, "default"),
        ("", "workday.start", Some("\"09:00\""), "default"),
        ("", "workday.holidays", Some("[]"), "default"),
        ("", "output.24h", Some("true"), "default"),
        (
            "\nme = 'a \"b\"'",
            "me",
            Some("'a \"b\"'"),
            "config file, line 2",
        ),
        (
            "date_order = \"dmy\"",
            "date_order",
            Some("\"dmy\""),
            "config file, line 1",
        ),
        (
            "week_start = 'SUNDAY'",
            "week_start",
            Some("\"sun\""),
            "config file, line 1",
        ),
        (
            "[zones]\r\ncst = \"America/Chicago\"",
            "zones.CST",
            Some("\"America/Chicago\""),
            "config file, line 2",
        ),
        (
            "[workday]\nholidays = [\n 2026-12-24,\n '1-6']",
            "workday.holidays",
            Some("[\"2026-12-24\", \"01-06\"]"),
            "config file, line 2",
        ),
    ];
    for (text, key, value, origin) in table {
        let row = row(text, key);
        assert_eq!(row.toml().as_deref(), value, "{text:?}");
        assert_eq!(row.origin.to_string(), origin, "{text:?}");
    }
    let mut settings = Settings::default();
    settings.time_zone.origin = Origin::Environment("TZ");
    settings.week_start.origin = Origin::System;
    let rows = settings.rows();
    let shown = |index: usize| (rows[index].key.as_str(), rows[index].origin.to_string());
    assert_eq!(shown(1), ("time_zone", "environment, TZ".to_owned()));
    assert_eq!(shown(3), ("week_start", "system".to_owned()));
}

#[test]
fn the_default_file_sets_nothing() {
    assert_eq!(parsed(&default_file()).unwrap(), Settings::default());
}

#[test]
fn the_default_file_uncommented_is_the_defaults_and_the_examples() {
    let is_setting = |line: &str| line.starts_with('#') && !line.starts_with("# ");
    let uncommented: Vec<String> = default_file()
        .lines()
        .map(|line| line[usize::from(is_setting(line))..].to_owned())
        .collect();
    let settings = parsed(&uncommented.join("\n")).unwrap();
    let rows = settings.rows();
    assert_eq!(rows.len(), keys().len());
    for (row, key) in rows.iter().zip(keys()) {
        assert!(matches!(row.origin, Origin::File(_)), "{}", key.path);
        let defaults = Settings::default().rows();
        let default = defaults.iter().find(|default| default.key == row.key);
        match default.and_then(|default| default.value.as_ref()) {
            Some(value) => assert_eq!(row.value.as_ref(), Some(value), "{}", key.path),
            None => assert!(row.value.is_some(), "{}", key.path),
        }
    }
}

#[test]
fn the_list_of_keys_holds_together() {
    let mut paths: Vec<&str> = keys().iter().map(|key| key.path).collect();
    let table = |path: &str| {
        path.rsplit_once('.')
            .map_or(String::new(), |(table, _)| table.into())
    };
    let mut tables: Vec<String> = paths.iter().map(|path| table(path)).collect();
    assert_eq!(tables[0], "", "what stands in no table has to stand first");
    tables.dedup();
    let runs = tables.len();
    tables.sort();
    tables.dedup();
    assert_eq!(tables.len(), runs, "a table is declared in one run");
    let count = paths.len();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), count, "a key is declared once");
    for key in keys() {
        assert!(
            key.doc.ends_with('.') && !key.expected.is_empty(),
            "{}",
            key.path
        );
    }
}

#[test]
fn every_declared_choice_is_taken() {
    for (key, expected) in [("date_order", 2), ("output.format", 5), ("output.color", 3)] {
        let declared = keys().iter().find(|declared| declared.path == key).unwrap();
        let words: Vec<&str> = declared.expected.split('"').skip(1).step_by(2).collect();
        assert_eq!(words.len(), expected, "{key}");
        for word in words {
            let row = row(&format!("{key} = \"{word}\""), key);
            assert_eq!(row.toml(), Some(format!("\"{word}\"")));
        }
    }
}
