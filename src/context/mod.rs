//! What a command works with: clock, paths, config, output, store. The only reader of the
//! environment, and of the clock, which is read once.

mod browser;
mod desktop;
mod here;
pub mod machine;
mod output;
mod paths;
mod phrases;
mod program;
mod trust;
pub mod vdir;
mod zone_data;

pub use desktop::notify;
pub use output::Output;
pub use paths::Paths;
pub use program::{Program, Trouble};
pub use trust::IN_HOOK;

use std::cell::OnceCell;
use std::env;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::time::{Instant, SystemTime};

use anyhow::Context as _;
use chrono::{DateTime, Utc};

use crate::config::{self, Checks, Color, Format, Origin, Setting, Settings};
use crate::context::zone_data::ZoneData;
use crate::domain::calendar::Calendar;
use crate::domain::working_time::WorkingTime;
use crate::domain::zone::Zone;
use crate::failure::{Failure, Form, Kind};
use crate::phrase::{self, RefusalKind, Sense};
use crate::query::{Field, Sort};
use crate::render::Look;
use crate::render::times::Clock;
use crate::store::Store;

/// What the flags of every command say about where things are and how they are printed.
#[derive(Clone, Debug, Default)]
pub struct Globals {
    /// `--db`.
    pub db: Option<PathBuf>,
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--color`.
    pub color: Option<Color>,
    /// `--format`, `--json`.
    pub format: Option<Format>,
    /// `--quiet`.
    pub quiet: bool,
    /// `--no-input`.
    pub no_input: bool,
    /// `--no-hooks`.
    pub no_hooks: bool,
}

/// What a command works with.
pub struct Context {
    /// The moment of the command, whole seconds.
    pub now: DateTime<Utc>,
    /// Where the files are.
    pub paths: Paths,
    /// Where results and messages go.
    pub output: Output,
    begun: Instant,
    globals: Globals,
    zones: ZoneData,
    settings: OnceCell<Settings>,
    zone: OnceCell<Zone>,
}

impl Context {
    /// Reads the clock and the environment. The config is read when it is first needed.
    pub fn new(globals: Globals) -> anyhow::Result<Self> {
        let now = match env::var_os("PROMISE_NOW").filter(|text| !text.is_empty()) {
            Some(text) => text
                .to_str()
                .and_then(|text| DateTime::parse_from_rfc3339(text).ok())
                .map(|at| at.with_timezone(&Utc))
                .ok_or_else(|| {
                    let message = format!("PROMISE_NOW is not a time: {}", text.display());
                    Failure::new(Kind::Failed, message)
                        .hint("write it as RFC 3339 has it: 2026-11-23T16:00:00+01:00")
                })?,
            None => DateTime::<Utc>::from(SystemTime::now()),
        };
        Ok(Self {
            now: DateTime::from_timestamp(now.timestamp(), 0).unwrap_or(now),
            paths: Paths::find(globals.db.as_deref(), globals.config.as_deref()),
            output: Output::new(globals.quiet),
            begun: Instant::now(),
            zones: ZoneData::new(env::var_os("TZDIR").map(PathBuf::from)),
            globals,
            settings: OnceCell::new(),
            zone: OnceCell::new(),
        })
    }

    /// The same later in a conversation, its clock and config read anew: each answer is a command
    /// of its own.
    pub fn renewed(&self) -> anyhow::Result<Self> {
        Self::new(self.globals.clone())
    }

    /// The settings in effect.
    pub fn settings(&self) -> anyhow::Result<&Settings> {
        if let Some(settings) = self.settings.get() {
            return Ok(settings);
        }
        let settings = self.read_settings()?;
        Ok(self.settings.get_or_init(|| settings))
    }

    /// The settings as the config file has them now; no command but one that changed the file
    /// needs more than `settings`.
    pub fn read_settings(&self) -> anyhow::Result<Settings> {
        let Some(file) = &self.paths.config else {
            return Ok(Settings::default());
        };
        let Some(text) = config::load(file)? else {
            if self.paths.config_named {
                let message = format!("there is no config file {}", file.display());
                return Err(Failure::new(Kind::Failed, message)
                    .hint("promise config init writes one there")
                    .into());
            }
            return Ok(Settings::default());
        };
        let fields = Field::ALL.map(Field::word);
        let orders = Sort::ALL.map(Sort::word);
        let checks = Checks {
            zone: &|name| self.zones.named(name).is_some(),
            zone_names: &zone_data::names,
            phrase: &|text| self.check_phrase(text),
            minutes: &|text| phrase::minutes(text).map_err(|refusal| refusal.message),
            lead: &|text| phrase::lead(text).map_err(|refusal| refusal.message),
            fields: &fields,
            sort_fields: &orders,
        };
        Ok(config::parse(&text, file, &checks)?)
    }

    /// Whether a phrase in the config means anything. One that is only past right now, as "eod"
    /// is in the evening, is a phrase all the same.
    fn check_phrase(&self, text: &str) -> Result<(), String> {
        let zone = Zone::utc();
        let work = WorkingTime::default();
        let none = std::collections::BTreeMap::new();
        let calendar = Calendar {
            now: self.now,
            zone: &zone,
            week_start: chrono::Weekday::Mon,
            date_order: None,
            work: &work,
            abbreviations: &none,
            their: None,
            zone_named: &|name| self.zones.named(name),
        };
        match phrase::read(text, Sense::Deadline, &calendar) {
            Err(refusal) if refusal.kind == RefusalKind::NotUnderstood => Err(refusal.message),
            _ => Ok(()),
        }
    }

    /// The user's zone: `TZ`, the config, or the system's, in this order.
    pub fn zone(&self) -> anyhow::Result<&Zone> {
        if let Some(zone) = self.zone.get() {
            return Ok(zone);
        }
        let (_, zone) = self.find_zone()?;
        Ok(self.zone.get_or_init(|| zone))
    }

    /// The settings as `config` shows them: with the zone that the environment or the system
    /// gives, and what flags override.
    pub fn effective_settings(&self) -> anyhow::Result<Settings> {
        let mut settings = self.settings()?.clone();
        let (origin, zone) = self.find_zone()?;
        settings.time_zone = Setting {
            value: Some(zone.name().to_owned()),
            origin,
        };
        if let Some(variable) = forbids_color() {
            settings.color = Setting {
                value: Color::Never,
                origin: Origin::Environment(variable),
            };
        }
        if let Some(value) = self.globals.color {
            let origin = Origin::Flag("--color");
            settings.color = Setting { value, origin };
        }
        if let Some(value) = self.globals.format {
            let origin = Origin::Flag("--format");
            settings.format = Setting { value, origin };
        }
        Ok(settings)
    }

    fn find_zone(&self) -> anyhow::Result<(Origin, Zone)> {
        if let Some(text) = env::var_os("TZ") {
            let zone = text.to_str().and_then(|text| self.zones.of_tz(text));
            return zone
                .map(|zone| (Origin::Environment("TZ"), zone))
                .ok_or_else(|| {
                    let message = format!("TZ names no time zone: {}", text.display());
                    Failure::new(Kind::Failed, message)
                        .hint("name one as Europe/London, or unset TZ")
                        .into()
                });
        }
        let setting = &self.settings()?.time_zone;
        if let Some(name) = &setting.value {
            let zone = self
                .zones
                .named(name)
                .with_context(|| format!("no time zone {name}"))?;
            return Ok((setting.origin, zone));
        }
        Ok((Origin::System, self.zones.of_system()))
    }

    /// The zone of a stored deadline; UTC where the system has forgotten it.
    #[must_use]
    pub fn zone_named(&self, name: &str) -> Zone {
        self.zones.named(name).unwrap_or_else(Zone::utc)
    }

    /// Whether this is the name of a zone, and how it is written.
    #[must_use]
    pub fn find_zone_named(&self, name: &str) -> Option<Zone> {
        self.zones.named(name)
    }

    /// Opens the database for reading. Where none exists yet, stderr says so: a wrong HOME in
    /// cron must not look like a quiet day.
    pub fn open_to_read(&self) -> anyhow::Result<Option<Store>> {
        let path = self.paths.database()?;
        let store = Store::open_to_read(path)?;
        self.say_where_none(store)
    }

    /// Opens the database to change what is recorded there, and makes none.
    pub fn open_to_change(&self) -> anyhow::Result<Option<Store>> {
        self.check_before_writing()?;
        self.output.mark_writing();
        let store = Store::open_to_change(self.paths.database()?)?;
        self.say_where_none(store)
    }

    /// Whatever printing needs must be in order before anything is saved.
    fn check_before_writing(&self) -> anyhow::Result<()> {
        self.look().map(|_| ())
    }

    fn say_where_none(&self, store: Option<Store>) -> anyhow::Result<Option<Store>> {
        if store.is_none() {
            let path = self.paths.database()?.display();
            let note = format!("no promise is recorded yet: no database at {path}");
            self.output.note(&note);
        }
        Ok(store)
    }

    /// Opens the database for writing; where none exists yet, it is made with what is recorded.
    pub fn open_to_record(&self) -> anyhow::Result<Store> {
        self.check_before_writing()?;
        self.output.mark_writing();
        Ok(Store::open_to_record(self.paths.database()?)?)
    }

    /// The format that a flag asks for, where the config has no say.
    #[must_use]
    pub fn asked_format(&self) -> Option<Format> {
        self.globals.format
    }

    /// Whether a command that changes something prints numbers alone.
    #[must_use]
    pub fn quiet(&self) -> bool {
        self.globals.quiet
    }

    /// The form of what is said on stderr, which follows that of the results. A config that
    /// cannot be read is for the command to report.
    #[must_use]
    pub fn form(&self) -> Form {
        self.format().map_or(Form::Text, form_beside)
    }

    /// The format that results are printed in.
    pub fn format(&self) -> anyhow::Result<Format> {
        match self.globals.format {
            Some(format) => Ok(format),
            None => Ok(self.settings()?.format.value),
        }
    }

    /// How text for people is laid out.
    pub fn look(&self) -> anyhow::Result<Look> {
        let settings = self.settings()?;
        let forbidden = forbids_color().is_some();
        // A flag goes over the environment, and that over the config.
        let color = match self.globals.color {
            Some(color) => color,
            None if forbidden => Color::Never,
            None => settings.color.value,
        };
        Ok(Look {
            width: self.output.width(),
            color: match color {
                Color::Always => true,
                Color::Never => false,
                Color::Auto => !forbidden && std::io::stdout().is_terminal(),
            },
            unicode: self.writes_utf8(),
            clock: Clock {
                now: self.now,
                h24: settings.clock_24h.value,
            },
            home: self.zone()?.clone(),
        })
    }

    /// The editor that the user has chosen, if any.
    #[must_use]
    pub fn editor(&self) -> Option<String> {
        ["VISUAL", "EDITOR"]
            .into_iter()
            .filter_map(|name| env::var(name).ok())
            .find(|editor| !editor.trim().is_empty())
    }

    /// Whether it is bash that asks for completions: it inserts them without quoting.
    #[must_use]
    pub fn completes_for_bash(&self) -> bool {
        // Set by its script alone.
        env::var_os("_CLAP_COMPLETE_COMP_TYPE").is_some()
    }

    /// Whether questions can be asked.
    #[must_use]
    pub fn can_ask(&self) -> bool {
        !self.globals.no_input && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Whether `--no-input` was said.
    #[must_use]
    pub fn forbids_input(&self) -> bool {
        self.globals.no_input
    }

    /// Whether somebody sits at standard input, whom another program may ask.
    #[must_use]
    pub fn is_attended(&self) -> bool {
        !self.globals.no_input && std::io::stdin().is_terminal()
    }
}

/// Which word of the line a shell asks to be completed, counted from the program's name at 0; none
/// where it is the last.
#[must_use]
pub fn completed_word() -> Option<usize> {
    env::var("_CLAP_COMPLETE_INDEX").ok()?.parse().ok()
}

/// The form of what is said on stderr beside results of a format.
#[must_use]
pub fn form_beside(format: Format) -> Form {
    match format {
        Format::Json | Format::JsonLines => Form::Json,
        Format::Table | Format::Plain | Format::Csv | Format::Markdown | Format::Html => Form::Text,
    }
}

/// The variable that forbids colour, if one does (<https://no-color.org>).
fn forbids_color() -> Option<&'static str> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        Some("NO_COLOR")
    } else {
        set("TERM").filter(|term| term == "dumb").map(|_| "TERM")
    }
}
