//! `promise add`: what is recorded, and what is printed of it.

use serde_json::{Value, json};

use crate::harness::Home;

/// What `add` prints, on stdout, for the first promise of a home, with its deadline in words.
fn card(what: &str, to: &str, due: &str) -> String {
    format!("Added 1: {what}\n  to    {to}\n  due   {due}\n")
}

/// The one promise in a home, as JSON.
fn only(home: &Home) -> Value {
    let list = home.json(&["list", "--all"]);
    assert_eq!(list.as_array().map(Vec::len), Some(1), "{list}");
    list[0].clone()
}

#[test]
fn the_number_what_to_whom_and_the_deadline() {
    let home = Home::new();
    home.run(&[
        "add",
        "Send the revised quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "tomorrow 1pm",
    ])
    .stdout(
        "Added 1: Send the revised quote\n\
         \x20 to    Jane Ortiz\n\
         \x20 due   Tue 24 Nov 2026 13:00 +01:00 (in 21 h)\n",
    )
    .stderr("")
    .status(0);
    assert!(home.database().exists());
}

/// The weekday, the date, the time, the offset and the distance, however it was said.
#[test]
fn the_deadline_as_understood() {
    let table = [
        ("today", "Mon 23 Nov 2026 end of day +01:00 (today)"),
        ("tomorrow", "Tue 24 Nov 2026 end of day +01:00 (tomorrow)"),
        ("friday", "Fri 27 Nov 2026 end of day +01:00 (in 4 days)"),
        ("in 30 min", "Mon 23 Nov 2026 16:30 +01:00 (in 30 min)"),
        ("in 2 hours", "Mon 23 Nov 2026 18:00 +01:00 (in 2 h)"),
        ("4 business hours", "Tue 24 Nov 2026 12:00 +01:00 (in 20 h)"),
        (
            "2 business days",
            "Wed 25 Nov 2026 end of day +01:00 (in 2 days)",
        ),
        (
            "2026-12-03T09:00",
            "Thu 3 Dec 2026 09:00 +01:00 (in 9 days)",
        ),
        (
            "end of month",
            "Mon 30 Nov 2026 end of day +01:00 (in 7 days)",
        ),
        ("1 July 9:30", "Thu 1 Jul 2027 09:30 +02:00 (in 219 days)"),
    ];
    for (phrase, due) in table {
        for flag in ["--due", "--by"] {
            let home = Home::new();
            home.run(&["add", "Call", "--to", "Jane", flag, phrase])
                .stdout(&card("Call", "Jane", due))
                .stderr("")
                .status(0);
        }
    }
}

/// Said on a Monday it is the next one; the user is told.
#[test]
fn a_remark_about_the_phrase_goes_to_stderr() {
    let home = Home::new();
    home.run(&["add", "Call", "--to", "Jane", "--due", "monday"])
        .stdout(&card(
            "Call",
            "Jane",
            "Mon 30 Nov 2026 end of day +01:00 (in 7 days)",
        ))
        .stderr("note: today is Monday: Mon 30 Nov 2026 is taken\n")
        .status(0);
}

#[test]
fn the_zone_is_of_the_environment_or_else_of_the_config() {
    let table = [
        (
            "Europe/Berlin",
            "",
            "Tue 24 Nov 2026 13:00 +01:00 (in 21 h)",
        ),
        (
            "America/New_York",
            "",
            "Tue 24 Nov 2026 13:00 -05:00 (in 27 h)",
        ),
        ("UTC", "", "Tue 24 Nov 2026 13:00 +00:00 (in 22 h)"),
        (
            "",
            "time_zone = \"Asia/Tokyo\"\n",
            "Wed 25 Nov 2026 13:00 +09:00 (in 37 h)",
        ),
        (
            "UTC",
            "time_zone = \"Asia/Tokyo\"\n",
            "Tue 24 Nov 2026 13:00 +00:00 (in 22 h)",
        ),
    ];
    for (zone, config, due) in table {
        let mut home = Home::with_config(config);
        home.set("TZ", zone);
        home.run(&["add", "Call", "--to", "Jane", "--due", "tomorrow 1pm"])
            .stdout(&card("Call", "Jane", due))
            .status(0);
    }
}

#[test]
fn a_zone_in_the_phrase_is_kept_and_both_times_are_told() {
    let home = Home::new();
    home.run(&[
        "add",
        "Quote",
        "--to",
        "Jane",
        "--due",
        "tomorrow 1pm Europe/London",
    ])
    .stdout(&card(
        "Quote",
        "Jane",
        "Tue 24 Nov 2026 13:00 +00:00 (in 22 h)",
    ))
    .stderr("note: Tue 24 Nov 13:00 in Europe/London is Tue 24 Nov 14:00 here (Europe/Berlin)\n");
    assert_eq!(only(&home)["zone"], "Europe/London");
    assert_eq!(only(&home)["due"], "2026-11-24T13:00:00+00:00");
}

#[test]
fn their_time_is_the_persons() {
    let home = Home::new();
    home.ok(&["people", "add", "Ann Lee", "--zone", "America/Chicago"]);
    home.run(&[
        "add",
        "Quote",
        "--to",
        "ann lee",
        "--due",
        "tomorrow 1pm their time",
    ])
    .stdout(&card(
        "Quote",
        "Ann Lee",
        "Tue 24 Nov 2026 13:00 -06:00 (in 28 h)",
    ))
    .stderr(
        "note: Tue 24 Nov 13:00 in Ann Lee's time (America/Chicago) is Tue 24 Nov 20:00 here \
         (Europe/Berlin)\n",
    );
}

#[test]
fn hours_of_half_a_day() {
    let home = Home::with_config("[output]\n24h = false\n");
    home.run(&["add", "Call", "--to", "Jane", "--due", "tomorrow 13:00"])
        .stdout(&card(
            "Call",
            "Jane",
            "Tue 24 Nov 2026 1:00 pm +01:00 (in 21 h)",
        ));
}

#[test]
fn several_words_are_one_description() {
    let orders: [&[&str]; 3] = [
        &[
            "add", "Call", "back", "about it", "--to", "Jane", "--by", "friday",
        ],
        &[
            "add", "--to", "Jane", "--by", "friday", "Call", "back", "about it",
        ],
        &[
            "add", "Call", "--to", "Jane", "back", "--by", "friday", "about it",
        ],
    ];
    for arguments in orders {
        let home = Home::new();
        home.run(arguments)
            .stdout(&card(
                "Call back about it",
                "Jane",
                "Fri 27 Nov 2026 end of day +01:00 (in 4 days)",
            ))
            .stderr("")
            .status(0);
    }
}

/// What looks like a date, a tag or a flag is text, down to the spaces around it.
#[test]
fn the_description_is_taken_literally() {
    let long = "x".repeat(4096);
    let table = [
        "tomorrow 1pm to Bob #urgent @jane +1",
        "  spaces  around  ",
        "'; DROP TABLE promises; --",
        "Zoë 王小明 👩‍🚀",
        "back\\slash \"quotes\" %s {} $HOME",
        long.as_str(),
    ];
    for what in table {
        let home = Home::new();
        home.run(&["add", "--to", "Jane", "--due", "friday", "--", what])
            .stdout(&card(
                what,
                "Jane",
                "Fri 27 Nov 2026 end of day +01:00 (in 4 days)",
            ))
            .stderr("")
            .status(0);
        assert_eq!(only(&home)["what"], what);
    }
}

#[test]
fn a_promise_made_to_me() {
    let home = Home::new();
    home.run(&["add", "Contract", "--from", "Beta Corp", "--due", "friday"])
        .stdout(
            "Added 1: Contract\n\
             \x20 from  Beta Corp\n\
             \x20 due   Fri 27 Nov 2026 end of day +01:00 (in 4 days)\n",
        )
        .stderr("");
    let promise = only(&home);
    assert_eq!(promise["direction"], "theirs");
    assert_eq!(promise["from"], "Beta Corp");
    assert_eq!(promise["to"], Value::Null);
}

#[test]
fn every_flag_is_recorded() {
    let home = Home::new();
    home.run(&[
        "add",
        "Quote",
        "--to",
        "Jane",
        "--due",
        "friday",
        "--owner",
        "Kim",
        "--via",
        "call",
        "--tag",
        "vip",
        "--tag",
        "quotes",
        "--tag",
        "vip",
        "--effort",
        "1h30m",
        "--note",
        "she is in a hurry",
        "--made",
        "today 9am",
        "--key",
        "crm-17",
    ])
    .stderr("")
    .status(0);
    let promise = only(&home);
    let expected = json!({
        "owner": "Kim", "via": "call", "tags": ["quotes", "vip"], "effort_minutes": 90,
        "made_at": "2026-11-23T09:00:00+01:00", "key": "crm-17",
        "notes": [{"at": "2026-11-23T16:00:00+01:00", "text": "she is in a hurry"}],
    });
    for (key, value) in expected.as_object().expect("an object") {
        assert_eq!(&promise[key], value, "{key}");
    }
}

#[test]
fn efforts() {
    let table = [("45m", 45), ("2h", 120), ("1h30m", 90), ("1.5 hours", 90)];
    for (effort, minutes) in table {
        let home = Home::new();
        home.ok(&[
            "add", "Call", "--to", "Jane", "--due", "friday", "--effort", effort,
        ]);
        assert_eq!(only(&home)["effort_minutes"], minutes, "{effort}");
    }
}

/// What was promised yesterday and missed can still be recorded: it is overdue at once.
#[test]
fn recorded_after_the_fact() {
    let home = Home::new();
    home.run(&[
        "add",
        "Call back",
        "--to",
        "Jane",
        "--made",
        "yesterday 3pm",
        "--due",
        "yesterday 5pm",
    ])
    .stdout(&card(
        "Call back",
        "Jane",
        "Sun 22 Nov 2026 17:00 +01:00 (23 h late)",
    ))
    .stderr("")
    .status(0);
    let promise = only(&home);
    assert_eq!(promise["made_at"], "2026-11-22T15:00:00+01:00");
    assert_eq!(promise["overdue"], true);
    assert_eq!(promise["seconds_late"], 23 * 3600);
}

/// A day says of the making no more than the day: a deadline on it is possible.
#[test]
fn made_and_due_on_the_same_past_day() {
    let home = Home::new();
    home.run(&[
        "add",
        "Call back",
        "--to",
        "Jane",
        "--made",
        "yesterday",
        "--due",
        "yesterday 5pm",
    ])
    .stdout(&card(
        "Call back",
        "Jane",
        "Sun 22 Nov 2026 17:00 +01:00 (23 h late)",
    ))
    .status(0);
}

#[test]
fn the_default_deadline_of_the_config() {
    let home = Home::with_config("[due]\ndefault = \"2 business days\"\n");
    home.run(&["add", "Call", "--to", "Jane"])
        .stdout(&card(
            "Call",
            "Jane",
            "Wed 25 Nov 2026 end of day +01:00 (in 2 days)",
        ))
        .stderr("")
        .status(0);
    home.run(&["add", "Call", "--to", "Jane", "--due", "friday"])
        .stdout(
            "Added 2: Call\n\
             \x20 to    Jane\n\
             \x20 due   Fri 27 Nov 2026 end of day +01:00 (in 4 days)\n",
        );
}

/// A name is a person's whatever its case and spacing, and by an alias.
#[test]
fn a_person_who_is_known() {
    let home = Home::new();
    home.ok(&["people", "add", "Jane Ortiz", "--alias", "JO"]);
    for (number, name) in ["Jane Ortiz", "  jane   ORTIZ ", "jo"].iter().enumerate() {
        home.run(&["add", "Call", "--to", name, "--due", "friday"])
            .stdout(&format!(
                "Added {}: Call\n  to    Jane Ortiz\n  \
                 due   Fri 27 Nov 2026 end of day +01:00 (in 4 days)\n",
                number + 1
            ))
            .stderr("");
    }
    assert_eq!(home.json(&["people"]).as_array().map(Vec::len), Some(1));
}

/// Perhaps a slip, perhaps another person: it is recorded as typed, and the user is told.
#[test]
fn a_new_name_close_to_a_known_one() {
    let home = Home::new();
    home.ok(&["add", "Quote", "--to", "Jane Ortiz", "--due", "friday"]);
    home.run(&["add", "Call", "--to", "Jane Ortis", "--due", "friday"])
        .stdout(
            "Added 2: Call\n\
             \x20 to    Jane Ortis\n\
             \x20 due   Fri 27 Nov 2026 end of day +01:00 (in 4 days)\n",
        )
        .stderr(
            "hint: \"Jane Ortis\" is new, and close to \"Jane Ortiz\"; if they are one, \
             promise edit 2 --to \"Jane Ortiz\"\n",
        )
        .status(0);
    // The hint is of use as it stands.
    home.run(&["edit", "2", "--to", "Jane Ortiz"])
        .stderr("")
        .status(0);
    home.run(&["add", "Call", "--to", "Bob", "--due", "friday"])
        .stderr("")
        .status(0);
}

/// Numbers go up by one, and are never used again, not even after an undo.
#[test]
fn numbers_are_for_ever() {
    let home = Home::new();
    let add = || home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    assert!(add().starts_with("Added 1: "));
    assert!(add().starts_with("Added 2: "));
    home.ok(&["undo"]);
    assert!(add().starts_with("Added 3: "));
}
