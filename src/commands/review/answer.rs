//! What each key does: asks what it needs to know, and saves it as one step. The database is open
//! for no longer than that takes.

use crate::commands::check;
use crate::commands::keep;
use crate::commands::note;
use crate::commands::review::question;
use crate::commands::shared::fields::check_note;
use crate::commands::shared::names::{check_word, is_me};
use crate::commands::shared::settle::Said;
use crate::commands::shared::{print, series, settle};
use crate::context::Context;
use crate::domain::event::{Account, Draft, EventKind};
use crate::domain::promise::{Direction, Promise};
use crate::domain::transitions::{self, Refused};
use crate::failure::{Failure, Kind};
use crate::render::promises::{card, kept, rescheduled, settled};
use crate::render::{Look, View};
use crate::store::{Entry, Store};

/// The step that an answer made; nothing where it was taken back before it was saved.
type Saved = anyhow::Result<Option<i64>>;

/// It was kept: now, or, where it is overdue, when the user says.
pub fn keep(context: &Context, view: &View) -> Saved {
    let promise = &view.promise;
    let at = if promise.due.has_passed(context.now) {
        question::moment(context, "Kept when? [nothing: now]")?
    } else {
        settle::moment(context, None)?
    };
    let keep = |promise: &Promise| {
        at.check(promise)?;
        transitions::keep(promise, at.at)
    };
    allowed(context, promise, keep)?;
    let account = if transitions::keep_late(promise, at.at).is_ok() {
        question::cause(context)?
    } else {
        Account::default()
    };
    let context = context.renewed()?;
    let check = keep::check_due(&context, None)?;
    let said = Said {
        account,
        ..Said::default()
    };
    let change = |promise: &Promise| {
        let kept = keep(promise)?;
        Ok(match promise.direction {
            Direction::Mine => transitions::to_be_checked(kept, check.clone()),
            Direction::Theirs => kept,
        })
    };
    let ids = [promise.id];
    let saved = settle::transition(&context, "keep", &ids, EventKind::Kept, &said, change)?;
    done(&context, saved, kept)
}

/// It gets a new deadline.
pub fn reschedule(context: &Context, view: &View) -> Saved {
    let promise = &view.promise;
    let question = "New deadline? [nothing: back]";
    let Some(due) = question::deadline(context, question, &view.person)? else {
        return Ok(None);
    };
    let change = |promise: &Promise| transitions::reschedule(promise, &due);
    settle::rehearse(context, &[promise.id], Some(&due), change)?;
    let mut account = question::cause(context)?;
    account.told = told(view)?;
    let said = Said {
        account,
        put_on: Some(&due),
        ..Said::default()
    };
    let context = context.renewed()?;
    let kind = EventKind::Rescheduled;
    let saved = settle::transition(&context, "reschedule", &[promise.id], kind, &said, change)?;
    done(&context, saved, rescheduled)
}

/// It is given up on.
pub fn break_it(context: &Context, view: &View) -> Saved {
    let promise = &view.promise;
    allowed(context, promise, |promise| {
        transitions::break_it(promise, context.now)
    })?;
    let said = Said {
        account: question::cause(context)?,
        ..Said::default()
    };
    let context = context.renewed()?;
    let saved = settle::transition(
        &context,
        "break",
        &[promise.id],
        EventKind::Broken,
        &said,
        |promise| transitions::break_it(promise, context.now),
    )?;
    done(&context, saved, |view, look| settled("Broke", view, look))
}

/// The person let me off.
pub fn release(context: &Context, view: &View) -> Saved {
    let saved = settle::transition(
        context,
        "release",
        &[view.promise.id],
        EventKind::Released,
        &Said::default(),
        |promise| transitions::release(promise, context.now),
    )?;
    done(context, saved, |view, look| settled("Released", view, look))
}

/// Somebody else answers for it.
pub fn hand_off(context: &Context, view: &View) -> Saved {
    let promise = &view.promise;
    let question = "Who answers for it now? [nothing: back]";
    let Some(name) = question::line(question)? else {
        return Ok(None);
    };
    check_word("the owner", &name)?;
    let owner = (!is_me(context, &name)?).then_some(name.as_str());
    let change = |promise: &Promise| transitions::hand_off(promise, owner);
    allowed(context, promise, change)?;
    let said = Said {
        account: Account {
            told: told(view)?,
            ..Account::default()
        },
        ..Said::default()
    };
    let context = context.renewed()?;
    let kind = EventKind::HandedOff;
    let saved = settle::transition(&context, "handoff", &[promise.id], kind, &said, change)?;
    done(&context, saved, |view, look| card("Handed on", view, look))
}

/// Something is to be remembered with it.
pub fn note(context: &Context, view: &View) -> Saved {
    let Some(text) = question::line("Note? [nothing: back]")? else {
        return Ok(None);
    };
    check_note(&text)?;
    let account = Account {
        told: told(view)?.filter(|told| *told),
        ..Account::default()
    };
    let context = context.renewed()?;
    let saved = note::note(&context, &[view.promise.id], &text, &account)?;
    done(&context, saved, |view, look| card("Noted on", view, look))
}

/// Why another program moved its deadline.
pub fn why(context: &Context, view: &View, moved: Option<i64>) -> Saved {
    let account = question::cause(context)?;
    let (Some(moved), true) = (moved, account.cause.is_some()) else {
        return Ok(None);
    };
    let context = context.renewed()?;
    let ids = [view.promise.id];
    let mut store = settle::open_existing(&context, &ids)?;
    let entry = store.write("review", context.now, |writing| {
        let entry = settle::find(writing.reader(), view.promise.id)?;
        if !writing
            .reader()
            .unexplained_moves(entry.promise.id)?
            .contains(&moved)
        {
            let text = format!("promise {}: the cause was said meanwhile", entry.promise.id);
            return Err(Failure::new(Kind::NotAllowed, text).into());
        }
        writing.record(&entry.promise, Draft::answer(moved, account))?;
        anyhow::Ok(entry)
    })?;
    let text = |view: &View, look: &Look| card("Explained", view, look);
    done(&context, (store, vec![entry]), text)
}

/// The person was asked whether they were satisfied.
pub fn check(context: &Context, view: &View) -> Saved {
    let promise = &view.promise;
    allowed(context, promise, |promise| {
        transitions::check(promise, true, None)
    })?;
    let person = crate::render::harmless::harmless(&view.person);
    let question = format!("Was {person} satisfied? [y/n, nothing: back]");
    let Some(satisfied) = question::yes_or_no(&question)? else {
        return Ok(None);
    };
    let rating = question::rating()?;
    if !satisfied && let Some(due) = repair_due(context, view)? {
        let context = context.renewed()?;
        let saved = check::repair(&context, &[promise.id], rating, None, &due)?;
        return done(&context, saved, |view, look| card("Reopened", view, look));
    }
    let context = context.renewed()?;
    let saved = settle::transition(
        &context,
        "check",
        &[promise.id],
        EventKind::Checked,
        &Said::default(),
        |promise| transitions::check(promise, satisfied, rating),
    )?;
    done(&context, saved, |view, look| card("Checked", view, look))
}

/// By when what was wrong is repaired, unless that would be a second open occurrence.
fn repair_due(
    context: &Context,
    view: &View,
) -> anyhow::Result<Option<crate::domain::deadline::Deadline>> {
    let promise = &view.promise;
    let store = settle::open_existing(context, &[promise.id])?;
    let free = series::refuse_second(context, store.reader(), promise).is_ok();
    drop(store);
    if !free {
        return Ok(None);
    }
    let question = "Repair it by when? [nothing: no repair]";
    question::deadline(context, question, &view.person)
}

/// Whether the person of a promise of mine was told; of theirs they told me.
fn told(view: &View) -> anyhow::Result<Option<bool>> {
    match view.promise.direction {
        Direction::Mine => question::told(&view.person).map(Some),
        Direction::Theirs => Ok(None),
    }
}

/// Refuses what is not allowed before more is asked.
fn allowed(
    context: &Context,
    promise: &Promise,
    change: impl Fn(&Promise) -> Result<Promise, Refused>,
) -> anyhow::Result<()> {
    settle::rehearse(context, &[promise.id], None, change)
}

/// Prints what was saved, as the command of that name does.
fn done(
    context: &Context,
    (store, entries): (Store, Vec<Entry>),
    text: impl Fn(&View, &Look) -> String,
) -> Saved {
    print::changed(context, store.reader(), entries, text)?;
    Ok(store.last_step())
}
