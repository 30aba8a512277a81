//! What a phrase says, before it meets a calendar.

use std::ops::Range;

use chrono::Weekday;

use super::feasts::Feast;
use super::words::Count;

/// A part of the phrase and its bytes.
#[derive(Clone, Debug)]
pub(super) struct Spot<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// A whole phrase. Parts may stand in any order, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    pub(super) day: Option<Spot<Day>>,
    pub(super) weekday: Option<Spot<(Weekday, Which)>>,
    pub(super) part: Option<Spot<Part>>,
    pub(super) time: Option<Spot<Time>>,
    pub(super) zone: Option<Spot<ZoneRef>>,
    pub(super) shift: Option<Spot<Shift>>,
    /// A number that is a time beside a day, and nothing alone.
    pub(super) bare: Option<Spot<Count>>,
    /// "before", which means the day before a day.
    pub(super) before: Option<Range<usize>>,
    /// "all day".
    pub(super) whole: Option<Range<usize>>,
    /// The day is written as ISO 8601 has it.
    pub(super) is_iso: bool,
    /// Seconds from midnight of a time in figures, "2:30", read as of twenty-four hours.
    pub(super) figures: Option<u32>,
    /// What to tell the user whatever the phrase comes to.
    pub(super) remarks: Vec<String>,
}

impl Phrase {
    /// Whether nothing was read yet.
    pub(super) fn is_empty(&self) -> bool {
        self.day.is_none()
            && self.weekday.is_none()
            && self.part.is_none()
            && self.time.is_none()
            && self.zone.is_none()
            && self.shift.is_none()
            && self.bare.is_none()
            && self.whole.is_none()
    }
}

/// Which of the weekdays of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// "friday", "this friday": the first after today.
    Coming,
    /// "next friday", "friday of next week": in that week, counted from this one.
    InWeek(i64),
    /// "friday after next": in one of two weeks.
    AfterNext,
    /// "last friday": in the past, if it is clear which.
    Last,
}

/// A year, as far as the phrase says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not said.
    Any,
    /// As written.
    Is(i32),
    /// "next year".
    Relative(i32),
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
}

/// A named span of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// "this week" is 0, "next week" 1.
    Relative(Unit, i64),
    /// "december".
    Month(u32, Year),
    /// "q1".
    Quarter(u32, Year),
    /// "2026-W49".
    IsoWeek(i32, u32),
    /// "2027".
    Year(i32),
}

/// What is counted within a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    Days,
    WorkingDays,
    Weekdays(Weekday),
}

/// The date part of a phrase.
#[derive(Clone, Debug)]
pub(super) enum Day {
    /// Days from today.
    Relative(i64),
    /// "3 Dec", "2026-12-03".
    Date { year: Year, month: u32, day: u32 },
    /// "1/12", in the order of writing.
    Slashed {
        first: u32,
        second: u32,
        year: Option<i32>,
        dot: Dot,
    },
    /// "the 15th".
    Monthly(u32),
    /// "last friday of october": from the end where negative.
    Nth(i32, Counted, Span),
    /// "third tuesday after christmas".
    NthFrom(i32, Weekday, Box<Day>),
    /// "christmas".
    Feast(&'static Feast, Year),
    /// "next christmas": which one, if it is clear.
    NextFeast(&'static Feast),
    /// "last christmas".
    LastFeast(&'static Feast),
    /// "next week", and "end of next week", which is the same and may have a time.
    Span { span: Span, end: bool },
    /// "start of next month".
    StartOf(Span),
    /// "by the weekend".
    EveOfWeekend,
    /// "3 fridays from now".
    Fridays(u32, Weekday),
}

/// What a date of two numbers with a dot between them could be beside a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dot {
    /// Other marks, or a year: "1/12", "1.12.2026".
    None,
    /// Nothing else: "24.12", "1.12.".
    Date,
    /// "13.12" is a time to some.
    Time,
    /// "by 3.10" is as likely one as the other.
    Either,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    /// "in the am".
    Am,
    /// "in the pm".
    Pm,
}

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// Seconds from midnight, as written; 24:00 is the end of the day.
    Exact(u32),
    /// Seconds on a clock of twelve hours, which half of the day is open.
    Half(u32),
    /// "3h30": of twenty-four hours where that is how it is written, and of twelve where not.
    HourSign { seconds: u32, alone: bool },
    /// Either end of a day.
    Midnight,
    /// "eod".
    EndOfWork,
    /// "first thing".
    StartOfWork,
}

/// A zone as named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ZoneRef {
    /// "Europe/London", "CST".
    Named(String),
    /// "UTC+2": seconds east.
    Fixed(i32),
    /// "their time".
    Their,
    /// "my time".
    Mine,
}

/// A length of time, as said: parts of a kind are summed, kinds are not mixed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) months: u32,
    pub(super) days: u32,
    pub(super) seconds: u64,
    pub(super) working_days: u32,
    pub(super) working_minutes: u64,
}

/// Which way an amount is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    Ahead,
    Back,
    /// Not said ("2 weeks"): ahead for deadlines, back for filters about the past.
    Open,
}

impl Shift {
    /// Whether it ends on a day, at no time of it.
    pub(super) fn is_days(&self) -> bool {
        let amount = self.amount;
        amount.seconds == 0 && amount.working_minutes == 0 && amount != Amount::default()
    }
}

/// A move by an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) amount: Amount,
    pub(super) toward: Toward,
    /// Counted from the rest of the phrase, else from now.
    pub(super) from_rest: bool,
    /// "in two weeks": beside a weekday it says which one.
    pub(super) in_weeks: bool,
    /// "upcoming two weeks": could also be so many whole weeks, months or years.
    pub(super) or_whole: bool,
}
