//! What `list` and `due` can ask for: pure descriptions, without a database.

mod shape;

pub use shape::{Kind, Shape};

use chrono::{DateTime, Utc};

use crate::domain::promise::{Direction, State};

/// Which promises, in which order, how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Any of these states; all of them where empty.
    pub states: Vec<State>,
    /// Mine or theirs alone.
    pub direction: Option<Direction>,
    /// Any of these people.
    pub people: Option<Vec<i64>>,
    /// The colleague who answers for it.
    pub owner: Option<Owner>,
    /// All of these tags.
    pub tags: Vec<String>,
    /// The channel.
    pub via: Option<String>,
    /// The standard it was made under.
    pub standard: Option<String>,
    /// When the deadline falls.
    pub due: Span,
    /// When it was made.
    pub made: Span,
    /// Words in the description, the notes or the name, each the beginning of one there.
    pub search: Option<String>,
    /// The order.
    pub sort: Sort,
    /// The order turned round.
    pub reverse: bool,
    /// At most so many.
    pub limit: Option<u32>,
}

/// Whose promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Those without a colleague named as owner.
    Me,
    /// Those of an owner, as recorded; several spellings of one.
    Named(Vec<String>),
}

/// A span of time; an end that is not set is open. Both ends belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first second.
    pub from: Option<DateTime<Utc>>,
    /// The last second.
    pub to: Option<DateTime<Utc>>,
}

/// The order of a list; equals stand in the order of their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By deadline, the nearest first.
    #[default]
    Due,
    /// By number.
    Id,
    /// By when they were made.
    Made,
    /// By when they were settled; open ones last.
    Settled,
    /// By description.
    What,
    /// By the person's name.
    Person,
    /// By state.
    State,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 7] = [
        Self::Due,
        Self::Id,
        Self::Made,
        Self::Settled,
        Self::What,
        Self::Person,
        Self::State,
    ];

    /// The word typed and configured.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Id => "id",
            Self::Made => "made",
            Self::Settled => "settled",
            Self::What => "what",
            Self::Person => "person",
            Self::State => "state",
        }
    }

    /// The order that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.word() == word)
    }
}

/// A field of a promise, as `--fields`, the config and JSON name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The number that the user types.
    Id,
    /// The identity for interchange.
    Uuid,
    /// The description.
    What,
    /// Mine or theirs.
    Direction,
    /// The person it is made to.
    To,
    /// The person it comes from.
    From,
    /// The colleague who answers for it.
    Owner,
    /// What became of it.
    State,
    /// The deadline in force.
    Due,
    /// Whether that is a whole day.
    DueWholeDay,
    /// The zone of the deadline.
    Zone,
    /// The deadline as first promised.
    FirstDue,
    /// Whether that was a whole day.
    FirstDueWholeDay,
    /// When it was made.
    MadeAt,
    /// When it was settled.
    SettledAt,
    /// Early, on time or late against the first deadline.
    FirstOutcome,
    /// Early, on time or late against the negotiated deadline.
    Outcome,
    /// Whether it is open and its deadline has passed.
    Overdue,
    /// Seconds after the deadline.
    SecondsLate,
    /// Whether it may not be kept as things stand.
    AtRisk,
    /// Why not.
    RiskReasons,
    /// The channel.
    Via,
    /// The tags.
    Tags,
    /// The work it takes, in minutes.
    EffortMinutes,
    /// The standard it was made under.
    Standard,
    /// A script's own key.
    Key,
    /// How often its deadline was corrected.
    Corrections,
    /// How often it was rescheduled.
    Reschedules,
    /// How often its owner changed.
    Handoffs,
    /// The promises that it depends on, by number.
    Needs,
    /// When to ask whether the person was satisfied.
    CheckDue,
    /// Whether they were.
    Satisfied,
    /// How well, from 1 to 5.
    Rating,
    /// The rule of a repeating promise.
    Every,
    /// The series of a repeating promise.
    Series,
    /// The place in the series.
    Occurrence,
    /// The last day that an occurrence may fall on.
    EveryUntil,
    /// The number of occurrences in all.
    EveryTimes,
    /// How long before the deadline it is spoken of.
    Remind,
    /// The notes.
    Notes,
}

impl Field {
    /// Every field, in the order of the keys in JSON.
    pub const ALL: [Self; 40] = [
        Self::Id,
        Self::Uuid,
        Self::What,
        Self::Direction,
        Self::To,
        Self::From,
        Self::Owner,
        Self::State,
        Self::Due,
        Self::DueWholeDay,
        Self::Zone,
        Self::FirstDue,
        Self::FirstDueWholeDay,
        Self::MadeAt,
        Self::SettledAt,
        Self::FirstOutcome,
        Self::Outcome,
        Self::Overdue,
        Self::SecondsLate,
        Self::AtRisk,
        Self::RiskReasons,
        Self::Via,
        Self::Tags,
        Self::EffortMinutes,
        Self::Standard,
        Self::Key,
        Self::Corrections,
        Self::Reschedules,
        Self::Handoffs,
        Self::Needs,
        Self::CheckDue,
        Self::Satisfied,
        Self::Rating,
        Self::Every,
        Self::Series,
        Self::Occurrence,
        Self::EveryUntil,
        Self::EveryTimes,
        Self::Remind,
        Self::Notes,
    ];

    /// The word in JSON, `--fields` and the config.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Uuid => "uuid",
            Self::What => "what",
            Self::Direction => "direction",
            Self::To => "to",
            Self::From => "from",
            Self::Owner => "owner",
            Self::State => "state",
            Self::Due => "due",
            Self::DueWholeDay => "due_whole_day",
            Self::Zone => "zone",
            Self::FirstDue => "first_due",
            Self::FirstDueWholeDay => "first_due_whole_day",
            Self::MadeAt => "made_at",
            Self::SettledAt => "settled_at",
            Self::FirstOutcome => "first_outcome",
            Self::Outcome => "outcome",
            Self::Overdue => "overdue",
            Self::SecondsLate => "seconds_late",
            Self::AtRisk => "at_risk",
            Self::RiskReasons => "risk_reasons",
            Self::Via => "via",
            Self::Tags => "tags",
            Self::EffortMinutes => "effort_minutes",
            Self::Standard => "standard",
            Self::Key => "key",
            Self::Corrections => "corrections",
            Self::Reschedules => "reschedules",
            Self::Handoffs => "handoffs",
            Self::Needs => "needs",
            Self::CheckDue => "check_due",
            Self::Satisfied => "satisfied",
            Self::Rating => "rating",
            Self::Every => "every",
            Self::Series => "series",
            Self::Occurrence => "occurrence",
            Self::EveryUntil => "every_until",
            Self::EveryTimes => "every_times",
            Self::Remind => "remind",
            Self::Notes => "notes",
        }
    }

    /// The field that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }
}
