//! Questions, asked on a terminal only.

use std::io::{self, BufRead as _, Write as _};

use crate::failure::Failure;

/// Asks for a line of text, until there is one. The end of the input ends the command.
pub fn line(question: &str) -> anyhow::Result<String> {
    loop {
        let mut stderr = io::stderr();
        write!(stderr, "{question} ")?;
        stderr.flush()?;
        let mut answer = String::new();
        if io::stdin().lock().read_line(&mut answer)? == 0 {
            // The next prompt of the shell begins on a line of its own.
            writeln!(stderr)?;
            return Err(Failure::usage("nothing was answered, and nothing is saved").into());
        }
        let answer = answer.trim();
        if !answer.is_empty() {
            return Ok(answer.to_owned());
        }
    }
}
