//! `promise add`: what is recorded, and what is printed of it.

use std::process::Command;

use serde_json::{Value, json};

use crate::harness::Home;

/// What `add` prints, on stdout, for the first promise of a home, with its deadline in words.
pub fn card(what: &str, to: &str, due: &str) -> String {
    format!("Added 1: {what}\n  to    {to}\n  due   {due}\n")
}

/// The one promise in a home, as JSON.
pub fn only(home: &Home) -> Value {
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
                "Fri 27 Nov 2026 all day +01:00 (in 4 days)",
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
                "Fri 27 Nov 2026 all day +01:00 (in 4 days)",
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
             \x20 due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n",
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
        "notes": [{"at": "2026-11-23T16:00:00+01:00", "text": "she is in a hurry", "told": false, "teller": null}],
    });
    for (key, value) in expected.as_object().expect("an object") {
        assert_eq!(&promise[key], value, "{key}");
    }
}

/// I am nobody else, whether by that word or by my name.
#[test]
fn the_owner_is_me() {
    for config in ["", "me = \"Sam Hill\"\n"] {
        let home = Home::with_config(config);
        let me = if config.is_empty() {
            Value::Null
        } else {
            "Sam Hill".into()
        };
        let mut owners = vec!["me", "ME"];
        if !config.is_empty() {
            owners.push("sam  hill");
        }
        for owner in &owners {
            let added = home.json(&[
                "add", "Call", "--to", "Jane", "--due", "friday", "--owner", owner,
            ]);
            assert_eq!(added[0]["owner"], me, "--owner {owner}, config {config:?}");
        }
        let mine = home.json(&["list", "--owner", "me"]);
        assert_eq!(mine.as_array().map(Vec::len), Some(owners.len()));
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

/// A name is a person's whatever its case and spacing, and by an alias.
#[test]
fn a_person_who_is_known() {
    let home = Home::new();
    home.ok(&["people", "add", "Jane Ortiz", "--alias", "JO"]);
    for (number, name) in ["Jane Ortiz", "  jane   ORTIZ ", "jo"].iter().enumerate() {
        home.run(&["add", "Call", "--to", name, "--due", "friday"])
            .stdout(&format!(
                "Added {}: Call\n  to    Jane Ortiz\n  \
                 due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n",
                number + 1
            ))
            .stderr("");
    }
    assert_eq!(home.json(&["people"]).as_array().map(Vec::len), Some(1));
}

/// Names that look the same are the same, however their accents are encoded.
#[test]
fn a_person_whose_accents_are_encoded_otherwise() {
    let home = Home::new();
    let (composed, decomposed) = ("Jos\u{e9} \u{c5}", "Jose\u{301} A\u{30a}");
    home.ok(&["add", "Quote", "--to", composed, "--due", "friday"]);
    home.run(&["add", "Call", "--to", decomposed, "--due", "friday"])
        .stdout(&format!(
            "Added 2: Call\n  to    {composed}\n  \
             due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n"
        ))
        .stderr("")
        .status(0);
    let list = home.json(&["list", "--to", decomposed]);
    assert_eq!(list.as_array().map(Vec::len), Some(2));
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
             \x20 due   Fri 27 Nov 2026 all day +01:00 (in 4 days)\n",
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
    // A first name alone is the commonest slip; the closest of several is named.
    for (name, close) in [
        ("Jane", "Jane Ortiz"),
        ("jane ortizz", "Jane Ortiz"),
        ("Jan Ortiz", "Jane Ortiz"),
    ] {
        let ran = home.run(&["add", "Call", "--to", name, "--due", "friday"]);
        ran.status(0);
        let hint = format!("hint: \"{name}\" is new, and close to \"{close}\"; ");
        assert!(ran.stderr.starts_with(&hint), "{ran:?}");
        home.ok(&["undo"]);
    }
    for name in ["Bob", "Janet Smith", "Ortega", "J"] {
        home.run(&["add", "Call", "--to", name, "--due", "friday"])
            .stderr("")
            .status(0);
    }
}

/// What a hint says to type can be typed as it stands, whatever the name holds.
#[test]
fn the_hint_can_be_pasted() {
    for known in [
        "Jane Ortiz",
        "Jane \"JO\" Ortiz",
        "Jane O'Ortiz",
        "Jane $(touch pasted) `id` \\ Ortiz",
    ] {
        let home = Home::new();
        home.ok(&["add", "Quote", "--to", known, "--due", "friday"]);
        let typed = format!("{known}s");
        let ran = home.run(&["add", "Call", "--to", &typed, "--due", "friday"]);
        let (_, command) = ran.stderr.split_once("if they are one, ").expect("a hint");
        let plain = home.command::<&str>(&[]);
        let variables = plain
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?)));
        let ran = Command::new("/bin/sh")
            .arg("-c")
            .arg(command.replacen("promise", env!("CARGO_BIN_EXE_promise"), 1))
            .env_clear()
            .envs(variables)
            .current_dir(home.path())
            .output()
            .expect("a shell");
        assert!(ran.status.success(), "{command}: {ran:?}");
        assert_eq!(home.json(&["show", "2"])[0]["to"], known, "{command}");
        assert!(!home.path().join("pasted").exists(), "{command}");
    }
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
