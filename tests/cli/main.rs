//! End to end: the built program, run as a user would, one file a command.

// A test that cannot go on says so by panicking.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod add;
mod add_batch;
mod add_deadline;
mod add_key;
mod add_refusals;
mod backup;
mod backup_auto;
mod break_it;
mod caldav;
mod calendar;
mod capacity;
mod causes;
mod check;
mod check_refused;
mod complaint;
mod completions;
mod completions_shells;
mod config;
mod config_effects;
mod config_mistakes;
mod date;
mod day;
mod doctor;
mod doctor_damage;
mod doctor_repair;
mod due;
mod due_horizon;
mod edit;
mod emulator;
mod emulator_screen;
mod export;
mod faults;
mod first;
mod handoff;
mod harness;
mod heard;
mod hooks;
mod hostile;
mod ids;
mod import;
mod import_csv;
mod import_ics;
mod import_taskwarrior;
mod import_todotxt;
mod json;
mod json_errors;
mod keep;
mod life;
mod life_output;
mod limit;
mod list;
mod list_filters;
mod list_search;
mod log;
mod medium;
mod needs;
mod no_input;
mod note;
mod output;
mod people;
mod people_account;
mod people_forget;
mod people_life;
mod private;
mod quiet;
mod races;
mod release;
mod remind;
mod remind_cron;
mod remind_exec;
mod remind_notify;
mod remind_races;
mod remind_schedule;
mod reopen;
mod report;
mod report_browser;
mod report_html;
mod report_open;
mod report_people;
mod report_periods;
mod report_refused;
mod reschedule;
mod reschedule_capacity;
mod reschedule_zones;
mod restore;
mod restore_live;
mod review;
mod review_ends;
mod review_walk;
mod review_why;
mod schema;
mod screen;
mod series;
mod show;
mod signals;
mod standards;
mod status;
mod sync;
mod sync_doubt;
mod sync_edits;
mod sync_folder;
mod sync_killed;
mod sync_long;
mod sync_machines;
mod sync_needs;
mod sync_output;
mod sync_refused;
mod sync_server;
mod sync_server_killed;
mod template;
mod terminal;
mod transfer;
mod transfer_refused;
mod transfer_times;
mod undo;
mod undo_step;
mod usage;
mod validator;
mod void;

/// A file that is not named above would never run.
#[test]
fn no_test_file_is_forgotten() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli");
    let main = std::fs::read_to_string(format!("{folder}/main.rs")).expect("this file");
    for entry in std::fs::read_dir(folder).expect("this folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy();
        assert!(
            name == "main" || main.contains(&format!("mod {name};")),
            "tests/cli/{name}.rs is not named in tests/cli/main.rs"
        );
    }
}
