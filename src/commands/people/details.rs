//! What can be said of a person, the same for `people add` and `people edit`.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use crate::commands::shared::complete;
use crate::commands::shared::names::check_word;
use crate::context::Context;
use crate::failure::Failure;

/// What can be said of a person beside their name.
#[derive(Args, Clone, Debug, Default)]
pub struct DetailArgs {
    /// The time zone they live in, as Europe/London: what "their time" means
    #[arg(long, value_name = "ZONE", add = ArgValueCompleter::new(complete::zones))]
    pub zone: Option<String>,
    /// The firm or body they speak for
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// An address for mail
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// A number to call
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
    /// Another name they go by; may be repeated
    #[arg(long = "alias", value_name = "NAME")]
    pub aliases: Vec<String>,
}

impl DetailArgs {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.zone, &self.organisation, &self.email, &self.phone];
        self.aliases.is_empty() && texts.iter().all(|text| text.is_none())
    }

    /// Checks every text against its limits.
    pub fn check(&self) -> Result<(), Failure> {
        let words = [
            ("--organisation", &self.organisation),
            ("--email", &self.email),
            ("--phone", &self.phone),
        ];
        for (flag, value) in words {
            if let Some(value) = value {
                check_word(flag, value)?;
            }
        }
        self.aliases
            .iter()
            .try_for_each(|alias| check_word("--alias", alias))
    }

    /// The name of the zone as it is written, if there is such a zone.
    pub fn zone_name(&self, context: &Context) -> Result<Option<String>, Failure> {
        let Some(name) = &self.zone else {
            return Ok(None);
        };
        match context.find_zone_named(name) {
            Some(zone) => Ok(Some(zone.name().to_owned())),
            None => Err(Failure::usage(format!("no time zone is called \"{name}\""))
                .hint("name one as Europe/London or America/Chicago")),
        }
    }
}
