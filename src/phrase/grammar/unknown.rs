//! The refusal of what no rule takes, and what was probably meant.

use super::super::cursor::Cursor;
use super::super::refusal::Refusal;
use super::super::words;
use super::amount::misspelt_unit;
use super::{Reader, zone};

/// The regions that the zones of cities lie in.
const REGIONS: [&str; 7] = [
    "America",
    "Europe",
    "Asia",
    "Africa",
    "Australia",
    "Pacific",
    "Atlantic",
];

impl Reader<'_> {
    /// The refusal of what no rule takes.
    pub(super) fn unknown(&self) -> Refusal {
        let span = self.cursor.span();
        if let Some(refusal) = self.no_unit() {
            return refusal;
        }
        let Some(word) = self.cursor.word() else {
            let is_inside = !self.phrase.is_empty() && self.cursor.mark() == Some('-');
            if is_inside || self.cursor.ahead(1).mark() == Some('-') {
                return Refusal::not_understood(span, "this looks like a range, not a deadline")
                    .hint("say its end, such as \"5pm\"");
            }
            let what = match (self.cursor.mark(), self.cursor.digits()) {
                (Some(mark), _) => format!("{mark:?} means nothing here"),
                (_, Some(digits)) => format!("the number {digits} means nothing here"),
                _ => "this means nothing here".into(),
            };
            let refusal = Refusal::not_understood(span, what);
            return if zone::is_sign_after_time(self) {
                refusal.hint("an offset reads +02:00")
            } else {
                refusal
            };
        };
        if let Some((end, name)) = self.city() {
            let city = name.rsplit('/').next().unwrap_or(&name).replace('_', " ");
            let span = self.cursor.span_to(&end);
            return Refusal::not_understood(span, format!("\"{city}\" alone names no zone"))
                .hint(format!("say \"{name}\""));
        }
        let refusal = Refusal::not_understood(span, format!("\"{word}\" is not understood here"));
        if self.cursor.ahead(1).word() == Some("time") {
            return refusal.hint("name a zone as in \"1pm Europe/London\"");
        }
        match words::closest(word) {
            Some(known) => refusal.hint(format!("did you mean \"{known}\"?")),
            None => refusal,
        }
    }

    /// The refusal of "in 15 mintues", at the word that is no unit.
    fn no_unit(&self) -> Option<Refusal> {
        let (at, closest) = misspelt_unit(&self.cursor)?;
        let word = at.word()?;
        let span = at.span();
        if let Some(known) = closest {
            let refusal = Refusal::not_understood(span, format!("\"{word}\" is no unit of time"));
            return Some(refusal.hint(format!("did you mean \"{known}\"?")));
        }
        // Without "in", the number may be what is out of place.
        let is_counted = self.lead.is_inside() && self.cursor.digits().is_some();
        is_counted.then(|| {
            Refusal::not_understood(span, format!("\"{word}\" is no unit of time"))
                .hint("say minutes, hours, days, weeks, months or years")
        })
    }

    /// The zone of a city named here, and where its name ends.
    fn city(&self) -> Option<(Cursor<'_>, String)> {
        let mut words = Vec::new();
        let mut here = self.cursor;
        while words.len() < 3
            && let Some(word) = here.word()
        {
            words.push(word);
            here.advance();
        }
        (1..=words.len()).rev().find_map(|count| {
            let end = self.cursor.ahead(count);
            let name = words.get(..count)?;
            // "New York", "Port-au-Prince"
            let zone = ["_", "-"].iter().find_map(|joint| {
                let city = name.join(joint);
                REGIONS
                    .iter()
                    .find_map(|region| (self.calendar.zone_named)(&format!("{region}/{city}")))
            })?;
            Some((end, zone.name().to_owned()))
        })
    }
}
