//! The questions of `promise add`, on a terminal.

use crate::commands::add::AddArgs;
use crate::commands::shared::fields::check_what;
use crate::commands::shared::names::check_word;
use crate::commands::shared::{ask, names};
use crate::context::Context;
use crate::failure::Failure;
use crate::phrase::Sense;

impl AddArgs {
    /// Asks what, to whom and by when.
    pub(super) fn ask(&mut self, context: &Context) -> anyhow::Result<()> {
        let what = ask::line("What is promised?", check_what)?;
        let name = ask::line("To whom?", |name| check_word("--to", name))?;
        let default = context.settings()?.due_default.value.as_ref();
        let question = match default {
            Some(default) => format!("By when? [{default}]"),
            None => "By when?".to_owned(),
        };
        loop {
            let phrase = ask::line_or_nothing(&question)?;
            if phrase.is_empty() && default.is_some() {
                break;
            }
            if phrase.is_empty() {
                continue;
            }
            let their = names::their(context, &phrase, &name)?;
            match context.understand(&phrase, Sense::Deadline, their.as_ref())? {
                Ok(_) => {
                    self.fields.due = Some(phrase);
                    break;
                }
                Err(refusal) => ask::say(&Failure::phrase("", &phrase, &refusal).into()),
            }
        }
        self.fields.to = Some(name);
        self.what = vec![what];
        Ok(())
    }
}
