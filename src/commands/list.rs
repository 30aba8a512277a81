//! `promise list`: any selection of promises.

use clap::Args;

use crate::commands::shared::block::{Block, Records};
use crate::commands::shared::query::QueryArgs;
use crate::commands::shared::views::{Days, views};
use crate::commands::shared::{print, template};
use crate::config::{Format, Origin};
use crate::context::Context;
use crate::domain::promise::State;
use crate::query::{Field, Sort};
use crate::render::View;
use crate::render::promises::{self, Brief};

/// List promises: the open ones, or those that the filters name
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  promise list
  promise list --to Jane --all
  promise ls --state kept --sort settled --reverse --limit 20
  promise list --search \"quote vat\" --fields id,what,due
  promise list --due-before friday --format csv > due.csv
  promise list --template '{id}\\t{to}\\t{due:%F %H:%M}'")]
pub struct ListArgs {
    #[command(flatten)]
    query: QueryArgs,
    /// The fields to show, with commas between them
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(Field::ALL.map(Field::word)))]
    fields: Vec<String>,
    /// A line for each promise, its fields in braces: '{id}\t{to}\t{due:%F %H:%M}'. After a colon
    /// stands the format of a time; {{ and }} are braces, \t, \n and \\ as usual
    #[arg(long, value_name = "TEXT", conflicts_with = "fields")]
    template: Option<String>,
}

impl ListArgs {
    /// Runs the command.
    pub fn run(self, context: &Context) -> anyhow::Result<()> {
        self.query.check()?;
        let sort = Sort::from_word(&context.settings()?.list_sort.value).unwrap_or_default();
        let mut query = self.query.query(context, &[State::Open], sort)?;
        let format = context.format()?;
        let template = match &self.template {
            Some(text) => Some(template::read(context, text)?),
            None => None,
        };
        let fields = match &template {
            Some(template) => template::fields(template),
            None => self.fields(context, format)?,
        };
        let is_brief = query.states == [State::Open] && Brief::has(&fields);
        let store = context.open_to_read()?;
        let mut each = |hand_over: &mut dyn FnMut(Vec<View>) -> anyhow::Result<()>| {
            let Some(store) = &store else {
                return Ok(());
            };
            let reader = store.reader();
            self.query.narrow(context, reader, &mut query)?;
            let shown = |field| fields.contains(&field);
            let whole = shown(Field::Tags) || shown(Field::Remind);
            reader.list_in_pieces(&query, whole, |entries| {
                hand_over(views(context, reader, entries, shown(Field::Notes))?)
            })
        };
        if let Some(template) = &template {
            let mut block = Block::new(context, "");
            each(&mut |views| block.push(&promises::templated(&views, template)))?;
            drop(store);
            return block.finish();
        }
        if format != Format::Table {
            let words = fields.iter().map(|field| field.word()).collect();
            let mut records = Records::new(context, format, words)?;
            each(&mut |views| {
                let mut views = views.iter();
                views.try_for_each(|view| records.push(&view.json(&fields)))
            })?;
            drop(store);
            return records.finish();
        }
        // Of a long list the lines alone are held.
        let look = context.look()?;
        let mut lines = Vec::new();
        match &store {
            Some(store) if is_brief => {
                let reader = store.reader();
                self.query.narrow(context, reader, &mut query)?;
                let mut days = Days::new(context)?;
                reader.lines(&query, |line| {
                    let brief = Brief {
                        id: line.id,
                        due: &line.due,
                        overdue: line.due.has_passed(context.now),
                        today: days.today(&line.due),
                        direction: line.direction,
                        person: line.person,
                        what: line.what,
                    };
                    lines.push(brief.line(&fields, &look));
                    anyhow::Ok(())
                })?;
            }
            _ => each(&mut |views| {
                let piece = views.iter();
                lines.extend(piece.map(|view| promises::line(view, &fields, &look)));
                Ok(())
            })?,
        }
        let any_database = store.is_some();
        drop(store);
        if lines.is_empty() {
            if any_database {
                context.output.note("no promise matches");
            }
            return Ok(());
        }
        let named = !self.fields.is_empty();
        let text = promises::list(lines, &fields, named, &look);
        Ok(context.output.print(&text)?)
    }

    /// The fields asked for; else all in JSON, and the columns of the config for people.
    fn fields(&self, context: &Context, format: Format) -> anyhow::Result<Vec<Field>> {
        let words = match format {
            _ if !self.fields.is_empty() => &self.fields,
            Format::Json | Format::JsonLines => return Ok(Field::ALL.to_vec()),
            Format::Table => {
                let columns = &context.settings()?.list_columns;
                let mut fields = known_fields(&columns.value);
                // Open and settled promises side by side must not look alike.
                if columns.origin == Origin::Default && self.query.names_states() {
                    fields.insert(1, Field::State);
                }
                return Ok(fields);
            }
            Format::Plain | Format::Csv | Format::Markdown | Format::Html => {
                return Ok(print::LINE_FIELDS.to_vec());
            }
        };
        Ok(known_fields(words))
    }
}

fn known_fields(words: &[String]) -> Vec<Field> {
    words
        .iter()
        .filter_map(|word| Field::from_word(word))
        .collect()
}
