//! Checks, standards and capacity.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::parsed;
use crate::config::{Origin, default_file};
use crate::domain::capacity::{Capacity, Limit};
use crate::domain::standard::Standard;

/// Mistakes: the text of a file, the error after the file's name, and the hint.
pub(super) const MISTAKES: &[(&str, &str, &str)] = &[
    (
        "check.after = 'tomorrow 13pm'",
        "1: \"check.after\": cannot read \"tomorrow 13pm\" as a deadline: hour 13 with pm",
        "",
    ),
    (
        "[check]\naftr = 'x'",
        "2: unknown key \"check.aftr\"",
        "did you mean \"check.after\"?",
    ),
    (
        "\n[standard.callback]\neffort = '15m'",
        "2: [standard.callback] has no \"due\"",
        "set it, as in due = \"4 business hours\"",
    ),
    (
        "[standard.'a b']",
        "1: [standard.\"a b\"] has no \"due\"",
        "set it, as in due = \"4 business hours\"",
    ),
    (
        "[standard.callback]\ndeu = 'x'",
        "2: unknown key \"standard.callback.deu\"",
        "did you mean \"standard.callback.due\"?",
    ),
    (
        "[standard.callback]\nowner = 'x'",
        "2: unknown key \"standard.callback.owner\"",
        "[standard.callback] takes due, effort, tags and remind",
    ),
    (
        "[standard]\ndue = 'friday'",
        "2: \"standard.due\": expected a table, [standard.due], found \"friday\"",
        "did you mean \"standard.<name>.due\"?",
    ),
    (
        "[standard]\ncallback = 'friday'",
        "2: \"standard.callback\": expected a table, [standard.callback], found \"friday\"",
        "",
    ),
    (
        "[standards.callback]\ndue = 'friday'",
        "1: unknown table [standards]",
        "did you mean [standard]?",
    ),
    (
        "[check]\ntags = ['x']",
        "2: unknown key \"check.tags\"",
        "did you mean \"standard.<name>.tags\"? It stands in [standard.<name>]",
    ),
    (
        "[standard.'call back']\ndue = 'friday'",
        "2: \"standard.\"call back\".due\": expected a word as the name of a standard, \
             found \"call back\"",
        "write words together: call-back",
    ),
    (
        "[standard.callback]\ndue = 4",
        "2: \"standard.callback.due\": expected a deadline phrase such as \
             \"4 business hours\", found 4",
        "",
    ),
    (
        "[standard.callback]\ndue = friday",
        "2: \"standard.callback.due\" is not valid TOML: text has to stand in quotes",
        "write \"friday\"",
    ),
    (
        "[standard.callback]\ndue = 'friday'\neffort = 'long'",
        "3: \"standard.callback.effort\": cannot read \"long\" as an amount of work: \
             not so many hours",
        "write it as \"45m\", \"1h30m\" or \"1.5 hours\"",
    ),
    (
        "[standard.callback]\ndue = 'friday'\ntags = ['a', 'b c']",
        "3: \"standard.callback.tags\": expected a word, found \"b c\"",
        "write words together: to-ship",
    ),
    (
        "[standard.callback]\ndue = 'friday'\ntags = ['a', 'a']",
        "3: \"standard.callback.tags\": the tag \"a\" is named twice",
        "",
    ),
    (
        "causes = ['late', 'late']",
        "1: \"causes\": the cause \"late\" is named twice",
        "",
    ),
    (
        "causes = ['not scheduled']",
        "1: \"causes\": expected a word, found \"not scheduled\"",
        "write words together: not-scheduled",
    ),
    (
        "causes = []",
        "1: \"causes\": expected a list of words such as [\"overbooked\", \"other\"], \
             found an empty list",
        "",
    ),
    (
        "capacity = 6",
        "1: \"capacity\": expected a table, [capacity], found 6",
        "",
    ),
    (
        "[capacity]\npromises = 0",
        "2: \"capacity.promises\": expected a whole number from 1 to 1000, found 0",
        "",
    ),
    (
        "[capacity]\npromises = 1001",
        "2: \"capacity.promises\": expected a whole number from 1 to 1000, found 1001",
        "",
    ),
    (
        "[capacity]\npromises = 2.5",
        "2: \"capacity.promises\": expected a whole number from 1 to 1000, found 2.5",
        "",
    ),
    (
        "[capacity]\npromises = '6'",
        "2: \"capacity.promises\": expected a whole number from 1 to 1000, found \"6\"",
        "write 6 without quotes",
    ),
    (
        "[capacity]\neffort = 6",
        "2: \"capacity.effort\": expected an amount of work such as \"6h\", found 6",
        "",
    ),
    (
        "[capacity]\neffort = '0h'",
        "2: \"capacity.effort\": expected an amount of work such as \"6h\", found \"0h\"",
        "",
    ),
    (
        "[capacity]\nstrict = 'yes'",
        "2: \"capacity.strict\": expected true or false, found \"yes\"",
        "",
    ),
    (
        "[capacity]\npromisses = 6",
        "2: unknown key \"capacity.promisses\"",
        "did you mean \"capacity.promises\"?",
    ),
    (
        "[capacity]\nhours = 6",
        "2: unknown key \"capacity.hours\"",
        "[capacity] takes promises, effort, strict and [capacity.<weekday>]",
    ),
    (
        "[capacity.saturdy]\npromises = 6",
        "1: unknown table [capacity.saturdy]",
        "did you mean [capacity.saturday]?",
    ),
    (
        "[capacity.weekend]\npromises = 6",
        "1: unknown table [capacity.weekend]",
        "[capacity] takes promises, effort, strict and [capacity.<weekday>]",
    ),
    (
        "[capacity]\nsat = 3",
        "2: \"capacity.sat\": expected a table, [capacity.sat], found 3",
        "",
    ),
    (
        "[capacity.sat]\nstrict = true",
        "2: unknown key \"capacity.sat.strict\"",
        "did you mean \"capacity.strict\"? It stands in [capacity]",
    ),
    (
        "[capacity.sat]\npromises = 0",
        "2: \"capacity.sat.promises\": expected a whole number from 1 to 1000, found 0",
        "",
    ),
    (
        "[capacity.sat]\neffort = '6'",
        "2: \"capacity.sat.effort\": cannot read \"6\" as an amount of work: \
             not so many hours",
        "write it as \"45m\", \"1h30m\" or \"1.5 hours\"",
    ),
    (
        "[capacity.sat]\npromises = 2\n[capacity.Saturday]\npromises = 3",
        "4: \"capacity.Saturday.promises\": it is set already, in line 2",
        "",
    ),
];

const SERVICE: &str = r#"
[check]
after = "3 business days"

[standard.repair]
due = "friday"

[standard.callback]
tags = ["phone", "call"]
effort = "15m"
due = "4 business hours"

[capacity]
strict = true
promises = 6
effort = "6h"

[capacity.Saturday]
effort = "2h"

[capacity.mon]
promises = 0x3
effort = "4h"
"#;

#[test]
fn checks_standards_and_capacity() {
    let settings = parsed(SERVICE).unwrap();
    let after = settings.check_after;
    assert_eq!(after.value.as_deref(), Some("3 business days"));
    assert_eq!(after.origin, Origin::File(3));

    let tags = ["call", "phone"].map(str::to_owned);
    let standards = [
        Standard {
            name: "callback".to_owned(),
            due: "4 business hours".to_owned(),
            effort_minutes: Some(15),
            tags: BTreeSet::from(tags),
            remind: Vec::new(),
        },
        Standard {
            name: "repair".to_owned(),
            due: "friday".to_owned(),
            effort_minutes: None,
            tags: BTreeSet::new(),
            remind: Vec::new(),
        },
    ];
    let names: Vec<&String> = settings.standards.keys().collect();
    assert_eq!(names, ["callback", "repair"]);
    assert!(settings.standards.values().eq(&standards));

    let capacity = settings.capacity;
    assert!(capacity.is_limited() && capacity.strict());
    let table = [
        ("2026-11-23", 3, 240),
        ("2026-11-24", 6, 360),
        ("2026-11-28", 6, 120),
        ("2026-11-29", 6, 360),
    ];
    for (date, promises, effort_minutes) in table {
        let limit = Limit {
            promises: Some(promises),
            effort_minutes: Some(effort_minutes),
        };
        let date: NaiveDate = date.parse().unwrap();
        assert_eq!(capacity.limit(date), limit, "{date}");
    }
}

#[test]
fn nothing_set_limits_nothing() {
    let settings = parsed("[capacity]\n[capacity.sat]\n[standard]\n[check]").unwrap();
    assert!(!settings.capacity.is_limited() && !settings.capacity.strict());
    assert_eq!(settings.capacity, Capacity::default());
    assert!(settings.standards.is_empty());
    assert_eq!(settings.check_after.value, None);
}

#[test]
fn rows_stand_together_by_name() {
    let rows = parsed(SERVICE).unwrap().rows();
    let shown: Vec<String> = rows
        .iter()
        .filter(|row| {
            ["check", "standard", "capacity"]
                .iter()
                .any(|table| row.key.starts_with(table))
        })
        .map(|row| {
            let value = row.toml().unwrap_or_default();
            format!("{} = {value} {:?}", row.key, row.origin.line())
        })
        .collect();
    let expected = [
        r#"check.after = "3 business days" Some(3)"#,
        r#"standard.callback.due = "4 business hours" Some(11)"#,
        r#"standard.callback.effort = "15m" Some(10)"#,
        r#"standard.callback.tags = ["phone", "call"] Some(9)"#,
        r#"standard.repair.due = "friday" Some(6)"#,
        "capacity.promises = 6 Some(15)",
        r#"capacity.effort = "6h" Some(16)"#,
        "capacity.strict = true Some(14)",
        "capacity.mon.promises = 3 Some(22)",
        r#"capacity.mon.effort = "4h" Some(23)"#,
        r#"capacity.sat.effort = "2h" Some(19)"#,
    ];
    assert_eq!(shown, expected);
}

#[test]
fn names_that_toml_quotes_are_shown_quoted() {
    let settings = parsed("[standard.\"rück.ruf\"]\ndue = 'friday'").unwrap();
    assert_eq!(settings.standards["rück.ruf"].due, "friday");
    let rows = settings.rows();
    assert!(
        rows.iter()
            .any(|row| row.key == "standard.\"rück.ruf\".due")
    );
}

/// Somebody will take away the # in front of a setting and forget the one in front of the name
/// of its table: what stands above must not take the setting for its own.
#[test]
fn a_setting_of_a_standard_does_nothing_without_its_table() {
    let file = default_file();
    let table = file.split("#[standard.callback]").nth(1).unwrap();
    let settings: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with('#') && !line.starts_with("# "))
        .take(3)
        .collect();
    for setting in settings {
        let uncommented = file.replacen(setting, &setting[1..], 1);
        assert!(parsed(&uncommented).is_err(), "{setting}");
    }
}

#[test]
fn the_default_file_shows_tables_with_names() {
    let file = default_file();
    for lines in [
        "#[standard.callback]\n\n# The deadline",
        "#due = \"4 business hours\"\n",
        "\n[capacity.saturday]\n\n# How many",
        "Such a table needs it.\n#due",
    ] {
        assert!(file.contains(lines), "{lines}");
    }
}
