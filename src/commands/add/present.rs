//! A key that is taken: adding again changes nothing, and says what would have been different.

use crate::commands::add::plan::Wanted;
use crate::commands::shared::{names, print};
use crate::context::Context;
use crate::domain::person::fold;
use crate::domain::promise::{Promise, State};
use crate::phrase::Sense;
use crate::render::promises::card;
use crate::store::{Entry, Reader, Store};

/// What is said before the number of a promise that was there already.
pub(super) const PRESENT: &str = "Already there as";

impl Wanted<'_> {
    /// Prints the promise that has the key.
    pub(super) fn say_present(
        &self,
        context: &Context,
        store: &Store,
        entry: Entry,
    ) -> anyhow::Result<()> {
        self.warn_of_differences(context, store.reader(), &entry)?;
        print::changed(context, store.reader(), vec![entry], |view, look| {
            card(PRESENT, view, look)
        })
    }

    /// Warns of everything that was asked for and is not so in the promise that has the key.
    pub(super) fn warn_of_differences(
        &self,
        context: &Context,
        reader: Reader<'_>,
        entry: &Entry,
    ) -> anyhow::Result<()> {
        let id = entry.promise.id;
        let same_person =
            entry.promise.direction == self.direction && fold(&entry.person) == fold(self.name);
        let mut differences = self.differences(context, &entry.promise)?;
        differences.extend((!same_person).then_some("its person would be another"));
        if let Some(text) = &self.args.fields.note {
            let notes = reader.notes(id)?;
            let has = notes.iter().any(|note| note.text == *text);
            differences.extend((!has).then_some("it has no such note"));
        }
        for difference in differences {
            let message = format!("promise {id} has this key and stays as it is: {difference}");
            context.output.warn(&message);
        }
        Ok(())
    }

    /// What was asked for and is not so in the record that has the key.
    fn differences(
        &self,
        context: &Context,
        promise: &Promise,
    ) -> anyhow::Result<Vec<&'static str>> {
        let fields = &self.args.fields;
        let due = match &fields.due {
            None => None,
            Some(phrase) => {
                let their = names::their(context, phrase, self.name)?;
                let sense = Sense::DeadlineMaybePast;
                let reading = context.read_phrase("--due", phrase, sense, their.as_ref())?;
                Some(reading.deadline.at())
            }
        };
        let effort = fields.effort_minutes()?;
        let made_at = fields.made_at(context)?;
        let owner = fields.owner(context)?;
        let compared = [
            (
                promise.what != self.what,
                "its description would be another",
            ),
            (
                due.is_some_and(|due| due != promise.due.at()),
                "its deadline would be another",
            ),
            (
                fields.owner.is_some() && owner != promise.owner,
                "its owner would be another",
            ),
            (
                fields.via.is_some() && fields.via != promise.via,
                "its channel would be another",
            ),
            (
                !fields.tags.is_empty() && fields.tags() != promise.tags,
                "its tags would be others",
            ),
            (
                effort.is_some() && effort != promise.effort_minutes,
                "its effort would be another",
            ),
            (
                made_at.is_some_and(|made_at| made_at != promise.made_at),
                "it was made at another time",
            ),
            (promise.state != State::Open, "it is no longer open"),
        ];
        let different = compared.into_iter().filter(|(differs, _)| *differs);
        Ok(different.map(|(_, words)| words).collect())
    }
}
