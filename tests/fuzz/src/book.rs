//! The model: what a sequence of commands should come to, kept in the simplest way that is not
//! the program's own. Moments and deadlines are seconds since 1970.

/// A deadline: its instant, and in which form it was said.
pub type Due = (i64, u8);

/// What one command does to a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Add {
        due: Due,
        key: Option<u8>,
        person: usize,
        new_person: bool,
    },
    Keep {
        at: i64,
    },
    Break {
        at: i64,
    },
    Release {
        at: i64,
    },
    Reopen,
    Reschedule {
        due: Due,
    },
    Correct {
        due: Due,
    },
    HandOff {
        owner: Option<u8>,
    },
    Check {
        satisfied: bool,
        rating: Option<u8>,
    },
    Note,
    Void,
}

/// A step: a deed, or the turning of one.
#[derive(Clone, Debug)]
pub struct Step {
    /// When it was done.
    pub at: i64,
    /// The promise, counted from 0, and what was done to it; nothing where it only turned another.
    pub deed: Option<(usize, Deed)>,
    /// The step that took it back, counted from 1, and when.
    pub undone: Option<(usize, i64)>,
    /// The step that this one took back.
    pub takes_back: Option<usize>,
}

/// What has become of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    pub state: &'static str,
    pub due: Due,
    pub first: Due,
    pub negotiated: Due,
    pub settled: Option<i64>,
    pub made: i64,
    pub owner: Option<u8>,
    pub key: Option<u8>,
    pub person: usize,
    pub satisfied: Option<bool>,
    pub rating: Option<u8>,
    pub reschedules: u32,
    pub corrections: u32,
    pub handoffs: u32,
    pub notes: usize,
}

/// Everything that was done, in order.
#[derive(Default)]
pub struct Book {
    pub steps: Vec<Step>,
    /// For each promise, the step that added it, counted from 1.
    pub promises: Vec<usize>,
    /// For each person, their name and the step that recorded them.
    pub people: Vec<(u8, usize)>,
}

/// What comes of undoing or redoing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done(usize),
    NoStep,
    NotThat,
    Needed,
    Missing,
    Conflict,
}

impl Book {
    /// What has become of a promise, from all that stands.
    pub fn shape(&self, promise: usize) -> Shape {
        let added = &self.steps[self.promises[promise] - 1];
        let Some((
            _,
            Deed::Add {
                due, key, person, ..
            },
        )) = added.deed
        else {
            panic!("a promise begins with its addition");
        };
        let mut shape = Shape {
            state: "open",
            due,
            first: due,
            negotiated: due,
            settled: None,
            made: added.at,
            owner: None,
            key,
            person,
            satisfied: None,
            rating: None,
            reschedules: 0,
            corrections: 0,
            handoffs: 0,
            notes: 0,
        };
        for step in &self.steps {
            if let (Some((of, deed)), None) = (&step.deed, step.undone)
                && *of == promise
            {
                shape.take(deed, step.at);
            }
        }
        if let Some((_, at)) = added.undone {
            shape.state = "void";
            shape.settled = Some(at);
        }
        shape
    }

    /// The known person of a name.
    pub fn person(&self, name: u8) -> Option<usize> {
        self.people
            .iter()
            .position(|(known, step)| *known == name && self.steps[step - 1].undone.is_none())
    }

    /// The promise that a key belongs to.
    pub fn keyed(&self, key: u8) -> Option<usize> {
        (0..self.promises.len()).find(|promise| {
            let shape = self.shape(*promise);
            shape.key == Some(key) && shape.state != "void"
        })
    }

    /// Writes down what was done.
    pub fn did(&mut self, at: i64, promise: usize, deed: Deed) {
        self.steps.push(Step {
            at,
            deed: Some((promise, deed)),
            undone: None,
            takes_back: None,
        });
    }

    /// Takes a step back, the newest that stands where none is named.
    pub fn undo(&mut self, at: i64, named: Option<usize>) -> Outcome {
        let newest = || (1..=self.steps.len()).rev().find(|step| self.stands(*step));
        let Some(step) = named
            .or_else(newest)
            .filter(|step| *step <= self.steps.len())
        else {
            return Outcome::NoStep;
        };
        if !self.stands(step) {
            return Outcome::NotThat;
        }
        if self.is_needed(step, step) {
            return Outcome::Needed;
        }
        self.turn(at, step, true)
    }

    /// Puts a step back, the one undone last where none is named and nothing was done since.
    pub fn redo(&mut self, at: i64, named: Option<usize>) -> Outcome {
        let last = || {
            let is_turn =
                |step: &usize| self.steps[step - 1].deed.is_some() || self.undoes(*step).is_some();
            self.undoes((1..=self.steps.len()).rev().find(is_turn)?)
        };
        let Some(step) = named.or_else(last).filter(|step| *step <= self.steps.len()) else {
            return Outcome::NoStep;
        };
        let Some((undone_by, _)) = self.steps[step - 1].undone else {
            return Outcome::NotThat;
        };
        if self.is_needed(step, undone_by) {
            return Outcome::Needed;
        }
        if self.lacks(step) {
            return Outcome::Missing;
        }
        self.turn(at, step, false)
    }

    /// What a step took back, while that is so.
    fn undoes(&self, number: usize) -> Option<usize> {
        let step = &self.steps[number - 1];
        let target = step.takes_back?;
        let (by, _) = self.steps[target - 1].undone?;
        (by == number).then_some(target)
    }

    fn stands(&self, step: usize) -> bool {
        let step = &self.steps[step - 1];
        step.deed.is_some() && step.undone.is_none()
    }

    /// The promise that a step concerns, its person, and whether it recorded that person.
    fn concerns(&self, step: usize) -> Option<(usize, usize, bool)> {
        let (promise, deed) = self.steps[step - 1].deed.as_ref()?;
        let is_new = matches!(
            deed,
            Deed::Add {
                new_person: true,
                ..
            }
        );
        Some((*promise, self.shape(*promise).person, is_new))
    }

    /// Whether a step after a moment stands on this one.
    fn is_needed(&self, of: usize, after: usize) -> bool {
        let Some((promise, person, new)) = self.concerns(of) else {
            return false;
        };
        (after + 1..=self.steps.len()).any(|later| {
            self.stands(later)
                && self
                    .concerns(later)
                    .is_some_and(|(other, to, _)| other == promise || (new && to == person))
        })
    }

    /// Whether a step that this one stood on was taken back after it.
    fn lacks(&self, of: usize) -> bool {
        let Some((promise, person, _)) = self.concerns(of) else {
            return false;
        };
        (1..of).any(|earlier| {
            let step = &self.steps[earlier - 1];
            let after = step.undone.is_some_and(|(by, _)| by > of);
            let is_note = matches!(step.deed, Some((_, Deed::Note)));
            after
                && self.concerns(earlier).is_some_and(|(other, to, new)| {
                    (other == promise && !is_note) || (new && to == person)
                })
        })
    }

    fn turn(&mut self, at: i64, step: usize, undo: bool) -> Outcome {
        let before = self.steps[step - 1].undone;
        let by = self.steps.len() + 1;
        self.steps[step - 1].undone = undo.then_some((by, at));
        if self.is_torn() {
            self.steps[step - 1].undone = before;
            return Outcome::Conflict;
        }
        self.steps.push(Step {
            at,
            deed: None,
            undone: None,
            takes_back: undo.then_some(step),
        });
        Outcome::Done(step)
    }

    /// Whether a name or a key belongs to two.
    fn is_torn(&self) -> bool {
        let standing = |step: &usize| self.steps[step - 1].undone.is_none();
        let names = self.people.iter().filter(|(_, step)| standing(step));
        let mut names: Vec<u8> = names.map(|(name, _)| *name).collect();
        let shapes = (0..self.promises.len()).map(|promise| self.shape(promise));
        let open = shapes.filter(|shape| shape.state != "void");
        let mut keys: Vec<u8> = open.filter_map(|shape| shape.key).collect();
        [&mut names, &mut keys].into_iter().any(|all| {
            all.sort_unstable();
            all.windows(2).any(|two| two[0] == two[1])
        })
    }
}

impl Shape {
    /// Whether a deed is allowed now.
    pub fn allows(&self, deed: &Deed, now: i64) -> bool {
        let open = self.state == "open";
        match deed {
            Deed::Add { .. } => false,
            Deed::Keep { at } | Deed::Break { at } | Deed::Release { at } => {
                open && *at >= self.made
            }
            Deed::Reopen => !open && self.state != "void",
            Deed::Reschedule { due } => open && *due != self.due,
            Deed::Correct { due } => open && now <= self.due.0 && *due != self.due,
            Deed::HandOff { owner } => open && *owner != self.owner,
            Deed::Check { .. } => self.state == "kept" && self.satisfied.is_none(),
            Deed::Note => true,
            Deed::Void => self.state != "void",
        }
    }

    fn take(&mut self, deed: &Deed, at: i64) {
        let mut settle = |state, at| {
            self.state = state;
            self.settled = at;
        };
        match deed {
            Deed::Add { .. } => {}
            Deed::Keep { at } => {
                settle("kept", Some(*at));
                (self.satisfied, self.rating) = (None, None);
            }
            Deed::Break { at } => settle("broken", Some(*at)),
            Deed::Release { at } => settle("released", Some(*at)),
            Deed::Reopen => settle("open", None),
            Deed::Void => settle("void", Some(at)),
            Deed::Reschedule { due } => {
                if at <= self.due.0 && self.negotiated == self.due {
                    self.negotiated = *due;
                }
                self.due = *due;
                self.reschedules += 1;
            }
            Deed::Correct { due } => {
                if self.reschedules == 0 {
                    self.first = *due;
                }
                if self.negotiated == self.due {
                    self.negotiated = *due;
                }
                self.due = *due;
                self.corrections += 1;
            }
            Deed::HandOff { owner } => {
                self.owner = *owner;
                self.handoffs += 1;
            }
            Deed::Check { satisfied, rating } => {
                (self.satisfied, self.rating) = (Some(*satisfied), *rating);
            }
            Deed::Note => self.notes += 1,
        }
    }
}
