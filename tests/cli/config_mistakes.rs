//! Mistakes in the config file: what each gets, and that no command does anything.

use crate::faults::recorded;

/// What stands in the file, what is said of it after the file's name, and the hint.
const MISTAKES: &[(&str, &str, &str)] = &[
    (
        "mee = 1\n",
        "1: unknown key \"mee\"",
        "did you mean \"me\"?",
    ),
    (
        "\n\n[due]\nhorizn = \"friday\"\n",
        "4: unknown key \"due.horizn\"",
        "did you mean \"due.horizon\"?",
    ),
    (
        "[outptu]\n",
        "1: unknown table [outptu]",
        "did you mean [output]?",
    ),
    (
        "me = 3\n",
        "1: \"me\": expected a name such as \"Jane Ortiz\", found 3",
        "",
    ),
    (
        "me = Jane\n",
        "1: \"me\" is not valid TOML: text has to stand in quotes",
        "write \"Jane\"",
    ),
    (
        "[due]\ndefault = \"blursday\"\n",
        "2: \"due.default\": cannot read \"blursday\" as a deadline: \
         \"blursday\" is not understood here",
        "",
    ),
    (
        "time_zone = \"Europe/Lodnon\"\n",
        "1: \"time_zone\": expected the name of a time zone, such as \"Europe/London\", \
         found \"Europe/Lodnon\"",
        "did you mean \"Europe/London\"?",
    ),
    (
        "[workday]\nstart = \"18:00\"\n",
        "2: \"workday.start\": expected a time before the end of work, 17:00, found 18:00",
        "",
    ),
    (
        "[workday]\nholidays = [\"2026-02-30\"]\n",
        "2: \"workday.holidays\": expected a date such as \"2026-12-24\", or \"12-25\" for \
         every year, found \"2026-02-30\"",
        "",
    ),
    (
        "[output]\nformat = \"jsn\"\n",
        "2: \"output.format\": expected \"table\", \"plain\", \"json\", \"jsonl\" or \
         \"csv\", found \"jsn\"",
        "did you mean \"json\"?",
    ),
    (
        "[list]\ncolumns = [\"id\", \"waht\"]\n",
        "2: \"list.columns\": expected the name of a field, found \"waht\"",
        "did you mean \"what\"?",
    ),
    (
        "[zones]\nCST = \"America/Chicgo\"\n",
        "2: \"zones.CST\": expected the name of a time zone, such as \"America/Chicago\", \
         found \"America/Chicgo\"",
        "did you mean \"America/Chicago\"?",
    ),
    (
        "me = \"\u{1b}[31m\"\nx = 1\n",
        "1: \"me\" is not valid TOML",
        "*",
    ),
];

/// File, line, key and, where there is one, the nearest word; and no command does anything.
#[test]
fn mistakes() {
    let home = recorded();
    let before = home.bytes();
    for (text, place, hint) in MISTAKES {
        home.write_config(text);
        for command in [
            &["due"][..],
            &["config"],
            &["add", "x", "--to", "Zoe", "--due", "friday"],
            &["keep", "1"],
            &["note", "1", "x"],
            &["void", "1"],
            &["break", "1", "--cause", "forgot"],
            &["release", "1"],
            &["reopen", "1"],
            &["reschedule", "1", "--due", "next week"],
            &["handoff", "1", "--owner", "Ann"],
            &["undo"],
            &["people", "add", "Zoe"],
            &["people", "add", "Zoe", "--json"],
        ] {
            let ran = home.run(command);
            ran.stdout("").status(1);
            assert!(
                home.bytes() == before,
                "{command:?} saved in spite of {text:?}"
            );
            assert!(!ran.stderr.contains('\u{1b}'), "{ran:?}");
            if *hint == "*" {
                continue;
            }
            let hint = match *hint {
                "" => String::new(),
                hint => format!("hint: {hint}\n"),
            };
            ran.stderr(&format!(
                "error: ~/.config/promise/config.toml:{place}\n{hint}"
            ));
        }
        // What helps to mend it works all the same.
        home.run(&["config", "path"]).stderr("").status(0);
        home.run(&["--help"]).stderr("").status(0);
    }
}
