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

/// A backup that does not fit is not there by half, and one elsewhere is made all the same.
#[test]
fn a_backup_on_a_full_medium() {
    let home = Home::new();
    let script = r#"
        folder=$HOME/.local/share/promise
        mkdir -p "$folder" && mount -t tmpfs -o size=600k,mode=0700 tmpfs "$folder" || exit 1
        "$PROMISE" add Call --to Jane --due friday > /dev/null || exit 1
        "$PROMISE" backup "$HOME/before.db" > /dev/null || exit 1
        dd if=/dev/zero of="$folder/filler" bs=4096 2> /dev/null
        "$PROMISE" backup; echo "status $?"
        "$PROMISE" backup --auto; echo "status $?"
        "$PROMISE" restore "$HOME/before.db" --yes; echo "status $?"
        find "$folder" -type f -not -name 'promise.db*' -not -name filler
        "$PROMISE" backup "$HOME/elsewhere.db" > /dev/null; echo "status $?"
        "$PROMISE" --db "$HOME/elsewhere.db" list --fields what --format plain
        rm "$folder/filler"
        "$PROMISE" backup > /dev/null; echo "status $?"
    "#;
    let Some(text) = where_mounts_are_allowed(&home, script) else {
        return;
    };
    let refused = "error: could not write a backup: ~/.local/share/promise/backups: \
                   no space is left\n\
                   hint: name another place: promise backup FILE\n\
                   status 5\n";
    let restore = format!(
        "error: no space is left for the database: {DATABASE}; nothing was saved\n\
         hint: make room on the medium, then do it again\n\
         status 5\n"
    );
    let expected = format!("{}{restore}status 0\nCall\nstatus 0\n", refused.repeat(2));
    assert_eq!(text, expected);
}

/// The same where nothing may be written.
#[test]
fn a_backup_where_nothing_can_be_written() {
    let home = recorded();
    let script = r#"
        folder=$HOME/.local/share/promise
        mkdir "$HOME/stick"
        mount --bind "$HOME/stick" "$HOME/stick" &&
            mount -o remount,ro,bind "$HOME/stick" || exit 1
        "$PROMISE" backup "$HOME/stick"; echo "status $?"
        "$PROMISE" backup "$HOME/stick/b.db"; echo "status $?"
        mount --bind "$folder" "$folder" && mount -o remount,ro,bind "$folder" || exit 1
        "$PROMISE" backup; echo "status $?"
        "$PROMISE" backup --auto; echo "status $?"
        "$PROMISE" backup "$HOME/b.db" > /dev/null; echo "status $?"
        "$PROMISE" restore "$HOME/b.db" --yes; echo "status $?"
        ls -A "$HOME/stick"
    "#;
    let Some(text) = where_mounts_are_allowed(&home, script) else {
        return;
    };
    let refused = |place: &str| {
        format!(
            "error: could not write a backup: ~/{place}: \
             Read-only file system (os error 30)\n\
             hint: name another place: promise backup FILE\n\
             status 5\n"
        )
    };
    let own = refused(".local/share/promise/backups");
    let restore = format!(
        "error: could not write the database: {DATABASE}: \
         Read-only file system (os error 30); nothing was saved\n\
         hint: check the path and its permissions, or name another file with --db\n\
         status 5\n"
    );
    let stick = refused("stick").repeat(2);
    assert_eq!(text, format!("{stick}{own}{own}status 0\n{restore}"));
}
