//! What a check found, how bad it is, and what to do about it.

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// All is well.
    Good,
    /// Worth knowing; nothing is lost.
    Notice,
    /// Something recorded cannot be relied on.
    Damage,
}

impl Level {
    /// The word for people and in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "ok",
            Self::Notice => "notice",
            Self::Damage => "damage",
        }
    }
}

/// What one check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was checked.
    pub check: &'static str,
    /// How bad it is.
    pub level: Level,
    /// What was found.
    pub says: String,
    /// What to do about it.
    pub remedy: Option<String>,
}

impl Finding {
    /// All is well.
    #[must_use]
    pub fn good(check: &'static str, says: impl Into<String>) -> Self {
        Self {
            check,
            level: Level::Good,
            says: says.into(),
            remedy: None,
        }
    }

    /// Worth knowing.
    #[must_use]
    pub fn notice(check: &'static str, says: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            check,
            level: Level::Notice,
            says: says.into(),
            remedy: Some(remedy.into()),
        }
    }

    /// Something recorded cannot be relied on.
    #[must_use]
    pub fn damage(check: &'static str, says: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            level: Level::Damage,
            ..Self::notice(check, says, remedy)
        }
    }
}
