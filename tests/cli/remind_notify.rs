//! `promise remind --notify` on a bus of its own, where this test is the desktop.

// The macro passes on what is not looked at.
#![allow(clippy::used_underscore_binding)]

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};

use zbus::zvariant::Value;

use crate::harness::Home;

/// A session bus; gone when this is dropped.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start(home: &Home) -> Option<Self> {
        let address = format!("--address=unix:path={}", home.path().join("bus").display());
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1", &address])
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut address = String::new();
        let stdout = daemon.stdout.take().expect("a pipe");
        BufReader::new(stdout)
            .read_line(&mut address)
            .expect("an address");
        let address = address.trim().to_owned();
        Some(Self { daemon, address })
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// The part of a desktop that shows notifications: it tells their titles and bodies.
struct Desktop(Sender<(String, String)>);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Desktop {
    #[allow(clippy::too_many_arguments)] // As the specification has it.
    fn notify(
        &self,
        app_name: &str,
        _replaces: u32,
        _icon: &str,
        summary: &str,
        body: &str,
        _actions: Vec<String>,
        _hints: HashMap<String, Value<'_>>,
        _timeout: i32,
    ) -> u32 {
        assert_eq!(app_name, "promise");
        let _ = self.0.send((summary.to_owned(), body.to_owned()));
        1
    }
}

fn desktop(bus: &Bus) -> (zbus::blocking::Connection, Receiver<(String, String)>) {
    let (sender, receiver) = channel();
    let connection = zbus::blocking::connection::Builder::address(bus.address.as_str())
        .and_then(|builder| builder.name("org.freedesktop.Notifications"))
        .and_then(|builder| builder.serve_at("/org/freedesktop/Notifications", Desktop(sender)))
        .and_then(zbus::blocking::connection::Builder::build)
        .expect("a desktop");
    (connection, receiver)
}

#[test]
fn one_notification_for_all_of_it() {
    let mut home = Home::new();
    let Some(bus) = Bus::start(&home) else {
        eprintln!("skipped: dbus-daemon is not installed");
        return;
    };
    home.set("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    home.ok(&[
        "add",
        "Quote <b>&\u{1b}[31m",
        "--to",
        "Jane",
        "--due",
        "today 17:00",
    ]);
    home.ok(&["add", "Contract", "--from", "Beta", "--due", "today 18:00"]);
    home.at("2026-11-23T17:30:00+01:00");
    // A bus without a desktop is none.
    let ran = home.run(&["remind", "--notify"]);
    ran.status(1);
    assert!(ran.stdout.contains("Overdue\n  1  "), "{ran:?}");
    let (connection, shown) = desktop(&bus);
    home.run(&["remind", "--notify"])
        .stdout("")
        .stderr("")
        .status(0);
    home.at("2026-11-23T18:30:00+01:00");
    home.run(&["remind", "--notify", "--again"])
        .stdout("")
        .stderr("")
        .status(0);
    let expected = (
        "Promises: 1 overdue, 1 waiting on".to_owned(),
        "1 Quote &lt;b&gt;&amp;\\x1b[31m: Jane, Mon 23 Nov 17:00, 1 h 30 min late\n\
         2 Contract: Beta, Mon 23 Nov 18:00, 30 min late"
            .to_owned(),
    );
    assert_eq!(shown.try_iter().collect::<Vec<_>>(), [expected]);
    home.run(&["remind", "--notify"])
        .stdout("")
        .stderr("")
        .status(0);
    assert_eq!(shown.try_iter().count(), 0);
    drop(connection);
}
