//! `promise report --format html`: one well-formed file with every figure, to which foreign text
//! does nothing.

use roxmltree::{Document, Node, ParsingOptions};
use serde_json::Value;

use crate::harness::Home;

const HTML: [&str; 5] = ["report", "--period", "quarter", "--format", "html"];

/// Markup, an attribute's end, an entity, writing turned around, an escape, a line of its own.
const HOSTILE: &str = "<script>alert(1)</script>\"'&amp;\u{202e}x\u{1b}[1m\n</title>";

/// A home with promises to three people, mine and theirs, kept, late, broken, moved and open.
fn home() -> Home {
    let wide = "山".repeat(200);
    let mut home = Home::with_config("[standard.'<i>\"quick\"']\ndue = \"1 business day\"\n");
    home.at("2026-10-05T09:00:00+02:00");
    for (what, to, due) in [
        ("a", "Jane Ortiz", "6 oct 10:00"),
        ("b", HOSTILE, "6 oct"),
        ("c", wide.as_str(), "7 oct"),
        ("d", "Jane Ortiz", "8 oct"),
        ("e", "Jane Ortiz", "9 oct"),
        ("f", HOSTILE, "20 nov"),
    ] {
        home.ok(&["add", what, "--to", to, "--due", due, "--tag", "<b>"]);
    }
    home.ok(&["add", "g", "--to", HOSTILE, "--standard", "<i>\"quick\""]);
    home.ok(&["add", "h", "--from", HOSTILE, "--due", "7 oct"]);
    home.at("2026-10-07T13:00:00+02:00");
    home.ok(&["keep", "1", "--cause", "forgot", "--because", HOSTILE]);
    home.ok(&["break", "2", "--cause", "forgot", "--because", HOSTILE]);
    home.ok(&["keep", "3"]);
    home.ok(&["check", "3", "yes", "--rating", "4"]);
    home.ok(&[
        "reschedule",
        "4",
        "--due",
        "12 oct",
        "--cause",
        "overbooked",
        "--told",
    ]);
    home.at("2026-10-12T13:00:00+02:00");
    home.ok(&["keep", "4"]);
    home.at("2026-11-23T16:00:00+01:00");
    home
}

/// The page as XML, which is stricter than HTML.
fn parsed(page: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(page, options).unwrap_or_else(|error| panic!("{error}"))
}

fn named<'a>(document: &'a Document<'a>, tag: &str) -> Vec<Node<'a, 'a>> {
    let nodes = document.descendants();
    nodes.filter(|node| node.has_tag_name(tag)).collect()
}

/// Text and attributes, as a reader finds them.
fn words(document: &Document<'_>) -> String {
    let mut words = String::new();
    for node in document.descendants() {
        words.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default());
        for attribute in node.attributes() {
            words.push_str(&format!(" {} ", attribute.value()));
        }
        words.push(' ');
    }
    words.replace('\u{a0}', " ")
}

/// What every page holds to, however much is on it.
fn check_structure(page: &str) {
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    let lower = page.to_lowercase();
    for forbidden in [
        "http:",
        "https:",
        "<script",
        "<link",
        "<img",
        "<iframe",
        "src=",
        "@import",
        "onload=\"",
        "javascript:",
    ] {
        assert!(!lower.contains(forbidden), "{forbidden}");
    }
    let document = parsed(page);
    for tag in ["title", "main", "h1"] {
        let found = named(&document, tag);
        let of_page = |node: &&Node| !node.ancestors().any(|outer| outer.has_tag_name("svg"));
        assert_eq!(found.iter().filter(of_page).count(), 1, "{tag}");
    }
    // Headings in order: none is more than one level below the one before.
    let levels: Vec<u32> = document
        .descendants()
        .filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse().ok())
        .collect();
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "{levels:?}"
    );
    // Each chart says what it is, and stands beside its table.
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    for svg in named(&document, "svg") {
        if svg.attribute("aria-hidden") == Some("true") {
            continue;
        }
        assert_eq!(svg.attribute("role"), Some("img"));
        for id in svg.attribute("aria-labelledby").unwrap().split(' ') {
            assert!(ids.contains(&id), "{id}");
        }
        let figure = svg.ancestors().find(|node| node.has_tag_name("figure"));
        let figure = figure.expect("a figure around the chart");
        assert!(figure.descendants().any(|node| node.has_tag_name("table")));
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "ids are the page's own");
    for link in named(&document, "a") {
        let target = link.attribute("href").unwrap().trim_start_matches('#');
        assert!(ids.contains(&target), "{target}");
    }
    // Each row of a table is as long as its head.
    for table in named(&document, "table") {
        let mut lengths = table
            .descendants()
            .filter(|node| node.has_tag_name("tr"))
            .map(|row| row.children().filter(Node::is_element).count());
        let head = lengths.next().expect("a head");
        assert!(lengths.all(|length| length == head));
        assert!(table.descendants().any(|node| node.has_tag_name("caption")));
    }
}

/// Every count, denominator, length in seconds, day and name of a value.
fn leaves(value: &Value, key: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                leaves(value, key, found);
            }
        }
        Value::Array(values) => {
            for value in values {
                leaves(value, key, found);
            }
        }
        // Rates and means stand there as their parts, rounded.
        Value::Number(number) if number.is_f64() => {}
        Value::Number(number) if key.ends_with("seconds") => found.push(format!("PT{number}S")),
        Value::Number(number) => found.push(number.to_string()),
        Value::String(text) if ["since", "until", "direction", "by"].contains(&key) => {
            assert!(!text.is_empty());
        }
        Value::String(text) => found.push(text.clone()),
        _ => {}
    }
}

#[test]
fn every_figure_stands_on_the_page() {
    let home = home();
    let page = home.ok(&[&HTML[..], &["--group", "person"]].concat());
    check_structure(&page);
    let document = parsed(&page);
    let words = words(&document);
    let value = home.json(&["report", "--period", "quarter", "--group", "person"]);
    let mut found = Vec::new();
    leaves(&value, "", &mut found);
    assert!(found.len() > 300, "{}", found.len());
    let shown = |text: &str| {
        let text = text.replace('\u{202e}', "\\u{202e}");
        text.replace('\u{1b}', "\\x1b").replace('\n', "\\n")
    };
    let tokens: Vec<&str> = words.split(|char: char| !char.is_alphanumeric()).collect();
    for leaf in found {
        let leaf = shown(&leaf);
        let there = if leaf.chars().all(char::is_alphanumeric) {
            tokens.contains(&leaf.as_str())
        } else {
            words.contains(&leaf)
        };
        assert!(there, "{leaf} is not on the page");
    }
    // Each rate of the page's head, with what it is out of.
    let rate = &value["kept_rate"]["first"];
    let rate = format!("{} of {}", rate["count"], rate["of"]);
    assert!(words.contains(&rate), "{rate}");
    assert!(words.contains("As of Mon 23 Nov 2026 16:00 +01:00"));
}

#[test]
fn everything_that_text_says_is_said() {
    let home = home();
    let page = home.ok(&[&HTML[..], &["--group", "tag"]].concat());
    let document = parsed(&page);
    let words = words(&document);
    for said in [
        "How our word was kept, 1 Oct 2026 to 23 Nov 2026",
        "as first promised",
        "as negotiated",
        "Renegotiation hides",
        "too few to tell",
        "no data",
        "forgot",
        "overbooked",
        "not kept",
        "Tuesday",
        "backlog",
        "Promised to me",
        "told before the old deadline passed",
        "early by",
        "rating, from 1 to 5",
        "promises kept early or on time against the deadline as first promised",
    ] {
        assert!(words.contains(said), "{said}");
    }
}

#[test]
fn foreign_text_stays_text() {
    let home = home();
    for group in ["person", "tag", "cause", "standard"] {
        let page = home.ok(&[&HTML[..], &["--group", group]].concat());
        check_structure(&page);
        assert!(!page.contains(['\u{202e}', '\u{1b}']));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;"));
        assert!(page.contains("\\u{202e}x\\x1b[1m\\n&lt;/title&gt;"));
    }
    let page = home.ok(&[&HTML[..], &["--group", "person"]].concat());
    assert!(page.contains(&"山".repeat(200)));
}

#[test]
fn nothing_one_and_five() {
    let home = Home::new();
    let ran = home.run(&["report", "--format", "html"]);
    ran.status(0).stderr(
        "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n",
    );
    check_structure(&ran.stdout);
    assert!(
        ran.stdout
            .contains("No data: nothing was promised, due or settled in this time.")
    );
    assert!(!ran.stdout.contains("class=\"chart"));
    for count in 1..=5 {
        let what = format!("promise {count}");
        home.ok(&["add", &what, "--to", "Jane", "--due", "today"]);
        home.ok(&["keep", &count.to_string()]);
        let page = home.ok(&["report", "--format", "html"]);
        check_structure(&page);
        let page = page.replace('\u{a0}', " ");
        let rate = format!("{count} of {count}");
        assert_eq!(
            page.contains(&format!("{rate} (too few to tell)")),
            count < 5
        );
        assert!(page.contains(&rate));
    }
}

#[test]
fn a_page_is_the_same_each_time_and_changes_nothing() {
    let home = home();
    let before = home.bytes();
    assert_eq!(home.ok(&HTML), home.ok(&HTML));
    assert_eq!(home.bytes(), before);
}

#[test]
fn definitions_are_no_page_of_their_own() {
    Home::new()
        .run(&["report", "--explain", "--format", "html"])
        .stdout("")
        .stderr(
            "error: --explain is not printed as HTML\n\
             hint: the page says itself what each figure counts: leave out --explain\n",
        )
        .status(2);
}

#[test]
fn a_period_ahead_and_one_of_years() {
    let home = home();
    for arguments in [
        &["--since", "1 jan 2020", "--until", "31 dec 2026"][..],
        &["--until", "31 dec 2026", "--period", "year"],
        &["--since", "today"],
        &["--theirs"],
    ] {
        let page = home.ok(&[&["report", "--format", "html"], arguments].concat());
        check_structure(&page);
    }
}
