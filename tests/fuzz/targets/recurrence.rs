//! The target `recurrence`: what it checks is in `src/recurrence.rs`.
#![no_main]

#[path = "../src/recurrence.rs"]
mod recurrence;

libfuzzer_sys::fuzz_target!(|data: &[u8]| recurrence::check(data));
