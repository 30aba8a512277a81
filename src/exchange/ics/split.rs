//! A calendar, task by task: each as a small calendar of its own, with the zones of the whole.
//! Nothing but the task at hand and the zones is kept.

use crate::exchange::lines::Lines;
use crate::exchange::row::{LONGEST_RECORD, Records, too_long};

/// Splits a file, given in pieces, into calendars of one task or appointment.
#[derive(Debug, Default)]
pub struct Components {
    lines: Lines,
    seen: bool,
    /// How many components are open inside the calendar.
    depth: u32,
    /// The component at hand, the line that it began on, and whether it is a zone.
    component: String,
    begun: u64,
    is_zone: bool,
    zones: String,
    refused: bool,
}

const BEGIN: &str = "BEGIN:VCALENDAR\n";
const END: &str = "END:VCALENDAR\n";

impl Components {
    /// Takes the next piece of the file, and gives the calendars that are whole by then.
    pub fn push(&mut self, bytes: &[u8], found: &mut Records<String>) {
        let mut lines = Vec::new();
        self.lines.push(bytes, &mut lines);
        self.take(lines, found);
    }

    /// The file has ended.
    pub fn finish(&mut self, found: &mut Records<String>) {
        let mut lines = Vec::new();
        self.lines.finish(&mut lines);
        self.take(lines, found);
        if self.depth > 0 {
            found.push((self.begun, Err("the file ends before this does".to_owned())));
        } else if !self.seen && !self.refused {
            found.push((1, Err("this is no iCalendar file".to_owned())));
        }
    }

    fn take(&mut self, lines: Records<String>, found: &mut Records<String>) {
        for (number, line) in lines {
            match line {
                Ok(line) => self.line(number, &line, found),
                Err(reason) => {
                    self.refused = true;
                    found.push((number, Err(reason)));
                }
            }
        }
    }

    fn line(&mut self, number: u64, line: &str, found: &mut Records<String>) {
        let plain = line.trim_end();
        let (word, name) = plain.split_once(':').unwrap_or((plain, ""));
        let is_calendar = name.eq_ignore_ascii_case("VCALENDAR");
        if word.eq_ignore_ascii_case("BEGIN") && !is_calendar {
            if self.depth == 0 {
                self.begun = number;
                self.is_zone = name.eq_ignore_ascii_case("VTIMEZONE");
                self.component.clear();
            }
            self.depth = self.depth.saturating_add(1);
        }
        if is_calendar && self.depth == 0 {
            self.seen = true;
            return;
        }
        if self.depth == 0 {
            return;
        }
        if self.component.len() < LONGEST_RECORD {
            self.component.push_str(plain);
            self.component.push('\n');
        }
        if word.eq_ignore_ascii_case("END") {
            self.depth -= 1;
            if self.depth == 0 {
                self.end(found);
            }
        }
    }

    fn end(&mut self, found: &mut Records<String>) {
        let component = std::mem::take(&mut self.component);
        let too_many = self.is_zone && self.zones.len() + component.len() >= LONGEST_RECORD;
        if component.len() >= LONGEST_RECORD || too_many {
            found.push((self.begun, Err(too_long())));
        } else if self.is_zone {
            self.zones.push_str(&component);
        } else {
            let calendar = [BEGIN, &self.zones, &component, END].concat();
            found.push((self.begun, Ok(calendar)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_and_their_lines() {
        let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n\
                    BEGIN:VTODO\r\nSUMMARY:a\r\n b\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VTODO\r\n\
                    begin:vevent\r\nend:vevent\r\nEND:VCALENDAR\r\nBEGIN:VTODO\r\n";
        let zone = "BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\n";
        let todo = "BEGIN:VTODO\nSUMMARY:a\n b\nBEGIN:VALARM\nEND:VALARM\nEND:VTODO\n";
        let expected = [
            (6, Ok([BEGIN, zone, todo, END].concat())),
            (
                12,
                Ok([BEGIN, zone, "begin:vevent\nend:vevent\n", END].concat()),
            ),
            (15, Err("the file ends before this does".to_owned())),
        ];
        for size in [1, 7, 1000] {
            let (mut components, mut found) = (Components::default(), Vec::new());
            for piece in file.as_bytes().chunks(size) {
                components.push(piece, &mut found);
            }
            components.finish(&mut found);
            assert_eq!(found, expected);
        }
        let (mut components, mut found) = (Components::default(), Vec::new());
        components.push(b"hello\n", &mut found);
        components.finish(&mut found);
        assert_eq!(found, [(1, Err("this is no iCalendar file".to_owned()))]);
    }
}
