//! How somebody and I keep our word to each other, as `people show` tells it.

use serde_json::json;

use crate::harness::Home;
use crate::life::says;

/// How the word was kept on both sides, and the last of what went wrong, was told and was asked.
#[test]
fn account() {
    let mut home = Home::new();
    home.at("2026-11-02T09:00:00+01:00");
    for due in ["3 nov", "4 nov", "5 nov", "6 nov", "9 nov"] {
        home.ok(&["add", "Quote", "--to", "Jane", "--due", due]);
    }
    home.ok(&["add", "Sign", "--from", "Jane", "--due", "4 nov"]);
    home.ok(&["keep", "1", "--check", "friday"]);
    home.ok(&["reschedule", "2", "--due", "12 nov", "--told"]);
    home.at("2026-11-05T09:00:00+01:00");
    home.ok(&["break", "3", "--cause", "forgot"]);
    home.at("2026-11-10T09:00:00+01:00");
    home.ok(&["check", "1", "no", "--rating", "2"]);
    home.ok(&["keep", "2", "6"]);
    home.at("2026-11-13T09:00:00+01:00");
    says(
        &home,
        &["people", "show", "jane"],
        "Jane\n\
         \x20 we kept      as first promised 1 of 5, 20 %; as negotiated 2 of 5, 40 %; 2 open, \
         2 overdue\n\
         \x20 they kept    as first promised 0 of 1, 0 % (too few to tell); as negotiated 0 of 1, \
         0 % (too few to tell); 0 open, 0 overdue\n\
         \x20 last broken  Thu 5 Nov 2026, promise 3: Quote\n\
         \x20 last told    Mon 2 Nov 2026, promise 2\n\
         \x20 last check   Tue 10 Nov 2026, promise 1: not satisfied, 2 of 5\n\
         \n\
         id  state   due                     direction  what\n\
         1   kept    Tue 3 Nov               mine       Quote\n\
         6   kept    Wed 4 Nov               theirs     Sign\n\
         3   broken  Thu 5 Nov               mine       Quote\n\
         4   open    Fri 6 Nov, 7 days late  mine       Quote\n\
         5   open    Mon 9 Nov, 4 days late  mine       Quote\n\
         2   kept    Thu 12 Nov              mine       Quote\n",
    );
    let account = home.json(&["people", "show", "jane"])[0]["account"].take();
    assert_eq!(
        account["kept_rate"],
        json!({
            "first": {"count": 1, "of": 5, "rate": 0.2},
            "negotiated": {"count": 2, "of": 5, "rate": 0.4},
            "gap": 0.2,
        })
    );
    assert_eq!(
        account["last_check"],
        json!({
            "id": 1, "at": "2026-11-10T09:00:00+01:00", "text": null,
            "satisfied": false, "rating": 2,
        })
    );
    // What is undone was never told.
    home.ok(&["note", "4", "it comes on Friday", "--told"]);
    let told = |home: &Home| {
        home.json(&["people", "show", "jane"])[0]["account"]["last_told"]["id"].clone()
    };
    assert_eq!(told(&home), 4);
    home.ok(&["undo"]);
    assert_eq!(told(&home), 2);
}
