//! Why it came to that: the list of causes, and the question about the cause on a terminal.

use serde_json::json;

use crate::harness::Home;
use crate::life::{asked, event};

/// A home with two promises to Jane and one from Beta, all for Wednesday at ten.
fn home() -> Home {
    home_with("")
}

fn home_with(config: &str) -> Home {
    let mut home = Home::with_config(config);
    home.set("NO_COLOR", "1");
    for (what, flag, name) in [
        ("Call", "--to", "Jane"),
        ("Report", "--to", "Jane"),
        ("Contract", "--from", "Beta"),
    ] {
        home.ok(&["add", what, flag, name, "--due", "wednesday 10:00"]);
    }
    home
}

const WHY: &str = "Why? [overbooked, not-scheduled, waiting-on-others, underestimated, forgot, \
                   handed-off-badly, customer-changed, other, or nothing] ";

/// The commands that ask, and the event that keeps the answer.
const ASKING: [(&[&str], &str); 2] = [
    (&["move", "1", "2", "--due", "friday 9:00"], "rescheduled"),
    (&["break", "1", "2"], "broken"),
];

/// One answer serves for all that the command is about; a word that is no cause is not taken.
#[test]
fn the_question_and_its_answer() {
    for (arguments, kind) in ASKING {
        let home = home();
        let dialogue = [(WHY, Some("rain")), (WHY, Some(" overbooked "))];
        let (text, code) = asked(&home, arguments, &dialogue);
        assert!(
            text.contains("error: no cause is called \"rain\"\n"),
            "{text}"
        );
        assert_eq!(code, 0, "{text}");
        for id in ["1", "2"] {
            assert_eq!(event(&home, id, kind)["cause"], "overbooked");
        }
    }
}

/// Nothing is an answer too.
#[test]
fn an_empty_answer() {
    for (arguments, kind) in ASKING {
        let home = home();
        assert_eq!(asked(&home, arguments, &[(WHY, Some(""))]).1, 0);
        let recorded = event(&home, "1", kind);
        assert_eq!(recorded["cause"], json!(null));
        assert_eq!(recorded["because"], json!([]));
    }
}

#[test]
fn what_was_said_is_not_asked_for() {
    for (arguments, kind) in ASKING {
        for said in [["--cause", "other"], ["--because", "rain"]] {
            let home = home();
            let mut arguments = arguments.to_vec();
            arguments.extend(said);
            assert_eq!(asked(&home, &arguments, &[]).1, 0);
            let cause = if said[0] == "--cause" {
                json!("other")
            } else {
                json!(null)
            };
            assert_eq!(event(&home, "1", kind)["cause"], cause);
        }
    }
}

#[test]
fn the_end_of_the_input_saves_nothing() {
    for (arguments, _) in ASKING {
        let home = home();
        let before = home.bytes();
        let (text, code) = asked(&home, arguments, &[(WHY, None)]);
        assert!(
            text.ends_with("error: nothing was answered, and nothing is saved\n"),
            "{text}"
        );
        assert_eq!(code, 2);
        assert!(home.bytes() == before);
    }
}

/// Nobody is asked why before it is clear that it can be done.
#[test]
fn what_cannot_be_done_is_not_asked_about() {
    let home = home();
    home.ok(&["keep", "1"]);
    let table: [(&[&str], i32); 5] = [
        (&["move", "99", "--due", "friday"], 3),
        (&["move", "1", "--due", "friday"], 4),
        (&["move", "2", "--due", "wednesday 10:00"], 4),
        (&["break", "99"], 3),
        (&["break", "2", "1"], 4),
    ];
    for (arguments, status) in table {
        let (text, code) = asked(&home, arguments, &[]);
        assert!(text.starts_with("error: "), "{arguments:?}: {text}");
        assert_eq!(code, status, "{arguments:?}");
    }
}

/// A hand-off, a release and a reopening have no cause that must be known.
#[test]
fn who_does_not_ask() {
    let home = home();
    for arguments in [
        &["handoff", "1", "--owner", "Ann"][..],
        &["release", "1"],
        &["reopen", "1"],
        &["note", "1", "so", "--told"],
    ] {
        let (text, code) = asked(&home, arguments, &[]);
        assert_eq!(code, 0, "{text}");
        assert!(!text.contains("Why?"), "{text}");
    }
}

/// In a script nothing is asked, whatever comes on its input.
#[test]
fn without_a_terminal() {
    for (arguments, kind) in ASKING {
        let home = home();
        home.run_with(arguments, "overbooked\n")
            .stderr("")
            .status(0);
        assert_eq!(event(&home, "1", kind)["cause"], json!(null));
    }
}

/// The user's own list stands in place of the one that comes with the program.
#[test]
fn a_list_of_ones_own() {
    let home = home_with("causes = [\"rain\", \"snow\"]\n");
    home.run(&["break", "1", "--cause", "overbooked"])
        .stdout("")
        .stderr("error: no cause is called \"overbooked\"\nhint: the causes are rain, snow\n")
        .status(2);
    let question = "Why? [rain, snow, or nothing] ";
    assert_eq!(
        asked(&home, &["break", "1"], &[(question, Some("snow"))]).1,
        0
    );
    home.ok(&["move", "2", "--due", "friday", "--cause", "rain"]);
    // What was recorded stays, whatever becomes of the list.
    home.write_config("causes = [\"hail\"]\n");
    assert_eq!(event(&home, "1", "broken")["cause"], "snow");
    assert!(home.ok(&["show", "2"]).contains(" [rain] "));
    assert!(home.ok(&["config"]).contains("hail"));
}

/// Why a promise was late can be said by whoever keeps it, and not of one that was not.
#[test]
fn kept_late_with_its_causes() {
    let mut home = home();
    let not_late = "error: promise 1 is not late, so nothing made it late\n\
                    hint: leave --because and --cause out\n";
    home.at("2026-11-25T10:00:00+01:00");
    for said in [["--cause", "forgot"], ["--because", "rain"]] {
        home.run(&["keep", "1", said[0], said[1]])
            .stdout("")
            .stderr(not_late)
            .status(4);
    }
    home.at("2026-11-25T10:00:01+01:00");
    home.ok(&[
        "keep",
        "1",
        "--because",
        "no van",
        "--because",
        "no plan",
        "--cause",
        "forgot",
    ]);
    let kept = event(&home, "1", "kept");
    assert_eq!(kept["because"], json!(["no van", "no plan"]));
    assert_eq!(kept["cause"], "forgot");
    assert!(
        home.ok(&["show", "1"])
            .contains("kept; because no van; because no plan [forgot]\n")
    );
    // Late by the first deadline is late enough to have a cause.
    home.at("2026-11-25T10:00:00+01:00");
    home.ok(&["move", "2", "--due", "friday 9:00"]);
    home.at("2026-11-26T10:00:00+01:00");
    home.ok(&["keep", "2", "--cause", "underestimated"]);
    assert_eq!(event(&home, "2", "kept")["cause"], "underestimated");
    // All or none: of two, one was not late by its own clock.
    home.ok(&["add", "Later", "--to", "Jane", "--due", "friday"]);
    let before = home.bytes();
    home.run(&["keep", "3", "4", "--cause", "forgot"])
        .stdout("")
        .status(4);
    assert!(home.bytes() == before);
}
