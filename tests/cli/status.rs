//! `promise status`: a line for a prompt, which agrees with `promise due`.

use serde_json::{Value, json};

use crate::harness::Home;

/// Two late, one due today, one coming, two that others owe, one to ask.
fn home() -> Home {
    let mut home = Home::new();
    home.at("2026-11-23T09:00:00+01:00");
    let add = |what: &str, due: &str| home.ok(&["add", what, "--to", "Jane", "--due", due]);
    add("a", "today 10:00");
    add("b", "today 15:59:59");
    add("c", "today");
    add("d", "tomorrow 13:00");
    add("e", "in 30 days");
    add("f", "friday");
    home.ok(&["add", "g", "--from", "Beta", "--due", "today 11:00"]);
    home.ok(&["add", "h", "--from", "Beta", "--due", "tomorrow"]);
    home.ok(&["keep", "6", "--check", "tomorrow"]);
    home.at("2026-11-23T16:00:00+01:00");
    home
}

#[test]
fn a_short_line() {
    let mut home = home();
    home.run(&["status"])
        .stdout("2 late, 1 today\n")
        .stderr("")
        .status(0);
    for (name, value) in [("LANG", "de_DE.UTF-8"), ("LC_ALL", "C.utf8")] {
        home.set(name, value);
        home.run(&["status"]).stdout("2 late · 1 today\n");
        home.set(name, "");
    }
    // The first that is set counts.
    home.set("LANG", "C.UTF-8").set("LC_ALL", "C");
    home.run(&["status"]).stdout("2 late, 1 today\n");
    home.ok(&["keep", "1", "2"]);
    home.run(&["status"]).stdout("1 today\n");
    home.at("2026-11-24T00:00:00+01:00");
    home.run(&["status"]).stdout("1 late, 1 today\n");
}

#[test]
fn nothing_is_nothing() {
    let home = Home::new();
    for arguments in [&["status"][..], &["status", "--template", "{late} late"]] {
        home.run(arguments).stdout("").stderr("").status(0);
    }
    assert!(home.bytes().is_empty(), "reading makes nothing");
    let none = json!({"late": 0, "today": 0, "coming": 0, "waiting": 0, "checks": 0});
    assert_eq!(home.json(&["status"]), none);
    home.ok(&["add", "e", "--to", "Jane", "--due", "in 30 days"]);
    let before = home.bytes();
    home.run(&["status"]).stdout("").stderr("").status(0);
    assert_eq!(home.json(&["status"]), none);
    assert_eq!(home.bytes(), before);
}

#[test]
fn templates() {
    let home = home();
    let table = [
        ("{late} late, {today} today", "2 late, 1 today\n"),
        ("{coming}/{waiting}/{checks}", "1/2/1\n"),
        ("promises {{{late}}}\\t!", "promises {2}\t!\n"),
        ("always", "always\n"),
    ];
    for (template, line) in table {
        let ran = home.run(&["status", "--template", template]);
        ran.stdout(line).stderr("").status(0);
    }
    let unknown = "error: there is no count \"lates\"\n\
                   hint: did you mean {late}?\n";
    // On a quiet day, too.
    for home in [&home, &Home::new()] {
        home.run(&["status", "--template", "{lates}"])
            .stdout("")
            .stderr(unknown)
            .status(2);
    }
    home.run(&["status", "--template", "{late"])
        .stdout("")
        .stderr("error: the template is not understood: a { is not closed; a brace itself is {{\n")
        .status(2);
    home.run(&["status", "--template", "{customers}"])
        .stdout("")
        .stderr(
            "error: there is no count \"customers\"\n\
             hint: the placeholders are late, today, coming, waiting, checks\n",
        )
        .status(2);
    home.run(&["status", "--template", "{late:%F}"])
        .stdout("")
        .stderr("error: late is no time, and takes no format\nhint: write {late}\n")
        .status(2);
}

#[test]
fn for_programs() {
    let home = home();
    let counts = json!({"late": 2, "today": 1, "coming": 1, "waiting": 2, "checks": 1});
    assert_eq!(home.json(&["status"]), counts);
    home.run(&["status", "--format", "plain"])
        .stdout("2\t1\t1\t2\t1\n");
    home.run(&["status", "--format", "csv"])
        .stdout("late,today,coming,waiting,checks\n2,1,1,2,1\n");
    let lines = home.ok(&["status", "--format", "jsonl"]);
    assert_eq!(serde_json::from_str::<Value>(&lines).expect("JSON"), counts);
    // A prompt is no result of a program, whatever the config says.
    home.write_config("[output]\nformat = \"json\"\n");
    home.run(&["status"]).stdout("2 late, 1 today\n");
}

/// The sections of `promise due`, whatever the zone, the moment and the horizon.
#[test]
fn it_agrees_with_due() {
    let mut home = home();
    home.set("TZ", "Pacific/Kiritimati");
    home.ok(&["add", "far", "--to", "Ann", "--due", "tomorrow"]);
    home.ok(&["add", "far", "--from", "Ann", "--due", "tomorrow 01:00"]);
    home.set("TZ", "America/Los_Angeles");
    home.ok(&[
        "add", "near", "--to", "Ann", "--due", "today", "--owner", "Kim",
    ]);
    home.ok(&["add", "near", "--to", "Ann", "--due", "tomorrow 23:00"]);
    for config in [
        "",
        "[due]\nhorizon = \"end of next week\"\n",
        "[due]\nhorizon = \"1 hour\"\n",
    ] {
        home.write_config(config);
        for zone in [
            "Europe/Berlin",
            "Pacific/Kiritimati",
            "America/Los_Angeles",
            "UTC",
        ] {
            home.set("TZ", zone);
            for now in [
                "23T16:00:00",
                "23T23:59:59",
                "24T00:00:00",
                "24T13:00:01",
                "26T12:00:00",
            ] {
                home.at(&format!("2026-11-{now}+01:00"));
                let due = home.json(&["due"]);
                let count = |section: &str| due[section].as_array().map(Vec::len);
                let listed = json!({
                    "late": count("overdue"), "today": count("today"), "coming": count("coming"),
                    "waiting": count("waiting_on"), "checks": count("checks"),
                });
                assert_eq!(home.json(&["status"]), listed, "{config} {zone} {now}");
                // What is not shown is not counted, which changes nothing that is.
                let few = home.ok(&["status", "--template", "{late} {today}."]);
                let shown = match (&listed["late"], &listed["today"]) {
                    (late, today) if *late == json!(0) && late == today => String::new(),
                    (late, today) => format!("{late} {today}.\n"),
                };
                assert_eq!(few, shown, "{config} {zone} {now}");
                let waiting = home.ok(&["status", "--template", "is {waiting}"]);
                let shown = match &listed["waiting"] {
                    none if *none == json!(0) => String::new(),
                    some => format!("is {some}\n"),
                };
                assert_eq!(waiting, shown, "{config} {zone} {now}");
            }
        }
    }
}
