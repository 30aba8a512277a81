//! What each setting in the config changes in the commands.

use crate::harness::Home;

#[test]
fn effects() {
    let date = |config: &str, phrase: &str| {
        let home = Home::with_config(config);
        home.json(&["date", phrase])["due"]
            .as_str()
            .expect("a time")
            .to_owned()
    };
    let table = [
        ("", "eod", "2026-11-23T17:00:00+01:00"),
        (
            "[workday]\nend = \"18:30\"\n",
            "eod",
            "2026-11-23T18:30:00+01:00",
        ),
        ("", "2 business days", "2026-11-25T23:59:59+01:00"),
        (
            "[workday]\nholidays = [\"2026-11-24\"]\n",
            "2 business days",
            "2026-11-26T23:59:59+01:00",
        ),
        (
            "[workday]\ndays = [\"mon\", \"sat\"]\n",
            "1 business day",
            "2026-11-28T23:59:59+01:00",
        ),
        (
            "[workday]\nstart = \"08:00\"\n",
            "2 business hours",
            "2026-11-24T09:00:00+01:00",
        ),
        (
            "date_order = \"dmy\"\n",
            "1/12",
            "2026-12-01T23:59:59+01:00",
        ),
        (
            "date_order = \"mdy\"\n",
            "1/12",
            "2027-01-12T23:59:59+01:00",
        ),
        (
            "[zones]\nCST = \"Asia/Shanghai\"\n",
            "3pm CST",
            "2026-11-24T15:00:00+08:00",
        ),
    ];
    for (config, phrase, due) in table {
        assert_eq!(date(config, phrase), due, "{phrase} with {config:?}");
    }
    let mut home = Home::with_config("[due]\ndefault = \"friday\"\n");
    let added = home.json(&["add", "x", "--to", "Jane"]);
    assert_eq!(added[0]["due"], "2026-11-27T23:59:59+01:00");
    assert_eq!(home.json(&["due"])["coming"], serde_json::json!([]));
    home.write_config("[due]\nhorizon = \"next week\"\n");
    assert_eq!(home.json(&["due"])["coming"][0]["what"], "x");
    home.write_config("me = \"Ann Lee\"\n");
    assert_eq!(home.json(&["show", "1"])[0]["owner"], "Ann Lee");
    home.write_config("[list]\ncolumns = [\"what\", \"id\"]\n");
    home.run(&["list"])
        .stdout("what  id\nx     1\n")
        .stderr("")
        .status(0);
    home.ok(&["add", "a", "--to", "Jane", "--due", "next month"]);
    home.write_config("[list]\ncolumns = [\"id\"]\nsort = \"what\"\n");
    home.run(&["list"]).stdout("id\n2\n1\n").status(0);
    home.write_config("[output]\ncolor = \"always\"\n");
    assert!(home.ok(&["list"]).contains("\u{1b}["));
    home.set("NO_COLOR", "1");
    assert!(!home.ok(&["list"]).contains('\u{1b}'));
    assert!(home.ok(&["list", "--color", "always"]).contains("\u{1b}["));
    home.write_config("[output]\n24h = false\n");
    home.run(&["date", "tomorrow 1pm"])
        .stdout("Tue 24 Nov 2026 1:00 pm +01:00 (in 21 h)\n")
        .stderr("")
        .status(0);
}
