//! The page in a real browser, where one is installed: it fits a phone and a desk.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::harness::Home;

/// What a browser without a window may be called.
const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Tells how wide the page is drawn, folded and with everything unfolded, how many charts it has,
/// and how many of them have a size. The page forbids scripts: the copy that is measured does not.
const MEASURE: &str = "<script>
const root = document.documentElement;
const folded = root.scrollWidth;
document.querySelectorAll('details').forEach(one => one.open = true);
const charts = [...document.querySelectorAll('svg[role=img]')];
const drawn = charts.filter(one => one.getBoundingClientRect().width > 100).length;
parent.postMessage([innerWidth, folded, root.scrollWidth, charts.length, drawn].join(' '), '*');
</script></body>";

/// Shows a page as wide as a phone, which no window can be, and notes what it tells.
const FRAME: &str = "<!DOCTYPE html><title>nothing</title><script>
onmessage = message => { document.title = 'measured ' + message.data; };
</script><iframe style='width:WIDTHpx;height:900px;border:0' src='page.html'></iframe>";

fn browser() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    BROWSERS
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}

/// Numbers that the page tells when it is drawn in a window so wide.
fn measured(home: &Home, browser: &PathBuf, page: &str, width: u32) -> Vec<u32> {
    let file = home.path().join("page.html");
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    assert!(page.contains(policy));
    let page = page.replace(policy, "default-src * 'unsafe-inline'");
    fs::write(&file, page.replace("</body>", MEASURE)).expect("a page");
    let frame = home.path().join("frame.html");
    fs::write(&frame, FRAME.replace("WIDTH", &width.to_string())).expect("a frame");
    let output = Command::new(browser)
        .args(["--headless=new", "--no-sandbox", "--disable-gpu"])
        .args([
            "--no-first-run",
            "--disable-extensions",
            "--hide-scrollbars",
        ])
        .arg(format!(
            "--user-data-dir={}",
            home.path().join("profile").display()
        ))
        .arg("--window-size=1400,1000")
        .args(["--virtual-time-budget=10000", "--dump-dom"])
        .arg(format!("file://{}", frame.display()))
        .env("HOME", home.path())
        .stdin(Stdio::null())
        .output()
        .expect("the browser runs");
    let document = String::from_utf8_lossy(&output.stdout);
    let told = document
        .split_once("<title>measured ")
        .and_then(|(_, rest)| rest.split_once("</title>"))
        .unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let numbers = told
        .0
        .split(' ')
        .map(|number| number.parse().expect("a number"));
    numbers.collect()
}

#[test]
fn it_fits_a_phone_and_a_desk() {
    let Some(browser) = browser() else {
        println!("skipped: none of {} is installed", BROWSERS.join(", "));
        return;
    };
    let mut home = Home::new();
    home.at("2026-10-05T09:00:00+02:00");
    let wide = "山".repeat(200);
    let unbroken = "x".repeat(200);
    for (id, name) in (1..).zip(["Jane", &wide, &unbroken, "Jane", "Jane"]) {
        let id: u8 = id;
        home.ok(&[
            "add", "a", "--to", name, "--due", "7 oct", "--tag", &unbroken,
        ]);
        if id > 2 {
            home.ok(&[
                "break",
                &id.to_string(),
                "--cause",
                "forgot",
                "--because",
                name,
            ]);
        }
    }
    home.ok(&["add", "b", "--from", &wide, "--due", "7 oct"]);
    home.at("2026-11-23T16:00:00+01:00");
    let quarter = ["report", "--format", "html", "--period", "quarter"];
    for group in ["person", "tag"] {
        let page = home.ok(&[&quarter[..], &["--group", group]].concat());
        for width in [390, 1280] {
            let found = measured(&home, &browser, &page, width);
            assert_eq!(found[..3], [width, width, width], "{group}: {found:?}");
            assert!(found[3] >= 5, "{group}: {found:?}");
            assert_eq!(found[3], found[4], "{group}: {found:?}");
        }
    }
}
