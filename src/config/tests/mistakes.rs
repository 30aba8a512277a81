//! Every mistake that a config file can hold, and what is said about it.

use proptest::prelude::*;

use super::{parsed, service};
use crate::config::{Key, default_file, keys};

/// The text of a file, the error after the file's name, and the hint.
const MISTAKES: &[(&str, &str, &str)] = &[
    (
        "[due]\nhorizn = 1",
        "2: unknown key \"due.horizn\"",
        "did you mean \"due.horizon\"?",
    ),
    (
        "dateorder = 1",
        "1: unknown key \"dateorder\"",
        "did you mean \"date_order\"?",
    ),
    (
        "\n[duee]\nx = 1",
        "2: unknown table [duee]",
        "did you mean [due]?",
    ),
    (
        "[work]\nx = 1",
        "1: unknown table [work]",
        "did you mean [workday]?",
    ),
    (
        "[review]\nx = 1",
        "1: unknown table [review]",
        "the tables are [zones], [workday], [due], [check], [remind], [standard], [capacity], \
         [list], [output], [hooks], [backup] and [sync]",
    ),
    (
        "[output]\nme = 'x'",
        "2: unknown key \"output.me\"",
        "did you mean \"me\"? It stands above the first [table]",
    ),
    (
        "horizon = 'x'",
        "1: unknown key \"horizon\"",
        "did you mean \"due.horizon\"? It stands in [due]",
    ),
    (
        "[due]\n'a b' = 1",
        "2: unknown key \"due.\"a b\"\"",
        "[due] takes horizon and default",
    ),
    (
        "[zones]\n'' = 'America/Chicago'",
        "2: \"zones.\"\"\": expected an abbreviation made of letters, such as CST, found \"\"",
        "",
    ),
    (
        "nonsense = 1",
        "1: unknown key \"nonsense\"",
        "the settings outside a table are me, time_zone, date_order, week_start and causes",
    ),
    (
        "outputs = 1",
        "1: unknown key \"outputs\"",
        "did you mean [output]?",
    ),
    (
        "due = 'friday'",
        "1: \"due\": expected a table, [due], found \"friday\"",
        "",
    ),
    (
        "[[due]]\nx = 1",
        "1: \"due\": expected a table, [due], found a list",
        "",
    ),
    (
        "me = ' '",
        "1: \"me\": expected a name such as \"Jane Ortiz\", found \" \"",
        "",
    ),
    (
        "me = 3",
        "1: \"me\": expected a name such as \"Jane Ortiz\", found 3",
        "",
    ),
    (
        "me = \"a\\u001b[31m\\u202e\"",
        "1: \"me\": expected a name such as \"Jane Ortiz\", found \"a\\u{1b}[31m\\u{202e}\"",
        "",
    ),
    (
        "date_order = 'us'",
        "1: \"date_order\": expected \"dmy\" or \"mdy\", found \"us\"",
        "",
    ),
    (
        "date_order = 'dmyy'",
        "1: \"date_order\": expected \"dmy\" or \"mdy\", found \"dmyy\"",
        "did you mean \"dmy\"?",
    ),
    (
        "[date_order]\nx = 1",
        "1: \"date_order\": expected \"dmy\" or \"mdy\", found a table",
        "",
    ),
    (
        "time_zone = 'Europe/Lodnon'",
        "1: \"time_zone\": expected the name of a time zone, such as \"Europe/London\", \
             found \"Europe/Lodnon\"",
        "did you mean \"Europe/London\"?",
    ),
    (
        "time_zone = 'new york'",
        "1: \"time_zone\": expected the name of a time zone, such as \"Europe/London\", \
             found \"new york\"",
        "did you mean \"America/New_York\"?",
    ),
    (
        "[zones]\nCST = 'x'",
        "2: \"zones.CST\": expected the name of a time zone, such as \"America/Chicago\", \
             found \"x\"",
        "",
    ),
    (
        "[zones]\nC3 = 'x'",
        "2: \"zones.C3\": expected an abbreviation made of letters, such as CST, found \"C3\"",
        "",
    ),
    (
        "[zones]\nCST = 'America/Chicago'\ncst = 'America/Chicago'",
        "3: \"zones.cst\": CST already has a meaning, in line 2",
        "",
    ),
    (
        "week_start = 'mnday'",
        "1: \"week_start\": expected one of \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \
             \"sat\" and \"sun\", found \"mnday\"",
        "",
    ),
    (
        "[workday]\ndays = [\n'mon',\n'teu']",
        "4: \"workday.days\": expected one of \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \
             \"sat\" and \"sun\", found \"teu\"",
        "did you mean \"tue\"?",
    ),
    (
        "[workday]\ndays = []",
        "2: \"workday.days\": expected a list of days such as [\"mon\", \"tue\"], \
             found an empty list",
        "name at least one working day",
    ),
    (
        "workday.days = 'mon'",
        "1: \"workday.days\": expected a list of days such as [\"mon\", \"tue\"], \
             found \"mon\"",
        "write it as a list: [\"mon\"]",
    ),
    (
        "workday.start = '24:00'",
        "1: \"workday.start\": expected a time of day such as \"09:00\", found \"24:00\"",
        "",
    ),
    (
        "workday.end = 17",
        "1: \"workday.end\": expected a time of day such as \"17:00\", found 17",
        "",
    ),
    (
        "[workday]\nstart = '18:00'",
        "2: \"workday.start\": expected a time before the end of work, 17:00, found 18:00",
        "",
    ),
    (
        "[workday]\nstart = '10:00'\nend = '10:00'",
        "3: \"workday.end\": expected a time after the start of work, 10:00, found 10:00",
        "",
    ),
    (
        "[workday]\nholidays = ['12-25', '2026-02-30']",
        "2: \"workday.holidays\": expected a date such as \"2026-12-24\", or \"12-25\" for \
             every year, found \"2026-02-30\"",
        "",
    ),
    (
        "workday.holidays = true",
        "1: \"workday.holidays\": expected a list of dates such as [\"2026-12-24\", \
             \"12-25\"], found true",
        "",
    ),
    (
        "due.default = 'tomorrow 13pm'",
        "1: \"due.default\": cannot read \"tomorrow 13pm\" as a deadline: hour 13 with pm",
        "",
    ),
    (
        "due.horizon = 2026-12-01",
        "1: \"due.horizon\": expected a deadline phrase such as \"3 business days\", \
             found 2026-12-01",
        "",
    ),
    (
        "[list]\ncolumns = ['id',\n'ownr']",
        "3: \"list.columns\": expected the name of a field, found \"ownr\"",
        "did you mean \"owner\"?",
    ),
    (
        "[list]\ncolumns = ['id', 'id']",
        "2: \"list.columns\": the column \"id\" is named twice",
        "",
    ),
    (
        "[list]\ncolumns = []",
        "2: \"list.columns\": expected a list of field names such as [\"id\", \"due\"], \
             found an empty list",
        "name at least one column",
    ),
    (
        "list.sort = 'what'",
        "1: \"list.sort\": expected the name of a field, found \"what\"",
        "the fields are due and id",
    ),
    (
        "output.format = 'tabel'",
        "1: \"output.format\": expected \"table\", \"plain\", \"json\", \"jsonl\" or \
             \"csv\", found \"tabel\"",
        "did you mean \"table\"?",
    ),
    (
        "output.color = true",
        "1: \"output.color\": expected \"auto\", \"always\" or \"never\", found true",
        "",
    ),
    (
        "output.24h = 'true'",
        "1: \"output.24h\": expected true or false, found \"true\"",
        "write true without quotes",
    ),
    (
        "output.24h = 1.5",
        "1: \"output.24h\": expected true or false, found 1.5",
        "",
    ),
    (
        "# x\n[output]\ncolor = never # x",
        "3: \"output.color\" is not valid TOML: text has to stand in quotes",
        "write \"never\"",
    ),
    (
        "me = Jane Ortiz",
        "1: \"me\" is not valid TOML: text has to stand in quotes",
        "write \"Jane Ortiz\"",
    ),
    (
        "colour = red",
        "1: not valid TOML: text has to stand in quotes",
        "write \"red\"",
    ),
    (
        "me = \"x",
        "1: \"me\" is not valid TOML: invalid basic string, expected `\"`",
        "",
    ),
    (
        "[output\nme",
        "1: not valid TOML: unclosed table, expected `]`",
        "",
    ),
    (
        "a = [",
        "1: not valid TOML: unclosed array, expected `]`",
        "",
    ),
    (
        "me = 'x'\n\nme = 'y'",
        "3: not valid TOML: duplicate key",
        "",
    ),
];

#[test]
fn mistakes_name_file_line_and_key() {
    for (text, message, hint) in MISTAKES.iter().chain(service::MISTAKES) {
        let error = parsed(text).unwrap_err();
        assert_eq!(error.to_string(), format!("c.toml:{message}"), "{text:?}");
        assert_eq!(error.hint.as_deref().unwrap_or_default(), *hint, "{text:?}");
        if let Some(key) = &error.key {
            assert!(message.contains(key.as_str()), "{text:?}: {key}");
        }
    }
}

#[test]
fn the_first_mistake_of_a_file_is_the_error() {
    let error = parsed("[output]\nformat = 'x'\n[due]\nx = 1\n[list]\nsort = 1").unwrap_err();
    assert_eq!(
        (error.line, error.key.as_deref()),
        (Some(2), Some("output.format"))
    );
}

#[test]
fn long_values_are_cut_and_deep_ones_refused() {
    let error = parsed(&format!("date_order = '{}'", "é".repeat(50_000))).unwrap_err();
    assert!(error.message.ends_with("ééé…\""), "{}", error.message);
    assert!(error.message.len() < 200);
    let error = parsed(&format!("{} = 1", "x".repeat(500_000))).unwrap_err();
    assert!(error.message.len() < 200);
    for text in [
        "a.".repeat(300_000) + "a = 1",
        "a = ".to_owned() + &"[".repeat(500_000),
    ] {
        let error = parsed(&text).unwrap_err();
        assert!(
            error.message.starts_with("not valid TOML: "),
            "{}",
            error.message
        );
    }
}

/// Lines that are nearly what a config file holds.
fn nearly_a_line() -> impl Strategy<Value = String> {
    let named = |key: &Key| {
        let path = key.path.replace("<weekday>", "Sat");
        path.replace(['<', '>'], "")
    };
    let paths: Vec<String> = keys().iter().map(named).collect();
    let lines: Vec<String> = default_file()
        .lines()
        .map(|line| line.trim_start_matches('#').to_owned())
        .collect();
    let value = "[\\[\"'{a-e0-9:. #,\\-\"'}\\]]{0,12}|\\PC{0,8}|true|6|'6h'|09:00|2026-12-25|\"\"\"\\PC{0,5}";
    prop_oneof![
        prop::sample::select(lines),
        (prop::sample::select(paths), value).prop_map(|(path, value)| format!("{path} = {value}")),
        "[\\[a-e.\\] ='\"]{0,12}",
    ]
}

proptest! {
    #[test]
    fn no_text_is_too_strange(lines in prop::collection::vec(nearly_a_line(), 0..6)) {
        let text = lines.join("\n");
        if let Err(error) = parsed(&text) {
            let line = error.line.unwrap_or_default();
            prop_assert!((1..=lines.len().max(1)).contains(&line), "{error} in {text:?}");
            prop_assert!(!error.message.contains(char::is_control), "{error:?}");
        }
    }
}
