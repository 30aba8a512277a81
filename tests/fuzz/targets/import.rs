//! The target `import`: what it checks is in `src/import.rs`.
#![no_main]

#[path = "../src/import.rs"]
mod import;
#[path = "../../shared/memory.rs"]
mod memory;

libfuzzer_sys::fuzz_target!(|data: &[u8]| import::check(data));
