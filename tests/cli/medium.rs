//! Media that are full or cannot be written: nothing is saved by half, and what is there is read.
#![cfg(target_os = "linux")]

use std::process::Command;

use crate::doctor::recorded;
use crate::harness::Home;
use crate::usage::shell;

/// Runs a script where it may mount; skipped where that is not allowed.
fn where_mounts_are_allowed(home: &Home, script: &str) -> Option<String> {
    let allowed = Command::new("unshare")
        .args(["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"])
        .output()
        .is_ok_and(|output| output.status.success());
    if !allowed {
        println!("skipped: no file system may be mounted here");
        return None;
    }
    let file = home.path().join("script");
    std::fs::write(&file, script).expect("a script");
    let (status, stdout, stderr) = shell(home, "exec unshare -rm sh \"$HOME/script\" 2>&1");
    let text = format!("{stdout}{stderr}").replace(&home.path().display().to_string(), "~");
    assert_eq!(status, 0, "{text}");
    Some(text)
}

const DATABASE: &str = "~/.local/share/promise/promise.db";

#[test]
fn a_full_medium() {
    let home = Home::new();
    let script = r#"
        folder=$HOME/.local/share/promise
        mkdir -p "$folder" && mount -t tmpfs -o size=600k,mode=0700 tmpfs "$folder" || exit 1
        "$PROMISE" add Call --to Jane --due friday > /dev/null || exit 1
        before=$("$PROMISE" export)
        dd if=/dev/zero of="$folder/filler" bs=4096 2> /dev/null
        for command in "add More --to Ann --due friday" "keep 1" "undo" "people add Zoe"; do
            "$PROMISE" $command; echo "status $?"
        done
        "$PROMISE" list --fields id,what --format plain; echo "status $?"
        "$PROMISE" due > /dev/null; echo "status $?"
        [ "$("$PROMISE" export)" = "$before" ] && echo same
        rm "$folder/filler"
        "$PROMISE" doctor > /dev/null; echo "status $?"
        [ "$("$PROMISE" export)" = "$before" ] && echo same
        "$PROMISE" keep 1 > /dev/null; echo "status $?"
    "#;
    let Some(text) = where_mounts_are_allowed(&home, script) else {
        return;
    };
    let refused = format!(
        "error: no space is left for the database: {DATABASE}; nothing was saved\n\
         hint: make room on the medium, then do it again\n\
         status 5\n"
    );
    let expected = format!(
        "{}1\tCall\nstatus 0\nstatus 0\nsame\nstatus 0\nsame\nstatus 0\n",
        refused.repeat(4)
    );
    assert_eq!(text, expected);
}

#[test]
fn a_full_medium_in_the_first_run() {
    let home = Home::new();
    let script = r#"
        folder=$HOME/.local/share/promise
        mkdir -p "$folder" && mount -t tmpfs -o size=100k,mode=0700 tmpfs "$folder" || exit 1
        "$PROMISE" add Call --to Jane --due friday; echo "status $?"
        ls -A "$folder"
        "$PROMISE" list; echo "status $?"
        mount -o remount,size=2m "$folder" || exit 1
        "$PROMISE" add Call --to Jane --due friday > /dev/null; echo "status $?"
    "#;
    let Some(text) = where_mounts_are_allowed(&home, script) else {
        return;
    };
    assert_eq!(
        text,
        format!(
            "error: no space is left for the database: {DATABASE}; nothing was saved\n\
             hint: make room on the medium, then do it again\n\
             status 5\n\
             note: no promise is recorded yet: no database at {DATABASE}\n\
             status 0\n\
             status 0\n"
        )
    );
}

/// Reading works; a write names the path.
const READ_ONLY: &str = r#"
    "$PROMISE" list --all --fields id,what --format plain --sort id; echo "status $?"
    "$PROMISE" due > /dev/null; echo "status $?"
    "$PROMISE" show 1 > /dev/null; echo "status $?"
    "$PROMISE" export > /dev/null; echo "status $?"
    "$PROMISE" doctor > /dev/null; echo "status $?"
    "$PROMISE" add More --to Ann --due friday; echo "status $?"
"#;

const READ: &str = "1\tSend the quote\n2\tCall back\nstatus 0\nstatus 0\nstatus 0\nstatus 0\n\
                    status 0\n";

#[test]
fn a_medium_that_cannot_be_written() {
    let home = recorded();
    let script = format!(
        r#"
        folder=$HOME/.local/share/promise
        mount --bind "$folder" "$folder" && mount -o remount,ro,bind "$folder" || exit 1
        {READ_ONLY}"#
    );
    let Some(text) = where_mounts_are_allowed(&home, &script) else {
        return;
    };
    assert_eq!(
        text,
        format!(
            "{READ}error: could not write the database: {DATABASE}: \
             unable to open database file; nothing was saved\n\
             hint: check the path and its permissions, or name another file with --db\n\
             status 5\n"
        )
    );
}

#[test]
fn a_file_that_cannot_be_written() {
    let home = recorded();
    let script = format!(
        r#"
        file=$HOME/.local/share/promise/promise.db
        mount --bind "$file" "$file" && mount -o remount,ro,bind "$file" || exit 1
        {READ_ONLY}"#
    );
    let Some(text) = where_mounts_are_allowed(&home, &script) else {
        return;
    };
    assert_eq!(
        text,
        format!(
            "{READ}error: could not write the database: {DATABASE}: \
             attempt to write a readonly database; nothing was saved\n\
             hint: check the path and its permissions, or name another file with --db\n\
             status 5\n"
        )
    );
}

/// What was not merged cannot be seen there: better no answer than an old one.
#[test]
fn a_journal_on_a_medium_that_cannot_be_written() {
    let home = recorded();
    let journal = home.database().with_file_name("promise.db-wal");
    std::fs::write(journal, "unmerged").expect("a journal");
    let script = r#"
        folder=$HOME/.local/share/promise
        mount --bind "$folder" "$folder" && mount -o remount,ro,bind "$folder" || exit 1
        "$PROMISE" list; echo "status $?"
    "#;
    let Some(text) = where_mounts_are_allowed(&home, script) else {
        return;
    };
    assert_eq!(
        text,
        format!(
            "error: the folder cannot be written, and {DATABASE}-wal holds changes not yet in \
             {DATABASE}\n\
             hint: make the folder writable, so that the file beside it can be merged\n\
             status 5\n"
        )
    );
}

/// Files that may not grow beyond a limit, from none at all to enough: each write fails at another
/// place. With the signal ignored the write fails; without, the program is killed there.
#[test]
fn files_that_may_not_grow() {
    for ignored in [true, false] {
        let mut saved = 0;
        let mut failed = 0;
        for limit in (0..420).step_by(if ignored { 20 } else { 40 }) {
            let home = recorded();
            let before = home.ok(&["export"]);
            let trap = if ignored { "trap '' XFSZ;" } else { "" };
            let line = format!(
                "{trap} ulimit -c 0; ulimit -f {limit}; \
                 \"$PROMISE\" add More --to Ann --due friday 2> \"$HOME/said\" | cat; exit 0"
            );
            let (_, stdout, _) = shell(&home, &line);
            let export = home.ok(&["export"]);
            home.ok(&["doctor"]);
            if stdout.is_empty() {
                failed += 1;
                assert_eq!(export, before, "limit {limit}");
                // With a limit of nothing there is nowhere to say it.
                if ignored && limit > 0 {
                    let said = std::fs::read_to_string(home.path().join("said")).expect("text");
                    assert!(said.contains("; nothing was saved\n"), "{limit}: {said}");
                }
            } else {
                saved += 1;
                assert_ne!(export, before, "limit {limit}");
            }
            home.ok(&["add", "Next", "--to", "Ann", "--due", "friday"]);
        }
        assert!(failed > 2 && saved >= 2, "{failed} failed, {saved} saved");
    }
}
