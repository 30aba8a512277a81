//! Tasks as `task export` writes them and `task import` reads them
//! (<https://taskwarrior.org/docs/design/task/>).
//!
//! What a task has no word for travels in attributes of ours, which Taskwarrior keeps untouched.

mod read;
mod recur;
mod surrogates;
mod write;

pub use read::read;
pub use write::write;

/// The attributes that a task has no word for.
mod own {
    pub const TO: &str = "promiseto";
    pub const FROM: &str = "promisefrom";
    pub const OWNER: &str = "promiseowner";
    pub const VIA: &str = "promisevia";
    pub const KEY: &str = "promisekey";
    pub const STATE: &str = "promisestate";
    pub const DUE: &str = "promisedue";
    pub const FIRST: &str = "promisefirst";
    pub const NEGOTIATED: &str = "promisenegotiated";
    pub const EFFORT: &str = "promiseeffort";
    pub const STANDARD: &str = "promisestandard";
    pub const EVERY: &str = "promiseevery";
    pub const UNTIL: &str = "promiseuntil";
    pub const TIMES: &str = "promisetimes";
    pub const REMIND: &str = "promiseremind";
}

/// How a task's priority is a tag: "priority:H".
const PRIORITY_TAG: &str = "priority:";

/// Times as tasks have them, always UTC.
const STAMP: &str = "%Y%m%dT%H%M%SZ";
