//! Promises as other programs read them.

use serde_json::Value;

use crate::commands::shared::block::Block;
use crate::commands::shared::print::LINE_FIELDS;
use crate::commands::shared::views::views;
use crate::context::Context;
use crate::exchange::outgoing::Outgoing;
use crate::exchange::{ics, notes, taskwarrior, todotxt};
use crate::query::Field;
use crate::render::{View, records};
use crate::store::Store;

/// A format of other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Csv,
    Ics,
    TodoTxt,
    Taskwarrior,
    Markdown,
}

/// How many promises are read at a time.
const BATCH: usize = 500;

/// The columns of a spreadsheet: what `import` reads back, and how it stands.
const CSV: [Field; 26] = [
    Field::Uuid,
    Field::What,
    Field::To,
    Field::From,
    Field::Owner,
    Field::State,
    Field::Due,
    Field::DueWholeDay,
    Field::Zone,
    Field::MadeAt,
    Field::SettledAt,
    Field::Outcome,
    Field::Overdue,
    Field::FirstDue,
    Field::Reschedules,
    Field::Via,
    Field::Tags,
    Field::EffortMinutes,
    Field::Standard,
    Field::Key,
    Field::Every,
    Field::EveryUntil,
    Field::EveryTimes,
    Field::Remind,
    Field::Needs,
    Field::Notes,
];

/// Writes the promises with these numbers.
pub(super) fn run(
    context: &Context,
    form: Form,
    numbers: impl FnOnce(&Store) -> anyhow::Result<Vec<i64>>,
) -> anyhow::Result<()> {
    let mut progress = context.output.progress("promises");
    let mut writer = Writer::new(form);
    let mut block = Block::new(context, &writer.opening());
    if let Some(store) = context.open_to_read()? {
        let reader = store.reader();
        for ids in numbers(&store)?.chunks(BATCH) {
            let mut entries = Vec::new();
            for id in ids {
                entries.extend(reader.verified(*id)?);
                progress.step();
            }
            let views = views(context, reader, entries, true)?;
            block.push(&writer.part(context, &views)?)?;
        }
    }
    block.push(writer.closing())?;
    block.finish()
}

struct Writer {
    form: Form,
    between: &'static str,
}

impl Writer {
    fn new(form: Form) -> Self {
        Self { form, between: "" }
    }

    fn opening(&self) -> String {
        match self.form {
            Form::Csv => records::csv(&CSV.map(Field::word), &[]),
            Form::Markdown => records::markdown(&LINE_FIELDS.map(Field::word), &[]),
            Form::Taskwarrior => "[\n".to_owned(),
            Form::Ics => ics::OPENING.to_owned(),
            Form::TodoTxt => String::new(),
        }
    }

    fn closing(&self) -> &'static str {
        match self.form {
            Form::Taskwarrior if self.between.is_empty() => "]\n",
            Form::Taskwarrior => "\n]\n",
            Form::Ics => ics::CLOSING,
            Form::Csv | Form::Markdown | Form::TodoTxt => "",
        }
    }

    fn part(&mut self, context: &Context, views: &[View]) -> anyhow::Result<String> {
        let home = context.zone()?;
        let outgoing = views.iter().map(|view| Outgoing {
            promise: &view.promise,
            person: &view.person,
            notes: &view.notes,
            home,
        });
        Ok(match self.form {
            Form::Csv => {
                let rows: Vec<Value> = views.iter().map(in_cells).collect();
                records::csv_part(false, &CSV.map(Field::word), &rows)
            }
            Form::Markdown => {
                let rows: Vec<Value> = views.iter().map(to_be_read).collect();
                records::markdown_rows(&LINE_FIELDS.map(Field::word), &rows)
            }
            Form::TodoTxt => outgoing
                .map(|promise| todotxt::write(&promise) + "\n")
                .collect(),
            Form::Taskwarrior => {
                let mut text = String::new();
                for promise in outgoing {
                    text.push_str(self.between);
                    text.push_str(&taskwarrior::write(&promise));
                    self.between = ",\n";
                }
                text
            }
            Form::Ics => {
                let work = &context.settings()?.work;
                outgoing
                    .map(|promise| ics::write(&promise, context.now, work))
                    .collect()
            }
        })
    }
}

/// A promise as cells that can be read back: notes with their moments, needs by identity.
fn in_cells(view: &View) -> Value {
    let mut row = view.json(&CSV);
    let noted = view.notes.iter().map(|note| (note.at, note.text.as_str()));
    row[Field::Notes.word()] = Value::from(notes::cell(noted));
    let needs: Vec<String> = view.promise.needs.iter().map(ToString::to_string).collect();
    row[Field::Needs.word()] = Value::from(needs);
    // Who "me" is differs from machine to machine.
    row[Field::Owner.word()] = Value::from(view.promise.owner.clone());
    row
}

/// A promise with its deadline as people read it.
fn to_be_read(view: &View) -> Value {
    let mut row = view.json(&LINE_FIELDS);
    let due = &view.promise.due;
    let form = if due.is_whole_day() {
        "%Y-%m-%d"
    } else {
        "%Y-%m-%d %H:%M"
    };
    row[Field::Due.word()] = Value::from(due.local().format(form).to_string());
    row
}
