//! The target `taskwarrior`: what it checks is in `src/taskwarrior.rs`.
#![no_main]

#[path = "../src/foreign.rs"]
mod foreign;
#[path = "../src/taskwarrior.rs"]
mod taskwarrior;

libfuzzer_sys::fuzz_target!(|data: &[u8]| taskwarrior::check(data));
