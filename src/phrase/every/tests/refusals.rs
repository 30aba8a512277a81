//! What is refused, where and why.

use super::{RefusalKind, every};

/// Phrases; whether each has no reading or several, the place in it, and why.
#[rustfmt::skip]
const TABLE: &[(&str, &str)] = &[
    ("", "no [] the phrase is empty"),
    ("every", "no [] the phrase ends where the days should follow"),
    ("once friday", "no [friday] \"friday\" is not understood here"),
    ("frday", "no [frday] \"frday\" is not understood here"),
    ("friday foo", "no [foo] \"foo\" is not understood here"),
    ("friday or monday", "no [or] \"or\" leaves the deadline open"),
    ("weekend", "no [weekend] a weekend is more than one day"),
    ("every other weekend", "no [weekend] a weekend is more than one day"),
    ("hour", "no [hour] nothing repeats within a day"),
    ("2 hours", "no [hours] nothing repeats within a day"),
    ("every few days", "no [few] this is no number"),
    ("0 days", "no [0 days] an interval is 1 to 1000"),
    ("1001 days", "no [1001 days] an interval is 1 to 1000"),
    ("every 500 fortnights and", "no [and] \"and\" is not understood here"),
    ("400 quarters", "no [400 quarters] an interval is 1 to 1000"),
    ("4294967295 quarters", "no [4294967295 quarters] an interval is 1 to 1000"),
    ("99999999999 days", "no [99999999999] this does not say what repeats"),
    ("2", "no [2] a number of what?"),
    ("2 friday", "no [friday] \"friday\" is not understood here"),
    ("1.5 weeks", "no [1] a number of what?"),
    ("mon/wed", "no [mon/wed] this does not say what repeats"),
    ("mon-mon", "no [mon-mon] this goes from a day to itself"),
    ("monday and", "no [and] \"and\" is not understood here"),
    ("month on friday", "several [friday] which Friday of the month?"),
    ("month on the last", "no [] this does not say what repeats"),
    ("friday every 2 weeks", "no [friday] only a time stands beside what repeats"),
    ("second week of the month", "no [of] \"of\" is not understood here"),
    ("month on the", "no [] this does not say what repeats"),
    ("month on 9:00", "no [9] this does not say what repeats"),
    ("month on the 32nd", "no [32nd] no month has a day 32"),
    ("month on the 1st and 15th", "no [and] \"and\" is not understood here"),
    ("5th friday of the month", "no [5th friday of the month] most months have no Friday number 5"),
    ("21st working day of the month", "no [21st working day of the month] working days are counted from 1 to 20"),
    ("last friday", "no [last friday] the last friday of what?"),
    ("first friday", "no [first friday] the first friday of what?"),
    ("second friday", "several [second friday] this could be counted in weeks or within the month"),
    ("first day", "no [first day] the first of what?"),
    ("second", "no [] this does not say what repeats"),
    ("last friday of november", "no [november] days are counted within a month only"),
    ("last working day of the quarter", "no [quarter] days are counted within a month only"),
    ("month 9", "no [9] a number here could be one of several things"),
    ("3 dec 9", "no [9] a number here could be one of several things"),
    ("year on 3 dec 2027", "no [3 dec 2027] a date with its year does not repeat"),
    ("year on 30 feb", "no [30 feb] February has no day 30"),
    ("year on friday", "no [on] this is no date of every year"),
    ("december", "no [december] this is no date of every year"),
    ("friday the 13th", "no [13th] only a time stands beside what repeats"),
    ("friday 25:00", "no [25:00] there is no hour 25"),
    ("friday 30", "no [30] this is no time of the day"),
    ("friday 9:00 10:00", "no [10:00] this is a second time"),
    ("9am every friday 10:00", "no [9] two times are named"),
    ("tomorrow every friday", "no [tomorrow] only a time stands beside what repeats"),
    ("friday midnight", "several [midnight] midnight could be either end of the day"),
    ("friday 24:00", "several [24:00] midnight could be either end of the day"),
    ("friday 3h30", "several [3h30] this could be a time in the morning or after noon"),
    ("friday 9pm in the morning", "no [9pm in the morning] the time does not fit the part of the day"),
    ("friday eod", "no [eod] this hangs on the hours of work, which may change"),
    ("friday afternoon", "no [afternoon] this hangs on the hours of work, which may change"),
    ("friday 9:00 Europe/London", "no [Europe/London] a rule has no zone: its times are in the zone of the promise"),
    ("friday until december", "no [until] the end is not part of what repeats"),
    ("friday 10 times", "no [10 times] how often is not part of what repeats"),
    ("2 weeks starting monday", "no [starting] the start is not part of what repeats"),
    ("day except sunday", "no [except] exceptions are not part of what repeats"),
    ("biweekly", "no [biweekly] this is twice a week to some, and every two weeks to others"),
    ("twice a week", "no [twice] this does not say on which days"),
];

#[test]
fn what_is_not_understood_is_refused_at_its_place() {
    let mut wrong = Vec::new();
    for (text, expected) in TABLE {
        let refusal = every(text).expect_err(text);
        let place = text.get(refusal.span.clone()).unwrap();
        let kind = match refusal.kind {
            RefusalKind::Ambiguous => "several",
            _ => "no",
        };
        let found = format!("{kind} [{place}] {}", refusal.message);
        if found != *expected {
            wrong.push((text, found));
        }
    }
    assert_eq!(wrong, []);
}

/// A hint in quotes is something that is understood.
#[test]
fn hints_are_understood() {
    let refused = [
        "weekend",
        "biweekly",
        "bimonthly",
        "biannually",
        "twice a week",
        "hour",
        "few days",
        "0 days",
        "2",
        "last friday",
        "first friday",
        "second friday",
        "third friday",
        "mon-mon",
        "last working day",
        "first day",
        "year on friday",
        "friday afternoon",
        "month 9",
    ];
    for text in refused {
        let hint = every(text).expect_err(text).hint.unwrap();
        let quoted = hint.split('"').skip(1).step_by(2);
        for quoted in quoted.filter(|quoted| text != "month 9" && *quoted != "17:00") {
            assert!(every(quoted).is_ok(), "{text}: {quoted}");
        }
    }
}
