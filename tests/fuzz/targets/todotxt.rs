//! The target `todotxt`: what it checks is in `src/todotxt.rs`.
#![no_main]

#[path = "../src/foreign.rs"]
mod foreign;
#[path = "../src/todotxt.rs"]
mod todotxt;

libfuzzer_sys::fuzz_target!(|data: &[u8]| todotxt::check(data));
