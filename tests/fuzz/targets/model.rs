//! The target `model`: what it checks is in `src/model.rs`.
#![no_main]

#[path = "../../shared/memory.rs"]
mod memory;
#[path = "../src/model.rs"]
mod model;

libfuzzer_sys::fuzz_target!(|data: &[u8]| model::check(data, 64));
