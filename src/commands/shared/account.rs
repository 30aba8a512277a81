//! Why it came to that: causes and reasons, asked for on a terminal.

use clap::Args;

use crate::commands::shared::ask;
use crate::context::Context;
use crate::domain::event::Account;
use crate::domain::promise::{LONGEST_TEXT, check_text};
use crate::failure::Failure;

/// Why a promise was late, broken or rescheduled.
#[derive(Args, Clone, Debug, Default)]
pub struct AccountArgs {
    /// Why; may be repeated, each answering "why?" of the one before, the last being the root
    #[arg(long, value_name = "TEXT")]
    pub because: Vec<String>,
    /// The cause in one word, from the list in the config
    #[arg(long, value_name = "WORD", add = clap_complete::engine::ArgValueCompleter::new(crate::commands::shared::complete::causes))]
    pub cause: Option<String>,
}

impl AccountArgs {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.because.is_empty() && self.cause.is_none()
    }

    /// The account, with a cause of the config's list. Asked for on a terminal where nothing was
    /// said and `wanted`; an empty answer leaves it out.
    pub fn account(&self, context: &Context, wanted: bool) -> anyhow::Result<Account> {
        for because in &self.because {
            check_text(because, LONGEST_TEXT)
                .map_err(|reason| Failure::usage(format!("the value of --because {reason}")))?;
        }
        let mut account = Account {
            cause: self.cause.clone(),
            because: self.because.clone(),
            ..Account::default()
        };
        if let Some(cause) = &account.cause {
            check_cause(context, cause)?;
        } else if wanted && self.is_empty() && context.can_ask() {
            let causes = context.settings()?.causes.value.join(", ");
            loop {
                let answer = ask::line_or_nothing(&format!("Why? [{causes}, or nothing]"))?;
                if answer.is_empty() {
                    break;
                }
                match check_cause(context, &answer) {
                    Ok(()) => {
                        account.cause = Some(answer);
                        break;
                    }
                    Err(error) => ask::say(&error),
                }
            }
        }
        Ok(account)
    }
}

/// Checks that a cause is one of the config's list.
pub fn check_cause(context: &Context, cause: &str) -> anyhow::Result<()> {
    let known = &context.settings()?.causes.value;
    if known.iter().any(|known| known == cause) {
        return Ok(());
    }
    Err(Failure::usage(format!("no cause is called \"{cause}\""))
        .hint(format!("the causes are {}", known.join(", ")))
        .into())
}
