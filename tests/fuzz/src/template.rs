//! Templates of lines, and of the status: understood whole or refused, and then filled in at any
//! moment without a field missing.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};
use promise::render::status::Counts;
use promise::render::template::{self, Template};

/// Both ends of the years that count, a leap day, offsets of all kinds.
const MOMENTS: [&str; 6] = [
    "2026-11-23T16:00:00+01:00",
    "2028-02-29T23:59:59-12:00",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59+05:45",
    "2026-01-01T00:00:00+14:00",
    "2026-12-31T23:59:59-00:30",
];

/// The whole input is the template.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let escaped = text
        .replace('\\', "\\\\")
        .replace('{', "{{")
        .replace('}', "}}");
    let same = Template::read(&escaped).expect("text without fields");
    assert_eq!(same.fill(|_| Cow::Borrowed("a field")), text);
    match Template::read(&text) {
        Ok(template) => {
            fill(&template, &text);
            status(&template);
        }
        Err(why) => assert!(!why.is_empty()),
    }
}

fn fill(template: &Template, text: &str) {
    let moments = MOMENTS.map(|moment| DateTime::parse_from_rfc3339(moment).expect("a moment"));
    assert!(template.slots().count() <= text.matches('{').count());
    for at in moments {
        let mut asked = 0;
        let filled = template.fill(|slot| {
            asked += 1;
            assert!(!slot.name.contains(['{', '}', ':']), "{slot:?}");
            written(at, slot.format.as_deref())
        });
        assert_eq!(asked, template.slots().count());
        // Each field that names a format writes something.
        assert!(asked == 0 || !filled.is_empty());
    }
}

fn written(at: DateTime<FixedOffset>, format: Option<&str>) -> Cow<'static, str> {
    let Some(format) = format else {
        return Cow::Borrowed("-");
    };
    // Of a day there may be nothing to say in it.
    let _ = template::day(at.date_naive(), format);
    let written = template::time(at, format);
    assert!(!written.is_empty(), "{format:?} writes nothing of {at}");
    Cow::Owned(written)
}

fn status(template: &Template) {
    let some = Counts {
        late: 1,
        ..Counts::default()
    };
    let outcomes = [Counts::default().fill(template), some.fill(template)];
    match outcomes {
        [Ok(nothing), Ok(something)] => {
            // Left empty as a whole, or nothing in it depends on what there is.
            assert!(nothing.is_empty() || nothing == something, "{nothing:?}");
        }
        [Err(one), Err(other)] => {
            assert_eq!(one, other);
            assert!(template.slots().any(|slot| slot.name == one));
        }
        [one, other] => panic!("{one:?}, but {other:?}"),
    }
}
