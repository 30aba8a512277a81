//! Config files: settings that can be shown and read again, or a mistake with its line.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, Weekday};
use promise::config::{self, Checks, Settings};
use promise::domain::calendar::Calendar;
use promise::domain::working_time::WorkingTime;
use promise::domain::zone::Zone;
use promise::phrase::{self, RefusalKind, Sense};

/// The whole input is the file.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match parse(&text) {
        Ok(settings) => {
            for row in settings.rows() {
                assert!(!row.key.is_empty());
            }
        }
        Err(error) => {
            assert!(!error.message.is_empty());
            let lines = text.split('\n').count();
            assert!(error.line.is_none_or(|line| (1..=lines).contains(&line)));
            assert!(error.to_string().starts_with("c.toml"), "{error}");
        }
    }
}

fn parse(text: &str) -> Result<Settings, config::ConfigError> {
    let checks = Checks {
        zone: &|name| Zone::bundled(name).is_some(),
        zone_names: &Zone::bundled_names,
        phrase: &means_something,
        minutes: &|text| phrase::minutes(text).map_err(|refusal| refusal.message),
        lead: &|text| phrase::lead(text).map_err(|refusal| refusal.message),
        fields: &["id", "what", "to", "from", "due", "owner"],
        sort_fields: &["due", "id"],
    };
    config::parse(text, Path::new("c.toml"), &checks)
}

fn means_something(text: &str) -> Result<(), String> {
    let calendar = Calendar {
        now: DateTime::from_timestamp(1_795_000_000, 0).expect("a moment"),
        zone: &Zone::utc(),
        week_start: Weekday::Mon,
        date_order: None,
        work: &WorkingTime::default(),
        abbreviations: &BTreeMap::new(),
        their: None,
        zone_named: &Zone::bundled,
    };
    match phrase::read(text, Sense::Deadline, &calendar) {
        Err(refusal) if refusal.kind != RefusalKind::Past => Err(refusal.message),
        _ => Ok(()),
    }
}
