//! What the lines of the fixture come to at a moment, by rules written out here.

use crate::history::{Due, History, Line, What};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    Kept,
    Broken,
    Released,
    Void,
}

/// A new deadline that was set.
#[derive(Clone, Debug)]
pub struct Move {
    pub at: i64,
    pub told_before: bool,
    pub cause: Option<String>,
    pub root: Option<String>,
}

/// A promise as it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    pub theirs: bool,
    pub who: String,
    pub organisation: Option<String>,
    pub owner: Option<String>,
    pub standard: Option<String>,
    pub via: Option<String>,
    pub tags: Vec<String>,
    pub made: i64,
    pub state: State,
    pub settled: Option<i64>,
    /// Each deadline in force, and since when.
    pub dues: Vec<(i64, Due)>,
    pub negotiated: Due,
    pub moves: Vec<Move>,
    pub cause: Option<String>,
    pub root: Option<String>,
    pub handoffs: u64,
    pub heard_more: bool,
    pub edits: Vec<i64>,
    pub to_check: bool,
    pub satisfied: Option<bool>,
    pub rating: Option<u8>,
    pub needs: Vec<i64>,
    /// Whether a promise of theirs that this one needed was late, or never kept.
    pub behind_theirs: bool,
}

impl Entry {
    pub fn first(&self) -> &Due {
        &self.dues[0].1
    }

    /// The deadline in force at a moment.
    pub fn due_at(&self, at: i64) -> &Due {
        let (_, due) = self
            .dues
            .iter()
            .rfind(|(since, _)| *since <= at)
            .expect("a deadline since it was made");
        due
    }

    /// After the negotiated deadline, where it was kept.
    pub fn kept_late(&self) -> bool {
        self.state == State::Kept && self.settled > Some(self.negotiated.end)
    }

    pub fn is_open_at(&self, at: i64) -> bool {
        self.state != State::Void && self.made <= at && self.settled.is_none_or(|end| end > at)
    }
}

/// Every promise that was made by a moment, as it stands then.
pub fn at(history: &History, now: i64) -> Vec<Entry> {
    let made = history.lines.iter().filter(|line| line.made <= now);
    let mut entries: Vec<Entry> = made.map(|line| entry(history, line, now)).collect();
    let failed: Vec<bool> = entries.iter().map(|entry| failed(entry, now)).collect();
    for entry in &mut entries {
        entry.behind_theirs = entry.needs.iter().any(|need| failed[*need as usize - 1]);
    }
    entries
}

/// A promise to me that came late or not at all.
fn failed(entry: &Entry, now: i64) -> bool {
    entry.theirs
        && match entry.state {
            State::Open => entry.due_at(now).end < now,
            State::Broken => true,
            State::Kept => entry.kept_late(),
            State::Released | State::Void => false,
        }
}

fn entry(history: &History, line: &Line, now: i64) -> Entry {
    let mut entry = Entry {
        theirs: line.theirs,
        who: line.who.clone(),
        organisation: None,
        owner: line.owner.clone(),
        standard: line.standard.clone(),
        via: line.via.clone(),
        tags: line.tags.clone(),
        made: line.made,
        state: State::Open,
        settled: None,
        dues: vec![(line.made, line.due.clone())],
        negotiated: line.due.clone(),
        moves: Vec::new(),
        cause: None,
        root: None,
        handoffs: 0,
        heard_more: false,
        edits: Vec::new(),
        to_check: false,
        satisfied: None,
        rating: None,
        needs: line.needs.clone(),
        behind_theirs: false,
    };
    // Whether every deadline so far was agreed before the one before it had passed.
    let mut unbroken = true;
    let acts = line
        .acts
        .iter()
        .filter(|act| act.said <= now && !act.undone);
    for act in acts {
        entry.heard_more |= act.told;
        let settled = |entry: &mut Entry, state, at| {
            entry.state = state;
            entry.settled = Some(at);
            entry.cause.clone_from(&act.why.cause);
            entry.root = act.why.whys.last().cloned();
        };
        match &act.what {
            What::Kept { at, check } => {
                settled(&mut entry, State::Kept, *at);
                entry.to_check = check.is_some();
                entry.satisfied = None;
                entry.rating = None;
            }
            What::Broken { at } => settled(&mut entry, State::Broken, *at),
            What::Released => settled(&mut entry, State::Released, act.said),
            What::Voided => settled(&mut entry, State::Void, act.said),
            What::Reopened => {
                entry.state = State::Open;
                entry.settled = None;
            }
            What::Moved { due } => {
                let old = entry.due_at(act.said).end;
                unbroken &= act.said <= old;
                if unbroken {
                    entry.negotiated = due.clone();
                }
                entry.dues.push((act.said, due.clone()));
                entry.moves.push(Move {
                    at: act.said,
                    told_before: act.told && act.said <= old,
                    cause: act.why.cause.clone(),
                    root: act.why.whys.last().cloned(),
                });
            }
            What::Handed { owner } => {
                entry.owner = Some(owner.clone());
                entry.handoffs += 1;
            }
            What::Noted => {}
            What::Asked { satisfied, rating } => {
                entry.satisfied = Some(*satisfied);
                entry.rating = *rating;
            }
            What::Edited { field, value } => {
                match field.as_str() {
                    "via" => entry.via = Some(value.clone()),
                    "to" => entry.who.clone_from(value),
                    "made" => {
                        entry.made = crate::clock::moment(value);
                        entry.dues[0].0 = entry.made;
                    }
                    // A deadline mistyped was never promised.
                    "due" => {
                        let due = Due::parse(value);
                        entry.negotiated = due.clone();
                        entry.dues = vec![(entry.made, due)];
                    }
                    _ => {}
                }
                if ["what", "to", "made"].contains(&field.as_str()) {
                    entry.edits.push(act.said);
                }
            }
        }
    }
    let known = history.people.iter().find(|(name, _)| *name == entry.who);
    entry.organisation = known.map(|(_, organisation)| organisation.clone());
    entry
}
