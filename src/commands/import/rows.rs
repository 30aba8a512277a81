//! Rows of other programs, taken in one after another.

use std::collections::{BTreeSet, HashMap, HashSet};

use uuid::Uuid;

use crate::commands::import::plan::{Bad, Defaults, Plan, plan};
use crate::commands::import::source::{Manner, Rows, Source};
use crate::commands::import::tally::Tally;
use crate::commands::shared::names;
use crate::context::Context;
use crate::domain::deadline::Deadline;
use crate::domain::person::fold;
use crate::domain::promise::{Direction, Promise, State};
use crate::exchange::row::{Identity, Row, Taken};
use crate::store::{Met, Writing};

/// The namespace of identities that come of what a row says. It must never change: what was
/// imported would be imported again.
const NAMESPACE: Uuid = Uuid::from_u128(0x8f1d_52c3_6a0b_4e7e_9d34_1c5b_7a90_e26f);

/// The most recurring tasks of which the newest instance is looked for; the instances of others
/// repeat each by itself.
const MOST_TEMPLATES: usize = 10_000;

/// The most rows with parts; others do not need theirs.
const MOST_WHOLES: usize = 10_000;

/// Where a row stands.
struct Placed {
    place: String,
    row: Box<Row>,
}

/// Rows being taken in.
pub(super) struct Intake<'c, 'w, 'a> {
    pub(super) context: &'c Context,
    pub(super) writing: &'w mut Writing<'a>,
    pub(super) name: &'c str,
    pub(super) defaults: &'c Defaults,
    pub(super) tally: Tally,
    /// How often each identity that comes of content was met in this file.
    repeated: HashMap<Uuid, u32>,
    /// The identities that rows of this file say to be their own.
    met: HashSet<Uuid>,
    /// The newest open instance of each recurring task: it alone repeats.
    newest: HashMap<Uuid, (u64, Placed)>,
    /// The parts of each whole, by what the file calls it.
    parts: HashMap<String, BTreeSet<Uuid>>,
    /// Rows whose parts may be in later lines.
    wholes: Vec<Placed>,
}

impl<'c, 'w, 'a> Intake<'c, 'w, 'a> {
    pub(super) fn new(
        context: &'c Context,
        writing: &'w mut Writing<'a>,
        name: &'c str,
        defaults: &'c Defaults,
    ) -> Self {
        Self {
            context,
            writing,
            name,
            defaults,
            tally: Tally::default(),
            repeated: HashMap::new(),
            met: HashSet::new(),
            newest: HashMap::new(),
            parts: HashMap::new(),
            wholes: Vec::new(),
        }
    }

    /// Takes in a whole file.
    pub(super) fn take_all(
        mut self,
        source: Source,
        mut rows: Rows,
        manner: &Manner<'_>,
    ) -> anyhow::Result<Tally> {
        let mut progress = self.context.output.progress("records");
        let (context, name) = (self.context, self.name);
        let mut take = |piece: Option<&[u8]>| {
            for (line, taken) in rows.push(context, piece, manner)? {
                progress.step();
                self.take(line, taken)?;
            }
            anyhow::Ok(())
        };
        source.pieces(name, |piece| take(Some(piece)))?;
        take(None)?;
        let newest = std::mem::take(&mut self.newest);
        let mut newest: Vec<Placed> = newest.into_values().map(|(_, placed)| placed).collect();
        newest.sort_by(|one, other| one.row.content.cmp(&other.row.content));
        for placed in newest {
            self.row(placed)?;
        }
        for mut placed in std::mem::take(&mut self.wholes) {
            let name = placed.row.whole.take().unwrap_or_default();
            placed
                .row
                .needs
                .extend(self.parts.get(&name).into_iter().flatten());
            self.row(placed)?;
        }
        Ok(self.tally)
    }

    fn take(&mut self, line: u64, taken: Result<Taken, String>) -> anyhow::Result<()> {
        let place = format!("{}:{line}", self.name);
        match taken {
            Ok(Taken::Row(row)) => {
                let placed = Placed { place, row };
                let placed = self.newer(placed);
                match placed.and_then(|placed| self.in_parts(placed)) {
                    Some(placed) => self.row(placed),
                    None => Ok(()),
                }
            }
            Ok(Taken::LeftOut(kind)) => {
                *self.tally.left_out.entry(kind).or_default() += 1;
                Ok(())
            }
            Err(reason) => {
                self.tally.bad.push(format!("{place}: {reason}"));
                Ok(())
            }
        }
    }

    /// Holds back the newest open instance of a recurring task; gives what can be taken in now.
    fn newer(&mut self, mut placed: Placed) -> Option<Placed> {
        let (Some((template, at)), true) = (placed.row.template, placed.row.every.is_some()) else {
            return Some(placed);
        };
        let full = self.newest.len() >= MOST_TEMPLATES;
        match self.newest.get_mut(&template) {
            None if full => Some(placed),
            None => {
                self.newest.insert(template, (at, placed));
                None
            }
            Some((newest, held)) => {
                if at > *newest {
                    *newest = at;
                    std::mem::swap(held, &mut placed);
                }
                placed.row.every = None;
                Some(placed)
            }
        }
    }

    /// Holds back what has parts; gives what can be taken in now.
    fn in_parts(&mut self, mut placed: Placed) -> Option<Placed> {
        let row = &mut placed.row;
        let has_place = self.wholes.len() < MOST_WHOLES && self.parts.len() < MOST_WHOLES;
        let is_one = row.whole.is_some() || !row.part_of.is_empty();
        if is_one
            && has_place
            && let Some(uuid) = self.identity(&row.identity)
        {
            // It is asked for once: another time would make it another row.
            self.met.remove(&uuid);
            row.identity = Identity::Own(uuid);
            for name in std::mem::take(&mut row.part_of) {
                self.parts.entry(name).or_default().insert(uuid);
            }
            if row.whole.is_some() {
                self.wholes.push(placed);
                return None;
            }
        }
        Some(placed)
    }

    fn row(&mut self, placed: Placed) -> anyhow::Result<()> {
        let Placed { place, row } = placed;
        if let Err(bad) = self.try_row(&place, *row)? {
            self.tally.lacks_person |= bad == Bad::NoPerson;
            self.tally.lacks_deadline |= bad == Bad::NoDeadline;
            self.tally.bad.push(format!("{place}: {}", bad.reason()));
        }
        Ok(())
    }

    fn try_row(&mut self, place: &str, row: Row) -> anyhow::Result<Result<(), Bad>> {
        let Some(identity) = self.identity(&row.identity) else {
            let reason = "an earlier row has the same UUID".to_owned();
            return Ok(Err(Bad::Because(reason)));
        };
        let (uuid, met) = self.standing(identity)?;
        let first = Uuid::new_v5(&uuid, row.content.as_bytes());
        let warnings = row.warnings.clone();
        let planned = plan(self.context, row, uuid, self.defaults)?;
        if let Some(met) = met {
            return self.again(place, &met, first, planned.as_ref().ok());
        }
        let mut plan = match planned {
            Ok(plan) => plan,
            Err(bad) => return Ok(Err(bad)),
        };
        if let Err(reason) = self.fit(&mut plan.made)? {
            return Ok(Err(Bad::Because(reason)));
        }
        let person = if let Some(person) = self.writing.reader().person_named(&plan.person)? {
            person
        } else {
            self.tally.people += 1;
            names::add(self.writing, &plan.person)?
        };
        let made = Promise {
            person: person.id,
            ..plan.made
        };
        let promise = self.writing.add_history(&made, first, &plan.since)?;
        self.tally.ids.push(promise.id);
        for warning in warnings.into_iter().chain(plan.remarks) {
            self.tally.warnings.push(format!("{place}: {warning}"));
        }
        Ok(Ok(()))
    }

    /// The identity of a row; none where an earlier row of the file says to be the same.
    fn identity(&mut self, identity: &Identity) -> Option<Uuid> {
        match identity {
            Identity::Own(uuid) => self.met.insert(*uuid).then_some(*uuid),
            Identity::Content(content) => {
                let uuid = Uuid::new_v5(&NAMESPACE, content.as_bytes());
                let times = self.repeated.entry(uuid).or_default();
                let place = *times;
                *times += 1;
                Some(again(uuid, place))
            }
        }
    }

    /// The promise with an identity, unless its import was taken back: then it comes again, under
    /// another one that follows from its own.
    fn standing(&self, mut uuid: Uuid) -> anyhow::Result<(Uuid, Option<Met>)> {
        loop {
            match self.writing.reader().met(uuid)? {
                Some(met) if met.taken_back => uuid = again(uuid, 1),
                met => return Ok((uuid, met)),
            }
        }
    }

    /// What is here already stays as it is; where the row has changed since, that is said.
    fn again(
        &mut self,
        place: &str,
        met: &Met,
        first: Uuid,
        plan: Option<&Plan>,
    ) -> anyhow::Result<Result<(), Bad>> {
        let id = met.entry.promise.id;
        let person = self.writing.reader().person(met.entry.promise.person)?;
        if person.is_some_and(|person| person.forgotten) {
            self.tally.forgotten += 1;
            return Ok(Ok(()));
        }
        self.tally.present += 1;
        if met.first != first && plan.is_none_or(|plan| differs(plan, met)) {
            self.tally.differing.push(format!(
                "{place}: promise {id} is here already, and the row says something else of it; \
                 it stays as it is"
            ));
        }
        Ok(Ok(()))
    }

    /// Whether the database takes the promise: its key is free, and it does not need itself.
    fn fit(&self, made: &mut Promise) -> anyhow::Result<Result<(), String>> {
        let reader = self.writing.reader();
        if let Some(key) = &made.key
            && let Some(holder) = reader.promise_by_key(key)?
        {
            let reason = format!("key {key:?} belongs to promise {}", holder.promise.id);
            return Ok(Err(reason));
        }
        let mut needs = BTreeSet::new();
        for need in &made.needs {
            let (need, _) = self.standing(*need)?;
            if need == made.uuid || reader.depends_on(need, made.uuid)? {
                return Ok(Err("it would need itself".to_owned()));
            }
            needs.insert(need);
        }
        made.needs = needs;
        Ok(Ok(()))
    }
}

/// The identity of another of the same: none is the thing itself.
fn again(uuid: Uuid, times: u32) -> Uuid {
    match times {
        0 => uuid,
        times => Uuid::new_v5(&uuid, &times.to_be_bytes()),
    }
}

/// Whether a row says something else of a promise than what is recorded.
fn differs(plan: &Plan, met: &Met) -> bool {
    let (row, here) = (&plan.made, &met.entry.promise);
    let due = |due: &Deadline| (due.at(), due.is_whole_day());
    let name = |direction: Direction, name: &str| (direction == Direction::Mine, fold(name));
    let state = |state: State| state.word();
    row.what != here.what
        || due(&plan.due) != due(&here.due)
        || state(plan.state) != state(here.state)
        || name(row.direction, &plan.person) != name(here.direction, &met.entry.person)
}
