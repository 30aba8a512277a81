//! The target `ical`: what it checks is in `src/ical.rs`.
#![no_main]

#[path = "../src/ical.rs"]
mod ical;

libfuzzer_sys::fuzz_target!(|data: &[u8]| ical::check(data));
