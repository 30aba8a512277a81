//! Commands as the files of schedulers have them.

/// A line of a crontab that runs a command every minute: words for `sh`, and what crontab itself
/// would take for a line break escaped (crontab(5), "the sixth field").
#[must_use]
pub fn cron(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| shell_word(word)).collect();
    format!("* * * * * {}\n", words.join(" ").replace('%', "\\%"))
}

/// A word as POSIX shells read it.
fn shell_word(word: &str) -> String {
    let plain = |char: char| char.is_ascii_alphanumeric() || "/._-=:@+".contains(char);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// A service and its timer, one after the other, each under a comment that names its file.
#[must_use]
pub fn systemd(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| unit_word(word)).collect();
    format!(
        "\
# ~/.config/systemd/user/promise-remind.service
[Unit]
Description=Reminders of promises

[Service]
Type=oneshot
ExecStart={}

# ~/.config/systemd/user/promise-remind.timer
# systemctl --user enable --now promise-remind.timer
[Unit]
Description=Reminders of promises, every minute

[Timer]
OnCalendar=minutely
AccuracySec=1s
Persistent=true

[Install]
WantedBy=timers.target
",
        words.join(" ")
    )
}

/// A word as command lines of units have it: quoted, with what systemd would expand doubled
/// (systemd.service(5), "COMMAND LINES").
fn unit_word(word: &str) -> String {
    let doubled = word.replace('%', "%%").replace('$', "$$");
    let plain = |char: char| char.is_ascii_alphanumeric() || "/._-=:@+%$".contains(char);
    if !word.is_empty() && doubled.chars().all(plain) {
        return doubled;
    }
    let quoted = doubled.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{quoted}\"")
}

#[cfg(test)]
mod tests {
    use super::{cron, systemd};

    #[test]
    fn words_that_schedulers_would_read_otherwise() {
        let words = ["/opt/my promise", "--db", "/a/50%$HOME's \"x\".db"].map(str::to_owned);
        assert_eq!(
            cron(&words),
            "* * * * * '/opt/my promise' --db '/a/50\\%$HOME'\\''s \"x\".db'\n"
        );
        let units = systemd(&words);
        let line = "ExecStart=\"/opt/my promise\" --db \"/a/50%%$$HOME's \\\"x\\\".db\"\n";
        assert!(units.contains(line), "{units}");
    }
}
