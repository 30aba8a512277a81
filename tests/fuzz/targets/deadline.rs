//! The target `deadline`: what it checks is in `src/deadline.rs`.
#![no_main]

#[path = "../src/deadline.rs"]
mod deadline;

libfuzzer_sys::fuzz_target!(|data: &[u8]| deadline::check(data));
