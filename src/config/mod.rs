//! The configuration: what can be set, what it is set to, and where that comes from.
//!
//! One declared list ([`keys()`]) says what there is. Reading, suggestions for what is misspelt,
//! the rows of `promise config` and the commented default file are all made from it, so that none
//! of them can go stale. A new setting is a field of [`Settings`] and an entry in that list.
//!
//! Nothing here reads the environment, and only [`load()`] reads a file. What the domain does not
//! know (zone names, deadline phrases, amounts of work, field names) is asked of [`Checks`].

mod broken;
mod checks;
mod declared;
mod entry;
mod error;
mod file;
mod hooks;
mod interval;
mod keys;
mod parse;
mod parts;
mod settings;
mod show;
mod suggest;
mod template;
#[cfg(test)]
mod tests;
mod values;

pub use checks::Checks;
pub use error::ConfigError;
pub use file::{SIZE_LIMIT, load};
pub use hooks::Hooks;
pub use interval::Interval;
pub use keys::{Key, keys};
pub use parse::parse;
pub use settings::{Color, Format, Origin, Row, Setting, Settings};
pub use suggest::nearest;
pub use template::default_file;
