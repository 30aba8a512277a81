//! Lines of todo.txt (<https://github.com/todotxt/todo.txt>), with the keys that its programs
//! have agreed on: `due:`, `t:`, `rec:`, `pri:`.
//!
//! Lines of our own have the key `uuid:` behind their text. What stands before it is the text as
//! it is, and behind it stand keys of ours.

mod read;
mod words;
mod write;

pub use read::{has_marks, read};
pub use write::write;

/// Keys of ours.
mod own {
    pub const UUID: &str = "uuid";
    pub const TO: &str = "to";
    pub const FROM: &str = "from";
    pub const AT: &str = "at";
    pub const OWNER: &str = "owner";
    pub const VIA: &str = "via";
    pub const KEY: &str = "key";
    pub const STATE: &str = "state";
    pub const SETTLED: &str = "settled";
    pub const EFFORT: &str = "effort";
    pub const STANDARD: &str = "standard";
    pub const EVERY: &str = "every";
    pub const UNTIL: &str = "until";
    pub const TIMES: &str = "times";
    pub const REMIND: &str = "remind";
    pub const NEEDS: &str = "needs";
}

/// How a priority is a tag: "priority:A".
const PRIORITY_TAG: &str = "priority:";
