//! What `promise sync` prints: every kind of record is as the schema says, and so is what stands
//! where only the numbers, or nothing of a program, are wanted.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::Home;
use crate::sync_folder::{change, files, synced};
use crate::validator::mistakes;

/// The phone ticks one promise and moves the other, adds one, and one file says nothing.
fn busy(folder: &Path) {
    let done = "STATUS:COMPLETED\r\nCOMPLETED:20261123T151500Z";
    change(folder, "quote", "STATUS:NEEDS-ACTION", done);
    let (from, to) = ("DUE;VALUE=DATE:20261127", "DUE;VALUE=DATE:20261201");
    change(folder, "contract", from, to);
    let task = |uid: &str, lines: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:{uid}\r\n{lines}END:VTODO\r\nEND:VCALENDAR\r\n"
        )
    };
    let new = task("new@phone", "SUMMARY:Ring @Zoe\r\nDUE:20261125T090000Z\r\n");
    fs::write(folder.join("new.ics"), new).expect("a file");
    let vague = task("vague@phone", "SUMMARY:Some day @Zoe\r\n");
    fs::write(folder.join("vague.ics"), vague).expect("a file");
}

/// The kinds of records of a sync, each of which is as the schema says.
fn did(home: &Home, records: &Value) -> BTreeSet<String> {
    let records = records.as_array().expect("a list");
    for record in records {
        assert_eq!(mistakes(home, "sync", record), Vec::<String>::new());
    }
    let words = records.iter().map(|record| record["did"].as_str());
    words.map(|word| word.expect("a word").to_owned()).collect()
}

#[test]
fn each_kind_of_record() {
    let (mut home, folder) = synced();
    busy(&folder);
    home.at("2026-11-23T16:30:00+01:00");
    let mut seen = did(&home, &home.json(&["sync", "--dry-run"]));
    assert_eq!(did(&home, &home.json(&["sync"])), seen);

    // Both sides change one field, a task is deleted there, and one is settled long ago.
    home.ok(&["edit", "2", "Signed copy"]);
    change(
        &folder,
        "contract",
        "SUMMARY:Signed contract",
        "SUMMARY:Signed paper",
    );
    fs::remove_file(folder.join("new.ics")).expect("a file");
    home.at("2026-11-23T16:40:00+01:00");
    seen.extend(did(&home, &home.json(&["sync", "--deleted", "keep"])));
    let (quote, _) = files(&folder)
        .into_iter()
        .find(|(_, text)| text.contains("quote"))
        .expect("its file");
    fs::remove_file(folder.join(quote)).expect("a file");
    seen.extend(did(&home, &home.json(&["sync"])));
    home.ok(&["release", "3"]);
    home.ok(&["release", "2"]);
    home.ok(&["sync"]);
    home.at("2026-12-30T16:40:00+01:00");
    seen.extend(did(&home, &home.json(&["sync"])));
    let expected = [
        "added",
        "clash",
        "edited",
        "gone",
        "kept",
        "left",
        "removed",
        "rescheduled",
        "restored",
        "written",
    ];
    assert_eq!(
        seen.iter().collect::<Vec<_>>(),
        expected.iter().collect::<Vec<_>>()
    );
}

/// The numbers of what changed here, each once; what is left alone is a warning all the same.
#[test]
fn the_numbers_alone() {
    let (mut home, folder) = synced();
    busy(&folder);
    home.at("2026-11-23T16:30:00+01:00");
    let warning = "warning: vague.ics is left alone: it has no deadline, and a promise needs one: \
                   set default in [due]\n";
    home.run(&["sync", "--quiet"])
        .stdout("1\n2\n3\n")
        .stderr(warning)
        .status(0);
    home.run(&["sync", "--quiet"])
        .stdout("")
        .stderr(warning)
        .status(0);
}

/// A hook is for what is done here: what a phone did was told there.
#[cfg(unix)]
#[test]
fn no_hook_runs() {
    use std::os::unix::fs::PermissionsExt as _;
    let (mut home, folder) = synced();
    let text = fs::read_to_string(home.config()).expect("a config");
    let hooks = "[hooks]\nafter_add = [\"/bin/false\"]\nafter_keep = [\"/bin/false\"]\n\
                 after_reschedule = [\"/bin/false\"]\n";
    home.write_config(&format!("{text}{hooks}"));
    let mode = fs::Permissions::from_mode(0o600);
    fs::set_permissions(home.config(), mode).expect("a config file");
    home.run(&["add", "Car", "--to", "Bob", "--due", "friday"])
        .stderr("warning: the hook after_add failed: /bin/false: it ended with status 1\n")
        .status(0);
    busy(&folder);
    fs::remove_file(folder.join("vague.ics")).expect("a file");
    home.at("2026-11-23T16:30:00+01:00");
    let ran = home.run(&["sync", "--json"]);
    ran.stderr("").status(0);
    let records: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert!(did(&home, &records).contains("kept"));
    assert_eq!(home.json(&["sync"]), json!([]));
}
