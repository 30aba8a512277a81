//! A machine: a database, a folder, and a clock that may be wrong.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use promise::commands::sync::{Deleted, Did, Options, Outcome, perform};
use promise::context::{Context, Globals};
use promise::domain::changes;
use promise::domain::deadline::Deadline;
use promise::domain::event::{Account, Draft, EventKind, Subject};
use promise::domain::person::Person;
use promise::domain::promise::{Check, Direction, Promise, Series, State};
use promise::domain::replay;
use promise::domain::transitions::{self, Refused};
use promise::domain::why;
use promise::domain::zone::Zone;
use promise::store::Store;
use promise::store::error::StoreError;
use rusqlite::Connection;
use uuid::Uuid;

use crate::world::Deed;

pub struct Machine {
    pub store: Store,
    pub folder: PathBuf,
    context: Context,
    database: PathBuf,
    zone: Zone,
    skew: Duration,
}

/// A promise without what is a machine's own: its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub promise: Promise,
    pub person: String,
    /// Each with why it came to it.
    pub events: Vec<(Uuid, EventKind, DateTime<Utc>, Option<String>)>,
}

impl Machine {
    pub fn new(root: &Path, name: &str, skew: Duration) -> Self {
        let home = root.join(name);
        let folder = home.join("vdir");
        fs::create_dir_all(&folder).expect("a folder");
        let config = home.join("config.toml");
        fs::write(&config, "[sync]\nto = \"Customers\"\n").expect("a config");
        let database = home.join("promise.db");
        let globals = Globals {
            db: Some(database.clone()),
            config: Some(config),
            quiet: true,
            no_input: true,
            ..Globals::default()
        };
        Self {
            store: Store::open_to_write(&database).expect("a database"),
            context: Context::new(globals).expect("a context"),
            folder: folder.canonicalize().expect("a path"),
            database,
            zone: Zone::bundled("Europe/Berlin").expect("a zone"),
            skew,
        }
    }

    /// What its clock shows.
    pub fn set(&mut self, now: DateTime<Utc>) {
        self.context.now = now + self.skew;
    }

    fn now(&self) -> DateTime<Utc> {
        self.context.now
    }

    pub fn promises(&self) -> Vec<Promise> {
        let entries = self.store.reader().promises_after(0, u32::MAX);
        let entries = entries.expect("rows").into_iter();
        entries.map(|entry| entry.promise).collect()
    }

    /// Every promise by UUID, and its history in the order that counts.
    pub fn shown(&self) -> BTreeMap<Uuid, Shown> {
        let reader = self.store.reader();
        let entries = reader.promises_after(0, u32::MAX).expect("rows");
        let shown = entries.into_iter().map(|entry| {
            reader.verify(&entry).expect("a checksum");
            let id = entry.promise.id;
            let events = reader.events(Subject::Promise(id)).expect("events");
            let made = replay::promise(id, entry.promise.uuid, &events).expect("a history");
            assert_eq!(made, entry.promise);
            let shown_events = events.iter().map(|event| {
                let cause = why::account(event, &events).cause.clone();
                (event.uuid, event.draft.kind, event.at, cause)
            });
            let shown = Shown {
                events: shown_events.collect(),
                person: entry.person,
                promise: Promise {
                    id: 0,
                    person: 0,
                    ..entry.promise.clone()
                },
            };
            (entry.promise.uuid, shown)
        });
        shown.collect()
    }

    pub fn sync(&mut self, force_empty: bool, void: bool) -> Option<Outcome> {
        let deleted = if void { Deleted::Void } else { Deleted::Keep };
        let options = Options {
            force_empty,
            dry_run: false,
            deleted: &|_| Ok(deleted),
            check: None,
        };
        let folder = self.folder.clone();
        match perform(&self.context, &mut self.store, &folder, &options) {
            Ok(outcome) => Some(outcome),
            Err(error) if error.to_string().contains("nothing is left in the folder") => None,
            Err(error) => panic!("{error:#}"),
        }
    }

    /// A sync that is killed after only some of the files were written, each bit of `written` for
    /// one, and before that is kept.
    pub fn killed_sync(&mut self, written: u32) {
        let before = files(&self.folder);
        let mut kept = self.kept();
        let file = Connection::open(&self.database).expect("the file");
        file.execute_batch(BEGUN).expect("a trigger");
        let synced = self.sync(true, false);
        let mut begun = rows(&file, "begun");
        // The others are of after the files.
        let after = files(&self.folder);
        begun.retain(|row| {
            let rusqlite::types::Value::Text(name) = &row[3] else {
                return false;
            };
            let same = before.contains_key(name) && before.get(name) == after.get(name);
            same || row[4] == rusqlite::types::Value::Integer(0)
        });
        file.execute_batch("DROP TRIGGER begins; DROP TABLE begun")
            .expect("no trigger");
        drop(file);
        if synced.is_none() {
            return;
        }
        for row in begun {
            // By folder and promise; of two the later.
            kept.retain(|kept| kept[..2] != row[..2]);
            kept.push(row);
        }
        let names: Vec<String> = files(&self.folder).into_keys().collect();
        let names = names.into_iter().chain(before.keys().cloned());
        for (place, name) in names.enumerate() {
            if written & (1 << (place % 32)) == 0 {
                let path = self.folder.join(&name);
                match before.get(&name) {
                    Some(bytes) => fs::write(path, bytes).expect("a file"),
                    None => fs::remove_file(path).unwrap_or_default(),
                }
            }
        }
        self.keep(&kept);
    }

    fn kept(&self) -> Vec<[rusqlite::types::Value; 8]> {
        rows(
            &Connection::open(&self.database).expect("the file"),
            "synced",
        )
    }

    fn keep(&self, rows: &[[rusqlite::types::Value; 8]]) {
        let file = Connection::open(&self.database).expect("the file");
        file.execute("DELETE FROM synced", []).expect("no rows");
        for row in rows {
            file.execute(
                "INSERT INTO synced VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                rusqlite::params_from_iter(row),
            )
            .expect("a row");
        }
    }

    /// Whether a sync changes nothing at all.
    pub fn is_in_step(&mut self) {
        let changes = |machine: &Self| -> i64 {
            let file = Connection::open(&machine.database).expect("the file");
            file.pragma_query_value(None, "data_version", |row| row.get(0))
                .expect("a version")
        };
        let before = (files(&self.folder), changes(self), self.kept());
        let outcome = self.sync(false, false).expect("a sync");
        let done: Vec<_> = outcome
            .done
            .iter()
            .filter(|done| done.did != Did::Left)
            .collect();
        assert!(done.is_empty(), "{done:#?}");
        assert!(outcome.jobs.is_empty());
        assert_eq!(self.store.last_step(), None);
        assert!(before == (files(&self.folder), changes(self), self.kept()));
    }

    pub fn act(&mut self, deed: &Deed) {
        let now = self.now();
        match deed {
            Deed::Undo => {
                let _ = self.store.undo(now, None);
                return;
            }
            Deed::Redo => {
                let _ = self.store.redo(now, None);
                return;
            }
            Deed::Add { series, key, note } => {
                self.add(*series, *key, *note);
                return;
            }
            _ => {}
        }
        let promises = self.promises();
        let chosen = |at: usize| promises.get(at % promises.len().max(1));
        let Some(promise) = deed.at().and_then(chosen) else {
            return;
        };
        let draft = match deed {
            Deed::Need(_, need) => chosen(*need).and_then(|need| self.need(promise, need)),
            deed => self.draft(promise, deed),
        };
        let Some(draft) = draft else { return };
        let done = self.store.write("deed", now, |writing| {
            writing.record(promise, draft).map(|_| ())
        });
        done.unwrap_or_else(|error: StoreError| panic!("{error}"));
    }

    /// One promise needs another, unless that is a circle, which the program refuses too.
    fn need(&self, promise: &Promise, need: &Promise) -> Option<Draft> {
        let reader = self.store.reader();
        let circle = reader.depends_on(need.uuid, promise.uuid);
        if circle.expect("an answer") {
            return None;
        }
        edited(promise, |to| to.needs.extend([need.uuid]))
    }

    /// What a deed does to a promise, where it is allowed.
    fn draft(&self, from: &Promise, deed: &Deed) -> Option<Draft> {
        let now = self.now();
        let settled_at = now.max(from.made_at);
        let taken =
            |kind, to: Result<Promise, Refused>| Some(transitions::draft(kind, from, &to.ok()?));
        match deed {
            Deed::Keep(_) => taken(EventKind::Kept, transitions::keep(from, settled_at)),
            Deed::Release(_) => taken(EventKind::Released, transitions::release(from, settled_at)),
            Deed::Break(_) => taken(EventKind::Broken, transitions::break_it(from, settled_at)),
            Deed::Reopen(_) => taken(EventKind::Reopened, transitions::reopen(from)),
            Deed::Void(_) => taken(EventKind::Voided, transitions::void(from, now)),
            Deed::Move(_, days) => {
                let due = self.due(*days);
                taken(EventKind::Rescheduled, transitions::reschedule(from, &due))
            }
            Deed::Rename(_, what) => edited(from, |to| to.what.clone_from(what)),
            Deed::Tag(_, tag) => edited(from, |to| {
                if !to.tags.remove(tag) {
                    to.tags.insert(tag.clone());
                }
            }),
            Deed::Note(_, text) => Some(Draft::note(text)),
            Deed::Why(_, cause) => {
                let moves = self.store.reader().unexplained_moves(from.id);
                let account = Account {
                    cause: Some(cause.clone()),
                    ..Account::default()
                };
                Some(Draft::answer(*moves.expect("moves").first()?, account))
            }
            Deed::Need(..) | Deed::Add { .. } | Deed::Undo | Deed::Redo => None,
        }
    }

    fn due(&self, days: i64) -> Deadline {
        let at = self.now() + Duration::days(days);
        match days % 2 {
            0 => Deadline::instant(at, &self.zone),
            _ => Deadline::day(self.zone.local(at).date(), &self.zone).expect("a day"),
        }
    }

    fn add(&mut self, series: bool, key: bool, note: bool) {
        let due = self.due(2);
        let now = self.now();
        let done = self.store.write("add", now, |writing| {
            if key && writing.reader().promise_by_key("k")?.is_some() {
                return Ok(());
            }
            let uuid = writing.new_uuid();
            let known = writing.reader().person_named("Jane")?;
            let person = match known {
                Some(person) => person.id,
                None => writing.add_person(Person::named("Jane", uuid, now))?.id,
            };
            let series = series.then(|| Series {
                uuid,
                occurrence: 1,
                every: Some("friday".to_owned()),
                until: None,
                times: None,
            });
            let promise = Promise {
                id: 0,
                uuid,
                what: "a".to_owned(),
                direction: Direction::Mine,
                person,
                owner: None,
                state: State::Open,
                first_due: due.clone(),
                negotiated_due: due.clone(),
                due,
                made_at: now,
                settled_at: None,
                via: None,
                tags: ["\u{1b}x, y".to_owned()].into(),
                effort_minutes: Some(5),
                standard: None,
                key: key.then(|| "k".to_owned()),
                check: Check::default(),
                needs: std::collections::BTreeSet::new(),
                reminders: ["1h".to_owned()].into(),
                series,
                corrections: 0,
                reschedules: 0,
                handoffs: 0,
                recorded_at: now,
            };
            let promise = writing.add_promise(promise)?;
            if note {
                writing.record(&promise, Draft::note("one\u{7} line\n\nanother; line"))?;
            }
            Ok(())
        });
        done.unwrap_or_else(|error: StoreError| panic!("{error}"));
    }
}

/// Notes what a sync keeps of files before it writes them.
const BEGUN: &str = "CREATE TABLE begun AS SELECT * FROM synced WHERE 0;
    CREATE TRIGGER begins AFTER INSERT ON synced WHEN NEW.file <> ''
    BEGIN INSERT INTO begun VALUES (NEW.folder, NEW.promise, NEW.uid, NEW.file, NEW.hash,
        NEW.last_event, NEW.name, NEW.plain); END";

fn rows(file: &Connection, table: &str) -> Vec<[rusqlite::types::Value; 8]> {
    let mut rows = file
        .prepare(&format!("SELECT * FROM {table}"))
        .expect("a table");
    let rows = rows.query_map([], |row| {
        Ok([0, 1, 2, 3, 4, 5, 6, 7].map(|column| row.get(column).expect("a value")))
    });
    rows.expect("rows").map(|row| row.expect("a row")).collect()
}

fn edited(from: &Promise, change: impl FnOnce(&mut Promise)) -> Option<Draft> {
    let mut to = from.clone();
    change(&mut to);
    let changes = changes::promise(from, &to);
    let open = from.state != State::Void && !changes.is_empty();
    open.then(|| Draft::new(EventKind::Edited, changes))
}

/// The tasks in a folder.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.into_string().expect("a name"));
    names
        .filter(|name| Path::new(name).extension() == Some("ics".as_ref()))
        .map(|name| {
            let bytes = fs::read(folder.join(&name)).expect("a file");
            (name, bytes)
        })
        .collect()
}
