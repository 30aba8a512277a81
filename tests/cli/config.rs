//! `promise config`: what is in effect, where it comes from, and what each mistake gets.

use std::fs;

use crate::faults::recorded;
use crate::harness::Home;

/// Every setting without a config file, as --format plain shows it: key, value, origin.
const DEFAULTS: &str = "\
me\t\tdefault
time_zone\tEurope/Berlin\tenvironment
date_order\t\tdefault
week_start\tmon\tdefault
causes\toverbooked,not-scheduled,waiting-on-others,underestimated,forgot,handed-off-badly,\
customer-changed,other\tdefault
workday.days\tmon,tue,wed,thu,fri\tdefault
workday.start\t09:00\tdefault
workday.end\t17:00\tdefault
workday.holidays\t\tdefault
due.horizon\t\tdefault
due.default\t\tdefault
check.after\t\tdefault
remind.before\t1 business day,30m\tdefault
capacity.promises\t\tdefault
capacity.effort\t\tdefault
capacity.strict\tfalse\tdefault
list.columns\tid,due,to,from,what\tdefault
list.sort\tdue\tdefault
output.format\tplain\tflag
output.color\tauto\tdefault
output.24h\ttrue\tdefault
hooks.after_add\t\tdefault
hooks.after_keep\t\tdefault
hooks.after_break\t\tdefault
hooks.after_reschedule\t\tdefault
hooks.time_limit\t10\tdefault
backup.keep\t10\tdefault
backup.every\t1 day\tdefault
sync.vdir\t\tdefault
sync.to\t\tdefault
sync.names\t@NAME,to NAME:\tdefault
sync.settled\t30 days\tdefault
";

/// Every setting, none at its default.
const EVERYTHING: &str = "\
me = \"Ann Lee\"
time_zone = \"America/Chicago\"
week_start = \"sun\"
date_order = \"dmy\"
causes = [\"forgot\", \"weather\"]
[zones]
IST = \"Asia/Kolkata\"
[workday]
days = [\"mon\", \"tue\", \"wed\", \"thu\"]
start = \"08:00\"
end = \"16:30\"
holidays = [\"2026-11-24\", \"12-25\"]
[due]
horizon = \"10 days\"
default = \"2 business days\"
[list]
columns = [\"what\", \"id\"]
sort = \"what\"
[output]
format = \"plain\"
color = \"never\"
24h = false
[backup]
keep = 3
every = \"2 weeks\"
";

#[test]
fn nothing_is_set() {
    let home = Home::new();
    home.run(&["config", "--format", "plain"])
        .stdout(DEFAULTS)
        .stderr("")
        .status(0);
    let table = home.ok(&["config", "--color", "never"]);
    let lines: Vec<Vec<&str>> = table
        .lines()
        .map(|line| {
            line.split("  ")
                .filter(|cell| !cell.is_empty())
                .map(str::trim)
                .collect()
        })
        .collect();
    assert_eq!(lines[0], ["key", "value", "from"]);
    assert_eq!(lines[1], ["me", "(not set)", "default"]);
    assert_eq!(
        lines[2],
        ["time_zone", "\"Europe/Berlin\"", "environment, TZ"]
    );
    let format = ["output.format", "\"table\"", "default"];
    assert!(lines.iter().any(|line| *line == format), "{table}");
    assert_eq!(lines.len(), DEFAULTS.lines().count() + 1);
    assert!(
        !home.path().join(".config").exists(),
        "reading makes nothing"
    );
}

#[test]
fn everything_is_set() {
    let mut home = Home::with_config(EVERYTHING);
    let shown = "\
me\tAnn Lee\tfile
time_zone\tEurope/Berlin\tenvironment
date_order\tdmy\tfile
week_start\tsun\tfile
causes\tforgot,weather\tfile
zones.IST\tAsia/Kolkata\tfile
workday.days\tmon,tue,wed,thu\tfile
workday.start\t08:00\tfile
workday.end\t16:30\tfile
workday.holidays\t2026-11-24,12-25\tfile
due.horizon\t10 days\tfile
due.default\t2 business days\tfile
check.after\t\tdefault
remind.before\t1 business day,30m\tdefault
capacity.promises\t\tdefault
capacity.effort\t\tdefault
capacity.strict\tfalse\tdefault
list.columns\twhat,id\tfile
list.sort\twhat\tfile
output.format\tplain\tfile
output.color\tnever\tfile
output.24h\tfalse\tfile
hooks.after_add\t\tdefault
hooks.after_keep\t\tdefault
hooks.after_break\t\tdefault
hooks.after_reschedule\t\tdefault
hooks.time_limit\t10\tdefault
backup.keep\t3\tfile
backup.every\t2 weeks\tfile
sync.vdir\t\tdefault
sync.to\t\tdefault
sync.names\t@NAME,to NAME:\tdefault
sync.settled\t30 days\tdefault
";
    home.run(&["config"]).stdout(shown).stderr("").status(0);
    home.set("TZ", "");
    let shown = shown.replace("Europe/Berlin\tenvironment", "America/Chicago\tfile");
    home.run(&["config"]).stdout(&shown).stderr("").status(0);
    let table = home.ok(&["config", "--format", "table"]);
    let lines: Vec<&str> = table.lines().collect();
    let line = |start: &str| {
        let line = lines
            .iter()
            .find(|line| line.starts_with(start))
            .expect(start);
        let cells: Vec<&str> = line.split("  ").filter(|cell| !cell.is_empty()).collect();
        cells[1..]
            .iter()
            .map(|cell| cell.trim().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(line("me "), ["\"Ann Lee\"", "config file, line 1"]);
    assert_eq!(
        line("zones.IST"),
        ["\"Asia/Kolkata\"", "config file, line 7"]
    );
    let settings = home.json(&["config"]);
    let setting = |key: &str| {
        let mut settings = settings.as_array().expect("settings").iter();
        settings
            .find(|setting| setting["key"] == key)
            .expect(key)
            .clone()
    };
    assert_eq!(
        setting("due.horizon"),
        serde_json::json!({
            "key": "due.horizon", "value": "10 days", "origin": "file", "line": 14,
        })
    );
    home.set("NO_COLOR", "1");
    let plain = home.ok(&["config", "--format", "plain"]);
    assert!(
        plain.contains("\noutput.color\tnever\tenvironment\n"),
        "{plain}"
    );
}

/// Flag over environment over config over system.
#[test]
fn which_value_wins() {
    let home = Home::with_config("time_zone = \"Asia/Tokyo\"\n[output]\nformat = \"csv\"\n");
    assert_eq!(
        home.ok(&["people"]),
        "id,name,open,overdue,kept,late,last_promise,organisation,zone,email,phone,aliases\n"
    );
    home.run(&["people", "--format", "plain"])
        .stdout("")
        .status(0);
    let zone = |home: &Home| {
        let date = home.json(&["date", "tomorrow 1pm"]);
        date["zone"].as_str().expect("a zone").to_owned()
    };
    let mut home = home;
    assert_eq!(zone(&home), "Europe/Berlin");
    home.set("TZ", "");
    assert_eq!(zone(&home), "Asia/Tokyo");
    // The file that a flag names goes over the one that a variable names.
    let named = |name: &str, zone: &str| {
        let path = home.path().join(name);
        fs::write(&path, format!("time_zone = \"{zone}\"\n")).expect("a config file");
        path.display().to_string()
    };
    let variable = named("variable.toml", "Europe/Rome");
    let flag = named("flag.toml", "Europe/Oslo");
    home.set("PROMISE_CONFIG", &variable);
    assert_eq!(zone(&home), "Europe/Rome");
    let date = home.json(&["--config", &flag, "date", "tomorrow 1pm"]);
    assert_eq!(date["zone"], "Europe/Oslo");
    assert_eq!(home.ok(&["config", "path"]), format!("{variable}\n"));
    assert_eq!(
        home.ok(&["config", "path", "--config", &flag]),
        format!("{flag}\n")
    );
    // The folder of the base directories, where nothing is named.
    home.set("PROMISE_CONFIG", "");
    home.set(
        "XDG_CONFIG_HOME",
        &home.path().join("xdg").display().to_string(),
    );
    home.run(&["config", "path"])
        .stdout("~/xdg/promise/config.toml\n")
        .status(0);
}

/// A slip in a cron line must not change the zone in silence.
#[test]
fn a_file_that_was_named_has_to_be_there() {
    let mut home = recorded();
    let missing = home.path().join("missing.toml").display().to_string();
    for command in [&["due"][..], &["note", "1", "x"], &["config"]] {
        let mut words = vec!["--config", missing.as_str()];
        words.extend(command);
        let ran = home.run(&words);
        ran.stdout("").status(1);
        assert!(ran.stderr.contains(&missing), "{ran:?}");
    }
    home.set("PROMISE_CONFIG", &missing);
    home.run(&["due"]).stdout("").status(1);
    // Asking for its path and making it are no use of it.
    assert_eq!(home.ok(&["config", "path"]), format!("{missing}\n"));
    home.ok(&["config", "init"]);
    home.run(&["due"]).status(0);
}

#[test]
fn init_writes_once() {
    let home = Home::new();
    home.run(&["config", "path"])
        .stdout("~/.config/promise/config.toml\n")
        .stderr("")
        .status(0);
    home.run(&["config", "init"])
        .stdout("Wrote ~/.config/promise/config.toml\n")
        .stderr("")
        .status(0);
    let text = fs::read_to_string(home.config()).expect("the file");
    assert!(text.contains("#horizon = \"3 business days\"\n"), "{text}");
    home.run(&["config", "--format", "plain"])
        .stdout(DEFAULTS)
        .stderr("")
        .status(0);
    // With every comment mark taken away it is a config file that holds.
    let set: String = text
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    home.write_config(&set);
    home.run(&["config"]).stderr("").status(0);
    for text in ["# mine\n", "broken", ""] {
        home.write_config(text);
        let ran = home.run(&["config", "init"]);
        ran.stdout("").stderr(
            "error: the config file is there already: ~/.config/promise/config.toml\n\
             hint: promise config edit opens it\n",
        );
        ran.status(4);
        assert_eq!(fs::read_to_string(home.config()).expect("the file"), text);
    }
}

#[test]
fn init_where_nothing_can_be_written() {
    let home = Home::new();
    fs::write(home.path().join(".config"), "no folder").expect("a file");
    home.run(&["config", "init"])
        .stdout("")
        .stderr(
            "error: could not write the config file ~/.config/promise/config.toml: \
             Not a directory (os error 20)\n",
        )
        .status(1);
}

#[cfg(unix)]
#[test]
fn edit_runs_the_editor_without_a_shell() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut home = Home::new();
    let editor = home.path().join("editor");
    let script = "#!/bin/sh\n\
                  printf '%s\\n' \"$@\" > \"$HOME/arguments\"\n\
                  printf '%s\\n' \"$1\" >> \"$HOME/.config/promise/config.toml\"\n";
    fs::write(&editor, script).expect("a script");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("a mode");
    let edit = |home: &mut Home, argument: &str| {
        let line = format!("{} {argument}", editor.display());
        home.set("EDITOR", &line).run(&["config", "edit"])
    };
    // Nothing in the variable is for a shell to read: this one makes no file.
    let harmless = "me=\"$(touch${IFS}pwned)\";";
    let ran = edit(&mut home, harmless);
    assert!(!home.path().join("pwned").exists());
    let given = fs::read_to_string(home.path().join("arguments")).expect("arguments");
    let path = home.config().display().to_string();
    assert_eq!(given, format!("{harmless}\n{path}\n"));
    // What was written is checked at once.
    ran.stdout("").status(1);
    assert!(ran.stderr.contains("config.toml:"), "{ran:?}");
    // A broken file can be opened again.
    fs::write(home.config(), "mee = 1\n").expect("a broken file");
    edit(&mut home, "x=1").status(1);
    fs::write(home.config(), "").expect("an empty file");
    edit(&mut home, "me=\"Ann\"")
        .stdout("")
        .stderr("")
        .status(0);
    assert_eq!(home.json(&["config"])[0]["value"], "Ann");
    // VISUAL goes before EDITOR.
    home.set("VISUAL", "false");
    let ran = home.run(&["config", "edit"]);
    ran.stdout("").status(1);
    assert_eq!(
        ran.stderr,
        "error: the editor false ended with exit status: 1\n"
    );
    home.set("VISUAL", "/no/such/editor --wait");
    home.run(&["config", "edit"])
        .stdout("")
        .stderr(
            "error: could not run the editor /no/such/editor --wait: \
             No such file or directory (os error 2)\n",
        )
        .status(1);
}
