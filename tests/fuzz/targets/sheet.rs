//! The target `sheet`: what it checks is in `src/sheet.rs`.
#![no_main]

#[path = "../src/foreign.rs"]
mod foreign;
#[path = "../src/sheet.rs"]
mod sheet;

libfuzzer_sys::fuzz_target!(|data: &[u8]| sheet::check(data));
