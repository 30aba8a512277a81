//! Pages of months, as they stand on the screen.

use chrono::{Datelike as _, NaiveDate};

use super::*;
use crate::domain::capacity::{Limit, Load};
use crate::domain::zone::Zone;
use crate::render::times::Clock;

fn look(width: Option<u16>) -> Look {
    Look {
        width,
        color: false,
        unicode: true,
        clock: Clock {
            now: chrono::DateTime::UNIX_EPOCH,
            h24: true,
        },
        home: Zone::utc(),
    }
}

fn load(promises: u32, effort_minutes: u32) -> Load {
    Load {
        promises,
        effort_minutes,
    }
}

fn empty(date: NaiveDate) -> Day {
    Day {
        date,
        is_today: false,
        is_working_day: date.weekday().num_days_from_monday() < 5,
        open: Load::default(),
        colleagues: 0,
        booked: Load::default(),
        limit: Limit::default(),
        is_overbooked: false,
        kept: 0,
        kept_late: 0,
        broken: 0,
        released: 0,
        waiting_on: 0,
        ids: Vec::new(),
        late_ids: Vec::new(),
    }
}

/// The days of the month of a date, one of them changed.
fn days(date: &str, change: impl Fn(&mut Day)) -> (Month, Vec<Day>) {
    let date: NaiveDate = date.parse().unwrap();
    let month = Month::of(date);
    let mut days: Vec<Day> = month.dates().map(empty).collect();
    change(&mut days[date.day0() as usize]);
    (month, days)
}

fn page(month: Month, days: &[Day], week_start: Weekday, width: Option<u16>) -> String {
    let page = Page {
        month,
        days,
        late_before: &[],
        week_start,
        filtered: false,
    };
    page.text(&look(width))
}

#[test]
fn weeks_begin_where_the_config_says() {
    // Sunday 1 November; a February that fills four weeks exactly; a leap one.
    let table = [
        (
            "2026-11-01",
            Weekday::Mon,
            "Mon        Tue        Wed        Thu        Fri        Sat        Sun\n\
             \x20                                                                 1 off\n\n\
             2          3          4          5          6          7 off      8 off\n\n",
            "30\n\n",
        ),
        (
            "2026-11-01",
            Weekday::Sun,
            "Sun        Mon        Tue        Wed        Thu        Fri        Sat\n\
             1 off      2          3          4          5          6          7 off\n\n",
            "29 off     30\n\n",
        ),
        (
            "2027-02-01",
            Weekday::Mon,
            "Mon        Tue        Wed        Thu        Fri        Sat        Sun\n\
             1          2          3          4          5          6 off      7 off\n\n",
            "22         23         24         25         26         27 off     28 off\n\n",
        ),
        (
            "2028-02-01",
            Weekday::Sat,
            "Sat        Sun        Mon        Tue        Wed        Thu        Fri\n\
             \x20                                1          2          3          4\n\n",
            "26 off     27 off     28         29\n\n",
        ),
    ];
    for (date, week_start, begin, end) in table {
        let (month, days) = days(date, |_| {});
        let text = page(month, &days, week_start, None);
        let title = month.first().format("%B %Y").to_string();
        let rest = format!("off: not a working day\nNothing is due in {title}.\n");
        assert!(text.starts_with(&format!("{title}\n\n{begin}")), "{text}");
        assert!(text.ends_with(&format!("{end}{rest}")), "{text}");
    }
}

/// What stands in a day, and as a row of the list.
#[test]
fn what_a_day_says() {
    type Change = fn(&mut Day);
    let table: [(Change, &str, [&str; 2]); 11] = [
        (|_| {}, "24", ["", ""]),
        (|day| day.is_today = true, "[24]", ["today", ""]),
        (|day| day.is_working_day = false, "24 off", ["off", ""]),
        (
            |day| (day.open, day.ids) = (load(1, 0), vec![1]),
            "24|1 due",
            ["", "1 due"],
        ),
        (
            |day| (day.open, day.ids) = (load(5, 90), vec![1, 2, 3, 4, 5]),
            "24|5 due|1h30m",
            ["", "5 due, 1h30m"],
        ),
        (
            |day| {
                (day.open, day.ids) = (load(2, 45), vec![1, 2, 3]);
                day.colleagues = 1;
                day.late_ids = vec![1];
                day.waiting_on = 2;
            },
            "24|2 due|+1 other|(1 late)|45m|2 waiting",
            ["", "2 due, +1 other (1 late), 45m, 2 waiting"],
        ),
        (
            |day| {
                (day.open, day.ids) = (load(2, 120), vec![1, 2]);
                day.late_ids = vec![1, 2];
            },
            "24|2 late",
            ["", "2 late"],
        ),
        (
            |day| (day.kept, day.kept_late, day.broken, day.released) = (3, 1, 2, 1),
            "24|3 kept|(1 late)|2 broken|1 released",
            ["", "3 kept (1 late), 2 broken, 1 released"],
        ),
        (
            |day| {
                (day.open, day.booked) = (load(4, 120), load(4, 120));
                day.ids = vec![1, 2, 3, 4];
                day.limit.promises = Some(4);
                day.limit.effort_minutes = Some(120);
            },
            "24|4/4 due|2h/2h",
            ["", "4/4 due, 2h/2h"],
        ),
        (
            |day| {
                (day.open, day.booked) = (load(5, 150), load(5, 150));
                day.ids = vec![1, 2, 3, 4, 5];
                day.limit.promises = Some(4);
                day.is_overbooked = true;
                day.is_working_day = false;
            },
            "24 off !|5/4 due|2h30m",
            ["off !", "5/4 due, 2h30m"],
        ),
        // A part of what is due says nothing against the whole day's room, but for the mark.
        (
            |day| {
                (day.open, day.booked) = (load(1, 60), load(5, 150));
                day.ids = vec![1];
                day.limit.promises = Some(4);
                day.is_overbooked = true;
            },
            "24 !|1 due|1h",
            ["!", "1 due, 1h"],
        ),
    ];
    for (change, expected, row) in table {
        let (_, days) = days("2026-11-24", change);
        let lines = cell::cell(&days[23]);
        let plain: Vec<&str> = lines.iter().map(cell::Line::plain).collect();
        assert_eq!(plain.join("|"), expected);
        assert_eq!(cell::line(&days[23]), row, "{expected}");
    }
}

fn busy() -> (Month, Vec<Day>) {
    days("2026-11-24", |day| {
        (day.open, day.booked) = (load(12, 630), load(12, 630));
        day.ids = (1..=12).collect();
        day.late_ids = vec![1, 2];
        day.limit.promises = Some(10);
        day.limit.effort_minutes = Some(600);
        day.is_overbooked = true;
        day.kept = 4;
        day.kept_late = 1;
        day.waiting_on = 1;
    })
}

const BUSY_LIST: &str = "\
November 2026
  Sun 1   off
  Mon 2
";

#[test]
fn narrow_and_wide() {
    let (month, days) = busy();
    let piped = page(month, &days, Weekday::Mon, None);
    assert!(
        piped.contains(
            "23         24 !        25         26         27         28 off     29 off\n\
         \x20          12/10 due\n\
         \x20          (2 late)\n\
         \x20          10h30m/10h\n\
         \x20          4 kept\n\
         \x20          (1 late)\n\
         \x20          1 waiting\n\
         \n\
         30\n\
         \n\
         off: not a working day  !: overbooked  3/4: 3, with room for 4\n\
         waiting: promised to me\n\
         In all: 12 open (10 h 30 min of work, 2 late), 4 kept (1 late), 1 waiting.\n\
         \n\
         Overbooked\n\
         \x20 Tue 24 Nov  12 due, room for 10; 10 h 30 min of work, room for 10 h  \
         1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12\n\
         \n\
         Late\n\
         \x20 Tue 24 Nov  2 late"
        ),
        "{piped}"
    );
    for width in 24..=200 {
        let text = page(month, &days, Weekday::Mon, Some(width));
        let is_list = text.starts_with(BUSY_LIST);
        assert_eq!(is_list, width < 52, "{width}: {text}");
        for line in text.lines().filter(|_| width >= 34) {
            assert!(line.len() <= usize::from(width), "{width}: {line:?}");
        }
        assert!(text.lines().all(|line| line == line.trim_end()));
    }
    let wide = page(month, &days, Weekday::Mon, Some(200));
    assert_eq!(wide, piped);
}

/// Colour adds nothing but itself, and moves nothing.
#[test]
fn colour_is_no_sign_of_its_own() {
    let (month, days) = busy();
    let page = Page {
        month,
        days: &days,
        late_before: &[7],
        week_start: Weekday::Mon,
        filtered: true,
    };
    let coloured = Look {
        color: true,
        ..look(None)
    };
    let mut bare = String::new();
    let mut inside = false;
    let text = page.text(&coloured);
    for letter in text.chars() {
        match letter {
            '\u{1b}' => inside = true,
            'm' if inside => inside = false,
            _ if inside => {}
            _ => bare.push(letter),
        }
    }
    assert_ne!(text, bare);
    assert_eq!(bare, page.text(&look(None)));
    assert!(bare.contains("\n  earlier     1 late"), "{bare}");
}

#[test]
fn records_have_every_key() {
    let (_, days) = busy();
    let values = values(&days);
    assert_eq!(values.len(), 30);
    for value in &values {
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        let mut fields = FIELDS.to_vec();
        fields.sort_unstable();
        let mut sorted = keys;
        sorted.sort_unstable();
        assert_eq!(sorted, fields);
    }
    assert_eq!(values[0]["capacity_promises"], Value::Null);
    assert_eq!(values[23]["capacity_promises"], 10);
    assert_eq!(values[23]["late"], 2);
}
