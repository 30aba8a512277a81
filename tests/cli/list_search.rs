//! `promise list --search`: words in descriptions, names and notes.

use serde_json::Value;

use crate::harness::Home;

fn home() -> Home {
    let home = Home::new();
    let promises = [
        ("Send the revised quote (VAT included)", "Zoë Čapek"),
        ("Crème brûlée, NEAR the \"window\" AND OR NOT x*", "Al Bo"),
        ("Refund order-1184!", "Strauß"),
    ];
    for (what, to) in promises {
        home.ok(&["add", what, "--to", to, "--due", "friday"]);
    }
    home.ok(&["note", "3", "Kätzchen im Karton"]);
    home
}

fn found(home: &Home, text: &str) -> Vec<i64> {
    let list = home.json(&["list", "--sort", "id", "--all", "--search", text]);
    let id = |promise: &Value| promise["id"].as_i64().expect("a number");
    list.as_array().expect("a list").iter().map(id).collect()
}

#[test]
fn words() {
    let table: [(&str, &[i64]); 31] = [
        // Words, in any order and case, each the beginning of one there.
        ("quote", &[1]),
        ("QUOTE", &[1]),
        ("quo", &[1]),
        ("uote", &[]),
        ("quote revised", &[1]),
        ("quote window", &[]),
        ("  quote   vat ", &[1]),
        // In names and in notes.
        ("zoe", &[1]),
        ("al", &[2]),
        ("quote capek", &[1]),
        ("karton", &[3]),
        ("refund karton", &[3]),
        // Diacritics make no difference, in what is written and in what is asked.
        ("creme brulee", &[2]),
        ("CRÈME", &[2]),
        ("Čapek", &[1]),
        ("katz", &[3]),
        ("kätz", &[3]),
        // What full-text search takes for operators is text.
        ("NEAR", &[2]),
        ("AND", &[2]),
        ("OR NOT", &[2]),
        ("quote OR window", &[]),
        ("NOT quote", &[]),
        ("what:quote", &[]),
        ("x*", &[2]),
        ("^send", &[1]),
        ("NEAR(the window)", &[2]),
        ("\"window", &[2]),
        ("(vat", &[1]),
        ("order-1184", &[3]),
        // A sign without a word in it asks for nothing more.
        ("quote -", &[1]),
        ("refund !", &[3]),
    ];
    let home = home();
    let before = home.bytes();
    for (text, expected) in table {
        assert_eq!(found(&home, text), expected, "{text}");
    }
    assert_eq!(home.bytes(), before, "reading writes nothing");
}

/// Whatever is typed there is an answer, never an error of the database.
#[test]
fn signs_alone_find_nothing() {
    let home = home();
    for text in ["!!!", "\"", "\"\"", "*", "(", "-", "\u{1f600}", "'; --"] {
        let ran = home.run(&["list", "--json", "--search", text]);
        assert!(
            ran.status == Some(2) || (ran.status == Some(0) && ran.stdout == "[]\n"),
            "{ran:?}"
        );
    }
}

/// The index follows every change, and its taking back.
#[test]
fn what_was_changed_is_found_as_it_is_now() {
    let home = home();
    home.ok(&["edit", "1", "Send the invoice", "--to", "Bob"]);
    assert_eq!(found(&home, "quote"), [0; 0]);
    assert_eq!(found(&home, "zoe"), [0; 0]);
    assert_eq!(found(&home, "invoice bob"), [1]);
    home.ok(&["undo"]);
    assert_eq!(found(&home, "quote zoe"), [1]);
    assert_eq!(found(&home, "invoice"), [0; 0]);
    home.ok(&["note", "1", "giraffe"]);
    assert_eq!(found(&home, "giraffe"), [1]);
    home.ok(&["undo"]);
    assert_eq!(found(&home, "giraffe"), [0; 0]);
    home.ok(&["redo"]);
    assert_eq!(found(&home, "giraffe"), [1]);
}

#[test]
fn together_with_other_filters() {
    let home = home();
    home.ok(&["keep", "1"]);
    let list = |flags: &[&str]| {
        let mut arguments = vec!["list", "--search", "quote"];
        arguments.extend(flags);
        home.json(&arguments).as_array().map_or(0, Vec::len)
    };
    assert_eq!(list(&[]), 0, "open ones by default");
    assert_eq!(list(&["--state", "kept"]), 1);
    assert_eq!(list(&["--all", "--to", "al"]), 0);
}
