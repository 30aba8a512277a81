//! What lines say.

use proptest::prelude::*;

use super::*;

fn zone() -> Zone {
    Zone::bundled("Europe/Berlin").unwrap()
}

fn row(line: &str) -> Row {
    read(line, &zone()).unwrap().unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn texts_and_tags() {
    let table: &[(&str, &str, &[&str])] = &[
        ("Call mum", "Call mum", &[]),
        (
            "(A) Call mum +Family @phone",
            "Call mum",
            &["Family", "phone", "priority:A"],
        ),
        ("Talk to +X team @work", "Talk to +X team", &["X", "work"]),
        ("(b) not a priority", "(b) not a priority", &[]),
        ("+only @marks", "+only @marks", &["marks", "only"]),
        ("xylophone", "xylophone", &[]),
        ("2026-11-20 2026-12-24 is a day", "2026-12-24 is a day", &[]),
        (
            "see http://a.b/c at 12:30",
            "see http://a.b/c at 12:30",
            &[],
        ),
        ("Pay due:2026-11-27 the rent", "Pay the rent", &[]),
        ("Note:this is text", "Note:this is text", &[]),
        ("x 2026-11-24 done pri:C", "done", &["priority:C"]),
    ];
    for (line, what, tags) in table {
        let row = row(line);
        assert_eq!(row.what, *what, "{line}");
        assert_eq!(row.tags.iter().collect::<Vec<_>>(), *tags, "{line}");
    }
}

#[test]
fn dates_and_states() {
    let day = |text: &str| Some(When::Day(date(text)));
    let open = row("(A) 2026-11-20 Call due:2026-11-27");
    assert_eq!(
        (open.made, open.due),
        (day("2026-11-20"), day("2026-11-27"))
    );
    assert_eq!((open.state, open.settled), (Some(State::Open), None));
    let done = row("x 2026-11-24 2026-11-20 Call due:2026-11-27");
    assert_eq!(
        (done.made, done.settled),
        (day("2026-11-20"), day("2026-11-24"))
    );
    assert_eq!(done.state, Some(State::Kept));
    // Done or not, it is the same task; and another version of it.
    assert_eq!(done.identity, open.identity);
    assert_ne!(done.content, open.content);
    assert_eq!(row("x Call").settled, None);
    let timed = row("Call due:2026-11-27T13:00");
    assert_eq!(
        timed.due,
        Some(When::Local("2026-11-27T13:00:00".parse().unwrap(), None))
    );
    for line in [
        "Call due:friday",
        "due:2026-13-01 Call",
        "Call due:2026-1-1",
    ] {
        let refused = read(line, &zone()).unwrap_err();
        assert!(refused.contains("is no date"), "{refused}");
    }
}

#[test]
fn recurrences_and_what_is_left() {
    let every = |line: &str| row(line).every.map(|rule| rule.to_string());
    assert_eq!(every("Pay rec:+1w").as_deref(), Some("week"));
    assert_eq!(every("Pay rec:2m").as_deref(), Some("2 months"));
    assert_eq!(every("Pay rec:3b").as_deref(), Some("3 working days"));
    assert_eq!(every("Pay rec:1q"), None);
    assert_eq!(every("x 2026-11-24 Pay rec:+1w"), None);
    let notes = |line: &str| {
        row(line)
            .notes
            .into_iter()
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    assert_eq!(notes("Pay rec:+1w"), Vec::<String>::new());
    assert_eq!(
        notes("Pay rec:1w t:2026-11-20 a:b"),
        ["rec: 1w\nt: 2026-11-20\na: b"]
    );
    assert_eq!(notes("x 2026-11-24 Pay rec:+1w"), ["it recurred: week"]);
}

#[test]
fn people_by_key_alone() {
    let row = row("Send the quote to:Jane_Ortiz @Ann due:2026-11-27");
    assert_eq!(row.person, Some((Direction::Mine, "Jane Ortiz".to_owned())));
    assert!(row.tags.contains("Ann"));
}

proptest! {
    #[test]
    fn whatever_a_line_holds(line: String) {
        let _ = has_marks(&line);
        if let Ok(Some(row)) = read(&line, &zone()) {
            prop_assert!(row.what.trim() == row.what);
        }
    }
}
