//! What the value of a field is, as JSON has it: the one list that the schema and the templates
//! follow.

use crate::query::Field;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Number,
    /// A number, whole or not.
    Decimal,
    /// A text.
    Text,
    /// True or false.
    YesNo,
    /// A moment, as RFC 3339 has it.
    Time,
    /// A day, as RFC 3339 has it.
    Date,
    /// A UUID.
    Uuid,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of whole numbers.
    Numbers,
    /// A list of texts.
    Texts,
    /// An object of another record.
    Record(&'static str),
    /// A list of objects of another record.
    Records(&'static str),
    /// Any value at all.
    Any,
}

/// What a value is, and whether it may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What it is.
    pub kind: Kind,
    /// Whether it may be null.
    pub or_null: bool,
}

impl Kind {
    /// Always there.
    #[must_use]
    pub const fn always(self) -> Shape {
        Shape {
            kind: self,
            or_null: false,
        }
    }

    /// Null where there is none.
    #[must_use]
    pub const fn or_null(self) -> Shape {
        Shape {
            kind: self,
            or_null: true,
        }
    }
}

/// How a promise was kept.
const OUTCOMES: Kind = Kind::OneOf(&["early", "on_time", "late"]);

impl Field {
    /// What its value is.
    #[must_use]
    pub fn shape(self) -> Shape {
        match self {
            Self::Id
            | Self::SecondsLate
            | Self::Corrections
            | Self::Reschedules
            | Self::Handoffs => Kind::Number.always(),
            Self::EffortMinutes | Self::Rating | Self::Occurrence | Self::EveryTimes => {
                Kind::Number.or_null()
            }
            Self::Uuid => Kind::Uuid.always(),
            Self::Series => Kind::Uuid.or_null(),
            Self::What | Self::Zone => Kind::Text.always(),
            Self::To
            | Self::From
            | Self::Owner
            | Self::Via
            | Self::Standard
            | Self::Key
            | Self::Every => Kind::Text.or_null(),
            Self::Direction => Kind::OneOf(&["mine", "theirs"]).always(),
            Self::State => Kind::OneOf(&["open", "kept", "broken", "released", "void"]).always(),
            Self::FirstOutcome | Self::Outcome => OUTCOMES.or_null(),
            Self::Due | Self::FirstDue | Self::MadeAt => Kind::Time.always(),
            Self::SettledAt | Self::CheckDue => Kind::Time.or_null(),
            Self::EveryUntil => Kind::Date.or_null(),
            Self::DueWholeDay | Self::FirstDueWholeDay | Self::Overdue | Self::AtRisk => {
                Kind::YesNo.always()
            }
            Self::Satisfied => Kind::YesNo.or_null(),
            Self::RiskReasons | Self::Tags | Self::Remind => Kind::Texts.always(),
            Self::Needs => Kind::Numbers.always(),
            Self::Notes => Kind::Records("note").always(),
        }
    }

    /// Whether its value is a moment or a day, which can be written in a format.
    #[must_use]
    pub fn is_time(self) -> bool {
        matches!(self.shape().kind, Kind::Time | Kind::Date)
    }
}
