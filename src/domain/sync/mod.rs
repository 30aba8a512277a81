//! What two machines, and other programs, make of one promise: pure, as all of the domain.
//!
//! A history is a set of events: each has an identity and a rank, and the order of both is the
//! same everywhere. Whoever has the same set has the same promise, however it was passed on. What
//! a program that knows nothing of histories changed becomes events, too, with identities that
//! every machine gives them alike.

mod clash;
mod edits;
mod gone;
mod history;
mod identity;
mod name;
mod plain;

pub use clash::{Clash, clashes};
pub use edits::{Edits, Left, edits};
pub use gone::{Fate, Missing};
pub use history::{Ranked, Shared, next_rank};
pub use identity::{of_event, of_occurrence};
pub use name::named;
pub use plain::{Due, Plain, Seen, Status, in_parts, squeezed, unknown_lines};
