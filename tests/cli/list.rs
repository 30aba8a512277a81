//! `promise list`: its table, order, length and formats.

use serde_json::{Value, json};

use crate::harness::Home;

/// Every field of a promise in JSON, in the order of the keys.
const FIELDS: &str = "id,uuid,what,direction,to,from,owner,state,due,due_whole_day,zone,first_due,\
                      first_due_whole_day,made_at,settled_at,first_outcome,outcome,overdue,\
                      seconds_late,at_risk,risk_reasons,via,tags,effort_minutes,standard,key,\
                      corrections,reschedules,handoffs,needs,check_due,satisfied,rating,every,\
                      series,occurrence,every_until,every_times,remind,notes";

/// Five promises, of which one is kept and one is void.
fn home() -> Home {
    let mut home = Home::new();
    home.at("2026-11-23T09:00:00+01:00");
    home.ok(&[
        "add",
        "send the quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "today noon",
    ]);
    home.at("2026-11-23T09:30:00+01:00");
    home.ok(&["add", "Car ready", "--to", "Bob", "--due", "friday"]);
    home.at("2026-11-23T09:20:00+01:00");
    home.ok(&[
        "add",
        "Contract",
        "--from",
        "ann",
        "--due",
        "tomorrow 15:00",
    ]);
    home.ok(&["add", "Call", "--to", "Cleo", "--due", "today 10:00"]);
    home.ok(&["add", "Twice", "--to", "Bob", "--due", "friday"]);
    home.at("2026-11-23T10:30:00+01:00").ok(&["keep", "4"]);
    home.ok(&["void", "5"]);
    home.at(crate::harness::NOW);
    home
}

/// The numbers of the promises listed, in order.
fn ids(list: &Value) -> Vec<i64> {
    let list = list.as_array().expect("a list");
    let id = |promise: &Value| promise["id"].as_i64().expect("a number");
    list.iter().map(id).collect()
}

#[test]
fn open_ones_the_nearest_deadline_first() {
    let home = home();
    let before = home.bytes();
    for command in ["list", "ls"] {
        home.run(&[command])
            .stdout(
                "id  due                         to          from  what\n\
                 1   Mon 23 Nov 12:00, 4 h late  Jane Ortiz        send the quote\n\
                 3   Tue 24 Nov 15:00                        ann   Contract\n\
                 2   Fri 27 Nov                  Bob               Car ready\n",
            )
            .stderr("")
            .status(0);
    }
    assert_eq!(home.bytes(), before, "reading writes nothing");
}

/// Where no cell of a column has anything it is left out, unless it was asked for.
#[test]
fn empty_columns() {
    let home = Home::new();
    home.ok(&["add", "Call", "--to", "Jane", "--due", "friday"]);
    home.run(&["list"]).stdout(
        "id  due         to    what\n\
         1   Fri 27 Nov  Jane  Call\n",
    );
    home.run(&["list", "--fields", "id,from,what"]).stdout(
        "id  from  what\n\
         1         Call\n",
    );
}

/// The offset is shown where a deadline is not in my zone, and not because summer has another one.
#[test]
fn offsets_of_other_zones() {
    let home = Home::new();
    for due in [
        "friday",
        "2027-07-01",
        "2027-07-01 9:30",
        "2027-07-01 9:30 Europe/London",
        "2027-07-02 Asia/Tokyo",
    ] {
        home.ok(&["add", "Call", "--to", "Jane", "--due", due]);
    }
    home.run(&["list", "--sort", "id", "--fields", "id,due"])
        .stdout(
            "id  due\n\
             1   Fri 27 Nov\n\
             2   Thu 1 Jul 2027\n\
             3   Thu 1 Jul 2027 09:30\n\
             4   Thu 1 Jul 2027 10:30 (09:30 +01:00)\n\
             5   Fri 2 Jul 2027 +09:00\n",
        );
}

/// Kept and open ones must not look alike.
#[test]
fn more_states_than_open_are_told_apart() {
    let home = home();
    for arguments in [
        &["list", "--all"][..],
        &["list", "-a"],
        &["list", "--state", "open,kept,void"],
    ] {
        let table = home.ok(arguments);
        let header = table.lines().next().unwrap_or_default();
        assert!(header.contains("state"), "{arguments:?}:\n{table}");
        for word in ["open", "kept", "void"] {
            assert!(table.contains(word), "{arguments:?}:\n{table}");
        }
    }
}

#[test]
fn orders() {
    let table: [(&[&str], &[i64]); 14] = [
        (&[], &[4, 1, 3, 2, 5]),
        (&["--sort", "due"], &[4, 1, 3, 2, 5]),
        (&["--sort", "due", "--reverse"], &[5, 2, 3, 1, 4]),
        (&["--sort", "id"], &[1, 2, 3, 4, 5]),
        (&["--sort", "id", "-r"], &[5, 4, 3, 2, 1]),
        (&["--sort", "made"], &[1, 3, 4, 5, 2]),
        (&["--sort", "made", "--reverse"], &[2, 5, 4, 3, 1]),
        (&["--sort", "settled"], &[4, 5, 1, 2, 3]),
        (&["--sort", "what"], &[4, 2, 3, 1, 5]),
        (&["--sort", "what", "--reverse"], &[5, 1, 3, 2, 4]),
        (&["--sort", "person"], &[3, 2, 5, 4, 1]),
        (&["--sort", "state"], &[4, 1, 3, 2, 5]),
        (&["--limit", "2"], &[4, 1]),
        (&["-n", "2", "--sort", "id", "--reverse"], &[5, 4]),
    ];
    let home = home();
    for (flags, expected) in table {
        let mut arguments = vec!["list", "--all"];
        arguments.extend(flags);
        assert_eq!(ids(&home.json(&arguments)), expected, "{flags:?}");
    }
    // Those that are not settled come last either way.
    let list = home.json(&["list", "--all", "--sort", "settled", "--reverse"]);
    let open = &ids(&list)[2..];
    assert!(!open.contains(&4) && !open.contains(&5), "{open:?}");
}

#[test]
fn the_config_sets_columns_and_order() {
    let home = home();
    home.write_config("[list]\ncolumns = [\"what\", \"id\"]\nsort = \"what\"\n");
    home.run(&["list"]).stdout(
        "what            id\n\
         Car ready       2\n\
         Contract        3\n\
         send the quote  1\n",
    );
    home.run(&["list", "--sort", "id", "--fields", "id,to"])
        .stdout(
            "id  to\n\
         1   Jane Ortiz\n\
         2   Bob\n\
         3\n",
        );
}

#[test]
fn the_config_sets_the_format() {
    let home = home();
    home.write_config("[output]\nformat = \"plain\"\n");
    let plain = "1\topen\t2026-11-23T12:00:00+01:00\tJane Ortiz\t\tsend the quote\n\
                 3\topen\t2026-11-24T15:00:00+01:00\t\tann\tContract\n\
                 2\topen\t2026-11-27T23:59:59+01:00\tBob\t\tCar ready\n";
    home.run(&["list"]).stdout(plain);
    home.run(&["list", "--format", "csv"]).stdout(&format!(
        "id,state,due,to,from,what\n{}",
        plain.replace('\t', ",")
    ));
    assert_eq!(ids(&home.json(&["list"])), [1, 3, 2]);
}

#[test]
fn formats_of_one_record_a_line() {
    let home = home();
    let fields = ["list", "--fields", "what,id,overdue,from,tags"];
    let with = |format: &str| {
        let mut arguments = fields.to_vec();
        arguments.extend(["--format", format]);
        home.ok(&arguments)
    };
    assert_eq!(
        with("plain"),
        "send the quote\t1\ttrue\t\t\nContract\t3\tfalse\tann\t\nCar ready\t2\tfalse\t\t\n"
    );
    assert_eq!(
        with("csv"),
        "what,id,overdue,from,tags\nsend the quote,1,true,,\nContract,3,false,ann,\n\
         Car ready,2,false,,\n"
    );
    assert_eq!(
        with("jsonl"),
        "{\"what\":\"send the quote\",\"id\":1,\"overdue\":true,\"from\":null,\"tags\":[]}\n\
         {\"what\":\"Contract\",\"id\":3,\"overdue\":false,\"from\":\"ann\",\"tags\":[]}\n\
         {\"what\":\"Car ready\",\"id\":2,\"overdue\":false,\"from\":null,\"tags\":[]}\n"
    );
    assert_eq!(
        with("json"),
        home.ok(&[fields[0], fields[1], fields[2], "--json"])
    );
    assert_eq!(
        home.json(&["list", "--fields", "id,what", "--limit", "1"]),
        json!([{"id": 1, "what": "send the quote"}])
    );
}

#[test]
fn every_field_can_be_shown_in_every_format() {
    let home = home();
    for format in ["table", "plain", "json", "jsonl", "csv"] {
        let ran = home.run(&["list", "--all", "--fields", FIELDS, "--format", format]);
        ran.stderr("").status(0);
        assert!(ran.stdout.contains("send the quote"), "{ran:?}");
    }
    let list = home.json(&["list", "--fields", FIELDS]);
    assert_eq!(list, home.json(&["list"]), "all of them is what JSON has");
}

/// A spreadsheet must run nothing that a customer wrote.
#[test]
fn formulas_are_inert_in_csv() {
    let home = Home::new();
    home.ok(&[
        "add",
        "--to",
        "@SUM(1)",
        "--due",
        "friday",
        "--tag",
        "=1+1",
        "--note",
        "=HYPERLINK(\"x\")",
        "--owner=-2+3",
        "--",
        "=cmd|' /C calc'!A0",
    ]);
    home.run(&[
        "list",
        "--format",
        "csv",
        "--fields",
        "id,what,to,owner,tags,notes",
    ])
    .stdout(
        "id,what,to,owner,tags,notes\n\
             1,'=cmd|' /C calc'!A0,'@SUM(1),'-2+3,'=1+1,\"'=HYPERLINK(\"\"x\"\")\"\n",
    );
    assert_eq!(home.json(&["list"])[0]["what"], "=cmd|' /C calc'!A0");
}

#[test]
fn nothing_matches() {
    let home = home();
    let none = ["list", "--state", "broken", "--format"];
    let table = [
        ("table", "", "note: no promise matches\n"),
        ("plain", "", ""),
        ("json", "[]\n", ""),
        ("jsonl", "", ""),
        ("csv", "id,state,due,to,from,what\n", ""),
    ];
    for (format, stdout, stderr) in table {
        home.run(&[none[0], none[1], none[2], none[3], format])
            .stdout(stdout)
            .stderr(stderr)
            .status(0);
    }
}

#[test]
fn no_database_is_told_on_stderr() {
    let home = Home::new();
    let note =
        "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n";
    home.run(&["list"]).stdout("").stderr(note).status(0);
    home.run(&["list", "--json"])
        .stdout("[]\n")
        .stderr(note)
        .status(0);
    home.run(&["list", "--format", "plain"])
        .stdout("")
        .stderr(note)
        .status(0);
    let left: Vec<_> = std::fs::read_dir(home.path()).expect("a folder").collect();
    assert!(left.is_empty(), "reading made {left:?}");
}

#[test]
fn words_that_are_no_choice() {
    let home = home();
    let before = home.bytes();
    let table: [(&[&str], &str); 6] = [
        (
            &["--limit", "0"],
            "error: invalid value '0' for '--limit <COUNT>': 0 is not in 1..=4294967295\n",
        ),
        (
            &["--sort", "nope"],
            "error: invalid value 'nope' for '--sort <ORDER>'\n  \
             [possible values: due, id, made, settled, what, person, state]\n",
        ),
        (
            &["--state", "open,nope"],
            "error: invalid value 'nope' for '--state <STATE>'\n  \
             [possible values: open, kept, broken, released, void]\n",
        ),
        (
            &["--fields", "id,nope"],
            "error: invalid value 'nope' for '--fields <FIELDS>'\n  [possible values: id, uuid,",
        ),
        (
            &["--limit", "-1"],
            "error: unexpected argument '-1' found\n",
        ),
        (
            &["--limit", "many"],
            "error: invalid value 'many' for '--limit <COUNT>': invalid digit found in string\n",
        ),
    ];
    for (flags, stderr) in table {
        let mut arguments = vec!["list"];
        arguments.extend(flags);
        let ran = home.run(&arguments);
        ran.stdout("").status(2);
        assert!(ran.stderr.starts_with(stderr), "{ran:?}");
    }
    home.run(&["list", "--all", "--state", "kept"])
        .stdout("")
        .stderr(
            "error: the argument '--all' cannot be used with '--state <STATE>'\n\
             \n\
             Usage: promise list --all\n\
             \n\
             For more information, try '--help'.\n",
        )
        .status(2);
    assert_eq!(home.bytes(), before);
}

/// More than is read at a time: the formats have the same records, in the same order.
#[test]
fn long_lists_are_written_piece_by_piece() {
    let home = Home::new();
    let batch: String = (1..=2001)
        .map(|number| {
            format!("{{\"what\":\"Number {number}\",\"to\":\"Ann\",\"due\":\"friday\"}}\n")
        })
        .collect();
    home.run_with(&["add", "--batch", "-", "--quiet"], &batch)
        .status(0);
    let listed = home.json(&["list"]);
    let records = listed.as_array().expect("a list");
    assert_eq!(records.len(), 2001);
    let lines = home.ok(&["list", "--format", "jsonl"]);
    let lines: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("a record"))
        .collect();
    assert_eq!(&lines, records);
    let numbers = home.ok(&["list", "--template", "{id}"]);
    let expected: String = (1..=2001).map(|number| format!("{number}\n")).collect();
    assert_eq!(numbers, expected);
    for (format, more) in [("plain", 0), ("csv", 1), ("markdown", 2)] {
        let text = home.ok(&["list", "--format", format]);
        assert_eq!(text.lines().count(), 2001 + more, "{format}");
    }
}
