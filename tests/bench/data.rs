//! The promises of the benchmarks: the same on every machine, made from a seed alone.
//!
//! They are recorded as an import records them, so that the file holds what the program itself
//! would have written: steps, events, changes, rows, checksums and the words for searching.
//! Promises are numbered as they were made. The last tenth holds what is open, every second one
//! of it: 5 % of all. One in ten of the open is due within the horizon of [`NOW`], half of those
//! overdue; the others are due from four days on.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Display;

use chrono::{DateTime, TimeDelta, Utc};
use promise::domain::changes;
use promise::domain::deadline::Deadline;
use promise::domain::event::{Change, Draft, EventKind, Field, StepKind, Value};
use promise::domain::person::Person;
use promise::domain::record::{EventRecord, History, Record, StepRecord};
use promise::domain::zone::Zone;
use promise::store::{Import, Imported, Store};
use uuid::Uuid;

use crate::words::{
    ACTIONS, CHANNELS, COLLEAGUES, FIRMS, FIRST, LAST, NOTES, OBJECTS, TAGS, ZONES,
};

/// What everything is made from. Another seed, or another way of making, is another file.
pub const SEED: u64 = 1;

/// The moment of the commands: a Monday morning.
pub const NOW: &str = "2026-11-23T09:00:00+01:00";

/// A Thursday before the first open deadline: nothing is due in its horizon.
pub const EARLIER: &str = "2026-10-01T09:00:00+02:00";

/// The zone of the commands.
pub const ZONE: &str = "Europe/Berlin";

const HOUR: u64 = 3600;
const DAY: u64 = 24 * HOUR;

/// Fills an empty database.
pub fn fill(store: &mut Store, size: u32, now: DateTime<Utc>) {
    let mut maker = Maker::new(size, now);
    let filled = store.write("import", now, |writing| {
        let mut import = Import::begin(writing)?;
        for number in 1..=size {
            for record in maker.records(number) {
                let taken = import.take(record)?;
                assert_eq!(taken, Imported::Added, "promise {number}");
            }
        }
        import.finish()?;
        anyhow::Ok(())
    });
    filled.expect("everything is recorded");
}

struct Maker {
    dice: Dice,
    size: u32,
    now: DateTime<Utc>,
    zone: Zone,
    far: Vec<Zone>,
    people: HashMap<u64, Uuid>,
}

impl Maker {
    fn new(size: u32, now: DateTime<Utc>) -> Self {
        let zone = |name| Zone::bundled(name).expect("a zone");
        Self {
            dice: Dice(SEED),
            size,
            now,
            zone: zone(ZONE),
            far: ZONES.map(zone).to_vec(),
            people: HashMap::new(),
        }
    }

    /// Everything about one promise: its steps, its person where nothing was promised to them
    /// before, and itself.
    fn records(&mut self, number: u32) -> Vec<Record> {
        let made_at = self.made_at(number);
        let added = self.step("add", made_at);
        let mut steps = vec![added];
        let (person, new) = self.person(&steps[0]);
        let due = self.due(number, made_at);
        let draft = self.added(number, person, &due, made_at);
        let mut events = vec![event(&mut self.dice, &steps[0], draft)];
        if self.dice.one_in(7) {
            let draft = Draft::new(EventKind::Noted, Vec::new());
            let note = self.dice.pick(&NOTES).to_string();
            let draft = draft.with_text(Some(note));
            events.push(event(&mut self.dice, &steps[0], draft));
        }
        if !self.is_open(number) {
            let at = self.settled_at(made_at, &due);
            let step = self.step("keep", at);
            events.push(event(&mut self.dice, &step, kept(at)));
            steps.push(step);
        }
        let mut records: Vec<Record> = steps.into_iter().map(Record::Step).collect();
        records.extend(new.map(Record::Person));
        records.push(Record::Promise(History {
            id: number.into(),
            uuid: self.dice.uuid(made_at),
            events,
        }));
        records
    }

    fn is_open(&self, number: u32) -> bool {
        number > self.size - self.size / 10 && number.is_multiple_of(2)
    }

    /// Some 270 promises a day, so that a million are ten years; at least a month of them.
    fn made_at(&self, number: u32) -> DateTime<Utc> {
        let span = (u64::from(self.size) * 315).max(30 * DAY);
        let before = u64::from(self.size - number + 1) * span / u64::from(self.size);
        self.now - seconds(before + 60)
    }

    fn step(&mut self, command: &str, at: DateTime<Utc>) -> StepRecord {
        StepRecord {
            uuid: self.dice.uuid(at),
            kind: StepKind::Do,
            command: command.to_owned(),
            at,
        }
    }

    /// A person, one for each twenty promises, and their history where they are new. Some are
    /// promised to far more often than others.
    fn person(&mut self, step: &StepRecord) -> (Uuid, Option<History>) {
        let people = u64::from(self.size / 20).max(10);
        let dice = &mut self.dice;
        let index = dice.below(people).min(dice.below(people));
        if let Some(known) = self.people.get(&index) {
            return (*known, None);
        }
        let uuid = dice.uuid(step.at);
        self.people.insert(index, uuid);
        let mut person = Person::named(&name(index), uuid, step.at);
        person.organisation = dice.one_in(3).then(|| dice.pick(&FIRMS).to_string());
        person.zone = dice.one_in(10).then(|| dice.pick(&ZONES).to_string());
        let draft = Draft::new(EventKind::Added, changes::new_person(&person));
        let history = History {
            id: i64::try_from(self.people.len()).expect("few people"),
            uuid,
            events: vec![event(dice, step, draft)],
        };
        (uuid, Some(history))
    }

    /// What the first event of a promise records, in the order in which the program does. Written
    /// as changes, so that what promises come to hold later does not reach here.
    fn added(&mut self, number: u32, person: Uuid, due: &Deadline, at: DateTime<Utc>) -> Draft {
        let dice = &mut self.dice;
        let (action, object) = (dice.pick(&ACTIONS), dice.pick(&OBJECTS));
        let theirs = dice.one_in(7);
        let owner = !theirs && dice.one_in(10);
        let tags = match dice.below(10) {
            0..5 => 0,
            5..9 => 1,
            _ => 2,
        };
        let mut values = vec![(
            Field::What,
            text(format!("{action} {object}, no. {number}")),
        )];
        if theirs {
            values.push((Field::Direction, text("theirs")));
        }
        values.push((Field::Person, text(person)));
        if owner {
            values.push((Field::Owner, text(dice.pick(&COLLEAGUES))));
        }
        values.push((Field::Due, text(due)));
        values.push((Field::MadeAt, Value::Number(at.timestamp())));
        if !dice.one_in(3) {
            values.push((Field::Via, text(dice.pick(&CHANNELS))));
        }
        let tags: BTreeSet<&str> = (0..tags).map(|_| *dice.pick(&TAGS)).collect();
        values.extend(tags.into_iter().map(|tag| (Field::Tag, text(tag))));
        if dice.one_in(4) {
            values.push((Field::Effort, Value::Number(45)));
        }
        let changes = values.into_iter().map(|(field, new)| Change {
            field,
            old: None,
            new: Some(new),
        });
        Draft::new(EventKind::Added, changes.collect())
    }

    fn due(&mut self, number: u32, made_at: DateTime<Utc>) -> Deadline {
        let open = self.is_open(number);
        let dice = &mut self.dice;
        let at = if !open {
            made_at + seconds(dice.between(HOUR, 14 * DAY))
        } else if !(number / 2).is_multiple_of(10) {
            self.now + seconds(dice.between(4 * DAY, 120 * DAY))
        } else if (number / 20).is_multiple_of(2) {
            let soonest = (made_at + seconds(HOUR)).max(self.now - seconds(40 * DAY));
            let latest = self.now - seconds(DAY);
            let room = u64::try_from((latest - soonest).num_seconds()).unwrap_or(0);
            if room == 0 {
                return Deadline::instant(self.now - (self.now - made_at) / 2, &self.zone);
            }
            soonest + seconds(dice.below(room))
        } else {
            // Later today, or tomorrow until the evening.
            self.now + seconds(dice.between(HOUR, 33 * HOUR))
        };
        let zone = if dice.one_in(20) {
            dice.pick(&self.far)
        } else {
            &self.zone
        };
        let wall = |zone: &Zone| {
            let quarter = TimeDelta::seconds(at.timestamp().rem_euclid(900));
            Deadline::wall(zone.local(at - quarter), zone).map(|(deadline, _)| deadline)
        };
        let deadline = match dice.below(10) {
            0..5 => Deadline::day(self.zone.local(at).date(), &self.zone),
            5..9 => wall(zone),
            _ => Some(Deadline::instant(at, zone)),
        };
        deadline.expect("a year that can be represented")
    }

    /// Mostly in time, sometimes late, never in the future.
    fn settled_at(&mut self, made_at: DateTime<Utc>, due: &Deadline) -> DateTime<Utc> {
        let given = due.at() - made_at;
        let given = u64::try_from(given.num_seconds()).unwrap_or(0).max(60);
        let taken = if self.dice.one_in(5) {
            given + self.dice.below(2 * DAY)
        } else {
            self.dice.below(given)
        };
        (made_at + seconds(taken)).min(self.now - seconds(1))
    }
}

/// Every index another name.
fn name(index: u64) -> String {
    let at = |index: u64| usize::try_from(index).expect("a small number");
    let [firsts, lasts] = [FIRST.len(), LAST.len()];
    let index = at(index);
    let (first, last) = (FIRST[index % firsts], LAST[index / firsts % lasts]);
    match index / firsts / lasts {
        0 => format!("{first} {last}"),
        more => format!("{first} {more}. {last}"),
    }
}

fn text(words: impl Display) -> Value {
    Value::Text(words.to_string())
}

/// What keeping an open promise records.
fn kept(at: DateTime<Utc>) -> Draft {
    let changes = vec![
        Change {
            field: Field::State,
            old: Some(text("open")),
            new: Some(text("kept")),
        },
        Change {
            field: Field::SettledAt,
            old: None,
            new: Some(Value::Number(at.timestamp())),
        },
    ];
    Draft::new(EventKind::Kept, changes)
}

/// An event of a step.
fn event(dice: &mut Dice, step: &StepRecord, draft: Draft) -> EventRecord {
    EventRecord {
        uuid: dice.uuid(step.at),
        step: step.uuid,
        at: step.at,
        kind: draft.kind,
        text: draft.text,
        target: None,
        changes: draft.changes,
        account: draft.account,
    }
}

fn seconds(count: u64) -> TimeDelta {
    TimeDelta::seconds(i64::try_from(count).expect("a short time"))
}

/// Numbers without a pattern that matters: `SplitMix64` (<https://prng.di.unimi.it/splitmix64.c>).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn between(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to - from)
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let count = u64::try_from(all.len()).expect("a short list");
        let index = usize::try_from(self.below(count)).expect("a short list");
        &all[index]
    }

    /// An identity as the program gives them: ordered by the second, else without order.
    fn uuid(&mut self, at: DateTime<Utc>) -> Uuid {
        let milliseconds = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        let mut rest = [0; 10];
        rest[..8].copy_from_slice(&self.next().to_le_bytes());
        rest[8..].copy_from_slice(&self.next().to_le_bytes()[..2]);
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &rest).into_uuid()
    }
}
