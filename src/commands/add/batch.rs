//! `promise add --batch`: many promises from a file, as one step.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;

use anyhow::Context as _;

use crate::commands::add::AddArgs;
use crate::commands::add::flags::Flags;
use crate::commands::add::plan::{Added, COMPARED, Plan, Told, Wanted};
use crate::commands::add::present::PRESENT;
use crate::commands::shared::hooks::Occasion;
use crate::commands::shared::{names, print};
use crate::context::Context;
use crate::failure::{Failure, Kind};
use crate::render::promises::card;
use crate::store::{Entry, Store};

/// The longest line, in bytes: every text of a promise at its longest, and room to spare.
const LONGEST_LINE: u64 = 256 * 1024;

/// The most promises of one batch, which is kept in memory whole.
const MOST: usize = 100_000;

/// The most wrong lines that an error names, and close names that a hint does.
const SHOWN: usize = 5;

/// What a line came to.
enum Item<'a> {
    New(Plan<'a>),
    Present(Wanted<'a>, Box<Entry>),
}

impl<'a> Item<'a> {
    fn wanted(&self) -> &Wanted<'a> {
        match self {
            Self::New(plan) => &plan.wanted,
            Self::Present(wanted, _) => wanted,
        }
    }
}

/// Records what a file holds, all of it or nothing.
pub(super) fn run(context: &Context, file: &Path, beside: &AddArgs) -> anyhow::Result<()> {
    if beside.says_something() {
        return Err(Failure::usage(
            "--batch reads what is promised from a file, one promise a line",
        )
        .hint("write the other flags as keys of each line")
        .into());
    }
    let mut wrong = Wrong {
        name: file.display().to_string(),
        lines: Vec::new(),
    };
    let lines = read(file, &mut wrong)?;
    let keyed = lines.iter().any(|(_, args)| args.fields.key.is_some());
    let present = if keyed {
        Store::open_to_read(context.paths.database()?)?
    } else {
        None
    };
    let mut items = Vec::new();
    for (number, args) in &lines {
        let place = wrong.place(*number);
        let item = context
            .output
            .at(&place, || item(context, args, present.as_ref()));
        match item {
            Ok(item) => items.push((place, item)),
            Err(error) => wrong.add(*number, error)?,
        }
    }
    drop(present);
    wrong.refuse()?;
    if items.is_empty() {
        context
            .output
            .note(&format!("no promise in {}", wrong.name));
        return print::none(context);
    }
    let (store, added) = record(context, &items)?;
    say(context, store, &items, added)
}

/// The lines of a file; those that make no sense are counted as wrong.
fn read(file: &Path, wrong: &mut Wrong) -> anyhow::Result<Vec<(u64, AddArgs)>> {
    let unreadable = || format!("could not read {}", file.display());
    let mut input: Box<dyn BufRead> = if file.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(file).with_context(unreadable)?))
    };
    let mut flags = Flags::new();
    let mut lines = Vec::new();
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let read = (&mut input)
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut bytes)
            .with_context(unreadable)?;
        if read == 0 {
            break;
        }
        if read as u64 == LONGEST_LINE {
            let message = format!("the line is longer than {LONGEST_LINE} bytes");
            wrong.add(number, Failure::usage(message).into())?;
            break;
        }
        match flags.parse(&bytes) {
            Ok(Some(args)) => lines.push((number, args)),
            Ok(None) => {}
            Err(error) => wrong.add(number, error)?,
        }
        if lines.len() > MOST {
            let message = format!("more than {MOST} promises in {}", file.display());
            return Err(Failure::usage(message)
                .hint("split it into several files")
                .into());
        }
    }
    Ok(lines)
}

fn item<'a>(
    context: &'a Context,
    args: &'a AddArgs,
    present: Option<&Store>,
) -> anyhow::Result<Item<'a>> {
    let wanted = Wanted::new(context, args)?;
    // A retry may come when the deadline has passed; the record that is there counts.
    if let (Some(key), Some(store)) = (&args.fields.key, present)
        && let Some(entry) = store.reader().promise_by_key(key)?
    {
        return Ok(Item::Present(wanted, Box::new(entry)));
    }
    Ok(Item::New(wanted.plan(context)?))
}

/// Records what is new, as one step; there is none where nothing is.
fn record(context: &Context, items: &[(String, Item<'_>)]) -> anyhow::Result<(Store, Vec<Added>)> {
    let nothing_new = items
        .iter()
        .all(|(_, item)| matches!(item, Item::Present(..)));
    if nothing_new && let Some(store) = Store::open_to_read(context.paths.database()?)? {
        let present = items.iter().filter_map(|(_, item)| match item {
            Item::Present(_, entry) => Some(Added::Present(Entry::clone(entry))),
            Item::New(_) => None,
        });
        let present = present.collect();
        return Ok((store, present));
    }
    let mut store = context.open_to_record()?;
    let mut told = Told::default();
    let added = store.write("add", context.now, |writing| {
        let mut added = Vec::new();
        for (place, item) in items {
            added.push(match item {
                Item::Present(_, entry) => Added::Present(Entry::clone(entry)),
                Item::New(plan) => context
                    .output
                    .at(place, || plan.record(context, writing, &mut told))
                    .map_err(|error| placed(place, error))?,
            });
        }
        anyhow::Ok(added)
    })?;
    if told.names > COMPARED {
        let message = format!("only the first {COMPARED} new names were compared with known ones");
        context.output.note(&message);
    }
    Ok((store, added))
}

/// Prints what came of each line, in their order.
fn say(
    context: &Context,
    store: Store,
    items: &[(String, Item<'_>)],
    added: Vec<Added>,
) -> anyhow::Result<()> {
    let mut entries = Vec::new();
    let mut words = Vec::new();
    let mut close = Vec::new();
    let mut new = BTreeSet::new();
    for ((place, item), added) in items.iter().zip(added) {
        let wanted = item.wanted();
        let (entry, word) = match added {
            Added::New(entry, known) => {
                let id = entry.promise.id;
                new.insert(id);
                close.extend(known.map(|known| (id, wanted.name, known)));
                (entry, "Added")
            }
            Added::Present(entry) => {
                let reader = store.reader();
                context.output.at(place, || {
                    wanted.warn_of_differences(context, reader, &entry)
                })?;
                (entry, PRESENT)
            }
        };
        entries.push(entry);
        words.push(word);
    }
    // The texts are asked for in the order of the entries.
    let words = RefCell::new(words.into_iter());
    hint_close(context, &close);
    let changed = (entries, &new);
    print::some_changed_on(context, Occasion::Add, store, changed, |view, look| {
        let word = words.borrow_mut().next().unwrap_or_default();
        card(word, view, look)
    })
}

/// Tells which new names may be known people, in one hint however many they are.
fn hint_close(context: &Context, close: &[(i64, &str, String)]) {
    if let [(id, name, known)] = close {
        names::hint_close(context, *id, name, known);
        return;
    }
    let pairs = close.iter().take(SHOWN);
    let pairs: Vec<String> = pairs
        .map(|(_, name, known)| format!("\"{name}\" to \"{known}\""))
        .collect();
    let more = match close.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    if !pairs.is_empty() {
        context.output.hint(&format!(
            "{} new names are close to known ones: {}{more}; promise people merge makes two \
             people one",
            close.len(),
            pairs.join(", "),
        ));
    }
}

/// The lines that are wrong.
struct Wrong {
    /// The name of the file.
    name: String,
    lines: Vec<(u64, anyhow::Error)>,
}

impl Wrong {
    fn place(&self, number: u64) -> String {
        format!("{}:{number}", self.name)
    }

    /// Counts a line as wrong; what is not its fault ends the command.
    fn add(&mut self, number: u64, error: anyhow::Error) -> anyhow::Result<()> {
        if !is_of_a_line(&error) {
            return Err(error);
        }
        self.lines.push((number, error));
        Ok(())
    }

    /// The first wrong line as an error, with the numbers of the others.
    fn refuse(&mut self) -> anyhow::Result<()> {
        self.lines.sort_by_key(|(number, _)| *number);
        let mut lines = std::mem::take(&mut self.lines).into_iter();
        let Some((number, error)) = lines.next() else {
            return Ok(());
        };
        let others: Vec<String> = lines.map(|(number, _)| number.to_string()).collect();
        let error = placed(&self.place(number), error);
        let mut failure = Failure::of(&error);
        let more = others.len().saturating_sub(SHOWN);
        match others.as_slice() {
            [] => {}
            [other] => failure.hints.push(format!("line {other} is wrong too")),
            others => {
                let shown = others.get(..SHOWN).unwrap_or(others).join(", ");
                let more = if more > 0 {
                    format!(" and {more} more")
                } else {
                    String::new()
                };
                failure
                    .hints
                    .push(format!("lines {shown}{more} are wrong too"));
            }
        }
        Err(failure.into())
    }
}

fn is_of_a_line(error: &anyhow::Error) -> bool {
    matches!(
        Failure::of(error).kind,
        Kind::Usage | Kind::NotFound | Kind::NotAllowed
    )
}

/// An error that is a line's fault, with the place of the line before it.
fn placed(place: &str, error: anyhow::Error) -> anyhow::Error {
    if !is_of_a_line(&error) {
        return error;
    }
    let mut failure = Failure::of(&error);
    failure.message = format!("{place}: {}", failure.message);
    failure.into()
}
