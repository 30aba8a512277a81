//! The target `duration`: what it checks is in `src/duration.rs`.
#![no_main]

#[path = "../src/duration.rs"]
mod duration;

libfuzzer_sys::fuzz_target!(|data: &[u8]| duration::check(data));
