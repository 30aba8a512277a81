//! The statements that do what the program's commands do: run by the `sqlite3` shell, and by a
//! program that does nothing else through rusqlite.
//!
//! They are those of `src/store`, with the values written out, and as durable: the file is in WAL
//! mode, and `synchronous` is FULL. They leave out the full-text index where the shells that
//! systems ship are often too old for it (`contentless_delete` needs SQLite 3.43), and the
//! checksums, which SQLite cannot compute. So they do less than the program in `add` and `keep`,
//! and a ratio somewhat above 1 is the price of those two.

use std::env;
use std::path::{Path, PathBuf};

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

/// The columns that it reads for a line of `due`.
const LINE: &str = "SELECT promises.id, what, direction, owner, people.name,
    due_kind, due_local, due_zone, due_at, effort_minutes
    FROM promises JOIN people INDEXED BY people_called ON people.id = person";

/// The settings of a connection that writes.
const DURABLE: &str =
    "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";

/// The `sqlite3` shell, where one is installed.
pub fn shell() -> Option<PathBuf> {
    in_path("sqlite3")
}

/// A program that is installed.
pub fn in_path(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(name))
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
    format!("{LINE} WHERE 1 AND state = 'open' AND due_at <= {until} ORDER BY due_at, promises.id")
}

/// The open promises that are due first.
pub fn list() -> String {
    format!("{ENTRY} WHERE 1 AND state = 'open' ORDER BY due_at, promises.id LIMIT 20")
}

/// The open promises with words that begin so, those due first.
pub fn search(words: &str) -> String {
    format!(
        "{ENTRY} WHERE state = 'open'
         AND promises.id IN (SELECT rowid FROM words WHERE words MATCH '\"{words}\"*')
         ORDER BY due_at, promises.id LIMIT 20"
    )
}

/// What the program reads of one promise: its row, and what stands beside it.
fn one(id: i64) -> String {
    format!(
        "SELECT * FROM promises WHERE id = {id};
         SELECT name FROM people WHERE id = (SELECT person FROM promises WHERE id = {id});
         SELECT tag FROM tags WHERE promise = {id};
         SELECT lead FROM leads WHERE promise = {id};
         SELECT need FROM needs WHERE promise = {id};"
    )
}

/// A promise, with what happened to it.
pub fn show(id: u32) -> String {
    let one = one(id.into());
    format!(
        "{one}
         SELECT * FROM events JOIN steps ON steps.id = step
             LEFT JOIN changes ON event = seq WHERE promise = {id} ORDER BY seq, place;"
    )
}

/// Everybody, and how they and I stand.
pub fn people() -> String {
    let now = moment(NOW).timestamp();
    format!(
        "SELECT people.*, counted.* FROM people LEFT JOIN (
             SELECT person, sum(state = 'open'), sum(state = 'open' AND due_at < {now}),
             sum(state = 'kept'), sum(state = 'kept' AND settled_at > negotiated_at), max(made_at)
             FROM promises WHERE state <> 'void' GROUP BY person) AS counted ON person = people.id
         WHERE known = 1 ORDER BY name COLLATE NOCASE"
    )
}

/// What of mine is late, and what falls due today.
pub fn status(now: &str) -> String {
    let end = moment(now)
        .date_naive()
        .checked_add_days(Days::new(1))
        .map(|day| day.and_time(NaiveTime::MIN).and_utc().timestamp())
        .expect("a day");
    let now = moment(now).timestamp();
    format!(
        "SELECT count(*) FROM promises
             WHERE state = 'open' AND direction = 'mine' AND due_at < {now};
         SELECT count(*) FROM promises
             WHERE state = 'open' AND direction = 'mine' AND due_at BETWEEN {now} AND {end};"
    )
}

/// The names that begin so.
pub fn names(beginning: &str) -> String {
    let first = beginning.to_lowercase();
    format!(
        "SELECT typed FROM names
         WHERE folded BETWEEN '{first}' AND '{first}' || char(1114111)
         AND is_alias = 0 ORDER BY folded LIMIT 200"
    )
}

/// All that an export reads.
pub fn export() -> String {
    "SELECT * FROM steps; SELECT * FROM people; SELECT * FROM promises;
     SELECT * FROM events LEFT JOIN changes ON event = seq ORDER BY promise, seq, place;"
        .to_owned()
}

/// All rows of another database, into an empty one in one transaction; with conditions, without
/// which SQLite would copy whole pages.
pub fn import(source: &Path) -> String {
    let source = source.to_str().expect("a path in UTF-8");
    format!(
        "{DURABLE}
         ATTACH '{source}' AS source;
         BEGIN IMMEDIATE;
         INSERT INTO steps SELECT * FROM source.steps WHERE id > 0 ORDER BY id;
         INSERT INTO people SELECT * FROM source.people WHERE id > 0 ORDER BY id;
         INSERT INTO names SELECT * FROM source.names WHERE person > 0;
         INSERT INTO promises SELECT * FROM source.promises WHERE id > 0 ORDER BY id;
         INSERT INTO tags SELECT * FROM source.tags WHERE promise > 0;
         INSERT INTO events SELECT * FROM source.events WHERE seq > 0 ORDER BY seq;
         INSERT INTO changes SELECT * FROM source.changes WHERE event > 0;
         INSERT INTO reminders SELECT * FROM source.reminders WHERE promise > 0;
         INSERT INTO words (rowid, what, names, notes)
             SELECT promises.id, what, name, '' FROM source.promises
             JOIN source.people ON people.id = person;
         COMMIT;"
    )
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
///   SCAN promises USING INDEX promises_late
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
             UNION ALL SELECT id FROM promises INDEXED BY promises_late WHERE state = 'open'
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

/// A promise put off, with its step, its event and the changes of it.
pub fn reschedule(id: i64) -> String {
    let one = one(id);
    let now = moment(NOW).timestamp();
    let due_at = moment("2026-12-02T10:00:00+01:00").timestamp();
    let local = "2026-12-02T10:00:00";
    format!(
        "{DURABLE}
         BEGIN IMMEDIATE;
         {one}
         INSERT INTO steps (uuid, kind, command, at)
             VALUES (randomblob(16), 'do', 'reschedule', {now});
         INSERT INTO events (uuid, step, promise, kind, at, checksum, told)
             VALUES (randomblob(16), last_insert_rowid(), {id}, 'rescheduled', {now}, 0, 1);
         INSERT INTO changes (event, place, field, old, new) VALUES
             (last_insert_rowid(), 0, 'due', '', 'wall {local} Europe/Berlin');
         UPDATE promises SET due_kind = 'wall', due_local = '{local}', due_at = {due_at},
             negotiated_kind = 'wall', negotiated_local = '{local}', negotiated_at = {due_at},
             reschedules = reschedules + 1, checksum = 0 WHERE id = {id};
         COMMIT;"
    )
}

/// A promise kept, with its step, its event and the changes of it.
pub fn keep(id: i64) -> String {
    let one = one(id);
    let now = moment(NOW).timestamp();
    format!(
        "{DURABLE}
         BEGIN IMMEDIATE;
         {one}
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
