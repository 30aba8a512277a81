//! The `promise` command: parses, runs, chooses the exit status.

use std::io::Write as _;
use std::process::ExitCode;

use promise::{cli, failure};

fn main() -> ExitCode {
    cli::complete();
    let Err(error) = cli::run(std::env::args_os()) else {
        return ExitCode::SUCCESS;
    };
    if let Some(error) = error.downcast_ref::<clap::Error>() {
        // Help and version are results; anything else is wrong usage. Where even that cannot be
        // printed there is nobody to tell.
        let _ = error.print();
        return ExitCode::from(u8::from(error.use_stderr()) * 2);
    }
    let (text, code) = failure::report(&error);
    let _ = std::io::stderr().write_all(text.as_bytes());
    code
}
