//! A phone: it changes tasks on the server with no idea of what a promise is.

use chrono::{DateTime, Duration, Utc};

/// What it does to a task.
#[derive(Clone, Debug)]
pub enum Touch {
    Tick,
    Untick,
    Cancel,
    Due(u8),
    Summary(String),
    Category(String),
    Contact(&'static str),
    Completed(i64),
    Describe(String),
    Delete,
    /// The file gets another name: an item has none on a server, so this is done to a folder.
    Rename,
    /// Everything that it does not know is dropped.
    Strip,
    /// It is to depend on another task.
    Depend(usize),
    /// It depends on none any more.
    Free,
    /// A second file with the same task, in a folder.
    Copy,
    New {
        uuid: bool,
        due: bool,
    },
}

/// The task after a touch; `stamped` where the phone says when it changed it.
pub fn touched(text: &str, touch: &Touch, now: DateTime<Utc>, stamped: bool) -> String {
    let mut lines = unfolded(text);
    let stamp = |at: DateTime<Utc>| at.format("%Y%m%dT%H%M%SZ").to_string();
    let mut set = |name: &str, value: Option<String>| {
        let begin = format!("{name}:");
        let alarm = lines.iter().position(|line| line == "BEGIN:VALARM");
        let end = alarm.or_else(|| lines.iter().position(|line| line == "END:VTODO"));
        let mut end = end.expect("a task");
        let is = |line: &String| line.starts_with(&begin) || line.starts_with(&format!("{name};"));
        while let Some(place) = lines[..end].iter().position(is) {
            lines.remove(place);
            end -= 1;
        }
        if let Some(value) = value {
            lines.insert(end, format!("{begin}{value}"));
        }
    };
    match touch {
        Touch::Tick => {
            set("STATUS", Some("COMPLETED".to_owned()));
            set("COMPLETED", Some(stamp(now)));
            set("PERCENT-COMPLETE", Some("100".to_owned()));
        }
        Touch::Untick => {
            set("STATUS", Some("NEEDS-ACTION".to_owned()));
            set("COMPLETED", None);
            set("PERCENT-COMPLETE", None);
        }
        Touch::Cancel => set("STATUS", Some("CANCELLED".to_owned())),
        Touch::Due(days) if days % 2 == 0 => {
            let at = now + Duration::days(i64::from(*days));
            set("DUE", Some(stamp(at)));
        }
        Touch::Due(days) => set("DUE;VALUE=DATE", Some(format!("2026120{days}"))),
        Touch::Summary(text) => set("SUMMARY", Some(text.clone())),
        Touch::Contact(name) => set("CONTACT", Some((*name).to_owned())),
        // Of what is not done it says nothing.
        Touch::Completed(minutes) => {
            set("COMPLETED", Some(stamp(now - Duration::minutes(*minutes))));
        }
        Touch::Category(text) => set("CATEGORIES", Some(text.clone())),
        Touch::Describe(line) => set("DESCRIPTION", Some(line.clone())),
        Touch::Strip => lines.retain(|line| !line.starts_with("X-")),
        Touch::Free => lines.retain(|line| !line.starts_with("RELATED-TO")),
        Touch::Depend(_) | Touch::Delete | Touch::Rename | Touch::Copy | Touch::New { .. } => {}
    }
    if let Touch::Due(days) = touch
        && days % 2 == 1
    {
        lines.retain(|line| !line.starts_with("DUE:"));
    }
    if stamped {
        let mut end = lines
            .iter()
            .position(|line| line == "END:VTODO")
            .expect("a task");
        while let Some(place) = lines
            .iter()
            .position(|line| line.starts_with("LAST-MODIFIED:"))
        {
            lines.remove(place);
            end -= 1;
        }
        lines.insert(
            end.min(
                lines
                    .iter()
                    .position(|line| line == "BEGIN:VALARM")
                    .unwrap_or(end),
            ),
            format!("LAST-MODIFIED:{}", stamp(now)),
        );
    }
    lines.join("\r\n") + "\r\n"
}

/// The same with a dependence on the task with a UID.
pub fn depending(text: &str, uid: &str) -> String {
    let line = format!("RELATED-TO;RELTYPE=DEPENDS-ON:{uid}\r\nSUMMARY:");
    text.replacen("SUMMARY:", &line, 1)
}

/// A task that nobody promised yet.
pub fn new(number: usize, uuid: bool, due: bool, now: DateTime<Utc>) -> String {
    let name = if uuid {
        format!("6ba7b810-9dad-41d1-80b4-{number:012}")
    } else {
        format!("task/{number}@phone")
    };
    let due = if due {
        "DUE;VALUE=DATE:20261201\r\n"
    } else {
        ""
    };
    let at = now.format("%Y%m%dT%H%M%SZ");
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//phone//EN\r\nBEGIN:VTODO\r\nUID:{name}\r\n\
         DTSTAMP:{at}\r\nCREATED:{at}\r\nSUMMARY:new @Ann\r\nDESCRIPTION:by phone\r\nX-PHONE:kept\r\n{due}\
         END:VTODO\r\nEND:VCALENDAR\r\n"
    )
}

fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}
