//! Moves from now and from a day: "in 2 hours", "3 weeks from monday", "20 minutes ago".

use super::super::ast::{Amount, Day, Shift, Toward};
use super::super::cursor::Cursor;
use super::super::refusal::Refusal;
use super::super::words::{cardinal, weekday, weekdays};
use super::amount::{Form, amount};
use super::lead::Preposition;
use super::{Reader, Taken};

/// "3 fridays from now".
pub(super) fn weekdays_from_now(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    let count = if here.eat_all("a couple") || here.eat_all("a pair") {
        here.eat(&["of"]);
        Some(2)
    } else {
        cardinal(&mut here).map(|count| count.value)
    };
    let Some(count) = count.filter(|count| (1..=520).contains(count)) else {
        return Ok(false);
    };
    let Some(weekday) = weekdays(&mut here) else {
        return Ok(false);
    };
    if here.eat_all("from now") || here.eat_all("from today") || here.eat(&["hence"]) {
        return reader.take_day(here, Day::Fridays(count, weekday));
    }
    Ok(false)
}

/// A length of time and which way it is counted.
pub(super) fn shift(reader: &mut Reader<'_>) -> Taken {
    let mut here = reader.cursor;
    if let Some((shift, form)) = stepped(&mut here, reader.lead.is_inside())? {
        reader.note(form);
        return reader.take_shift(here, shift);
    }
    // "the day after christmas": a number is left out.
    let mut ahead = here;
    if ahead.eat(&["day"])
        && let Some(toward) = from(&mut ahead)
        && !ahead.is_at_end()
    {
        return reader.take_shift(ahead, whole(1, toward, true));
    }
    let Some((amount, form)) = amount(&mut here)? else {
        return Ok(false);
    };
    let Some((toward, from_rest)) = ending(reader, &mut here, &amount, form)? else {
        return Ok(false);
    };
    let shift = Shift {
        amount,
        toward,
        from_rest,
        in_weeks: reader.lead.is(Preposition::In) && in_weeks(reader.cursor, &here),
        or_whole: false,
    };
    if from_rest && here.is_at_end() {
        let span = reader.cursor.span_to(&here);
        return Err(
            Refusal::not_understood(span, "the day that this counts from is missing")
                .hint("say \"3 weeks from monday\" or \"in 3 weeks\""),
        );
    }
    reader.note(form);
    reader.take_shift(here, shift)
}

/// Whether weeks are what is counted up to `end`: "14 days" names no weekday's week.
fn in_weeks(mut here: Cursor<'_>, end: &Cursor<'_>) -> bool {
    let mut found = false;
    while here.steps_to(end) > 0 {
        found |= here
            .clone()
            .eat(&["w", "wk", "wks", "week", "weeks", "fortnight"]);
        here.advance();
    }
    found
}

/// Where an amount is counted from, by the words after it and before it.
fn ending(
    reader: &Reader<'_>,
    here: &mut Cursor<'_>,
    amount: &Amount,
    form: Form,
) -> Result<Option<(Toward, bool)>, Refusal> {
    let start = reader.cursor;
    let only_days = amount.seconds == 0 && amount.working_minutes == 0;
    let is_inside = reader.lead.is_inside();
    if here.eat_all("from now") || here.eat_all("from right now") || here.eat(&["hence", "ahead"]) {
        return Ok(Some((Toward::Ahead, false)));
    }
    if here.eat(&["ago"]) {
        return Ok(Some((Toward::Back, false)));
    }
    if here.eat(&["later", "afterwards"]) {
        let span = start.span_to(here);
        return Err(Refusal::not_understood(span, "later than what?")
            .hint("say \"in 2 days\" or \"2 days after friday\""));
    }
    if let Some(toward) = from(here) {
        return Ok(Some((toward, true)));
    }
    // "a week on friday", "a week tomorrow"
    let is_weeks =
        only_days && amount.days > 0 && amount.days.is_multiple_of(7) && amount.months == 0;
    if is_weeks && !is_inside {
        let mut ahead = *here;
        ahead.eat(&["on", "from"]);
        let is_day = ahead.eat(&["today", "tomorrow"]) || weekday(&mut ahead).is_some();
        if is_day {
            here.eat(&["on", "from"]);
            return Ok(Some((Toward::Ahead, true)));
        }
    }
    if is_inside {
        here.eat(&["time", "times"]);
        return Ok(Some((Toward::Ahead, false)));
    }
    // "2 weeks" alone; "15h" and "1400 hours" are left to the times of the day.
    let is_alone = reader.phrase.is_empty() && !reader.lead.says_exact();
    let is_time = form.like_time && amount.seconds < 24 * 3600 || form.like_hours;
    Ok((is_alone && !is_time).then_some((Toward::Open, false)))
}

/// "next 3 days", "last 2 weeks", "next business day", and "the next hour" after "in".
fn stepped(cursor: &mut Cursor<'_>, is_inside: bool) -> Result<Option<(Shift, Form)>, Refusal> {
    let mut here = *cursor;
    let toward = if here.eat(&["next", "following", "upcoming", "coming"]) {
        Toward::Ahead
    } else if here.eat(&["last", "past", "previous"]) {
        Toward::Back
    } else {
        return Ok(None);
    };
    let mut ahead = here;
    for name in ["business day", "working day", "workday", "work day"] {
        if toward == Toward::Ahead && ahead.eat_all(name) {
            let mut shift = whole(0, toward, false);
            shift.amount.working_days = 1;
            *cursor = ahead;
            return Ok(Some((shift, Form::default())));
        }
    }
    if is_inside && toward == Toward::Ahead && here.clone().eat(&["hour", "minute"]) {
        let seconds = if here.eat(&["hour"]) { 3600 } else { 60 };
        here.eat(&["minute"]);
        let mut shift = whole(0, toward, false);
        shift.amount.seconds = seconds;
        *cursor = here;
        return Ok(Some((shift, Form::default())));
    }
    // "within the next week" is that week, or seven days.
    for (name, days, months) in [("week", 7, 0), ("month", 0, 1), ("year", 0, 12)] {
        if is_inside && toward == Toward::Ahead && here.eat(&[name]) {
            let mut shift = whole(days, toward, false);
            shift.amount.months = months;
            shift.or_whole = true;
            *cursor = here;
            return Ok(Some((shift, Form::default())));
        }
    }
    let is_counted = here.digits().is_some() || cardinal(&mut here.clone()).is_some();
    let is_vague = here.clone().eat(&["few", "couple"]);
    if !is_counted && !is_vague {
        return Ok(None);
    }
    // "upcoming 2 weeks" could be the next two from Monday to Sunday.
    let Some((amount, form)) = amount(&mut here)? else {
        return Ok(None);
    };
    let is_calendar = amount.months > 0 || amount.days > 0 && amount.days.is_multiple_of(7);
    *cursor = here;
    let shift = Shift {
        amount,
        toward,
        from_rest: false,
        in_weeks: false,
        or_whole: is_calendar && !is_inside && toward == Toward::Ahead,
    };
    Ok(Some((shift, form)))
}

fn from(here: &mut Cursor<'_>) -> Option<Toward> {
    if here.eat(&["from", "after", "past", "following"]) {
        Some(Toward::Ahead)
    } else if here.eat(&["before"]) || here.eat_all("prior to") {
        Some(Toward::Back)
    } else {
        None
    }
}

/// A move by whole days.
pub(super) fn whole(days: u32, toward: Toward, from_rest: bool) -> Shift {
    Shift {
        amount: Amount {
            days,
            ..Amount::default()
        },
        toward,
        from_rest,
        in_weeks: false,
        or_whole: false,
    }
}

impl Reader<'_> {
    /// Says what a length of time leaves open.
    fn note(&mut self, form: Form) {
        if form.few {
            self.phrase.remarks.push("a few is taken as 3".into());
        }
    }
}
