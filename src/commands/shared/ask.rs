//! Questions, asked on a terminal only.

use std::io::{self, BufRead as _, Write as _};

use crate::failure::{Failure, Form, report};

/// Asks for a line of text, until there is one that `check` takes. The end of the input ends the
/// command.
pub fn line(question: &str, check: impl Fn(&str) -> Result<(), Failure>) -> anyhow::Result<String> {
    loop {
        let answer = line_or_nothing(question)?;
        if answer.is_empty() {
            continue;
        }
        match check(&answer) {
            Ok(()) => return Ok(answer),
            Err(failure) => say(&failure.into()),
        }
    }
}

/// Tells what was wrong with an answer, before the question is asked again.
pub fn say(error: &anyhow::Error) {
    let (text, _) = report(error, Form::Text);
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Asks for a line of text, which may be empty.
pub fn line_or_nothing(question: &str) -> anyhow::Result<String> {
    let mut stderr = io::stderr();
    write!(stderr, "{question} ")?;
    stderr.flush()?;
    let mut answer = String::new();
    if io::stdin().lock().read_line(&mut answer)? == 0 {
        // The next prompt of the shell begins on a line of its own.
        writeln!(stderr)?;
        return Err(Failure::usage("nothing was answered, and nothing is saved").into());
    }
    Ok(answer.trim().to_owned())
}
