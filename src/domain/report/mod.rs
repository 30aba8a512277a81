//! The reckoning over a period: how well the word was kept, and what breaks it.
//!
//! Rows come in, [`row::Mark`]s are counted, figures come out; all of it is pure. A promise
//! counts in the period in which the deadline falls that it is judged against, what was made and
//! settled in the period in which that happened, so that a period that is over changes no more.

pub mod collect;
pub mod definitions;
pub mod figures;
pub mod flow;
pub mod group;
mod judge;
pub mod moves;
pub mod period;
pub mod rate;
pub mod row;
pub mod standards;

pub use collect::{Reckoning, Report, Scope};
pub use figures::{Figures, Reason, Tally};
pub use flow::{Flow, Step};
pub use group::Group;
pub use period::{Period, Span, Unit};
pub use rate::{Mean, Rate, Spread};
