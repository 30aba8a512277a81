//! The real programs for the tests of `promise sync`: Radicale as the server on loopback,
//! vdirsyncer as the transport, todoman as another client.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::Home;

/// A server with an empty list of tasks, which ends with this.
pub struct Server {
    port: u16,
    child: Child,
    /// What it keeps, gone with it.
    folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn is_installed(program: &str) -> bool {
    let version = Command::new(program)
        .arg("--version")
        .env("LC_ALL", "C.UTF-8")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    version.is_ok_and(|status| status.success())
}

impl Server {
    /// Nothing where a program is missing, which is said.
    pub fn start() -> Option<Self> {
        for program in ["radicale", "vdirsyncer", "todoman"] {
            if !is_installed(program) {
                eprintln!("skipped: {program} is not installed");
                return None;
            }
        }
        let folder = TempDir::new().expect("a folder");
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        // A list of tasks as Radicale keeps it on disk.
        let list = folder.path().join("data/collection-root/me/promises");
        fs::create_dir_all(&list).expect("a folder");
        let props = r#"{"tag": "VCALENDAR", "C:supported-calendar-component-set": "VTODO"}"#;
        fs::write(list.join(".Radicale.props"), props).expect("a file");
        let config = format!(
            "[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n\
             [storage]\nfilesystem_folder = {}\n[logging]\nlevel = error\n",
            folder.path().join("data").display()
        );
        fs::write(folder.path().join("config"), config).expect("a file");
        let child = Command::new("radicale")
            .arg("--config")
            .arg(folder.path().join("config"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let server = Self {
            port,
            child,
            folder,
        };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(30), "no server");
            std::thread::sleep(Duration::from_millis(50));
        }
        Some(server)
    }

    /// Where it keeps the tasks.
    pub fn kept(&self) -> PathBuf {
        self.folder.path().join("data/collection-root")
    }

    /// A home whose folder is carried to and from this server.
    pub fn home(&self) -> Machine {
        let home = Home::new();
        let folder = home.path().join("tasks/promises");
        fs::create_dir_all(&folder).expect("a folder");
        let shown = home.path().display().to_string();
        let config = format!(
            "[general]\nstatus_path = \"{shown}/status\"\n\
             [pair promises]\na = \"here\"\nb = \"there\"\ncollections = [\"promises\"]\n\
             conflict_resolution = \"b wins\"\n\
             [storage here]\ntype = \"filesystem\"\npath = \"{shown}/tasks\"\nfileext = \".ics\"\n\
             [storage there]\ntype = \"caldav\"\nurl = \"http://127.0.0.1:{}/me/\"\n\
             username = \"me\"\npassword = \"\"\nitem_types = [\"VTODO\"]\n",
            self.port
        );
        fs::write(home.path().join("vdirsyncer"), config).expect("a file");
        let todoman = format!(
            "path = \"{shown}/tasks/*\"\ndate_format = \"%Y-%m-%d\"\ntime_format = \"%H:%M\"\n\
             default_list = \"promises\"\n"
        );
        fs::create_dir_all(home.path().join(".config/todoman")).expect("a folder");
        fs::write(home.path().join(".config/todoman/config.py"), todoman).expect("a file");
        home.write_config("[sync]\nvdir = \"~/tasks/promises\"\nto = \"Customers\"\n");
        let machine = Machine { home, folder };
        machine.run("vdirsyncer", &["discover", "promises"]);
        machine
    }
}

/// A home, and the folder of its tasks.
pub struct Machine {
    /// Where `promise` runs.
    pub home: Home,
    /// The folder of its tasks.
    pub folder: PathBuf,
}

impl Machine {
    /// Another program in this home, not started.
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        if program == "vdirsyncer" {
            command.arg("-c").arg(self.home.path().join("vdirsyncer"));
        }
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.home.path())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "Europe/Berlin");
        command
    }

    /// Runs another program, which must succeed; gives what it printed.
    pub fn run(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = self.command(program, arguments);
        let ran = command.stdin(Stdio::null()).output();
        let ran = ran.expect("the program runs");
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "{program} {arguments:?}: {said}");
        String::from_utf8_lossy(&ran.stdout).into_owned()
    }

    /// To the server and back.
    pub fn carry(&self) {
        self.run("vdirsyncer", &["sync", "promises"]);
    }

    /// As cron does it.
    pub fn round(&self) {
        self.carry();
        self.home.ok(&["sync", "--quiet"]);
        self.carry();
    }

    /// What counts of every promise, whatever its number.
    pub fn promises(&self) -> Vec<Value> {
        let list = self.home.json(&["list", "--all"]);
        let rows = list.as_array().expect("a list").iter();
        let ids: Vec<i64> = rows.filter_map(|row| row["id"].as_i64()).collect();
        let mut shown: Vec<Value> = ids
            .iter()
            .map(|id| {
                let mut row = self.home.json(&["show", &id.to_string()])[0].clone();
                row["id"] = Value::Null;
                row["needs"] = Value::Null;
                for event in row["events"].as_array_mut().expect("events") {
                    for number in ["seq", "id", "step", "target"] {
                        if event.get(number).is_some() {
                            event[number] = Value::Null;
                        }
                    }
                    if let Some(changes) = event["changes"].as_array_mut() {
                        changes.retain(|change| change["field"] != "person");
                    }
                }
                row
            })
            .collect();
        shown.sort_by_key(|row| row["uuid"].as_str().map(str::to_owned));
        shown
    }

    /// The promise that is called this.
    pub fn one(&self, what: &str) -> Value {
        let all = self.promises();
        let found = all.iter().find(|row| row["what"] == what);
        found
            .unwrap_or_else(|| panic!("no {what}: {all:#?}"))
            .clone()
    }

    /// The number that todoman gives a task.
    pub fn number(&self, summary: &str) -> String {
        let listed = self.run("todoman", &["--porcelain", "list", "--status", "ANY"]);
        let listed: Value = serde_json::from_str(&listed).expect("JSON");
        let mut tasks = listed.as_array().expect("a list").iter();
        let task = tasks.find(|task| task["summary"] == summary);
        task.expect("the task")["id"].to_string()
    }
}
