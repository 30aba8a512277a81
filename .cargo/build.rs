//! Has the linker put first what short commands run. The program is large, and of each of them a
//! fifteenth runs: where that lies together, the system maps a third of the memory, and a command
//! ends a seventh sooner. `first.ld` names the functions; the benchmark writes it.
//!
//! What unwinds the stack is linked into the program: a library less is looked for when it starts,
//! which is a thirtieth of a command.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    let order = Path::new(env!("CARGO_MANIFEST_DIR")).join(".cargo/first.ld");
    println!("cargo::rerun-if-changed={}", order.display());
    if !is_wanted() {
        return;
    }
    let mut kinds = vec!["bins"];
    // The programs that the benchmark compares with are linked like this one. A package that is
    // published comes without them.
    if Path::new("tests/bench/commands.rs").exists() {
        kinds.push("benches");
    }
    for kind in kinds {
        println!("cargo::rustc-link-arg-{kind}=-T");
        println!("cargo::rustc-link-arg-{kind}={}", order.display());
    }
    if let Some(folder) = unwinder() {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
}

/// Where the compiler keeps the archive of what unwinds, if it has one.
fn unwinder() -> Option<PathBuf> {
    let mut asked = Command::new("cc");
    let answer = asked.arg("-print-file-name=libgcc_eh.a").output().ok()?;
    let archive = PathBuf::from(String::from_utf8(answer.stdout).ok()?.trim());
    let folder = archive.parent()?.to_path_buf();
    // Where there is none, the name alone comes back.
    (archive.is_absolute() && archive.exists()).then_some(folder)
}

/// Whether the linker is one that is known to understand the script: that of the compiler, where
/// nobody chose another. To build without the script, name a linker, if only `cc`.
fn is_wanted() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    is("PROFILE", "release")
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && env::var_os("RUSTC_LINKER").is_none()
        && !flags.contains("link")
}
