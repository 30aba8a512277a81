//! Programs that run after something was recorded.

use crate::config::settings::Setting;

/// What `[hooks]` says: for each occasion a program and its arguments; nothing where none is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hooks {
    /// After a promise was added.
    pub after_add: Setting<Vec<String>>,
    /// After a promise was kept.
    pub after_keep: Setting<Vec<String>>,
    /// After a promise was broken.
    pub after_break: Setting<Vec<String>>,
    /// After a promise was rescheduled.
    pub after_reschedule: Setting<Vec<String>>,
    /// Seconds after which one is ended.
    pub time_limit: Setting<u32>,
}

impl Default for Hooks {
    fn default() -> Self {
        Self {
            after_add: Setting::default(Vec::new()),
            after_keep: Setting::default(Vec::new()),
            after_break: Setting::default(Vec::new()),
            after_reschedule: Setting::default(Vec::new()),
            time_limit: Setting::default(10),
        }
    }
}
