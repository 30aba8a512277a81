//! `promise import` of spreadsheets.

use crate::harness::Home;
use crate::import::{import, rows};

#[test]
fn as_a_spreadsheet_saves_it() {
    let home = Home::with_config("date_order = \"dmy\"\n");
    let text = "\u{feff}Kunde;Bis wann;Was;Notiz;Intern;Angelegt\r\n\
                Müller & Söhne;27.11.2026;Angebot schicken;\"Zeile 1\nZeile 2\";x;20.11.2026\r\n\
                Ann;friday 3pm;\"Rückruf; dringend\";;;\r\n\
                ;;;;;\r\n";
    let map = "Kunde=to,Bis wann=due,Was=what,Notiz=notes,Intern=,Angelegt=made";
    import(&home, "kunden.csv", text, &["--map", map])
        .stdout("Imported 2 promises and 2 people; 0 were there already.\n")
        .stderr("note: reading kunden.csv as CSV with a header\n")
        .status(0);
    let rows = rows(&home);
    assert_eq!(rows[0]["to"], "Müller & Söhne");
    assert_eq!(rows[0]["due"], "2026-11-27T23:59:59+01:00");
    assert_eq!(rows[0]["due_whole_day"], true);
    assert_eq!(rows[0]["made_at"], "2026-11-20T00:00:00+01:00");
    assert_eq!(rows[0]["notes"][0]["text"], "Zeile 1\nZeile 2");
    assert_eq!(rows[1]["what"], "Rückruf; dringend");
    assert_eq!(rows[1]["due"], "2026-11-27T15:00:00+01:00");
}

#[test]
fn a_phrase_is_read_as_of_the_day_it_was_made() {
    let home = Home::new();
    let text = "what\tto\tdue\tmade\tstate\tsettled\n\
                Quote\tAnn\tfriday\t2026-11-02\t\t\n\
                Call\tAnn\t2 days\t2026-11-02\tdone\t2026-11-05\n\
                Report\tAnn\tfriday\t\t\t\n";
    import(&home, "a.tsv", text, &[]).status(0);
    let rows = rows(&home);
    assert_eq!(rows[0]["due"], "2026-11-06T23:59:59+01:00");
    assert_eq!(rows[0]["overdue"], true);
    assert_eq!(rows[1]["due"], "2026-11-04T23:59:59+01:00");
    assert_eq!(rows[1]["outcome"], "late");
    // A day alone counts to its end.
    assert_eq!(rows[1]["settled_at"], "2026-11-05T23:59:59+01:00");
    assert_eq!(rows[2]["due"], "2026-11-27T23:59:59+01:00");
}

#[test]
fn headers_that_do_not_tell() {
    let home = Home::new();
    let table = [
        (
            "Subject,Customer,Colour,Size\n",
            "error: nothing is known of the columns Colour, Size\n\
             hint: say what it is, or nothing to leave it out: --map \"Colour=,Size=\"; the fields are ",
        ),
        (
            "Customer,Deadline\n",
            "error: no column says what is promised\nhint: name it: --map \"COLUMN=what\"\n",
        ),
    ];
    for (text, stderr) in table {
        let ran = import(&home, "a.csv", text, &["--format", "csv"]);
        ran.stdout("").status(2);
        assert!(ran.stderr.starts_with(stderr), "{ran:?}");
    }
    let ran = import(
        &home,
        "a.csv",
        "id,what,to,due,overdue\n7,x,Ann,friday,false\n",
        &[],
    );
    ran.stdout("Imported 1 promise and 1 person; 0 were there already.\n")
        .stderr(
            "note: reading a.csv as CSV with a header\n\
             note: columns that are worked out or belong to the history are left out: id, overdue\n",
        )
        .status(0);
    let ran = import(&home, "a.csv", "what,to,due\n\"x,Ann,friday\n", &[]);
    ran.stderr(
        "note: reading a.csv as CSV with a header\n\
         warning: a.csv:2: a quote is not closed\n\
         error: nothing was imported: 1 record cannot be taken in\n\
         hint: --skip-bad leaves out what cannot be taken in\n",
    )
    .status(1);
}
