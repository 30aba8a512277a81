//! Slips of the hand, and cities in place of their zones.

use super::{Sense, TUESDAY, World};

#[test]
fn what_was_probably_meant_is_offered_at_its_place() {
    let table = [
        ("in 15 mintues", "mintues", "did you mean \"minutes\"?"),
        ("15 mintues", "mintues", "did you mean \"minutes\"?"),
        ("in 2 horus", "horus", "did you mean \"hours\"?"),
        ("in 2 dyas", "dyas", "did you mean \"days\"?"),
        ("in 3 weks", "weks", "did you mean \"weeks\"?"),
        ("in 2 moths", "moths", "did you mean \"months\"?"),
        ("in an huor", "huor", "did you mean \"hour\"?"),
        (
            "in 2 buisness days",
            "buisness",
            "did you mean \"business\"?",
        ),
        (
            "in 1 hour and 15 mintues",
            "mintues",
            "did you mean \"minutes\"?",
        ),
        (
            "in 3 blah",
            "blah",
            "say minutes, hours, days, weeks, months or years",
        ),
        (
            "noon tomorrow in Chicago",
            "Chicago",
            "say \"America/Chicago\"",
        ),
        ("1pm Chicago", "Chicago", "say \"America/Chicago\""),
        ("Chicago", "Chicago", "say \"America/Chicago\""),
        ("1pm new york", "new york", "say \"America/New_York\""),
        (
            "1pm Port-au-Prince",
            "Port-au-Prince",
            "say \"America/Port-au-Prince\"",
        ),
        ("1pm Sydney time", "Sydney", "say \"Australia/Sydney\""),
        ("friday in Auckland", "Auckland", "say \"Pacific/Auckland\""),
    ];
    for sense in [Sense::Deadline, Sense::Past] {
        for (phrase, place, hint) in table {
            let refusal = World::berlin(TUESDAY).read(phrase, sense).unwrap_err();
            assert_eq!(&phrase[refusal.span.clone()], place, "{phrase}");
            assert_eq!(refusal.hint.as_deref(), Some(hint), "{phrase}");
        }
    }
}

#[test]
fn what_is_no_city_of_a_zone_gets_no_such_hint() {
    for phrase in ["1pm Munich", "1pm America", "1pm in blah"] {
        let refusal = World::berlin(TUESDAY)
            .read(phrase, Sense::Deadline)
            .unwrap_err();
        let hint = refusal.hint.unwrap_or_default();
        assert!(!hint.contains('/'), "{phrase}: {hint}");
    }
}
