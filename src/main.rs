//! The `promise` command: parses, runs, chooses the exit status.

use std::io::Write as _;
use std::process::ExitCode;

use promise::{cli, failure};

fn main() -> ExitCode {
    cli::complete(std::env::args_os);
    let Err(ended) = cli::run(std::env::args_os()) else {
        return ExitCode::SUCCESS;
    };
    let (text, code) = failure::report(&ended.error, ended.form);
    // Where stderr is gone there is nobody to tell.
    let _ = std::io::stderr().write_all(text.as_bytes());
    code
}
