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
    line_or_end(question)?
        .ok_or_else(|| Failure::usage("nothing was answered, and nothing is saved").into())
}

/// Asks for a line of text, which may be empty; nothing at the end of the input.
pub fn line_or_end(question: &str) -> anyhow::Result<Option<String>> {
    show(&format!("{question} "))?;
    let mut answer = String::new();
    if io::stdin().lock().read_line(&mut answer)? == 0 {
        // The next prompt of the shell begins on a line of its own.
        show("\n")?;
        return Ok(None);
    }
    Ok(Some(answer.trim().to_owned()))
}

/// Shows a part of the conversation.
pub fn show(text: &str) -> io::Result<()> {
    let mut stderr = io::stderr();
    stderr.write_all(text.as_bytes())?;
    stderr.flush()
}
