//! Commands in any order against a model: after each, the promise is what the model says; at the
//! end all of them are, and what their own events make of them, and the file passes every check.

#[path = "book.rs"]
mod book;
#[path = "terms.rs"]
mod terms;

use std::cell::Cell;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use promise::domain::deadline::Deadline;
use promise::domain::event::{EventKind, Subject};
use promise::domain::person::Person;
use promise::domain::replay;
use promise::domain::zone::Zone;
use promise::store::error::{Fault, StoreError};
use promise::store::{Level, Store, Turned};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use tempfile::TempDir;

use book::{Book, Deed, Outcome};
use terms::{draft, due, id, moment, new_promise, shape, word};

/// So many commands at most.
const LONGEST: usize = 32;

/// Monday 23 November 2026, noon in UTC.
const BEGIN: i64 = 1_795_435_200;

thread_local! {
    static BASE: Cell<Option<Base>> = const { Cell::new(None) };
}

/// Four bytes are one command: which, of which promise, and two of detail. The whole file is
/// examined for one input of so many: that takes longer than the commands.
pub fn check(data: &[u8], examined: u8) {
    // One that an input failed with is not used again.
    let base = BASE.take().unwrap_or_else(Base::new);
    base.empty();
    let mut run = Run {
        base,
        book: Book::default(),
        now: BEGIN,
        latest: BEGIN,
    };
    for command in data.chunks_exact(4).take(LONGEST) {
        run.command(command[0], command[1], command[2], command[3]);
    }
    let sum = data
        .iter()
        .fold(0_u8, |sum, byte| sum.rotate_left(1) ^ byte);
    let base = run.end(sum.is_multiple_of(examined));
    BASE.set(Some(base));
}

/// A database for one input after another: to empty it takes less time than to make it.
struct Base {
    store: Store,
    eraser: Connection,
    erase: Vec<String>,
    path: PathBuf,
    _folder: TempDir,
}

impl Base {
    fn new() -> Self {
        let folder = crate::memory::folder();
        let path = folder.path().join("p.db");
        let store = Store::open_to_write(&path).expect("a database");
        let eraser = Connection::open(&path).expect("the database");
        eraser.set_prepared_statement_cache_capacity(64);
        eraser
            .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF;")
            .expect("settings");
        // Events stay, say the triggers.
        eraser
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)
            .expect("a setting");
        let mut erase: Vec<String> = eraser
            .prepare(
                "SELECT 'DELETE FROM ' || name FROM pragma_table_list
                 WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema'",
            )
            .and_then(|mut tables| tables.query_map([], |row| row.get(0))?.collect())
            .expect("tables");
        assert!(erase.len() > 10, "{erase:?}");
        erase.push("INSERT INTO words (words) VALUES ('delete-all')".to_owned());
        Self {
            store,
            eraser,
            erase,
            path,
            _folder: folder,
        }
    }

    fn empty(&self) {
        let run = |statement: &str| {
            self.eraser
                .prepare_cached(statement)
                .and_then(|mut statement| statement.execute([]))
                .unwrap_or_else(|error| panic!("{statement}: {error}"))
        };
        run("BEGIN IMMEDIATE");
        for statement in &self.erase {
            run(statement);
        }
        run("COMMIT");
    }
}

struct Run {
    base: Base,
    book: Book,
    now: i64,
    latest: i64,
}

enum Stop {
    Refused,
    Store(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Run {
    fn command(&mut self, which: u8, of: u8, a: u8, b: u8) {
        // Minutes to a few days go by; a clock may also be set back.
        self.now += match which >> 5 {
            0..=3 => 0,
            4 => 60 * i64::from(a),
            5 => 3600 * i64::from(b),
            6 => 1,
            _ => -3600,
        };
        self.latest = self.latest.max(self.now);
        let deed = match which % 14 {
            0 | 1 => return self.add(of, a, b),
            2 => Deed::Keep { at: self.past(a) },
            3 => Deed::Break { at: self.past(a) },
            4 => Deed::Release { at: self.past(a) },
            5 => Deed::Reopen,
            6 | 7 => Deed::Reschedule {
                due: due(&until(a, b)),
            },
            8 => Deed::Correct {
                due: due(&until(a, b)),
            },
            9 => Deed::HandOff {
                owner: (!a.is_multiple_of(3)).then_some(a % 3),
            },
            10 => Deed::Check {
                satisfied: a.is_multiple_of(2),
                rating: (!b.is_multiple_of(6)).then_some(b % 6),
            },
            11 if a.is_multiple_of(3) => Deed::Void,
            11 => Deed::Note,
            12 => return self.turn(true, (a % 2 == 1).then_some(usize::from(b))),
            _ => return self.turn(false, (a % 2 == 1).then_some(usize::from(b))),
        };
        let count = self.book.promises.len();
        if count > 0 {
            self.change(usize::from(of) % count, deed, a, b);
        }
    }

    fn past(&self, hours: u8) -> i64 {
        self.now - 3600 * i64::from(hours % 8)
    }

    fn moment(&self) -> DateTime<Utc> {
        moment(self.now)
    }

    fn add(&mut self, name: u8, a: u8, b: u8) {
        let name = name % 3;
        let key = (b >> 3) % 4;
        let key = (key > 1).then_some(key);
        let said_due = until(a, b);
        let expected = key.and_then(|key| self.book.keyed(key)).is_none();
        let known = self.book.person(name);
        let said = due(&said_due);
        let written = self.base.store.write("add", self.moment(), |writing| {
            if let Some(key) = key
                && writing
                    .reader()
                    .promise_by_key(&word("key", key))?
                    .is_some()
            {
                return Err(Stop::Refused);
            }
            let name = word("name", name);
            let found = writing.reader().person_named(&name)?;
            assert_eq!(found.is_some(), known.is_some(), "{name}");
            let person = if let Some(person) = found {
                person
            } else {
                let uuid = writing.new_uuid();
                writing.add_person(Person::named(&name, uuid, writing.at()))?
            };
            let promise = new_promise(writing.new_uuid(), person.id, said_due, writing.at(), key);
            Ok(writing.add_promise(promise)?)
        });
        let Some(promise) = settled(written) else {
            return assert!(!expected, "refused: {a} {b}");
        };
        assert!(expected, "a key twice");
        let step = self.book.steps.len() + 1;
        let person = known.unwrap_or_else(|| {
            self.book.people.push((name, step));
            self.book.people.len() - 1
        });
        let new = self.book.promises.len();
        self.book.promises.push(step);
        let new_person = known.is_none();
        let deed = Deed::Add {
            due: said,
            key,
            person,
            new_person,
        };
        self.book.did(self.now, new, deed);
        assert_eq!(promise.id, id(new));
        self.compare(new);
    }

    fn change(&mut self, of: usize, deed: Deed, a: u8, b: u8) {
        let shape = self.book.shape(of);
        let expected = shape.allows(&deed, self.now);
        let said_due = until(a, b);
        let now = self.moment();
        let written = self.base.store.write("change", now, |writing| {
            let entry = writing.reader().promise(id(of))?.expect("a promise");
            let before = entry.promise;
            let draft = draft(&before, &deed, &said_due, now).map_err(|_| Stop::Refused)?;
            // An event that changes nothing is no edit.
            if draft.kind == EventKind::Edited && draft.changes.is_empty() {
                return Err(Stop::Refused);
            }
            Ok(writing.record(&before, draft)?)
        });
        let written = settled(written);
        let now = self.now;
        assert_eq!(
            written.is_some(),
            expected,
            "{deed:?} of {shape:?} at {now}"
        );
        if written.is_some() {
            self.book.did(self.now, of, deed);
        }
        self.compare(of);
    }

    fn turn(&mut self, undo: bool, step: Option<usize>) {
        let step = step
            .map(|step| step % (self.book.steps.len() + 2))
            .filter(|step| *step > 0);
        let named = step.and_then(|step| i64::try_from(step).ok());
        let now = self.moment();
        let (found, expected) = if undo {
            (
                self.base.store.undo(now, named),
                self.book.undo(self.now, step),
            )
        } else {
            (
                self.base.store.redo(now, named),
                self.book.redo(self.now, step),
            )
        };
        let found = match found {
            Ok(Turned::Done(effect)) => {
                Outcome::Done(usize::try_from(effect.step.id).expect("a step"))
            }
            Ok(Turned::NoStep) => Outcome::NoStep,
            Ok(Turned::NotThat(_)) => Outcome::NotThat,
            Ok(Turned::Needed(_)) => Outcome::Needed,
            Ok(Turned::Missing(_)) => Outcome::Missing,
            Ok(Turned::Forgotten(step)) => panic!("nobody was forgotten in {step}"),
            Err(error) if matches!(error.fault, Fault::Conflict(_)) => Outcome::Conflict,
            Err(error) => panic!("{error}"),
        };
        assert_eq!(
            found, expected,
            "undo {undo} {step:?}: {:#?}",
            self.book.steps
        );
        if let Outcome::Done(step) = found
            && let Some((promise, _)) = self.book.steps[step - 1].deed
        {
            self.compare(promise);
        }
    }

    fn compare_all(&self) {
        for promise in 0..self.book.promises.len() {
            self.compare(promise);
        }
    }

    fn compare(&self, of: usize) {
        let reader = self.base.store.reader();
        let entry = reader
            .promise(id(of))
            .expect("a readable row")
            .expect("a promise");
        let notes = reader.notes(id(of)).expect("notes").len();
        assert_eq!(
            shape(&entry.promise, &self.book, notes),
            self.book.shape(of)
        );
        let name = self.book.people[self.book.shape(of).person].0;
        assert_eq!(entry.person, word("name", name));
    }

    fn end(self, examine: bool) -> Base {
        self.compare_all();
        let reader = self.base.store.reader();
        for entry in reader.promises_after(0, 1000).expect("readable rows") {
            reader.verify(&entry).expect("a checksum that fits");
            let row = entry.promise;
            let events = reader.events(Subject::Promise(row.id)).expect("events");
            let made = replay::promise(row.id, row.uuid, &events);
            assert_eq!(made.as_ref(), Ok(&row));
        }
        let steps = self.base.store.reader().steps(1000).expect("steps");
        assert_eq!(steps.len(), self.book.steps.len());
        if examine {
            let (path, latest) = (&self.base.path, moment(self.latest));
            let findings = Store::examine(path, latest, &Zone::bundled, &mut || ());
            for finding in findings.expect("a readable file").expect("a file") {
                assert_eq!(finding.level, Level::Good, "{finding:?}");
            }
        }
        self.base
    }
}

/// What a transaction recorded, or nothing where it was refused.
fn settled<T>(written: Result<T, Stop>) -> Option<T> {
    match written {
        Ok(written) => Some(written),
        Err(Stop::Refused) => None,
        Err(Stop::Store(error)) => panic!("{error}"),
    }
}

/// A whole day or a time, within 16 days of the begin, in a zone without clock changes.
fn until(a: u8, b: u8) -> Deadline {
    let zone = if b & 1 == 0 { "UTC" } else { "Asia/Kathmandu" };
    let zone = Zone::bundled(zone).expect("a zone");
    let local = zone.local(moment(BEGIN + i64::from(a) * 5400));
    match b & 6 {
        0 => Deadline::day(local.date(), &zone).expect("a day"),
        2 => Deadline::instant(moment(BEGIN + i64::from(a) * 5400), &zone),
        _ => Deadline::wall(local, &zone).expect("a time").0,
    }
}
