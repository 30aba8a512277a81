//! The flags that describe a promise, the same for `add` and `edit`.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::commands::shared::names::{check_word, is_me};
use crate::commands::shared::{complete, settle};
use crate::context::Context;
use crate::domain::promise::{LONGEST_TEXT, Promise, check_text};
use crate::failure::{Failure, Kind};
use crate::phrase::{self, Edge, Sense};
use crate::store::Reader;

/// What can be said of a promise.
#[derive(Args, Clone, Debug, Default)]
pub struct FieldArgs {
    /// The person it is promised to
    #[arg(long, value_name = "NAME", conflicts_with = "from", add = ArgValueCompleter::new(complete::people))]
    pub to: Option<String>,
    /// The person who promised it to me
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::people))]
    pub from: Option<String>,
    /// The deadline: "tomorrow 1pm", "friday", "in 2 hours", "4 business hours", "3 Dec"
    #[arg(long, visible_alias = "by", value_name = "PHRASE")]
    pub due: Option<String>,
    /// The colleague who answers for it, where that is not me
    #[arg(long, value_name = "NAME", add = ArgValueCompleter::new(complete::owners))]
    pub owner: Option<String>,
    /// The channel it was made through: call, email, chat, meeting, or a word of your own
    #[arg(long, value_name = "CHANNEL", add = ArgValueCompleter::new(complete::channels))]
    pub via: Option<String>,
    /// A tag; may be repeated
    #[arg(long = "tag", value_name = "TAG", add = ArgValueCompleter::new(complete::tags))]
    pub tags: Vec<String>,
    /// The work it takes: 45m, 2h, 1h30m
    #[arg(long, value_name = "DURATION")]
    pub effort: Option<String>,
    /// How long before the deadline to remind of it, in place of what the config says: 2h,
    /// "1 business day"; may be repeated
    #[arg(long, value_name = "LEAD")]
    pub remind: Vec<String>,
    /// Something to remember with it
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// When it was made, if not now: "yesterday 3pm"; then the deadline may have passed
    #[arg(long, value_name = "PHRASE")]
    pub made: Option<String>,
    /// The number of a promise that this one depends on; may be repeated
    #[arg(long, value_name = "ID", value_parser = settle::number, add = ArgValueCompleter::new(complete::open_ids))]
    pub needs: Vec<i64>,
    /// A key of your own: adding again with the same key changes nothing
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
}

impl FieldArgs {
    /// Whether nothing was said at all.
    pub fn is_empty(&self) -> bool {
        let texts = [
            &self.to,
            &self.from,
            &self.due,
            &self.owner,
            &self.via,
            &self.effort,
            &self.note,
            &self.made,
            &self.key,
        ];
        let lists = self.tags.is_empty() && self.needs.is_empty() && self.remind.is_empty();
        lists && texts.iter().all(|text| text.is_none())
    }

    /// Checks every text against its limits, before anything is opened.
    pub fn check(&self) -> Result<(), Failure> {
        let words = [
            ("--to", &self.to),
            ("--from", &self.from),
            ("--owner", &self.owner),
            ("--via", &self.via),
            ("--key", &self.key),
        ];
        for (flag, value) in words {
            if let Some(value) = value {
                check_word(flag, value)?;
            }
        }
        check_tags(&self.tags)?;
        self.reminders()?;
        self.note.as_deref().map_or(Ok(()), check_note)
    }

    /// The colleague named as owner; my own name means nobody else.
    pub fn owner(&self, context: &Context) -> anyhow::Result<Option<String>> {
        match &self.owner {
            Some(owner) if !is_me(context, owner)? => Ok(Some(owner.clone())),
            _ => Ok(None),
        }
    }

    /// The promises that one depends on; a circle is refused.
    pub fn needs(
        &self,
        reader: Reader<'_>,
        of: Option<&Promise>,
    ) -> anyhow::Result<BTreeSet<Uuid>> {
        let mut needs = BTreeSet::new();
        for id in &self.needs {
            let need = settle::find(reader, *id)?.promise;
            if let Some(of) = of
                && reader.depends_on(need.uuid, of.uuid)?
            {
                let message = if of.id == *id {
                    format!("promise {id} cannot need itself")
                } else {
                    format!("promise {id} depends on promise {} itself", of.id)
                };
                return Err(Failure::new(Kind::NotAllowed, message)
                    .hint("promise show ID tells what each needs")
                    .into());
            }
            needs.insert(need.uuid);
        }
        Ok(needs)
    }

    /// The tags, each once.
    pub fn tags(&self) -> BTreeSet<String> {
        self.tags.iter().cloned().collect()
    }

    /// How long before the deadline to remind of it, as it is stored.
    pub fn reminders(&self) -> Result<BTreeSet<String>, Failure> {
        let lead = |text: &String| {
            phrase::lead(text)
                .map(|lead| lead.to_string())
                .map_err(|refusal| Failure::phrase("--remind", text, &refusal))
        };
        self.remind.iter().map(lead).collect()
    }

    /// The effort in minutes.
    pub fn effort_minutes(&self) -> Result<Option<u32>, Failure> {
        let Some(text) = &self.effort else {
            return Ok(None);
        };
        phrase::minutes(text)
            .map(Some)
            .map_err(|refusal| Failure::phrase("--effort", text, &refusal))
    }

    /// When it was made.
    pub fn made_at(
        &self,
        context: &Context,
    ) -> anyhow::Result<Option<chrono::DateTime<chrono::Utc>>> {
        let Some(text) = &self.made else {
            return Ok(None);
        };
        // A day means its start: what was promised for that same day was promised before it ended.
        let sense = Sense::PastSpan(Edge::Start);
        let reading = context.read_phrase("--made", text, sense, None)?;
        Ok(Some(reading.deadline.at()))
    }
}

/// Checks the description of a promise.
pub fn check_what(what: &str) -> Result<(), Failure> {
    check_text(what, LONGEST_TEXT).map_err(|reason| {
        Failure::usage(format!("the description {reason}")).hint("say in a line what is promised")
    })
}

/// Checks a note.
pub fn check_note(note: &str) -> Result<(), Failure> {
    check_text(note, LONGEST_TEXT).map_err(|reason| Failure::usage(format!("the note {reason}")))
}

/// Checks tags: one word each, so that they can be listed with commas between them.
pub fn check_tags(tags: &[String]) -> Result<(), Failure> {
    for tag in tags {
        check_word("--tag", tag)?;
        let unfit = |char: char| char.is_whitespace() || char.is_control() || char == ',';
        if tag.contains(unfit) {
            return Err(
                Failure::usage(format!("a tag is one word, and \"{tag}\" is not"))
                    .hint("repeat --tag for several"),
            );
        }
    }
    Ok(())
}
