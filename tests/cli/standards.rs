//! `promise standards`, and `add --standard`: the same promise, made the same way every time.

use serde_json::{Value, json};

use crate::harness::Home;
use crate::life::{carried_over, one_step, refused, says};

/// A call back within four hours of work, and a quote within two days of it.
const STANDARDS: &str = "[standard.callback]\n\
    due = \"4 business hours\"\n\
    effort = \"15m\"\n\
    tags = [\"call\"]\n\
    [standard.quote]\n\
    due = \"2 business days\"\n";

/// The command that promises a call back under the standard, with some flags.
fn call<'a>(flags: &[&'a str]) -> Vec<&'a str> {
    let call = ["add", "Call", "--to", "Jane", "--standard", "callback"];
    [&call, flags].concat()
}

#[test]
fn the_list() {
    let home = Home::with_config(STANDARDS);
    says(
        &home,
        &["standards"],
        "name      due               effort  tags\n\
         callback  4 business hours  15 min  call\n\
         quote     2 business days\n",
    );
    says(
        &home,
        &["standards", "--format", "plain"],
        "callback\t4 business hours\t15\tcall\nquote\t2 business days\t\t\n",
    );
    says(
        &home,
        &["standards", "--format", "csv"],
        "name,due,effort_minutes,tags\n\
         callback,4 business hours,15,call\n\
         quote,2 business days,,\n",
    );
    assert_eq!(
        home.json(&["standards"]),
        json!([
            {"name": "callback", "due": "4 business hours", "effort_minutes": 15, "tags": ["call"], "remind": []},
            {"name": "quote", "due": "2 business days", "effort_minutes": null, "tags": [], "remind": []},
        ])
    );
    assert!(!home.database().exists(), "reading creates nothing");
}

#[test]
fn where_the_config_has_none() {
    let home = Home::new();
    says(
        &home,
        &["standards"],
        "The config has no standards: write a table [standard.NAME] there.\n",
    );
    says(&home, &["standards", "--json"], "[]\n");
    home.run(&call(&[]))
        .stdout("")
        .stderr(
            "error: no standard is called \"callback\"\n\
             hint: the config has none: write a table [standard.NAME] there\n",
        )
        .status(2);
    assert!(!home.database().exists());
}

/// Four hours of work from 16:00 are noon of the next working day; the record says under which
/// standard it was made.
#[test]
fn a_promise_under_a_standard() {
    let home = Home::with_config(STANDARDS);
    says(
        &home,
        &call(&[]),
        "Added 1: Call\n\
         \x20 to    Jane\n\
         \x20 due   Tue 24 Nov 2026 12:00 +01:00 (in 20 h)\n",
    );
    let shown = &home.json(&["show", "1"])[0];
    assert_eq!(shown["standard"], "callback");
    assert_eq!(shown["effort_minutes"], 15);
    assert_eq!(shown["tags"], json!(["call"]));
    assert!(home.ok(&["show", "1"]).contains("\n  standard  callback\n"));
    one_step(&home, &["keep", "1"]);
    carried_over(&home);
    let quote = &home.json(&["add", "Quote", "--to", "Jane", "--standard", "quote"])[0];
    assert_eq!(quote["due"], "2026-11-25T23:59:59+01:00");
    assert_eq!(quote["due_whole_day"], true);
    assert_eq!(quote["effort_minutes"], Value::Null);
    let other = &home.json(&["add", "Order", "--to", "Jane", "--due", "friday"])[0];
    assert_eq!(other.get("standard"), Some(&Value::Null));
}

/// What is said on the command line counts more; tags come together.
#[test]
fn what_is_said_beside_it() {
    let home = Home::with_config(STANDARDS);
    let said = ["--due", "friday", "--effort", "1h", "--tag", "x"];
    let added = &home.json(&call(&said))[0];
    assert_eq!(added["due"], "2026-11-27T23:59:59+01:00");
    assert_eq!(added["effort_minutes"], 60);
    assert_eq!(added["tags"], json!(["call", "x"]));
    assert_eq!(added["standard"], "callback");
    // The default deadline of the config is for what has no standard.
    home.write_config(&format!("[due]\ndefault = \"friday\"\n{STANDARDS}"));
    let added = &home.json(&call(&[]))[0];
    assert_eq!(added["due"], "2026-11-24T12:00:00+01:00");
    // A series is due by its own rule; the rest of the standard holds for each occurrence.
    let added = &home.json(&call(&["--every", "friday 16:00"]))[0];
    assert_eq!(added["due"], "2026-11-27T16:00:00+01:00");
    let kept = home.json(&["keep", "3"]);
    assert_eq!(kept[1]["standard"], "callback");
    assert_eq!(kept[1]["effort_minutes"], 15);
    assert_eq!(kept[1]["tags"], json!(["call"]));
}

/// The hours of work are those of the config: its week, its hours and its holidays.
#[test]
fn hours_of_work() {
    let table = [
        ("", "2026-11-24T12:00:00+01:00"),
        (
            "[workday]\nholidays = [\"2026-11-24\"]\n",
            "2026-11-25T12:00:00+01:00",
        ),
        (
            "[workday]\nstart = \"08:00\"\nend = \"18:00\"\n",
            "2026-11-24T10:00:00+01:00",
        ),
    ];
    for (config, due) in table {
        let home = Home::with_config(&format!("{config}{STANDARDS}"));
        assert_eq!(home.json(&call(&[]))[0]["due"], due, "{config}");
    }
    // A week that starts on Sunday: Thursday afternoon is continued on Sunday, across the end of
    // summer time.
    let sunday = "[workday]\ndays = [\"sun\", \"mon\", \"tue\", \"wed\", \"thu\"]\n";
    let mut home = Home::with_config(&format!("{sunday}{STANDARDS}"));
    home.at("2026-10-22T16:00:00+02:00");
    let added = &home.json(&call(&[]))[0];
    assert_eq!(added["due"], "2026-10-25T12:00:00+01:00");
}

/// What was promised stays so when the standard is gone or another.
#[test]
fn a_standard_that_changes_later() {
    let home = Home::with_config(STANDARDS);
    home.ok(&call(&[]));
    let before = home.json(&["show", "1"]);
    home.write_config("[standard.callback]\ndue = \"1 business hour\"\neffort = \"2h\"\n");
    assert_eq!(home.json(&["show", "1"]), before);
    home.write_config("");
    assert_eq!(home.json(&["show", "1"]), before);
}

#[test]
fn what_is_refused() {
    let home = Home::with_config(STANDARDS);
    home.ok(&call(&[]));
    let known = "hint: the standards are callback, quote\n";
    refused(
        &home,
        &[
            (
                &["add", "Call", "--to", "Jane", "--standard", "nope"],
                &format!("error: no standard is called \"nope\"\n{known}"),
                2,
            ),
            (
                &["add", "Call", "--to", "Jane", "--standard", ""],
                &format!("error: no standard is called \"\"\n{known}"),
                2,
            ),
            (
                &["add", "Call", "--standard", "callback"],
                "error: say to whom it is promised\n\
                 hint: --to NAME, or --from NAME for a promise made to you\n",
                2,
            ),
        ],
    );
    let ran = home.run(&["standards", "callback"]);
    assert!(
        ran.stderr
            .starts_with("error: unexpected argument 'callback' found\n")
    );
    ran.stdout("").status(2);
}
