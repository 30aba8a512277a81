//! A task or an appointment as a row.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::deadline::Deadline;
use crate::domain::promise::{Direction, State};
use crate::domain::zone::Zone;
use crate::exchange::ical::{
    Calendar, Event, Limits, Mistake, Reading, Repeat, Todo, identity, repeat,
};
use crate::exchange::row::{Identity, LeftOut, Row, Taken, When, Whole, as_tag};
use crate::phrase;

/// What the only task or appointment of a calendar says; nothing where it is of another kind, or
/// an exception from a series. The user's zone is that of times without one; `find` gives the
/// zone of a name.
pub fn read(
    text: &str,
    home: &Zone,
    find: &dyn Fn(&str) -> Option<Zone>,
) -> Result<Option<Taken>, String> {
    let calendar = Calendar::parse(text.as_bytes(), &Limits::IMPORT).map_err(said)?;
    let reading = Reading::of(&calendar, home, find);
    let reader = Reader { home, find };
    if let Some(component) = calendar.todos().next() {
        let found = Todo::read(component, &reading).map_err(said)?;
        let rule = found.rrule.filter(|_| found.todo.series.is_none());
        let settled = found.todo.settled_at.or(found.modified);
        let made = found.todo.made_at.or(found.created);
        let due = found.todo.due.clone();
        let mut row = reader.todo(found.todo, settled, made)?;
        reader.repeats(&mut row, rule.as_deref(), due.as_ref());
        row.warnings.extend(found.warnings.into_iter().map(said));
        text.clone_into(&mut row.content);
        return Ok(Some(Taken::Row(Box::new(row))));
    }
    if let Some(component) = calendar.events().next() {
        let event = Event::read(component, &reading).map_err(said)?;
        if event.cancelled {
            return Ok(Some(Taken::LeftOut(LeftOut::Cancelled)));
        }
        let (rule, due) = (event.rrule.clone(), event.due.clone());
        let mut row = reader.event(event);
        reader.repeats(&mut row, rule.as_deref(), due.as_ref());
        text.clone_into(&mut row.content);
        return Ok(Some(Taken::Row(Box::new(row))));
    }
    Ok(None)
}

/// Without the line, which is that of a part of the file.
fn said(mistake: Mistake) -> String {
    mistake.reason
}

struct Reader<'a> {
    home: &'a Zone,
    find: &'a dyn Fn(&str) -> Option<Zone>,
}

impl Reader<'_> {
    fn todo(
        &self,
        todo: Todo,
        settled: Option<DateTime<Utc>>,
        made: Option<DateTime<Utc>>,
    ) -> Result<Row, String> {
        let mut row = Row {
            identity: identity_of(&todo.uid, &todo.what, todo.due.as_ref()),
            person: todo.person.map(|name| (todo.direction, name)),
            owner: todo.owner,
            due: todo.due.as_ref().map(|due| self.exact(due)),
            first_due: todo.first_due.as_ref().map(|due| self.exact(due)),
            negotiated_due: todo.negotiated_due.as_ref().map(|due| self.exact(due)),
            made: made.map(moment),
            state: Some(todo.state),
            settled: settled.filter(|_| todo.state != State::Open).map(moment),
            via: todo.via,
            tags: todo.tags.iter().filter_map(|tag| as_tag(tag)).collect(),
            notes: todo.notes.into_iter().map(|text| (None, text)).collect(),
            effort: todo.effort_minutes.map(|minutes| format!("{minutes}m")),
            standard: todo.standard,
            key: todo.key,
            reminders: todo.reminders,
            needs: todo.needs,
            what: todo.what,
            ..Row::default()
        };
        if let Some(series) = todo.series
            && let Some(every) = series.every
        {
            let rule = phrase::every(&every).map_err(|refusal| refusal.message)?;
            row.every = Some(rule);
            row.every_until = series.until;
            row.every_times = series.times;
        }
        Ok(row)
    }

    fn event(&self, event: Event) -> Row {
        let place = event.place.map(|place| format!("place: {place}"));
        let notes = event.notes.into_iter().chain(place);
        Row {
            identity: identity_of(&event.uid, &event.what, event.due.as_ref()),
            person: event.person.map(|name| (Direction::Mine, name)),
            due: event.due.as_ref().map(|due| self.exact(due)),
            made: event.created.map(moment),
            tags: event.tags.iter().filter_map(|tag| as_tag(tag)).collect(),
            notes: notes.map(|text| (None, text)).collect(),
            what: event.what,
            warnings: event.warnings.into_iter().map(said).collect(),
            ..Row::default()
        }
    }

    /// A deadline, in the user's zone where nobody else knows the zone of the file.
    fn exact(&self, due: &Deadline) -> When {
        if (self.find)(due.zone()).is_some() {
            return When::Exact(due.to_string());
        }
        if due.is_whole_day() {
            return When::Day(due.date());
        }
        When::Exact(Deadline::instant(due.at(), self.home).to_string())
    }

    /// How another program repeats it, where a rule of ours says the same; else that is noted.
    fn repeats(&self, row: &mut Row, rrule: Option<&str>, due: Option<&Deadline>) {
        let Some(rrule) = rrule else {
            return;
        };
        let open = row.state.is_none_or(|state| state == State::Open);
        match repeat(rrule) {
            Ok(repeat) if open => {
                row.every = Some(repeat.rule);
                row.every_until = self.last_day(&repeat, due);
                row.every_times = repeat.times;
            }
            Ok(_) => row.notes.push((None, format!("it repeated: {rrule}"))),
            Err(reason) => {
                row.notes.push((None, format!("it repeats there: {rrule}")));
                row.warnings
                    .push(format!("the repetition is kept as a note: {reason}"));
            }
        }
    }

    /// The last day of a series, by the clocks that its deadline is on.
    fn last_day(&self, repeat: &Repeat, due: Option<&Deadline>) -> Option<NaiveDate> {
        let zone = due.and_then(|due| (self.find)(due.zone()));
        let zone = zone.as_ref().unwrap_or(self.home);
        let timed = due.filter(|due| !due.is_whole_day());
        let time = timed.map(|due| zone.local(due.at()).time());
        repeat.last_day(time, &|at| zone.local(at))
    }
}

fn identity_of(uid: &str, what: &str, due: Option<&Deadline>) -> Identity {
    if uid.is_empty() {
        let due = due.map_or_else(String::new, ToString::to_string);
        return Identity::Content(format!("{due} {what}"));
    }
    Identity::Own(identity(uid))
}

fn moment(at: DateTime<Utc>) -> When {
    When::Moment {
        at: at.fixed_offset(),
        zone: None,
        day: Whole::No,
    }
}
