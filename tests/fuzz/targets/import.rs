//! The target `import`: what it checks is in `src/import.rs`.
#![no_main]

#[path = "../../shared/memory.rs"]
mod memory;
#[path = "../src/import.rs"]
mod import;

libfuzzer_sys::fuzz_target!(|data: &[u8]| import::check(data));
