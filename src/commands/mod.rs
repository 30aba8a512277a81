//! One file a command: its arguments, its help, its run. What several of them share stands in
//! `shared`.

pub mod add;
pub mod backup;
pub mod break_it;
pub mod calendar;
pub mod check;
pub mod completions;
pub mod config;
pub mod date;
pub mod doctor;
pub mod due;
pub mod edit;
pub mod export;
pub mod free;
pub mod handoff;
pub mod import;
pub mod keep;
pub mod list;
pub mod log;
pub mod man;
pub mod note;
pub mod people;
pub mod release;
pub mod remind;
pub mod reopen;
pub mod report;
pub mod reschedule;
pub mod restore;
pub mod review;
pub mod schema;
pub mod show;
pub mod standards;
pub mod status;
pub mod stop;
pub mod sync;
pub mod undo;
pub mod void;

pub(crate) mod shared;
