//! `promise report`: what is on the page, and how it is laid out.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use crate::harness::Home;
use crate::terminal::Terminal;

/// A name that takes four hundred columns.
const WIDE: char = '王';

fn add(home: &Home, due: &str, flags: &[&str]) {
    home.ok(&[&["add", "Quote", "--due", due], flags].concat());
}

/// Five promises to Jane for the first week of November: one of each outcome, on Monday the 23rd.
fn five() -> Home {
    let mut home = Home::new();
    home.at("2026-11-02T09:00:00+01:00");
    add(&home, "2026-11-06", &["--to", "Jane", "--via", "call"]);
    add(&home, "2026-11-04", &["--to", "Jane", "--tag", "beta"]);
    add(&home, "2026-11-05 12:00", &["--to", "Jane"]);
    add(&home, "2026-11-05", &["--to", "Bob", "--owner", "Ann"]);
    add(&home, "2026-11-06", &["--to", "Bob"]);
    home.at("2026-11-04T10:00:00+01:00").ok(&["keep", "1", "2"]);
    home.at("2026-11-05T14:00:00+01:00");
    home.ok(&[
        "keep",
        "3",
        "--cause",
        "forgot",
        "--because",
        "nobody wrote it down",
    ]);
    home.ok(&["break", "4", "--cause", "overbooked"]);
    home.at("2026-11-23T16:00:00+01:00");
    home
}

fn rate(count: u64, of: u64, share: Option<f64>) -> Value {
    json!({"count": count, "of": of, "rate": share})
}

/// What a report says in every format where nothing is recorded.
#[test]
fn nothing_recorded() {
    let home = Home::new();
    let note =
        "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n";
    home.run(&["report"])
        .stdout(
            "How our word was kept, 1 Nov 2026 to 23 Nov 2026\n\n\
             No data: nothing was promised, due or settled in this time.\n",
        )
        .stderr(note)
        .status(0);
    let report = home.json(&["report", "--group", "person"]);
    assert_eq!(report["kept_rate"]["first"], rate(0, 0, None));
    assert_eq!(report["kept_rate"]["gap"], Value::Null);
    assert_eq!(report["counts"]["made"], 0);
    assert_eq!(
        report["lateness"],
        json!({"of": 0, "median_seconds": null, "p90_seconds": null})
    );
    assert_eq!(report["flow"]["grows"], Value::Null);
    for list in [
        "groups",
        "causes",
        "standards",
        "let_down",
        "weekdays",
        "days",
    ] {
        assert_eq!(report[list], json!([]), "{list}");
    }
    for format in ["csv", "plain", "markdown"] {
        home.run(&["report", "--format", format])
            .stderr(note)
            .status(0);
    }
    assert!(!home.database().exists());
}

#[test]
fn one_promise_is_too_few_to_tell() {
    let mut home = Home::new();
    add(&home, "tomorrow", &["--to", "Jane"]);
    let report = home.json(&["report"]);
    assert_eq!(report["counts"]["open"], 1);
    assert_eq!(report["kept_rate"]["first"], rate(0, 0, None));
    home.at("2026-11-24T10:00:00+01:00").ok(&["keep", "1"]);
    let report = home.json(&["report"]);
    assert_eq!(report["kept_rate"]["first"], rate(1, 1, Some(1.0)));
    let page = home.ok(&["report"]);
    assert!(page.contains("1 of 1, 100 % (too few to tell)\n"), "{page}");
}

#[test]
fn five_promises_on_the_page() {
    let page = "\
How our word was kept, 1 Nov 2026 to 23 Nov 2026

Was the word kept?
  as first promised  ##################...........................  2 of 5, 40 %
  as negotiated      ##################...........................  2 of 5, 40 %

                                       now              before   change
  kept, as first promised              2 of 5, 40 %     no data
  kept, as negotiated                  2 of 5, 40 %     no data

  made                                 5                0        +5
  kept early                           1                0        +1
  kept on time                         1                0        +1
  kept late                            1                0        +1
  broken                               1                0        +1
  released                             0                0        =
  still open                           1                0        +1
  open and overdue                     1                0        +1

  late by, median                      2 h (of 1)       no data
  late by, 9 of 10                     2 h (of 1)       no data
  early by, median                     2 days (of 1)    no data
  early by, 9 of 10                    2 days (of 1)    no data
  from promise to fulfilment, median   2 days (of 3)    no data
  from promise to fulfilment, 9 of 10  3 days (of 3)    no data

  hand-offs per promise                0.00 (0 over 5)  no data
";
    let home = five();
    let found = home.ok(&["report"]);
    assert!(found.starts_with(page), "{found}");
    let report = home.json(&["report"]);
    assert_eq!(
        report["counts"],
        json!({
            "made": 5, "kept_early": 1, "kept_on_time": 1, "kept_late": 1, "broken": 1,
            "released": 0, "open": 1, "overdue": 1,
        })
    );
    assert_eq!(report["causes"][0]["cause"], "forgot");
    assert_eq!(report["roots"][0]["root"], "nobody wrote it down");
    let let_down = json!([
        {"name": "Bob", "missed": rate(2, 2, Some(1.0))},
        {"name": "Jane", "missed": rate(1, 3, Some(1.0 / 3.0))},
    ]);
    assert_eq!(report["let_down"], let_down);
}

/// Taking a settlement back takes it out of the figures, and a redo puts it back.
#[test]
fn undoing_changes_the_figures_back() {
    let home = five();
    home.ok(&["note", "5", "before"]);
    let before = home.json(&["report"]);
    home.ok(&["keep", "5", "--cause", "forgot"]);
    let after = home.json(&["report"]);
    assert_eq!(after["counts"]["kept_late"], 2);
    assert_eq!(after["counts"]["open"], 0);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["report"]), before);
    home.ok(&["redo"]);
    assert_eq!(home.json(&["report"]), after);
}

#[test]
fn what_each_figure_means() {
    let home = Home::new();
    let explained = home.json(&["report", "--explain"]);
    let explained = explained.as_array().expect("a list");
    assert!(explained.len() > 30);
    for figure in explained {
        let keys: Vec<&String> = figure.as_object().expect("a figure").keys().collect();
        assert_eq!(keys, ["key", "title", "counts", "of"]);
    }
    let ran = home.run(&["report", "--explain"]);
    ran.stderr("").status(0);
    for figure in explained {
        let title = figure["title"].as_str().expect("a title");
        assert!(ran.stdout.contains(&format!("\n  {title}")), "{title}");
    }
    assert!(
        ran.stdout.lines().all(|line| line.width() <= 80),
        "{}",
        ran.stdout
    );
}

/// Each way of breaking the figures down, by the names that it has.
#[test]
fn groups() {
    let mut home = five();
    home.write_config("me = \"Kim\"\n");
    home.at("2026-11-10T09:00:00+01:00");
    home.ok(&["people", "edit", "Jane", "--organisation", "Beta Corp"]);
    home.at("2026-11-23T16:00:00+01:00");
    let table: [(&str, &[&str]); 10] = [
        ("person", &["Bob", "Jane"]),
        ("organisation", &["Beta Corp", "-"]),
        ("owner", &["Ann", "Kim"]),
        ("cause", &["forgot", "overbooked", "-"]),
        ("standard", &["-"]),
        ("via", &["call", "-"]),
        ("tag", &["beta", "-"]),
        ("weekday", &["Monday", "Wednesday", "Thursday", "Friday"]),
        ("week", &["2026-11-02"]),
        ("month", &["2026-11"]),
    ];
    for (group, expected) in table {
        let report = home.json(&["report", "--group", group]);
        let groups = report["groups"].as_array().expect("groups");
        let names = groups
            .iter()
            .map(|found| found["name"].as_str().unwrap_or("-"));
        assert_eq!(names.collect::<Vec<_>>(), expected, "{group}");
        let made = groups
            .iter()
            .map(|found| found["counts"]["made"].as_u64().expect("a count"));
        assert_eq!(made.sum::<u64>(), 5, "{group}");
    }
    assert_eq!(home.json(&["report"])["groups"], Value::Null);
}

/// No line is wider than the terminal, whatever it is called.
#[test]
fn pages_of_any_width() {
    let mut home = five();
    home.set("NO_COLOR", "1").set("TERM", "xterm");
    let wide = WIDE.to_string().repeat(200);
    home.at("2026-11-02T10:00:00+01:00");
    add(&home, "2026-11-05", &["--to", &wide]);
    add(&home, "2026-11-05", &["--to", &"long ".repeat(40)]);
    home.ok(&["add", "Box", "--from", &wide, "--due", "2026-11-05"]);
    home.at("2026-11-23T16:00:00+01:00");
    for locale in ["C", "C.UTF-8"] {
        home.set("LANG", locale);
        for width in [40, 80, 200] {
            home.set("COLUMNS", &width.to_string());
            for arguments in [
                &["report"][..],
                &["report", "--since", "2025-01-01"],
                &["report", "--explain"],
                &["report", "--theirs"],
            ] {
                let (page, status) = Terminal::start(&home, arguments).end();
                assert_eq!(status, 0);
                for line in page.lines() {
                    assert!(line.width() <= width, "{width}: {line:?}\n{page}");
                }
            }
        }
    }
}

#[test]
fn marks_of_ascii_where_the_locale_has_no_more() {
    let mut home = five();
    for (locale, unicode) in [
        ("", false),
        ("C", false),
        ("POSIX", false),
        ("C.UTF-8", true),
    ] {
        home.set("LANG", locale);
        let page = home.ok(&["report"]);
        assert_eq!(page.is_ascii(), !unicode, "{locale}: {page}");
        assert_eq!(page.contains('█'), unicode, "{locale}");
        assert_eq!(page.contains('▁'), unicode, "{locale}");
    }
}

#[test]
fn colours_on_a_terminal_only() {
    let mut home = five();
    home.set("TERM", "xterm-256color");
    assert!(!home.ok(&["report"]).contains('\u{1b}'));
    let (page, _) = Terminal::start(&home, &["report"]).end();
    assert!(page.contains("\u{1b}[1m"), "{page}");
    let always = home.ok(&["report", "--color", "always"]);
    assert!(always.contains("\u{1b}[1m"));
    home.set("NO_COLOR", "1");
    let (page, _) = Terminal::start(&home, &["report"]).end();
    assert!(!page.contains('\u{1b}'), "{page}");
}

/// Names that would steer a terminal, a spreadsheet or a page.
#[test]
fn hostile_names() {
    let mut home = Home::new();
    home.at("2026-11-02T09:00:00+01:00");
    let names = [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1+2",
        "@SUM(1)",
        "a\u{1b}[31m\u{202e}\n|b",
        "<b>x</b>",
    ];
    for name in names {
        let to = format!("--to={name}");
        add(&home, "2026-11-04", &[&to, "--tag", "t"]);
    }
    home.at("2026-11-23T16:00:00+01:00");
    let shown = |format: &str| home.ok(&["report", "--group", "person", "--format", format]);
    let csv = shown("csv");
    for start in ["=", "+", "-", "@"] {
        assert!(csv.contains(&format!("groups,'{start}")), "{csv}");
        assert!(!csv.contains(&format!(",{start}")), "{csv}");
        assert!(!csv.contains(&format!(",\"{start}")), "{csv}");
    }
    for format in ["table", "plain", "markdown"] {
        let text = shown(format);
        assert!(
            !text.contains('\u{1b}') && !text.contains('\u{202e}'),
            "{format}: {text}"
        );
        assert!(
            text.contains("a\\x1b") || text.contains("a\\\\x1b"),
            "{format}: {text}"
        );
    }
    let plain = shown("plain");
    assert!(
        plain.lines().all(|line| line.split('\t').count() == 9),
        "{plain}"
    );
    let markdown = shown("markdown");
    assert!(!markdown.contains("<b>"), "{markdown}");
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    let table = markdown
        .lines()
        .skip_while(|line| !line.starts_with("## Groups"));
    assert!(
        table
            .filter(|line| line.starts_with('|'))
            .all(|line| columns(line) == 10)
    );
    let report = home.json(&["report", "--group", "person"]);
    let groups = report["groups"].as_array().expect("groups");
    assert!(
        groups.iter().any(|group| group["name"] == names[4]),
        "JSON keeps what is stored"
    );
}

/// A report is read whole while others write.
#[test]
fn while_others_write() {
    let home = five();
    let words = ["add", "Call", "--to", "Jane", "--due", "friday"];
    let writers: Vec<_> = (0..4).map(|_| home.start(&words)).collect();
    for _ in 0..8 {
        let report = home.json(&["report"]);
        assert_eq!(report["counts"]["open"], report["flow"]["backlog"]);
    }
    for mut writer in writers {
        assert!(writer.wait().expect("the writer ends").success());
    }
    assert_eq!(home.json(&["report"])["counts"]["made"], 9);
}
