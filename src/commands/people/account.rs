//! How a person and I have kept our word to each other.

use serde_json::{Value, json};

use crate::context::Context;
use crate::domain::promise::{Direction, State};
use crate::domain::report::row::Row;
use crate::domain::report::{Figures, Period, Reckoning, Scope};
use crate::render::harmless::harmless;
use crate::render::report::{kept_rate, rate_and_doubt};
use crate::render::{Look, View, rfc3339};
use crate::store::{Last, Reader};

/// The account of a person.
pub struct Account {
    mine: Figures,
    theirs: Figures,
    broken: Option<Last>,
    told: Option<Last>,
    check: Option<(Last, Option<bool>, Option<u8>)>,
}

impl Account {
    /// Reckons over every promise between us whose deadline has come.
    pub fn new(
        context: &Context,
        reader: Reader<'_>,
        person: i64,
        views: &[View],
    ) -> anyhow::Result<Self> {
        let promises = views.iter().map(|view| &view.promise);
        let broken = promises.clone().filter(|it| it.state == State::Broken);
        let broken = broken.filter_map(|promise| {
            Some(Last {
                promise: promise.id,
                at: promise.settled_at?,
                text: Some(promise.what.clone()),
            })
        });
        let check = reader.last_check(person)?.map(|last| {
            let asked = promises.clone().find(|promise| promise.id == last.promise);
            let check = asked.map(|promise| promise.check.clone());
            let check = check.unwrap_or_default();
            (last, check.satisfied, check.rating)
        });
        Ok(Self {
            mine: figures(context, Direction::Mine, views)?,
            theirs: figures(context, Direction::Theirs, views)?,
            broken: broken.max_by_key(|last| last.at),
            told: reader.last_told(person)?,
            check,
        })
    }

    /// The account in JSON.
    pub fn value(&self, context: &Context) -> anyhow::Result<Value> {
        let zone = context.zone()?;
        let last = |last: &Last| {
            let at = rfc3339(last.at.with_timezone(&zone.offset(last.at)));
            json!({"id": last.promise, "at": at, "text": last.text})
        };
        let check = self.check.as_ref().map(|(asked, satisfied, rating)| {
            let mut value = last(asked);
            value["satisfied"] = (*satisfied).into();
            value["rating"] = (*rating).into();
            value
        });
        Ok(json!({
            "kept_rate": kept_rate(&self.mine),
            "their_kept_rate": kept_rate(&self.theirs),
            "last_broken": self.broken.as_ref().map(last),
            "last_told": self.told.as_ref().map(last),
            "last_check": check,
        }))
    }

    /// The account for people: a word and a fact each.
    pub fn facts(&self, look: &Look) -> Vec<(&'static str, String)> {
        let mut facts = Vec::new();
        let sides = [("we kept", &self.mine), ("they kept", &self.theirs)];
        for (word, side) in sides {
            if side.first.of > 0 || side.negotiated.of > 0 || side.open > 0 {
                facts.push((word, kept(side)));
            }
        }
        let said = |last: &Last| {
            let text = last.text.as_deref().map(|text| format!(": {text}"));
            let text = harmless(&text.unwrap_or_default()).into_owned();
            format!("{}, promise {}{text}", look.date(last.at), last.promise)
        };
        facts.extend(self.broken.as_ref().map(|last| ("last broken", said(last))));
        facts.extend(self.told.as_ref().map(|last| ("last told", said(last))));
        facts.extend(self.check.as_ref().map(|(last, satisfied, rating)| {
            let answer = match satisfied {
                Some(true) => "satisfied",
                Some(false) => "not satisfied",
                None => "no answer",
            };
            let rating = rating.map(|rating| format!(", {rating} of 5"));
            let asked = format!("{}, promise {}", look.date(last.at), last.promise);
            let rating = rating.unwrap_or_default();
            ("last check", format!("{asked}: {answer}{rating}"))
        }));
        facts
    }
}

fn kept(side: &Figures) -> String {
    let open = format!("{} open, {} overdue", side.open, side.overdue);
    if side.first.of == 0 && side.negotiated.of == 0 {
        return format!("nothing was due yet; {open}");
    }
    format!(
        "as first promised {}; as negotiated {}; {open}",
        rate_and_doubt(side.first),
        rate_and_doubt(side.negotiated),
    )
}

/// The figures of one side, from the first promise to today.
fn figures(context: &Context, direction: Direction, views: &[View]) -> anyhow::Result<Figures> {
    let zone = context.zone()?;
    let until = zone.local(context.now).date();
    let made = views.iter().map(|view| view.promise.made_at).min();
    let since = made.map_or(until, |made| zone.local(made).date());
    let scope = Scope {
        now: context.now,
        period: Period {
            since: since.min(until),
            until,
            unit: None,
        },
        direction,
        with_theirs: false,
        group: None,
        zone,
        week_start: context.settings()?.week_start.value,
        zone_of: &|name| context.zone_named(name),
    };
    let Some(mut reckoning) = Reckoning::new(scope) else {
        return Ok(Figures::default());
    };
    for view in views {
        reckoning.promise(&Row::of(&view.promise));
    }
    Ok(reckoning.finish().figures)
}
