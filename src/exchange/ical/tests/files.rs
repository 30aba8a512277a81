//! Files as such: what is read, what is refused, and how fast.

use std::time::{Duration, Instant};

use super::{lines, parsed};
use crate::exchange::ical::{Calendar, Limits};

fn mistake(bytes: &[u8]) -> String {
    let refused = Calendar::parse(bytes, &Limits::FILE).unwrap_err();
    refused.to_string()
}

#[test]
fn lines_are_kept_as_they_are() {
    let text = "\u{feff}begin:VCALENDAR\nX-A;B=\"c:d;e\";F=^ng:h\\,i\r\n\n\
                SUMMARY:fold\r\n ed\n\t\u{e9}\nX-\u{e9};broken=\"quote:x\n\
                BEGIN;X=1:VTODO\nBEGIN:X-ODD\nEND:x-odd\nEND:VCALENDAR";
    let calendar = parsed(text);
    let written = calendar.write();
    assert_eq!(
        written,
        "BEGIN:VCALENDAR\r\nX-A;B=\"c:d;e\";F=^ng:h\\,i\r\nSUMMARY:folded\u{e9}\r\n\
         X-\u{e9};broken=\"quote:x\r\nBEGIN;X=1:VTODO\r\nBEGIN:X-ODD\r\nEND:X-ODD\r\n\
         END:VCALENDAR\r\n"
    );
    assert_eq!(parsed(&written), calendar);
    let outer = calendar.outer().next().unwrap();
    let property = outer.first("x-a").unwrap();
    assert_eq!(property.param("b").as_deref(), Some("c:d;e"));
    assert_eq!(property.param("F").as_deref(), Some("\ng"));
    assert_eq!(property.param("G"), None);
    assert_eq!(property.text(), "h,i");
    assert_eq!(property.line(), 2);
    assert_eq!(outer.first("SUMMARY").unwrap().line(), 4);
    let changed = property.with_param("B", "\"x\"").without_param("F");
    assert_eq!(changed.line_text(), "X-A;B=^'x^':h\\,i");
    let changed = changed.with_param("b", "a:b").with_value("1\r\n2");
    assert_eq!(changed.line_text(), "X-A;b=\"a:b\":1  2");
    assert_eq!(changed.param("B").as_deref(), Some("a:b"));
    let broken = outer.first("X-\u{e9}").unwrap().with_param("B", "a:b");
    assert_eq!(broken.line_text(), "X-\u{e9};B=\"a:b\":x");
}

#[test]
fn folds() {
    let long = format!("BEGIN:V\r\nSUMMARY:{}\r\nEND:V\r\n", "\u{e9}".repeat(200));
    let written = parsed(&long).write();
    for line in written.split("\r\n") {
        assert!(line.len() <= 75, "{} octets", line.len());
    }
    assert_eq!(written.matches("\r\n ").count(), 5);
    // Folded inside a character, as old programs do.
    let mut bytes = b"BEGIN:V\r\nX:\xc3\r\n \xa9\r\nEND:V\r\n".to_vec();
    let calendar = Calendar::parse(&bytes, &Limits::FILE).unwrap();
    assert_eq!(lines(calendar.outer().next().unwrap())[1], "X:\u{e9}");
    bytes.retain(|byte| *byte != b'\r');
    assert_eq!(Calendar::parse(&bytes, &Limits::FILE), Ok(calendar));
}

#[test]
fn what_is_refused() {
    let table: &[(&[u8], &str)] = &[
        (b"", "the file holds no BEGIN:VCALENDAR"),
        (b"\r\n\r\n", "the file holds no BEGIN:VCALENDAR"),
        (b"hello", "line 1: this is not NAME:value"),
        (b"A:b", "line 1: this is outside of BEGIN and END"),
        (
            b" A:b",
            "line 1: the file begins with the rest of a folded line",
        ),
        (b"BEGIN:A\n:x\nEND:A", "line 2: this is not NAME:value"),
        (
            b"BEGIN:A\n\nX:\0\nEND:A",
            "line 3: the line contains a NUL character",
        ),
        (b"BEGIN:A\nX:\xff\nEND:A", "line 2: the line is not UTF-8"),
        (b"BEGIN: \nEND:", "line 1: BEGIN names nothing"),
        (b"END:A", "line 1: END:A without its BEGIN"),
        (
            b"BEGIN:A\nBEGIN:B\nEND:A",
            "line 3: END:A stands where BEGIN:B of line 2 is open",
        ),
        (
            b"BEGIN:A\nBEGIN:B\nEND:B\n",
            "line 1: BEGIN:A has no END: the file is cut off",
        ),
    ];
    for (bytes, reason) in table {
        assert_eq!(mistake(bytes), *reason, "{}", bytes.escape_ascii());
    }
}

/// Refused or read at once: generous for a debug build on a busy machine, far from quadratic.
#[test]
fn bombs() {
    let many = |text: &str, count: usize| text.repeat(count).into_bytes();
    let mut wide = b"BEGIN:V\n".to_vec();
    wide.extend(many("BEGIN:A\nEND:A\n", 20_000));
    wide.extend(b"END:V\n");
    let mut long = b"BEGIN:V\nSUMMARY;A=\"".to_vec();
    long.extend(many(";\":", 300_000));
    long.extend(b"\nEND:V\n");
    let mut params = b"BEGIN:V\nSUMMARY".to_vec();
    params.extend(many(";A", 400_000));
    params.extend(b":x\nEND:V\n");
    let mut folded = b"BEGIN:V\nX:".to_vec();
    folded.extend(many("\n a", 40_000));
    folded.extend(b"\nEND:V\n");
    let table: [(&str, Vec<u8>, Option<&str>); 8] = [
        (
            "nested",
            many("BEGIN:VTODO\n", 20_000),
            Some("line 17: components are nested deeper than 16"),
        ),
        (
            "large",
            many("x", 2 << 20),
            Some("the file has 2097152 bytes; the limit is 1048576"),
        ),
        (
            "lines",
            many("\n", 60_000),
            Some("line 50001: the file has more than 50000 lines"),
        ),
        (
            "NUL",
            vec![0; 1 << 20],
            Some("line 1: the line contains a NUL character"),
        ),
        ("wide", wide, None),
        ("long", long, None),
        ("params", params, None),
        ("folded", folded, None),
    ];
    for (name, bytes, reason) in table {
        let begun = Instant::now();
        let read = Calendar::parse(&bytes, &Limits::FILE);
        if let Ok(calendar) = &read {
            let property = calendar.outer().next().unwrap().first("SUMMARY");
            let _ = property.map(|property| property.with_param("B", "1").param("A"));
            assert_eq!(parsed(&calendar.write()), *calendar);
        }
        assert!(begun.elapsed() < Duration::from_secs(2), "{name}");
        let refused = read.err().map(|mistake| mistake.to_string());
        assert_eq!(refused.as_deref(), reason, "{name}");
    }
}
