//! Two machines, the server between them, the phone that writes there, and time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use chrono::{DateTime, Duration, Utc};
use promise::domain::event::{Field, Subject};
use promise::domain::promise::State;
use promise::domain::sync::squeezed;
use promise::exchange::ical::{Calendar, Found, Limits, Reading, Todo, identity};
use tempfile::TempDir;
use uuid::Uuid;

use crate::machine::{Machine, files};
use crate::memory;
use crate::phone::{self, Touch};
use crate::server::{Met, Server, uid};

/// What is done on a machine.
#[derive(Clone, Debug)]
pub enum Deed {
    Add { series: bool, key: bool, note: bool },
    Keep(usize),
    Release(usize),
    Break(usize),
    Reopen(usize),
    Move(usize, i64),
    Rename(usize, String),
    Tag(usize, String),
    Note(usize, String),
    Need(usize, usize),
    Void(usize),
    Why(usize, String),
    Undo,
    Redo,
}

impl Deed {
    /// The promise that it is done to.
    pub fn at(&self) -> Option<usize> {
        match self {
            Self::Keep(at)
            | Self::Release(at)
            | Self::Break(at)
            | Self::Reopen(at)
            | Self::Move(at, _)
            | Self::Rename(at, _)
            | Self::Tag(at, _)
            | Self::Note(at, _)
            | Self::Need(at, _)
            | Self::Void(at)
            | Self::Why(at, _) => Some(*at),
            Self::Add { .. } | Self::Undo | Self::Redo => None,
        }
    }
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Act {
    Do(usize, Deed),
    Phone {
        file: usize,
        touch: Touch,
        stamped: bool,
    },
    Sync {
        machine: usize,
        void: bool,
    },
    Killed {
        machine: usize,
        written: u32,
    },
    Carry(usize),
    Empty(usize),
    Days(i64),
}

pub struct World {
    machines: [Machine; 2],
    met: [Met; 2],
    server: Server,
    now: DateTime<Utc>,
    /// Every event that was ever recorded on a machine.
    events: BTreeSet<Uuid>,
    /// The needs that each machine left in a file, and said so.
    refused: [BTreeSet<(Uuid, Uuid)>; 2],
    new: usize,
    _root: TempDir,
}

impl World {
    pub fn new() -> Self {
        let root = memory::folder();
        Self {
            machines: [
                Machine::new(root.path(), "a", Duration::zero()),
                Machine::new(root.path(), "b", Duration::minutes(10)),
            ],
            met: [Met::new(), Met::new()],
            server: Server::default(),
            now: "2026-11-23T15:00:00Z".parse().expect("a time"),
            events: BTreeSet::new(),
            refused: [BTreeSet::new(), BTreeSet::new()],
            new: 0,
            _root: root,
        }
    }

    pub fn act(&mut self, act: &Act) {
        self.now += Duration::seconds(30);
        for machine in &mut self.machines {
            machine.set(self.now);
        }
        match act {
            Act::Do(machine, deed) => self.machines[*machine].act(deed),
            Act::Phone {
                file,
                touch,
                stamped,
            } => self.phone(*file, touch, *stamped),
            Act::Sync { machine, void } => self.sync(*machine, *void),
            Act::Killed { machine, written } => self.machines[*machine].killed_sync(*written),
            Act::Carry(machine) => self.carry(*machine),
            Act::Empty(machine) => {
                // A folder that lost everything changes nothing, unless that is forced.
                let machine = &mut self.machines[*machine];
                let all = files(&machine.folder);
                let known = machine.shown();
                for name in all.keys() {
                    fs::remove_file(machine.folder.join(name)).expect("a file");
                }
                if machine.sync(false, true).is_none() {
                    assert_eq!(machine.shown(), known);
                    assert!(files(&machine.folder).is_empty());
                }
                for (name, bytes) in all {
                    fs::write(machine.folder.join(name), bytes).expect("a file");
                }
            }
            Act::Days(days) => self.now += Duration::days(*days * 7),
        }
        self.remember();
    }

    /// Events are only ever appended.
    fn remember(&mut self) {
        for machine in &self.machines {
            for shown in machine.shown().values() {
                self.events
                    .extend(shown.events.iter().map(|(uuid, ..)| *uuid));
            }
        }
    }

    fn carry(&mut self, machine: usize) {
        let folder = self.machines[machine].folder.clone();
        self.server.carry(&folder, &mut self.met[machine]);
    }

    fn phone(&mut self, file: usize, touch: &Touch, stamped: bool) {
        // Its clock is five minutes slow.
        let now = self.now - Duration::minutes(5);
        if let Touch::New { uuid, due } = touch {
            self.new += 1;
            let text = phone::new(self.new, *uuid, *due, now);
            self.server
                .items
                .insert(uid(text.as_bytes()), text.into_bytes());
            return;
        }
        if let Touch::Rename | Touch::Copy = touch {
            let folder = &self.machines[file % 2].folder;
            let names: Vec<String> = files(folder).into_keys().collect();
            let Some(name) = names.get(file % names.len().max(1)) else {
                return;
            };
            let other = folder.join(format!("z{}-{file}.ics", self.new));
            self.new += 1;
            match touch {
                Touch::Rename => fs::rename(folder.join(name), other).expect("a file"),
                _ => {
                    fs::copy(folder.join(name), other).expect("a file");
                }
            }
            return;
        }
        let uids: Vec<String> = self.server.items.keys().cloned().collect();
        let Some(uid) = uids.get(file % uids.len().max(1)) else {
            return;
        };
        if let Touch::Delete = touch {
            self.server.items.remove(uid);
            return;
        }
        let bytes = &self.server.items[uid];
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let mut text = phone::touched(&text, touch, now, stamped);
        if let Touch::Depend(other) = touch {
            text = phone::depending(&text, &uids[other % uids.len()]);
        }
        self.server.items.insert(uid.clone(), text.into_bytes());
    }

    /// A sync takes in all that the folder showed before it.
    fn sync(&mut self, machine: usize, void: bool) {
        let place = machine;
        let machine = &mut self.machines[place];
        let before = files(&machine.folder);
        let Some(outcome) = machine.sync(false, void) else {
            return;
        };
        let left: BTreeSet<&str> = outcome
            .done
            .iter()
            .filter(|done| done.did == promise::commands::sync::Did::Left)
            .filter_map(|done| done.file.as_deref())
            .collect();
        for (name, bytes) in before {
            let found = found(&bytes);
            let todo = &found.todo;
            let pairs = todo.needs.iter().map(|need| (identity(&todo.uid), *need));
            if left.contains(name.as_str()) {
                self.refused[place].extend(pairs);
            } else {
                is_taken_in(machine, &found, &self.refused[place]);
            }
        }
    }

    /// After a few more rounds all are the same, and stay so.
    pub fn settle(&mut self) {
        for machine in &self.machines {
            let mut seen = BTreeSet::new();
            for (name, bytes) in files(&machine.folder) {
                // Somebody sees to what a sync warned of.
                if !seen.insert(uid(&bytes)) {
                    fs::remove_file(machine.folder.join(name)).expect("a file");
                }
            }
        }
        for _ in 0..4 {
            for machine in 0..2 {
                self.now += Duration::seconds(30);
                for machine in &mut self.machines {
                    machine.set(self.now);
                }
                self.carry(machine);
                let _ = self.machines[machine].sync(true, false);
                self.carry(machine);
            }
            self.remember();
        }
        let [a, b] = self.machines.each_ref().map(Machine::shown);
        let known = |shown: &BTreeMap<Uuid, crate::machine::Shown>| -> BTreeSet<Uuid> {
            shown.keys().copied().collect()
        };
        let (in_a, in_b) = (known(&a), known(&b));
        // What was void or long settled before the other machine heard of it stays where it is.
        for uuid in in_a.symmetric_difference(&in_b) {
            let shown = a.get(uuid).or_else(|| b.get(uuid)).expect("one of both");
            assert_ne!(shown.promise.state, State::Open, "{shown:#?}");
        }
        for uuid in in_a.intersection(&in_b) {
            if a[uuid].promise.state != State::Open && !self.is_shared(*uuid) {
                continue;
            }
            assert_eq!(a[uuid], b[uuid], "of {uuid}");
        }
        for machine in 0..2 {
            self.machines[machine].is_in_step();
            self.carry(machine);
            self.machines[machine].is_in_step();
            let here: BTreeSet<Vec<u8>> = files(&self.machines[machine].folder)
                .into_values()
                .collect();
            let there: BTreeSet<Vec<u8>> = self.server.items.values().cloned().collect();
            assert_eq!(here, there);
        }
        let all = a.values().chain(b.values()).flat_map(|shown| &shown.events);
        let all: BTreeSet<Uuid> = all.map(|(uuid, ..)| *uuid).collect();
        assert!(self.events.is_subset(&all));
    }

    /// Whether a promise has a task on the server.
    fn is_shared(&self, uuid: Uuid) -> bool {
        self.server.items.keys().any(|uid| identity(uid) == uuid)
    }
}

fn found(bytes: &[u8]) -> Found {
    let calendar = Calendar::parse(bytes, &Limits::FILE).expect("a task");
    let zone = promise::domain::zone::Zone::bundled("Europe/Berlin").expect("a zone");
    let find = |name: &str| promise::domain::zone::Zone::bundled(name);
    let reading = Reading::of(&calendar, &zone, &find);
    let component = calendar.todos().next().expect("a task");
    Todo::read(component, &reading).expect("a task")
}

/// Whatever a file says is somewhere in the history of its promise.
fn is_taken_in(machine: &Machine, found: &Found, refused: &BTreeSet<(Uuid, Uuid)>) {
    let todo = &found.todo;
    let reader = machine.store.reader();
    let entry = reader.promise_by_uuid(identity(&todo.uid)).expect("a row");
    let Some(entry) = entry else {
        assert_ne!(todo.state, State::Open, "{todo:#?}");
        return;
    };
    let events = reader
        .events(Subject::Promise(entry.promise.id))
        .expect("events");
    let mut said: Vec<String> = Vec::new();
    let mut kept_at: BTreeSet<i64> = BTreeSet::new();
    for event in &events {
        said.extend(event.draft.text.clone());
        for change in &event.draft.changes {
            for value in [&change.old, &change.new].into_iter().flatten() {
                match (change.field, value.number()) {
                    (Field::Person, Some(id)) => {
                        let person = reader.person(id).expect("a row");
                        said.extend(person.map(|person| person.name.to_lowercase()));
                    }
                    (Field::SettledAt, Some(at)) => {
                        kept_at.insert(at);
                    }
                    _ => {}
                }
                said.extend(value.text().map(str::to_owned));
            }
        }
    }
    let lines: BTreeSet<String> = said
        .iter()
        .flat_map(|text| text.lines())
        .map(|line| squeezed(&promise::exchange::ical::sayable(line)))
        .collect();
    let holds = |text: &str| lines.contains(&squeezed(text));
    assert!(holds(&todo.what), "{todo:#?} {lines:#?}");
    for text in todo
        .notes
        .as_deref()
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.trim().is_empty())
    {
        let name = text.strip_prefix("To: ").map(str::to_lowercase);
        let is_said = holds(text) || name.is_some_and(|name| holds(&name));
        assert!(is_said, "{text}: {lines:#?}");
    }
    let contact = found.named.as_deref().map(str::to_lowercase);
    assert!(contact.is_none_or(|name| holds(&name)), "{found:#?}");
    if let (State::Kept, Some(at)) = (todo.state, todo.settled_at) {
        // What was ticked before it was made counts from then.
        let is_said = kept_at.contains(&at.timestamp()) || at < entry.promise.made_at;
        assert!(is_said, "{found:#?} {events:#?}");
    }
    for tag in &todo.tags {
        assert!(holds(tag), "{tag}: {lines:#?}");
    }
    for need in &todo.needs {
        let waits = reader.promise_by_uuid(*need).expect("a row").is_none();
        let is_refused = refused.contains(&(entry.promise.uuid, *need));
        let said = holds(&need.to_string());
        assert!(waits || is_refused || said, "{need}: {lines:#?}");
    }
}
