//! The walk through what asks for attention, one key each.

use crate::commands::review::question::{Ended, is_about_an_answer};
use crate::commands::review::{answer, left, rows, times_put_off, unexplained};
use crate::commands::shared::ask;
use crate::commands::shared::filter::FilterArgs;
use crate::commands::shared::key::{Key, Keys};
use crate::commands::shared::selection::{self, Depth, Reach};
use crate::commands::shared::views::view;
use crate::commands::undo;
use crate::context::Context;
use crate::domain::event::EventKind;
use crate::domain::promise::State;
use crate::domain::review::Happened;
use crate::render::View;
use crate::render::amounts::plural;
use crate::render::review::{Columns, Stop, stop};

/// Goes through every promise that asks for attention.
pub fn walk(context: &Context, filter: &FilterArgs) -> anyhow::Result<()> {
    let mut ids = select(context, filter)?;
    for id in unexplained::promises(context, filter)? {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.is_empty() {
        let which = if filter.is_empty() {
            "Nothing"
        } else {
            "Nothing that matches"
        };
        let text = format!("{which} is overdue, due today, at risk or to be checked.\n");
        return Ok(context.output.print(&text)?);
    }
    let mut walk = Walk {
        context,
        keys: Keys::new()?,
        ids,
        place: 0,
        answers: Vec::new(),
        came_back: false,
        unexplained: Vec::new(),
    };
    walk.run()?;
    walk.sum_up()
}

/// The numbers of the promises, in the order in which they are gone through.
fn select(context: &Context, filter: &FilterArgs) -> anyhow::Result<Vec<i64>> {
    let today = selection::end_of_today(context)?;
    let due = selection::gather(
        context,
        filter,
        Reach::Open(today),
        Depth::Line,
        |view, _| view,
    )?;
    let mut ids = Vec::new();
    for views in [
        due.overdue,
        due.today,
        due.coming,
        due.waiting_on,
        due.checks,
    ] {
        for view in views {
            if selection::is_pressing(context, &view)? {
                ids.push(view.promise.id);
            }
        }
    }
    Ok(ids)
}

/// One key that was pressed, and what it did.
struct Answer {
    /// The place of the promise.
    place: usize,
    /// The step that it made; a skip makes none.
    step: Option<i64>,
    /// Whether the walk went on from there, and left what presses as it is where it made no step.
    left: bool,
}

struct Walk<'a> {
    context: &'a Context,
    keys: Keys,
    ids: Vec<i64>,
    place: usize,
    answers: Vec<Answer>,
    /// Whether the promise is looked at again, however it stands now.
    came_back: bool,
    /// The moves of its deadline that nobody said the cause of.
    unexplained: Vec<i64>,
}

/// Where a key leads.
enum Next {
    /// To the keys again.
    Here,
    /// To the card again: something was saved there, or taken back.
    Again,
    /// To the card again, unless there is nothing to answer any more: something was refused.
    Reread,
    /// To the next promise.
    On,
    /// To the end.
    End,
}

const HELP: &str = "\
  k  kept: it is done; asks why where it was late
  r  reschedule: asks for the new deadline, why, and whether the person was told
  b  break: give up on it; asks why
  h  hand off: asks who answers for it now
  l  release: the person let me off
  n  note something down, and stay here
  c  check: was the person satisfied with what was kept?
  w  why: another program moved the deadline; asks for the cause
  s  skip: leave it as it is
  u  undo the last answer of this walk, and go back to it
  q  quit; every answer so far is saved
";

impl Walk<'_> {
    fn run(&mut self) -> anyhow::Result<()> {
        while let Some(id) = self.ids.get(self.place).copied() {
            let context = self.context.renewed()?;
            let Some(view) = self.card(&context, id)? else {
                self.place += 1;
                continue;
            };
            let next = loop {
                match self.key(&view)? {
                    Next::Here => {}
                    next => break next,
                }
            };
            match next {
                Next::On => self.place += 1,
                Next::End => break,
                Next::Here | Next::Again | Next::Reread => {}
            }
            self.came_back = matches!(next, Next::Again);
        }
        Ok(())
    }

    /// Shows the promise as it is now; nothing where there is nothing to answer any more.
    fn card(&mut self, context: &Context, id: i64) -> anyhow::Result<Option<View>> {
        let Some(store) = context.open_to_read()? else {
            return Ok(None);
        };
        let reader = store.reader();
        let Some(entry) = reader.promise(id)? else {
            return Ok(None);
        };
        self.unexplained = unexplained::moves(context, reader, id)?;
        let place = Stop {
            place: self.place + 1,
            of: self.ids.len(),
            put_off: times_put_off(reader, &entry.promise)?,
            unexplained: unexplained::first(reader, id, &self.unexplained)?,
        };
        let notes = reader.notes(id)?;
        let mut view = view(context, reader, entry)?;
        view.notes = notes;
        drop(store);
        let asks = !self.unexplained.is_empty() || selection::is_pressing(context, &view)?;
        if !self.came_back && !asks {
            let state = match view.promise.state {
                State::Open => "is no longer pressing",
                State::Kept if view.promise.check.satisfied.is_some() => "was checked",
                State::Kept => "was kept",
                State::Broken => "was broken",
                State::Released => "was released",
                State::Void => "is void",
            };
            let note = format!("promise {id} {state}: it changed in the meantime");
            context.output.note(&note);
            return Ok(None);
        }
        let text = stop(&place, &view, &context.look()?);
        context.output.print(&format!("\n{text}"))?;
        Ok(Some(view))
    }

    /// Waits for a key, and does what it says.
    fn key(&mut self, view: &View) -> anyhow::Result<Next> {
        let prompt = self.prompt(view);
        let key = match self.keys.next(|| ask::show(&prompt))? {
            Key::End => 'q',
            Key::Char(char) => char,
            Key::Other => ' ',
        };
        let open = view.promise.state == State::Open;
        let name = match key {
            'k' if open => "kept",
            'r' if open => "reschedule",
            'b' if open => "break",
            'h' if open => "hand off",
            'l' if open => "release",
            'c' if !open => "check",
            'n' => "note",
            'w' if !self.unexplained.is_empty() => "why",
            's' => "skip",
            'u' if !self.answers.is_empty() => "undo",
            'q' => "quit",
            '?' => "",
            '\n' | '\r' => {
                ask::show("\n")?;
                return Ok(Next::Here);
            }
            _ => {
                ask::show("\n")?;
                self.context.output.note(refused(key, view));
                return Ok(Next::Here);
            }
        };
        ask::show(&format!("{name}\n"))?;
        match key {
            '?' => {
                ask::show(HELP)?;
                Ok(Next::Here)
            }
            'q' => Ok(Next::End),
            's' => {
                // Where it is only asked why, skipping that puts nothing off.
                let left = selection::is_pressing(&self.context.renewed()?, view)?;
                self.answers.push(Answer {
                    place: self.place,
                    step: None,
                    left,
                });
                Ok(Next::On)
            }
            'u' => self.survived(Self::undo),
            key => self.survived(|walk| walk.answer(key, view)),
        }
    }

    /// Runs what a key does. What is refused is told, and the walk goes on.
    fn survived(
        &mut self,
        act: impl FnOnce(&mut Self) -> anyhow::Result<Next>,
    ) -> anyhow::Result<Next> {
        match act(self) {
            Err(error) if error.downcast_ref::<Ended>().is_some() => Ok(Next::End),
            Err(error) if is_about_an_answer(&error) => {
                ask::say(&error);
                // The promise may be another than the card shows.
                Ok(Next::Reread)
            }
            other => other,
        }
    }

    fn answer(&mut self, key: char, view: &View) -> anyhow::Result<Next> {
        let context = &self.context.renewed()?;
        let step = match key {
            'k' => answer::keep(context, view)?,
            'r' => answer::reschedule(context, view)?,
            'b' => answer::break_it(context, view)?,
            'h' => answer::hand_off(context, view)?,
            'l' => answer::release(context, view)?,
            'n' => answer::note(context, view)?,
            'w' => answer::why(context, view, self.unexplained.first().copied())?,
            _ => answer::check(context, view)?,
        };
        if step.is_none() {
            return Ok(Next::Here);
        }
        self.context.output.mark_saved();
        let left = match key {
            'n' => false,
            // What is pressing is still to be answered for.
            'w' => self.unexplained.len() < 2 && !selection::is_pressing(context, view)?,
            _ => true,
        };
        self.answers.push(Answer {
            place: self.place,
            step,
            left,
        });
        Ok(if left { Next::On } else { Next::Again })
    }

    /// Takes the last answer of this walk back, and nobody else's.
    fn undo(&mut self) -> anyhow::Result<Next> {
        let Some(last) = self.answers.last() else {
            return Ok(Next::Here);
        };
        let place = last.place;
        if let Some(step) = last.step {
            let context = self.context.renewed()?;
            undo::turn(&context, EventKind::Undone, Some(step))?;
            self.context.output.mark_saved();
        }
        self.answers.pop();
        self.place = place;
        Ok(Next::Again)
    }

    fn prompt(&self, view: &View) -> String {
        let mut keys = if view.promise.state == State::Open {
            "[k]ept [r]eschedule [b]reak [h]and off re[l]ease [n]ote [s]kip".to_owned()
        } else {
            "[c]heck [n]ote [s]kip".to_owned()
        };
        if !self.unexplained.is_empty() {
            keys.push_str(" [w]hy");
        }
        if !self.answers.is_empty() {
            keys.push_str(" [u]ndo");
        }
        keys.push_str(" [q]uit [?] ");
        keys
    }

    /// What this walk moved, and what it put off.
    fn sum_up(&self) -> anyhow::Result<()> {
        let context = self.context.renewed()?;
        let mut columns = Columns::default();
        if let Some(store) = context.open_to_read()? {
            let reader = store.reader();
            let steps: Vec<i64> = self
                .answers
                .iter()
                .filter_map(|answer| answer.step)
                .collect();
            let mut entries = Vec::new();
            let mut skipped = Vec::new();
            for (place, id) in self.ids.iter().enumerate() {
                let mut here = self.answers.iter().filter(|answer| answer.place == place);
                let Some(entry) = reader.promise(*id)? else {
                    continue;
                };
                if here
                    .clone()
                    .any(|answer| answer.left && answer.step.is_none())
                {
                    let view = view(&context, reader, entry.clone())?;
                    skipped.push(left(reader, view, Happened::Skipped)?);
                }
                if here.any(|answer| answer.step.is_some()) {
                    entries.push(entry);
                }
            }
            let within = |event: &crate::domain::event::Event| steps.contains(&event.step);
            let mut all = rows(&context, reader, entries, &within)?;
            all.extend(skipped);
            columns = Columns::of(all);
        }
        let mut text = String::new();
        if !columns.is_empty() {
            let table = columns.text(false, &context.look()?);
            text.push_str(&format!("\n{table}"));
        }
        let rest = self.ids.len().saturating_sub(self.place);
        if rest > 0 {
            let count = plural(i64::try_from(rest).unwrap_or(i64::MAX), "promise");
            let verb = if rest == 1 { "was" } else { "were" };
            text.push_str(&format!("\n{count} {verb} not answered for.\n"));
        }
        Ok(self.context.output.print(&text)?)
    }
}

/// Why a key does nothing here.
fn refused(key: char, view: &View) -> &'static str {
    match key {
        'c' => "an open promise has nothing to check yet; ? lists the keys",
        'k' | 'r' | 'b' | 'h' | 'l' => match view.promise.state {
            State::Kept => "it is kept; c records whether the person was satisfied",
            _ => "it is settled; ? lists the keys",
        },
        'w' => "no other program moved its deadline; ? lists the keys",
        'u' => "nothing was answered in this walk yet",
        _ => "no such key; ? lists them",
    }
}
