//! What this machine says of a file's place: who can read it, how much room is left, what kind of
//! file system it is on, which other programs of this name there are.

use std::env;
use std::path::{Path, PathBuf};

/// What is known of the place of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Files and folders that others can read or write, with their mode.
    pub open_to_others: Vec<(PathBuf, u32)>,
    /// Room left, in bytes, where the system tells.
    pub free_bytes: Option<u64>,
    /// The kind of file system, where it is one that databases do not go well with.
    pub doubtful: Option<&'static str>,
}

/// File systems where locks or durability are not what a database relies on, by the numbers of
/// statfs(2).
const DOUBTFUL: [(u64, &str); 8] = [
    (0x6969, "NFS, a network file system"),
    (0xff53_4d42, "CIFS, a network file system"),
    (0xfe53_4d42, "SMB, a network file system"),
    (0x0102_1997, "9P, a file system shared with another machine"),
    (0x6573_5546, "FUSE, a file system made by a program"),
    (
        0x2fc1_2fc1,
        "ZFS, on which the journal's speed and safety depend on its settings",
    ),
    (0x0102_1994, "tmpfs, which is gone when the machine stops"),
    (
        0x794c_7630,
        "overlayfs, which may be gone with its container",
    ),
];

/// Looks at the place of a database.
#[must_use]
pub fn place(database: &Path) -> Place {
    let folder = database.parent().unwrap_or(Path::new("/"));
    let beside = |ending: &str| {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let backups = folder.join("backups");
    let mut files = vec![folder.to_owned(), database.to_owned()];
    files.extend([beside("-wal"), beside("-shm"), backups.clone()]);
    let copies = std::fs::read_dir(backups).into_iter().flatten();
    files.extend(copies.filter_map(Result::ok).map(|entry| entry.path()));
    let open = files.into_iter().filter_map(|file| {
        let mode = mode(&file)? & 0o777;
        (mode & 0o077 != 0).then_some((file, mode))
    });
    Place {
        open_to_others: open.collect(),
        free_bytes: free_bytes(folder),
        doubtful: doubtful(folder),
    }
}

/// Takes a file or folder away from everybody but its owner.
pub fn make_private(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mut permissions = std::fs::metadata(path)?.permissions();
        permissions.set_mode(permissions.mode() & 0o700);
        std::fs::set_permissions(path, permissions)?;
    }
    Ok(())
}

/// Other programs of this name that a shell would find, in the order in which it looks.
#[must_use]
pub fn others() -> Vec<PathBuf> {
    let own = env::current_exe().and_then(std::fs::canonicalize).ok();
    let path = env::var_os("PATH").unwrap_or_default();
    let mut others: Vec<PathBuf> = Vec::new();
    for folder in env::split_paths(&path) {
        let program = folder.join(format!("promise{}", env::consts::EXE_SUFFIX));
        let Ok(real) = std::fs::canonicalize(&program) else {
            continue;
        };
        if Some(&real) != own.as_ref() && !others.contains(&program) {
            others.push(program);
        }
    }
    others
}

#[cfg(unix)]
fn mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(std::fs::metadata(path).ok()?.permissions().mode())
}

#[cfg(not(unix))]
fn mode(_: &Path) -> Option<u32> {
    None
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

#[cfg(target_os = "linux")]
fn doubtful(folder: &Path) -> Option<&'static str> {
    let found = rustix::fs::statfs(folder).ok()?;
    // The numbers are of 32 bits, whatever the type that holds them.
    let number = u64::try_from(found.f_type).ok()? & 0xffff_ffff;
    let known = DOUBTFUL.iter().find(|(kind, _)| *kind == number);
    known.map(|(_, name)| *name)
}

#[cfg(not(target_os = "linux"))]
fn doubtful(_: &Path) -> Option<&'static str> {
    let _ = DOUBTFUL;
    None
}
