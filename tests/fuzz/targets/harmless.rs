//! The target `harmless`: what it checks is in `src/harmless.rs`.
#![no_main]

#[path = "../src/harmless.rs"]
mod harmless;

libfuzzer_sys::fuzz_target!(|data: &[u8]| harmless::check(data));
