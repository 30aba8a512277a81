//! Where the files are: flags, then the environment, then the XDG base directories
//! (<https://specifications.freedesktop.org/basedir-spec/>).

use std::env;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::failure::{Failure, Kind};

/// The places of the database, the config file and the cache.
#[derive(Clone, Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each place may be named by itself"
)]
pub struct Paths {
    database: Option<PathBuf>,
    /// Whether the database is where it is because a flag or the environment says so.
    pub database_moved: bool,
    /// Whether a flag named the database, so that the next command needs it too.
    pub database_flag: bool,
    /// The config file, whether it exists or not; none where there is no home folder.
    pub config: Option<PathBuf>,
    /// Whether a flag or the environment named the config file, so that it must be there.
    pub config_named: bool,
    /// Whether it is where it is because a flag or the environment says so.
    pub config_moved: bool,
    cache: Option<PathBuf>,
}

impl Paths {
    /// The places that the flags, the environment or the platform name.
    #[must_use]
    pub fn find(db: Option<&Path>, config: Option<&Path>) -> Self {
        let named = |flag: Option<&Path>, variable: &str| {
            flag.map(Path::to_owned)
                .or_else(|| set(variable).map(PathBuf::from))
        };
        let database = named(db, "PROMISE_DB");
        let database_moved = database.is_some() || set("XDG_DATA_HOME").is_some();
        let database = database.or_else(|| {
            let dirs = dirs("XDG_DATA_HOME")?;
            Some(dirs.data_dir().join("promise.db"))
        });
        let config = named(config, "PROMISE_CONFIG");
        let config_named = config.is_some();
        let config = config.or_else(|| {
            let dirs = dirs("XDG_CONFIG_HOME")?;
            Some(dirs.config_dir().join("config.toml"))
        });
        Self {
            database,
            database_moved,
            database_flag: db.is_some(),
            config,
            config_named,
            config_moved: config_named || set("XDG_CONFIG_HOME").is_some(),
            cache: dirs("XDG_CACHE_HOME").map(|dirs| dirs.cache_dir().to_owned()),
        }
    }

    /// The database file, whether it exists or not.
    pub fn database(&self) -> Result<&Path, Failure> {
        self.database.as_deref().ok_or_else(|| {
            Failure::new(
                Kind::Failed,
                "the place of the database is unknown, because HOME is not set",
            )
            .hint("set HOME, or name the file with --db or PROMISE_DB")
        })
    }

    /// The home folder, where paths of the config begin.
    pub fn home(&self) -> Result<PathBuf, Failure> {
        set("HOME").map(PathBuf::from).ok_or_else(|| {
            let message = "the home folder is unknown, because HOME is not set";
            Failure::new(Kind::Failed, message).hint("set HOME, or write an absolute path")
        })
    }

    /// The folder of what can be made again, whether it exists or not.
    pub fn cache_folder(&self) -> Result<&Path, Failure> {
        self.cache.as_deref().ok_or_else(|| {
            Failure::new(
                Kind::Failed,
                "the place of the page is unknown, because HOME is not set",
            )
            .hint("set HOME, or write the page to a file with --format html")
        })
    }

    /// The config file, whether it exists or not.
    pub fn config_file(&self) -> Result<&Path, Failure> {
        self.config.as_deref().ok_or_else(|| {
            Failure::new(
                Kind::Failed,
                "the place of the config file is unknown, because HOME is not set",
            )
            .hint("set HOME, or name the file with --config or PROMISE_CONFIG")
        })
    }
}

/// The platform's folders. Without a home folder there are none: the one that the system's user
/// list names is not what a bare environment means.
fn dirs(variable: &str) -> Option<ProjectDirs> {
    if cfg!(unix) && set("HOME").is_none() && set(variable).is_none() {
        return None;
    }
    ProjectDirs::from("", "", "promise")
}

fn set(variable: &str) -> Option<std::ffi::OsString> {
    env::var_os(variable).filter(|value| !value.is_empty())
}
