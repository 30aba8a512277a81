//! The `sqlite3` shell, and the statements that do what the program's commands do.
//!
//! The statements are those of `src/store`, with the values written out, and as durable: the file
//! is in WAL mode, and `synchronous` is FULL. The shell leaves out the full-text index, which
//! the shells that systems ship are often too old for (`contentless_delete` needs SQLite 3.43),
//! and the checksums, which it cannot compute. So it does less than the program in `add`
//! and `keep`, and a ratio somewhat above 1 is the price of those two.

use std::env;
use std::path::PathBuf;

use chrono::{DateTime, Days, FixedOffset, NaiveTime};

use crate::data::NOW;
use crate::subjects::WHAT;

/// The columns that the program reads of each promise.
const ENTRY: &str = "SELECT promises.id, promises.uuid, what, direction, person, owner, state,
    due_kind, due_local, due_zone, due_at, first_kind, first_local, first_zone, first_at,
    negotiated_kind, negotiated_local, negotiated_zone, negotiated_at, made_at, settled_at, via,
    effort_minutes, standard, key, corrections, promises.recorded_at,
    (SELECT group_concat(tag, char(31)) FROM tags WHERE promise = promises.id), people.name,
    reschedules, handoffs
    FROM promises JOIN people ON people.id = person";

/// The settings of a connection that writes.
const DURABLE: &str =
    "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";

/// The shell, where one is installed.
pub fn find() -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join("sqlite3"))
        .find(|program| program.is_file())
}

/// What is open and due by the end of the day after a moment, and in zones far behind: the
/// program reads 26 hours more, and sorts out.
pub fn due(now: &str) -> String {
    let until = moment(now)
        .date_naive()
        .checked_add_days(Days::new(2))
        .map(|day| day.and_time(NaiveTime::MIN).and_utc().timestamp() + 25 * 3600 - 1)
        .expect("a day");
    format!("{ENTRY} WHERE 1 AND state = 'open' AND due_at <= {until} ORDER BY due_at, promises.id")
}

/// The open promises that are due first.
pub fn list() -> String {
    format!("{ENTRY} WHERE 1 AND state = 'open' ORDER BY due_at, promises.id LIMIT 20")
}

/// What a report counts, as far as one statement counts it, over the rows that a report reads:
/// those of its period and of the one before, and what is open. Times and names are left to the
/// program.
///
/// Each moment has an index; so does what was said and undone, which the program looks up for each
/// row. The plan of the program's statement, whose parts a test beside it holds (the shell is told
/// the index of what is open, which older versions would not take):
///
/// ```text
/// SEARCH promises USING INTEGER PRIMARY KEY (rowid=?)
/// LIST SUBQUERY: COMPOUND QUERY
///   SEARCH promises USING INDEX promises_made (made_at>? AND made_at<?)
///   SEARCH promises USING INDEX promises_settled (settled_at>? AND settled_at<?)
///   SEARCH promises USING INDEX promises_due (due_at>? AND due_at<?)
///   SEARCH promises USING INDEX promises_moved_first (first_at>? AND first_at<?)
///   SEARCH promises USING INDEX promises_moved_negotiated (negotiated_at>? ...)
///   SCAN promises USING INDEX promises_open
///   SEARCH promises USING INDEX promises_settled (settled_at>?)
/// CORRELATED SCALAR SUBQUERY: SEARCH events USING INDEX events_told (promise=?)
///   SEARCH turning USING INDEX events_turned (target=?)
/// ```
pub fn report(since: &str) -> String {
    let from = moment(&format!("{since}T00:00:00+01:00")).timestamp();
    let to = moment("2026-11-23T23:59:59+01:00").timestamp();
    let within = |column: &str| format!("{column} BETWEEN {from} AND {to}");
    let [made, settled, due] = ["made_at", "settled_at", "due_at"].map(within);
    let [first, negotiated] = ["first_at", "negotiated_at"].map(within);
    format!(
        "SELECT count(*), sum({made}), sum(state = 'kept' AND {settled}),
         sum(state = 'broken' AND {settled}), sum(state = 'released' AND {settled}),
         sum(state = 'open'), sum(state = 'open' AND due_at < {to}),
         sum({first}), sum({first} AND settled_at <= first_at),
         sum({negotiated}), sum({negotiated} AND settled_at <= negotiated_at),
         avg(settled_at - made_at), sum(handoffs), avg(rating), sum(satisfied)
         FROM promises WHERE id IN (
             SELECT id FROM promises WHERE {made}
             UNION ALL SELECT id FROM promises WHERE {settled}
             UNION ALL SELECT id FROM promises WHERE {due}
             UNION ALL SELECT id FROM promises WHERE reschedules > 0 AND {first}
             UNION ALL SELECT id FROM promises WHERE reschedules > 0 AND {negotiated}
             UNION ALL SELECT id FROM promises INDEXED BY promises_open WHERE state = 'open'
             UNION ALL SELECT id FROM promises WHERE settled_at > {to} AND made_at <= {to})"
    )
}

/// A promise recorded, with its step, its event and the changes of it.
pub fn add(person: &str) -> String {
    let now = moment(NOW).timestamp();
    let folded = person.to_lowercase();
    let local = "2026-12-01T10:00:00";
    let due_at = moment("2026-12-01T10:00:00+01:00").timestamp();
    let due = format!("'wall', '{local}', 'Europe/Berlin', {due_at}");
    format!(
        "{DURABLE}
         BEGIN IMMEDIATE;
         INSERT INTO promises (uuid, what, direction, person, state,
             due_kind, due_local, due_zone, due_at, first_kind, first_local, first_zone, first_at,
             negotiated_kind, negotiated_local, negotiated_zone, negotiated_at,
             made_at, via, corrections, recorded_at, checksum)
             SELECT randomblob(16), '{WHAT}', 'mine', person, 'open',
             {due}, {due}, {due}, {now}, 'call', 0, {now}, 0
             FROM names WHERE folded = '{folded}';
         INSERT INTO steps (uuid, kind, command, at) VALUES (randomblob(16), 'do', 'add', {now});
         INSERT INTO events (uuid, step, promise, kind, at, checksum)
             VALUES (randomblob(16), last_insert_rowid(), (SELECT max(id) FROM promises),
             'added', {now}, 0);
         INSERT INTO changes (event, place, field, new) VALUES
             (last_insert_rowid(), 0, 'what', '{WHAT}'),
             (last_insert_rowid(), 1, 'person', 1),
             (last_insert_rowid(), 2, 'due', 'wall {local} Europe/Berlin'),
             (last_insert_rowid(), 3, 'made_at', {now}),
             (last_insert_rowid(), 4, 'via', 'call');
         COMMIT;
         {ENTRY} WHERE promises.id = (SELECT max(id) FROM promises);"
    )
}

/// A promise kept, with its step, its event and the changes of it.
pub fn keep(id: i64) -> String {
    let now = moment(NOW).timestamp();
    format!(
        "{DURABLE}
         BEGIN IMMEDIATE;
         {ENTRY} WHERE promises.id = {id};
         INSERT INTO steps (uuid, kind, command, at) VALUES (randomblob(16), 'do', 'keep', {now});
         INSERT INTO events (uuid, step, promise, kind, at, checksum)
             VALUES (randomblob(16), last_insert_rowid(), {id}, 'kept', {now}, 0);
         INSERT INTO changes (event, place, field, new) VALUES
             (last_insert_rowid(), 0, 'state', 'kept'),
             (last_insert_rowid(), 1, 'settled_at', {now});
         UPDATE promises SET state = 'kept', settled_at = {now}, checksum = 0 WHERE id = {id};
         COMMIT;"
    )
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a time")
}
