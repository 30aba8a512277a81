//! From rows to a report: reads each once, in any order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc, Weekday};

use crate::domain::promise::{Direction, State};
use crate::domain::report::figures::{Figures, Tally};
use crate::domain::report::flow::{Day, Flow, Step};
use crate::domain::report::group::{Group, Key};
use crate::domain::report::judge::Judge;
use crate::domain::report::moves::Moves;
use crate::domain::report::period::{Dates, Period, Span};
use crate::domain::report::rate::Rate;
use crate::domain::report::row::{Against, Due, Mark, Moved, Row};
use crate::domain::report::standards::{StandardFigures, Standards};
use crate::domain::zone::Zone;

/// What a report is about.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The moment of the report.
    pub now: DateTime<Utc>,
    /// The time.
    pub period: Period,
    /// Whose promises the figures are of.
    pub direction: Direction,
    /// Whether those of others are reckoned beside mine.
    pub with_theirs: bool,
    /// What the figures are broken down by.
    pub group: Option<Group>,
    /// The user's zone, whose days are counted.
    pub zone: &'a Zone,
    /// The day that weeks begin on.
    pub week_start: Weekday,
    /// Finds the zone of a deadline by name.
    pub zone_of: &'a dyn Fn(&str) -> Zone,
}

/// What was counted under each name. There can be many.
pub type Tallies<N> = Vec<(N, Box<Tally>)>;

/// The reckoning over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The time that it is about.
    pub period: Period,
    /// The time before it.
    pub before: Period,
    /// Whose promises the figures are of.
    pub direction: Direction,
    /// The figures.
    pub figures: Figures,
    /// The figures of the time before.
    pub figures_before: Figures,
    /// What came in and went out.
    pub flow: Flow,
    /// The same, and the rates, week by week.
    pub weeks: Flow,
    /// Day by day, where anything happened.
    pub days: BTreeMap<NaiveDate, Day>,
    /// How the standards did.
    pub standards: Vec<StandardFigures>,
    /// Those who were let down, most often first: promises to them that were not kept by the
    /// negotiated deadline.
    pub let_down: Vec<(Rc<str>, Rate)>,
    /// Kept by the negotiated deadline, by the day of the week on which that fell, in the order
    /// of a week.
    pub weekdays: Vec<(&'static str, Rate)>,
    /// What was counted of what others promised, in all and of each of them, where it was asked for.
    pub theirs: Option<(Tally, Tallies<Rc<str>>)>,
    /// What was counted of each group, where they were asked for.
    pub groups: Option<Tallies<Option<Rc<str>>>>,
}

/// As many marks as a promise leaves in a span, or more.
const MARKS: usize = 8;

/// Counts rows into a report. What was rescheduled comes before the promises.
pub struct Reckoning<'a> {
    scope: Scope<'a>,
    span: Span,
    before: Period,
    span_before: Span,
    dates: Dates<'a>,
    judge: Judge<'a>,
    moves: Moves,
    backlog_before: i64,
    total: Tally,
    total_before: Tally,
    days: BTreeMap<NaiveDate, Day>,
    standards: Standards,
    let_down: HashMap<i64, Rate>,
    weekdays: BTreeMap<Key, Rate>,
    groups: BTreeMap<Key, Box<Tally>>,
    theirs: Tally,
    people: HashMap<i64, Box<Tally>>,
    names: HashMap<i64, Rc<str>>,
}

impl<'a> Reckoning<'a> {
    /// An empty reckoning; nothing where the period lies outside the years that can be
    /// represented.
    #[must_use]
    pub fn new(scope: Scope<'a>) -> Option<Self> {
        let before = scope.period.before()?;
        Some(Self {
            scope,
            span: scope.period.span(scope.zone)?,
            before,
            span_before: before.span(scope.zone)?,
            dates: Dates::new(scope.zone),
            judge: Judge::new(scope.zone_of),
            moves: Moves::default(),
            backlog_before: 0,
            total: Tally::default(),
            total_before: Tally::default(),
            days: BTreeMap::new(),
            standards: Standards::default(),
            let_down: HashMap::new(),
            weekdays: BTreeMap::new(),
            groups: BTreeMap::new(),
            theirs: Tally::default(),
            people: HashMap::new(),
            names: HashMap::new(),
        })
    }

    /// Everything that can count in the period or the one before happened, or was due, from the
    /// first second of this to the last, or was open at either's end.
    #[must_use]
    pub fn reach(&self) -> Span {
        Span {
            from: self.span_before.from,
            to: self.span.to,
        }
    }

    /// Counts a new deadline.
    pub fn moved(&mut self, moved: &Moved<'_>) {
        self.moves.add(moved.id, moved.at, moved.old_due);
        if moved.direction == self.scope.direction {
            let mut marks = Vec::new();
            moved.marks(self.span, &mut |at, mark| marks.push((at, mark)));
            for (at, mark) in marks {
                self.count(at, mark, moved.person, moved.group, moved.cause.cause);
            }
            moved.marks(self.span_before, &mut |_, mark| {
                self.total_before.count(mark);
            });
        } else if self.scope.with_theirs {
            moved.marks(self.span, &mut |_, mark| {
                self.theirs.count(mark);
                self.people.entry(moved.person).or_default().count(mark);
            });
        }
    }

    /// Counts a promise.
    pub fn promise(&mut self, row: &Row<'_>) {
        let now = self.scope.now.timestamp();
        let mine = row.direction == self.scope.direction;
        if !mine && !self.scope.with_theirs {
            return;
        }
        let due_then = self.due_then(row, self.span.to.min(now));
        let due_before = self.due_then(row, self.span_before.to.min(now));
        let mut marks = Vec::with_capacity(MARKS);
        let judge = |at: i64, due: Due<'_>| self.judge.outcome(at, due);
        row.marks(self.span, now, due_then, &judge, &mut |at, mark| {
            marks.push((at, mark));
        });
        if !mine {
            if !marks.is_empty() {
                let person = self.people.entry(row.person).or_default();
                for (_, mark) in marks {
                    self.theirs.count(mark);
                    person.count(mark);
                }
            }
            return;
        }
        row.marks(self.span_before, now, due_before, &judge, &mut |_, mark| {
            self.total_before.count(mark);
        });
        for (at, mark) in marks {
            self.count(at, mark, row.person, row.group, row.cause.cause);
            if let Mark::Judged { against, kept, .. } = mark {
                self.judged(row, against, kept);
            }
        }
        self.backlog_before += i64::from(row.is_open_at(self.span.from - 1));
    }

    /// Counts what else follows from how a promise of the period was judged.
    fn judged(&mut self, row: &Row<'_>, against: Against, kept: bool) {
        match (against, row.standard) {
            (Against::First, Some(name)) => {
                let kept_at = row.settled_at.filter(|_| row.state == State::Kept);
                let took = kept_at.map(|at| at - row.made_at);
                let allowed = row.first.at - row.made_at;
                self.standards.count(name, kept, allowed, took);
            }
            (Against::First, None) => {}
            (Against::Negotiated, _) => {
                let date = self.dates.of(row.negotiated.at);
                if let Some(day) = Group::Weekday.of_date(date, self.scope.week_start) {
                    self.weekdays.entry(day).or_default().add(kept);
                }
                self.let_down.entry(row.person).or_default().add(!kept);
            }
        }
    }

    /// The numbers of the people whose names the report tells, in order.
    #[must_use]
    pub fn people(&self) -> BTreeSet<i64> {
        let grouped = self.groups.keys().filter_map(|key| match key {
            Key::Person(person) => Some(*person),
            _ => None,
        });
        let others = self.people.keys().chain(self.let_down.keys());
        others.copied().chain(grouped).collect()
    }

    /// Tells the name of a person.
    pub fn name(&mut self, person: i64, name: &str) {
        self.names.insert(person, name.into());
    }

    /// The report over what was counted.
    #[must_use]
    pub fn finish(mut self) -> Report {
        let scope = self.scope;
        // What is left takes no more room than has to be.
        self.moves = Moves::default();
        let name_of = |person| self.names.get(&person).cloned().unwrap_or_default();
        let today = scope.zone.local(scope.now).date();
        let flow = |step| {
            Flow::new(
                &self.days,
                scope.period,
                today,
                self.backlog_before,
                step,
                scope.week_start,
            )
        };
        for tally in [&mut self.total, &mut self.total_before, &mut self.theirs] {
            tally.sort();
        }
        let groups = scope.group.map(|group| {
            let groups = self.groups.into_iter();
            let groups = groups.map(|(key, tally)| (key.name(name_of), tally));
            let mut groups: Tallies<Option<Rc<str>>> = groups.collect();
            if group == Group::Person {
                one_of_each_name(&mut groups, |tally, more| tally.absorb(more));
            }
            for (_, tally) in &mut groups {
                tally.sort();
            }
            // The calendar has an order of its own; of others the most let down come first.
            if !group.is_of_calendar() {
                groups.sort_by_key(|(name, tally)| (name.is_none(), Reverse(tally.missed())));
            }
            groups
        });
        let theirs = scope.with_theirs.then(|| {
            let people = self.people.into_iter();
            let people = people.map(|(person, tally)| (name_of(person), tally));
            let mut people: Tallies<Rc<str>> = people.collect();
            one_of_each_name(&mut people, |tally, more| tally.absorb(more));
            for (_, tally) in &mut people {
                tally.sort();
            }
            people.sort_by_key(|(_, tally)| Reverse(tally.missed()));
            (self.theirs, people)
        });
        let people = self.let_down.into_iter();
        let people = people.map(|(person, missed)| (name_of(person), missed));
        let mut let_down: Vec<(Rc<str>, Rate)> = people.collect();
        one_of_each_name(&mut let_down, |missed, more| missed.absorb(*more));
        let_down.retain(|(_, missed)| missed.count > 0);
        let_down.sort_by_key(|(_, missed)| (Reverse(missed.count), missed.of));
        let weekdays = self.weekdays.into_iter();
        let weekdays = weekdays.filter_map(|(day, rate)| Some((day.day_name()?, rate)));
        Report {
            let_down,
            weekdays: weekdays.collect(),
            period: scope.period,
            before: self.before,
            direction: scope.direction,
            flow: flow(Step::fitting(scope.period.days())),
            weeks: flow(Step::Week),
            figures: self.total.figures(),
            figures_before: self.total_before.figures(),
            days: self.days,
            standards: self.standards.finish(),
            theirs,
            groups,
        }
    }

    /// Counts a mark of the period, on its day and in its groups.
    fn count(
        &mut self,
        at: i64,
        mark: Mark<'_>,
        person: i64,
        group: Option<&str>,
        cause: Option<&str>,
    ) {
        self.total.count(mark);
        if Day::concerns(mark) {
            let date = self.dates.of(at);
            self.days.entry(date).or_default().count(mark);
        }
        let Some(by) = self.scope.group else {
            return;
        };
        let mut in_group = |key: Key| self.groups.entry(key).or_default().count(mark);
        match by {
            _ if by.is_of_calendar() => {
                let date = self.dates.of(at);
                if let Some(key) = by.of_date(date, self.scope.week_start) {
                    in_group(key);
                }
            }
            Group::Person => in_group(Key::Person(person)),
            Group::Cause => in_group(Key::Recorded(cause.map(str::to_owned))),
            Group::Tag => match group {
                None => in_group(Key::Recorded(None)),
                Some(tags) => {
                    for tag in tags.split('\0') {
                        in_group(Key::Recorded(Some(tag.to_owned())));
                    }
                }
            },
            _ => in_group(Key::Recorded(group.map(str::to_owned))),
        }
    }

    /// The deadline in force at a moment: the one before the first move after it.
    fn due_then(&mut self, row: &Row<'_>, at: i64) -> i64 {
        self.moves.due_at(row.id, at).unwrap_or(row.due_at)
    }
}

/// People of one name are told apart by nobody: those who were forgotten, and whoever was recorded
/// once more. They become one, in the order of names.
fn one_of_each_name<N: Ord, T>(people: &mut Vec<(N, T)>, absorb: impl Fn(&mut T, &mut T)) {
    people.sort_by(|(name, _), (other, _)| name.cmp(other));
    people.dedup_by(|(name, more), (other, all)| {
        let is_same = name == other;
        if is_same {
            absorb(all, more);
        }
        is_same
    });
}
