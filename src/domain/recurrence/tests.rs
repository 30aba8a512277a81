//! Rules that no phrase makes, and the ends of the calendar. What phrases make of them is in the
//! tests of `phrase::every`.

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(repeats: Repeats) -> Rule {
    Rule::new(repeats, None).unwrap()
}

/// The dates that follow the first.
fn following(repeats: Repeats, first: &str, count: usize, work: &WorkingTime) -> Vec<String> {
    let (rule, first) = (rule(repeats), date(first));
    let next = |previous: &NaiveDate| Some(rule.next(first, *previous, work)?.date);
    std::iter::successors(Some(first), next)
        .skip(1)
        .take(count)
        .map(|date| date.to_string())
        .collect()
}

#[test]
fn what_repeats_never_or_beyond_reason_is_no_rule() {
    use MonthDay::{Day, Weekday as On, WorkingDay};
    use Nth::{Last, Number};
    let on = |day| Repeats::Months(1, Some(day));
    let table = [
        (Repeats::Days(0), false),
        (Repeats::Days(1), true),
        (Repeats::Days(MOST), true),
        (Repeats::Days(MOST + 1), false),
        (Repeats::Weeks(0, WeekdaySet::ALL), false),
        (Repeats::WorkingDays(u32::MAX), false),
        (on(Day(Number(0))), false),
        (on(Day(Number(31))), true),
        (on(Day(Number(32))), false),
        (on(Day(Last)), true),
        (on(WorkingDay(Number(20))), true),
        (on(WorkingDay(Number(21))), false),
        (on(On(Number(4), Weekday::Fri)), true),
        (on(On(Number(5), Weekday::Fri)), false),
        (Repeats::Years(1, Some((2, 29))), true),
        (Repeats::Years(1, Some((2, 30))), false),
        (Repeats::Years(1, Some((13, 1))), false),
    ];
    for (repeats, is_rule) in table {
        assert_eq!(Rule::new(repeats, None).is_some(), is_rule, "{repeats:?}");
    }
}

#[test]
fn times_are_whole_seconds() {
    let time = NaiveTime::from_hms_milli_opt(9, 0, 0, 500);
    let whole = NaiveTime::from_hms_opt(9, 0, 0);
    assert_eq!(Rule::new(Repeats::Days(1), time).unwrap().time(), whole);
    assert_eq!(rule(Repeats::Days(1)).at(time).time(), whole);
    assert_eq!(rule(Repeats::Days(1)).at(time).at(None).time(), None);
}

#[test]
fn a_first_occurrence_may_lie_beside_the_rule() {
    let work = WorkingTime::default();
    let fridays = WeekdaySet::single(Weekday::Fri);
    let fifteenth = Some(MonthDay::Day(Nth::Number(15)));
    let table = [
        // Wednesday, and the Friday of the same week
        (
            Repeats::Weeks(2, fridays),
            "2026-11-25",
            ["2026-11-27", "2026-12-11"],
        ),
        // Saturday, and the Friday two weeks after the one that has passed
        (
            Repeats::Weeks(2, fridays),
            "2026-11-28",
            ["2026-12-11", "2026-12-25"],
        ),
        (
            Repeats::Months(2, fifteenth),
            "2026-11-03",
            ["2026-11-15", "2027-01-15"],
        ),
        (
            Repeats::Months(2, fifteenth),
            "2026-11-20",
            ["2027-01-15", "2027-03-15"],
        ),
        (
            Repeats::Years(2, Some((12, 3))),
            "2026-12-04",
            ["2028-12-03", "2030-12-03"],
        ),
    ];
    for (repeats, first, expected) in table {
        assert_eq!(
            following(repeats, first, 2, &work),
            expected,
            "{repeats} from {first}"
        );
    }
}

#[test]
fn what_precedes_the_first_is_followed_by_it() {
    let next = rule(Repeats::Days(3)).next(
        date("2026-11-24"),
        date("2026-11-02"),
        &WorkingTime::default(),
    );
    assert_eq!(next.unwrap().date, date("2026-11-24"));
}

#[test]
fn series_end_with_the_calendar() {
    let work = WorkingTime::default();
    let last = MonthDay::Day(Nth::Last);
    let table = [
        (Repeats::Days(1), 1),
        (Repeats::Days(2), 0),
        (Repeats::WorkingDays(1), 1),
        (Repeats::Weeks(1, WeekdaySet::EMPTY), 0),
        (Repeats::Weeks(1, WeekdaySet::single(Weekday::Fri)), 1),
        (Repeats::Months(1, None), 0),
        (Repeats::Months(1, Some(last)), 1),
        (Repeats::Years(1000, None), 0),
    ];
    for (repeats, count) in table {
        let dates = following(repeats, "9999-12-30", 5, &work);
        assert_eq!(dates.len(), count, "{repeats}: {dates:?}");
    }
    for moment in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
        for (repeats, _) in table {
            let first = rule(repeats).first_after(moment, &work);
            assert!(
                first.is_none_or(|first| first.date > moment.date()),
                "{repeats}"
            );
            let date = moment.date();
            let next = rule(repeats).next(date, date, &work);
            assert!(next.is_none_or(|next| next.date > date), "{repeats}");
            assert_eq!(
                rule(repeats).next(NaiveDate::MIN, NaiveDate::MAX, &work),
                None
            );
        }
    }
}

#[test]
fn months_without_work_are_left_out_and_a_life_without_ends() {
    use crate::domain::working_time::Holiday;
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let work = |months: std::ops::RangeInclusive<u32>| {
        let off = months.flat_map(|month| (1..=31).map(move |day| Holiday::Yearly { month, day }));
        WorkingTime::new(&[Weekday::Mon], hour(9), hour(17), off).unwrap()
    };
    let repeats = Repeats::Months(1, Some(MonthDay::WorkingDay(Nth::Last)));
    let dates = following(repeats, "2026-06-29", 2, &work(7..=8));
    assert_eq!(dates, ["2026-09-28", "2026-10-26"]);
    assert!(following(repeats, "2026-06-29", 2, &work(1..=12)).is_empty());
    // Four Mondays make a month, so its tenth working day is the last of them.
    let tenth = Repeats::Months(1, Some(MonthDay::WorkingDay(Nth::Number(10))));
    assert_eq!(
        following(tenth, "2026-06-29", 1, &work(1..=1)),
        ["2026-07-27"]
    );
}
