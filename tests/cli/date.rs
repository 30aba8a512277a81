//! `promise date`: how a phrase is understood. What phrases mean is tested with the grammar.

use serde_json::json;

use crate::harness::Home;

#[test]
fn as_understood() {
    let home = Home::new();
    let table: [(&[&str], &str); 7] = [
        (
            &["tomorrow 1pm"],
            "Tue 24 Nov 2026 13:00 +01:00 (in 21 h)\n",
        ),
        (
            &["tomorrow", "1pm"],
            "Tue 24 Nov 2026 13:00 +01:00 (in 21 h)\n",
        ),
        (&["friday"], "Fri 27 Nov 2026 all day +01:00 (in 4 days)\n"),
        (
            &["in", "2", "hours"],
            "Mon 23 Nov 2026 18:00 +01:00 (in 2 h)\n",
        ),
        (
            &["4 business hours"],
            "Tue 24 Nov 2026 12:00 +01:00 (in 20 h)\n",
        ),
        (
            &["2026-12-03T17:00"],
            "Thu 3 Dec 2026 17:00 +01:00 (in 10 days)\n",
        ),
        (
            &["end of month"],
            "Mon 30 Nov 2026 all day +01:00 (in 7 days)\n",
        ),
    ];
    for (words, line) in table {
        let mut arguments = vec!["date"];
        arguments.extend(words);
        home.run(&arguments).stdout(line).stderr("").status(0);
    }
    assert!(!home.path().join(".local").exists(), "nothing is recorded");
}

#[test]
fn formats() {
    let home = Home::new();
    let friday = json!({
        "phrase": "friday",
        "due": "2026-11-27T23:59:59+01:00",
        "whole_day": true,
        "zone": "Europe/Berlin",
        "kind": "day",
    });
    // Flags stand before or after the phrase.
    for arguments in [
        &["--json", "date", "friday"][..],
        &["date", "friday", "--json"],
    ] {
        let text = home.ok(arguments);
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value, friday);
    }
    let line = "friday\t2026-11-27T23:59:59+01:00\ttrue\tEurope/Berlin\tday\n";
    home.run(&["date", "--format", "plain", "friday"])
        .stdout(line)
        .status(0);
    home.run(&["date", "--format", "csv", "friday"])
        .stdout(&format!(
            "phrase,due,whole_day,zone,kind\n{}",
            line.replace('\t', ",")
        ))
        .status(0);
    home.run(&["date", "--format", "jsonl", "friday"])
        .stdout(&format!("{friday}\n"))
        .status(0);
}

/// The place where reading stopped, and what to say instead.
#[test]
fn refused() {
    let home = Home::new();
    let table = [
        (
            "tomorrow 13pm",
            "error: hour 13 with pm\n  tomorrow 13pm\n           ^^^^\n\
             hint: say a time such as \"1pm\", \"13:00\" or \"noon\"\n",
        ),
        (
            "1/12",
            "error: \"1/12\" could be Tue 1 Dec 2026 or Tue 12 Jan 2027\n  1/12\n  ^^^^\n\
             hint: name the month, as in \"3 Dec\", or set date_order in the config\n",
        ),
        (
            "today 9am",
            "error: \"today 9am\" has passed: it is Mon 23 Nov 2026 09:00 +01:00\n  \
             today 9am\n  ^^^^^^^^^\n\
             hint: say \"tomorrow\" with the time; for a promise made earlier add --made\n",
        ),
        (
            "1pm their time",
            "error: their time: whose?\n  1pm their time\n      ^^^^^^^^^^\n\
             hint: name the person with --to or --from, or the zone: \"1pm Europe/London\"\n",
        ),
    ];
    for (phrase, stderr) in table {
        home.run(&["date", phrase])
            .stdout("")
            .stderr(stderr)
            .status(2);
    }
    for phrase in ["", "   ", "\u{1b}[31m", "🎉", "-1 days"] {
        let ran = home.run(&["date", "--", phrase]);
        ran.stdout("").status(2);
        assert!(ran.stderr.starts_with("error: "), "{ran:?}");
        assert!(!ran.stderr.contains('\u{1b}'), "{ran:?}");
    }
    home.run(&["date"]).stdout("").status(2);
}

/// Each line on its own: the ones that are refused are named, the others are shown.
#[test]
fn phrases_on_standard_input() {
    let home = Home::new();
    home.run_with(&["date", "-"], "friday\n\nin 2 hours\n")
        .stdout(
            "friday: Fri 27 Nov 2026 all day +01:00 (in 4 days)\n\
             in 2 hours: Mon 23 Nov 2026 18:00 +01:00 (in 2 h)\n",
        )
        .stderr("")
        .status(0);
    home.run_with(&["date", "-"], "friday\ntomorrow 13pm\nin 2 hours")
        .stdout(
            "friday: Fri 27 Nov 2026 all day +01:00 (in 4 days)\n\
             in 2 hours: Mon 23 Nov 2026 18:00 +01:00 (in 2 h)\n",
        )
        .stderr(
            "warning: line 2: \"tomorrow 13pm\": hour 13 with pm\nerror: 1 phrase was refused\n",
        )
        .status(2);
    home.run_with(&["date", "-", "--json"], "")
        .stdout("[]\n")
        .stderr("")
        .status(0);
    let ran = home.run_with(&["date", "--json", "-"], "friday\r\ntomorrow\n");
    ran.stderr("").status(0);
    let values: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(values[0]["due"], "2026-11-27T23:59:59+01:00");
    assert_eq!(values[1]["due"], "2026-11-24T23:59:59+01:00");
}

#[test]
fn their_time() {
    let home = Home::new();
    home.ok(&[
        "people",
        "add",
        "Jane Ortiz",
        "--zone",
        "America/Chicago",
        "--alias",
        "Janey",
    ]);
    home.ok(&["people", "add", "Bob"]);
    let both = "note: Mon 23 Nov 13:00 for Jane Ortiz (America/Chicago) is \
                Mon 23 Nov 20:00 here (Europe/Berlin)\n";
    let theirs = "Mon 23 Nov 2026 13:00 -06:00 (in 4 h)\n";
    for name in ["Jane Ortiz", "JANE  ortiz", "janey"] {
        home.run(&["date", "--to", name, "1pm their time"])
            .stdout(theirs)
            .stderr(both)
            .status(0);
    }
    home.run(&["date", "1pm their time", "--to", "janey"])
        .stdout(theirs)
        .stderr(both)
        .status(0);
    home.run_with(&["date", "--to", "janey", "-"], "1pm their time\n")
        .stdout(&format!("1pm their time: {theirs}"))
        .stderr(&both.replace("note: ", "note: line 1: "))
        .status(0);
    home.run(&["date", "--to", "Bob", "1pm their time"])
        .stdout("")
        .stderr(
            "error: no time zone is known for Bob\n  1pm their time\n      ^^^^^^^^^^\n\
             hint: record it: promise people add \"Bob\" --zone ZONE\n",
        )
        .status(2);
}

/// The clock and the zone are the ones given.
#[test]
fn clock_and_zone() {
    let mut home = Home::new();
    home.at("2026-07-03T10:00:00Z")
        .set("TZ", "America/New_York");
    home.run(&["date", "tomorrow 1pm"])
        .stdout("Sat 4 Jul 2026 13:00 -04:00 (in 31 h)\n")
        .stderr("")
        .status(0);
    // A time that a clock change skips, and one that happens twice: both are said.
    home.at("2026-03-28T10:00:00+01:00")
        .set("TZ", "Europe/Berlin");
    let ran = home.run(&["date", "tomorrow 02:30"]);
    ran.stdout("Sun 29 Mar 2026 03:00 +02:00 (in 16 h)\n")
        .status(0);
    assert!(ran.stderr.starts_with("note: "), "{ran:?}");
    home.at("2026-10-24T10:00:00+02:00");
    let ran = home.run(&["date", "tomorrow 02:30"]);
    ran.stdout("Sun 25 Oct 2026 02:30 +02:00 (in 16 h)\n")
        .status(0);
    assert!(ran.stderr.starts_with("note: "), "{ran:?}");
}
