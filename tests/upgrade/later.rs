//! Files of the versions after the first: each was written by the program of its time.

use std::fs;

use serde_json::{Value, json};

use crate::harness::Home;
use crate::{fixture, old_of_version};

/// The doctor finds nothing wrong.
fn check_sound(home: &Home) {
    let checks = home.json(&["doctor"]);
    let checks = checks.as_array().expect("checks").iter();
    let damaged: Vec<&Value> = checks.filter(|check| check["level"] == "damage").collect();
    assert_eq!(damaged, Vec::<&Value>::new());
}

/// What a version exported comes back as it was.
fn check_imported(version: u32, exported: &str) {
    let empty = Home::new();
    let path = fixture(&format!("version-{version}.jsonl"));
    empty.ok(&["import", &path.display().to_string()]);
    assert_eq!(empty.ok(&["export"]), exported);
}

/// What version 2 added: causes, reasons, what was told, checks, series, needs, merged people. The
/// file was written by the program of its time with the commands that its log lists.
#[test]
fn a_file_of_version_2() {
    let exported = fs::read_to_string(fixture("version-2.jsonl")).expect("the stored export");
    let home = old_of_version(2);
    assert_eq!(home.ok(&["export"]), exported);
    home.run(&["list", "--all", "--sort", "id", "--format", "plain"])
        .stdout(
            "1\topen\t2026-11-25T13:00:00+01:00\tJane Ortis\t\tSend the revised quote\n\
             2\topen\t2026-11-25T23:59:59+01:00\t\tBeta Corp\tSigned contract\n\
             3\treleased\t2026-11-27T15:00:00+01:00\tJane Ortis\t\tInstall the pump\n\
             4\tkept\t2026-11-27T23:59:59+01:00\tBob O'Neil\t\tWeekly report\n\
             5\tkept\t2026-11-24T12:05:00+01:00\tBob O'Neil\t\tCall back\n\
             6\topen\t2026-12-04T23:59:59+01:00\tBob O'Neil\t\tWeekly report\n",
        )
        .stderr("")
        .status(0);
    let moved = &home.json(&["show", "1"])[0];
    let event = &moved["events"][1];
    assert_eq!(event["cause"], "overbooked");
    assert_eq!(event["because"][1], "nobody looked at the calendar");
    assert_eq!(moved["heard"].as_array().map(Vec::len), Some(2));
    assert_eq!(home.json(&["show", "5"])[0]["rating"], 4);
    assert_eq!(home.json(&["show", "3"])[0]["needs"], json!([2]));
    // The indexes that were added find what was there before them.
    let report = home.json(&["report", "--until", "30 nov"]);
    assert_eq!(report["reschedules"]["told_before"]["count"], 1);
    assert_eq!(report["versions"]["count"], 2);
    home.ok(&["undo"]);
    check_imported(2, &exported);
}

/// What version 3 added: leads, and what was said of deadlines. The file was written by the
/// program of its time with the commands that its log lists.
#[test]
fn a_file_of_version_3() {
    let exported = fs::read_to_string(fixture("version-3.jsonl")).expect("the stored export");
    let mut home = old_of_version(3);
    assert_eq!(home.ok(&["export"]), exported);
    home.run(&["list", "--all", "--sort", "id", "--format", "plain"])
        .stdout(
            "1\topen\t2026-11-25T13:00:00+01:00\tJane Ortiz\t\tSend the revised quote\n\
             2\topen\t2026-11-30T23:59:59+01:00\t\tBeta Corp\tSigned contract\n\
             3\tbroken\t2026-11-27T23:59:59+01:00\tBob O'Neil\t\tInstall the pump\n\
             4\tkept\t2026-11-27T16:00:00+01:00\tBob O'Neil\t\tWeekly report\n\
             5\topen\t2026-11-23T16:25:00+01:00\tJane Ortiz\t\tRing back\n\
             6\topen\t2026-12-04T16:00:00+01:00\tBob O'Neil\t\tWeekly report\n",
        )
        .stderr("")
        .status(0);
    // What was said is not said again.
    home.at("2026-11-23T17:20:00+01:00");
    assert_eq!(home.ok(&["remind", "--exec", "true"]), "");
    let events = home.json(&["show", "1"])[0]["events"].clone();
    let kinds = events.as_array().expect("events").iter();
    let kinds: Vec<&Value> = kinds.map(|event| &event["kind"]).collect();
    assert_eq!(kinds, ["added", "noted", "rescheduled", "kept", "undone"]);
    home.ok(&["redo"]);
    check_imported(3, &exported);
}

/// What version 4 added: what came by `sync`, the order in which it counts, and what was synced.
/// The file was written by the program of its time with the commands that its log lists.
#[test]
fn a_file_of_version_4() {
    let exported = fs::read_to_string(fixture("version-4.jsonl")).expect("the stored export");
    let mut home = old_of_version(4);
    assert_eq!(home.ok(&["export"]), exported);
    home.run(&["list", "--all", "--sort", "id", "--format", "plain"])
        .stdout(
            "1\topen\t2026-11-25T13:00:00+01:00\tJane\t\tSend the revised quote\n\
             2\topen\t2026-11-30T23:59:59+01:00\t\tBeta Corp\tSigned contract\n\
             3\tkept\t2026-11-27T16:00:00+01:00\tBob O'Neil\t\tWeekly report\n\
             4\tvoid\t2026-11-27T23:59:59+01:00\tJane\t\tInstall the pump\n\
             5\topen\t2026-12-04T16:00:00+01:00\tBob O'Neil\t\tWeekly report\n",
        )
        .stderr("")
        .status(0);
    check_sound(&home);
    home.at("2026-11-25T12:00:00+01:00");
    assert_eq!(home.ok(&["status"]), "1 today\n");
    home.ok(&["keep", "1"]);
    home.ok(&["undo"]);
    check_imported(4, &exported);
}

/// What version 6 finds by other indexes: the promises of a person, and the names on a page. The
/// file was written by the program of its time with the commands that its log lists.
#[test]
fn a_file_of_version_5() {
    let exported = fs::read_to_string(fixture("version-5.jsonl")).expect("the stored export");
    let home = old_of_version(5);
    assert_eq!(home.ok(&["export"]), exported);
    home.run(&["due", "--within", "2 weeks"])
        .stdout(
            "Coming\n\
             \x20 1  Wed 25 Nov 13:00  in 43 h     Jane Ortiz  Send the revised quote\n\
             \x20 3  Fri 27 Nov        in 4 days   Bob Neil    Install the pump (owner Tim Ho)\n\
             \x20 5  Fri 4 Dec 16:00   in 11 days  Bob Neil    Weekly report\n\
             \n\
             Waiting on\n\
             \x20 2  Mon 30 Nov        in 7 days   Beta Corp   Signed contract\n\
             \n\
             Ask: did we follow through?\n\
             \x20 4  Wed 25 Nov        in 2 days   Bob Neil    Weekly report\n",
        )
        .stderr("")
        .status(0);
    home.run(&["list", "--to", "bob", "--all", "--fields", "id,due"])
        .stdout("id  due\n4   Fri 27 Nov 16:00\n3   Fri 27 Nov\n5   Fri 4 Dec 16:00\n")
        .stderr("")
        .status(0);
    check_sound(&home);
    check_imported(5, &exported);
}

/// What version 7 finds by other indexes: the events of promises and of people, what happened since
/// a moment, and the steps of an import. The file was written by the program of its time with the
/// commands that its log lists.
#[test]
fn a_file_of_version_6() {
    let exported = fs::read_to_string(fixture("version-6.jsonl")).expect("the stored export");
    let home = old_of_version(6);
    assert_eq!(home.ok(&["export"]), exported);
    home.run(&["list"])
        .stdout(
            "id  due               to          from       what\n\
             7   Wed 25 Nov 15:00  Lee Wu                 Check the meter\n\
             1   Thu 26 Nov 13:00  Jane Ortiz             Send the revised quote, with VAT\n\
             2   Mon 30 Nov                    Beta Corp  Signed contract\n\
             3   Mon 30 Nov        Bob Neil               Install the pump\n\
             5   Fri 4 Dec 16:00   Bob Neil               Weekly report\n",
        )
        .stderr("")
        .status(0);
    let report = home.json(&["report", "--until", "30 nov"]);
    assert_eq!(report["reschedules"]["count"], 2);
    home.run(&["undo"])
        .stdout(
            "Undid step 18 (import)\n\
             \x20 Lee Wu is no longer known\n\
             \x20 promise 7 is void: Check the meter, to Lee Wu, due Wed 25 Nov 2026 15:00 +01:00\n",
        )
        .stderr("")
        .status(0);
    home.run(&["undo", "11"])
        .stdout("")
        .stderr(
            "error: step 12 forgot a person, and nothing before it can be turned\n\
             hint: promise log lists the steps\n",
        )
        .status(4);
    check_sound(&home);
}

/// What version 8 keeps otherwise: names as they were typed, and what falls due by its moment and
/// zone. The file was written by the program of its time with the commands that its log lists.
#[test]
fn a_file_of_version_7() {
    let exported = fs::read_to_string(fixture("version-7.jsonl")).expect("the stored export");
    let mut home = old_of_version(7);
    home.at("2026-11-23T09:30:00+01:00");
    assert_eq!(completed(&home, ""), KNOWN);
    assert_eq!(completed(&home, "ÜNAL ö"), ["Ünal  ÖZ"]);
    assert_eq!(completed(&home, "bob o"), [""; 0]);
    assert_eq!(home.ok(&["export"]), exported);
    // One of them is due on another day here than where it was promised.
    assert_eq!(home.ok(&["status"]), "2 today\n");
    home.at("2026-11-23T17:18:00+01:00");
    assert_eq!(home.ok(&["status"]), "1 late, 1 today\n");
    home.run(&["people"])
        .stdout(
            "name        open  overdue  kept  late  last promise     organisation  \
             zone           aliases\n\
             Beta Corp   1     0        0     0     Mon 23 Nov 2026\n\
             Bob Neil    2     0        1     0     Mon 23 Nov 2026                \
             Europe/London  Bob O'Neil\n\
             Jane Ortiz  2     0        0     0     Mon 23 Nov 2026  Beta Corp     \
             \x20              JO, Jane O., Jane Ortis, Janey\n\
             Lee Wu      1     0        0     0     Fri 20 Nov 2026\n\
             Ulla        1     1        0     0     Mon 23 Nov 2026\n\
             Ünal  ÖZ    1     0        0     0     Mon 23 Nov 2026\n",
        )
        .stderr("")
        .status(0);
    check_sound(&home);
    // Whoever was merged has their names back.
    home.ok(&["undo", "18"]);
    assert_eq!(completed(&home, "jane"), ["Jane Ortis", "Jane Ortiz"]);
    home.ok(&["add", "Ring", "--to", "jane o.", "--due", "friday"]);
    assert_eq!(home.json(&["show", "12"])[0]["to"], "Jane Ortis");
    check_sound(&home);
}

/// The names of those that the file knows, as they were typed, in order.
const KNOWN: [&str; 6] = [
    "Beta Corp",
    "Bob Neil",
    "Jane Ortiz",
    "Lee Wu",
    "Ulla",
    "Ünal  ÖZ",
];

/// The names that a shell offers after the beginning of one.
fn completed(home: &Home, begun: &str) -> Vec<String> {
    let output = home
        .command(&["--", "promise", "list", "--to", begun])
        .env("COMPLETE", "fish")
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().map(str::to_owned).collect()
}
