//! `promise list --template`: a line for each promise, as the user wants it.

use crate::harness::Home;

fn home() -> Home {
    let home = Home::new();
    home.ok(&[
        "add",
        "Send the quote",
        "--to",
        "Jane Ortiz",
        "--due",
        "tomorrow 1pm",
        "--tag",
        "vip",
        "--tag",
        "a",
        "--effort",
        "90m",
    ]);
    home.ok(&["add", "Sign", "--from", "Beta", "--due", "friday"]);
    home.ok(&[
        "add", "Clean", "--to", "Jo", "--every", "monday", "--until", "31 Dec",
    ]);
    home
}

#[test]
fn fields_and_text() {
    let home = home();
    let table = [
        (
            "{id}\\t{to}\\t{due:%F %H:%M}",
            "1\tJane Ortiz\t2026-11-24 13:00\n2\t\t2026-11-27 23:59\n3\tJo\t2026-11-30 23:59\n",
        ),
        ("{{{id}}}", "{1}\n{2}\n{3}\n"),
        ("", "\n\n\n"),
        (
            "{id}: {what}\\n  {tags}",
            "1: Send the quote\n  a,vip\n2: Sign\n  \n3: Clean\n  \n",
        ),
        (
            "{due}",
            "2026-11-24T13:00:00+01:00\n2026-11-27T23:59:59+01:00\n2026-11-30T23:59:59+01:00\n",
        ),
        ("{effort_minutes};{overdue}", "90;false\n;false\n;false\n"),
        // What is not set is empty, in a format too.
        ("{settled_at:%F}|{every_until:%d %b}", "|\n|\n|31 Dec\n"),
        // A day has no clock.
        ("{every_until:%H:%M}|", "|\n|\n|\n"),
    ];
    for (template, expected) in table {
        home.run(&["list", "--template", template])
            .stdout(expected)
            .stderr("")
            .status(0);
    }
}

/// Filters, order and limit are those of any list.
#[test]
fn any_selection() {
    let home = home();
    home.ok(&["keep", "1", "--note", "by hand"]);
    home.run(&[
        "list",
        "--state",
        "kept",
        "--template",
        "{id} {settled_at:%H:%M} {notes}",
    ])
    .stdout("1 16:00 by hand\n");
    home.run(&[
        "list",
        "--sort",
        "id",
        "--reverse",
        "-n",
        "1",
        "--template",
        "{id}",
    ])
    .stdout("3\n");
    home.run(&["list", "--to", "Jane", "--template", "{id}"])
        .stdout("")
        .stderr("")
        .status(0);
    let nobody = Home::new();
    let ran = nobody.run(&["list", "--template", "{id}"]);
    ran.stdout("").status(0);
    assert!(ran.stderr.starts_with("note: "), "{ran:?}");
}

/// A config that asks for another format gives way.
#[test]
fn it_goes_before_the_config() {
    let home = home();
    home.write_config("[output]\nformat = \"json\"\n");
    home.run(&["list", "--template", "{id}"])
        .stdout("1\n2\n3\n");
}

#[test]
fn what_is_refused() {
    let home = home();
    let contradiction = "--template says how lines look, and cannot be used with --json or \
                         --format\nhint: leave one of them out";
    let table: [(&[&str], &str); 9] = [
        (
            &["{dues}"],
            "a promise has no field \"dues\"\nhint: did you mean {due}?",
        ),
        (
            &["{ id }"],
            "a promise has no field \" id \"\nhint: did you mean {id}?",
        ),
        (
            &["{what:%F}"],
            "what is no time, and takes no format\nhint: write {what}",
        ),
        (
            &["{due:%Q}"],
            "the template is not understood: \"%Q\" is no format of a time, such as %F %H:%M",
        ),
        (
            &["{due"],
            "the template is not understood: a { is not closed; a brace itself is {{",
        ),
        (
            &["\\e[31m"],
            "the template is not understood: there is no \\e: only \\t, \\n and \\\\",
        ),
        (&["{id}", "--format", "plain"], contradiction),
        (&["{id}", "--format", "table"], contradiction),
        (&["{id}", "--format", "csv"], contradiction),
    ];
    for (arguments, message) in table {
        home.run(&[&["list", "--template"], arguments].concat())
            .stdout("")
            .stderr(&format!("error: {message}\n"))
            .status(2);
    }
    let ran = home.run(&["list", "--template", "{customer}"]);
    ran.status(2);
    assert!(
        ran.stderr.contains("hint: the fields are id, uuid, what, "),
        "{ran:?}"
    );
    let ran = home.run(&["list", "--template", "{id}", "--fields", "id"]);
    ran.stdout("").status(2);
}

/// Nothing that a name or a description holds steers a terminal, or ends a line.
#[test]
fn foreign_text_is_harmless() {
    let home = Home::new();
    home.ok(&[
        "add",
        "one\ttwo \u{1b}[31mred {id} \\n",
        "--to",
        "\u{202e}Jane",
        "--due",
        "friday",
    ]);
    home.run(&["list", "--template", "{to}: {what}"])
        .stdout("\\u{202e}Jane: one\\ttwo \\x1b[31mred {id} \\n\n")
        .status(0);
}
