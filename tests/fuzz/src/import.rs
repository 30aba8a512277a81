//! Foreign histories taken into a database: what was taken in is what its own events make of it,
//! and whatever becomes of it, the file stays sound.

use std::cell::RefCell;

use chrono::{DateTime, Utc};
use promise::domain::event::Subject;
use promise::domain::replay;
use promise::domain::zone::Zone;
use promise::exchange::jsonl;
use promise::store::error::StoreError;
use promise::store::{Import, Imported, Level, Store, Writing};
use tempfile::TempDir;

thread_local! {
    static BASE: RefCell<Base> = RefCell::new(Base::new());
}

/// A database that is used again and again: every import is taken back.
struct Base {
    folder: TempDir,
    store: Store,
    count: u64,
}

enum End {
    TakenBack,
    Store(StoreError),
}

impl From<StoreError> for End {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Base {
    fn new() -> Self {
        let folder = crate::memory::folder();
        let store = Store::open_to_write(&folder.path().join("p.db")).expect("a database");
        Self {
            folder,
            store,
            count: 0,
        }
    }
}

/// Each line is a record, as in a file.
pub fn check(data: &[u8]) {
    BASE.with_borrow_mut(|base| {
        let now = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment");
        let ended = base.store.write("import", now, |writing| {
            take(writing, data)?;
            Err::<(), End>(End::TakenBack)
        });
        match ended {
            // What a file cannot say twice, such as one event of two promises, is refused.
            Err(End::TakenBack) | Ok(()) => {}
            Err(End::Store(error)) => assert!(!error.to_string().is_empty()),
        }
        base.count += 1;
        if base.count % 4096 == 1 {
            base.examine(now);
        }
    });
}

fn take(writing: &mut Writing<'_>, data: &[u8]) -> Result<(), End> {
    let mut import = Import::begin(writing)?;
    let mut promises = Vec::new();
    for line in data.split(|byte| *byte == b'\n') {
        let Ok(record) = jsonl::record(line) else {
            continue;
        };
        let uuid = match &record {
            promise::domain::record::Record::Promise(history) => Some(history.uuid),
            _ => None,
        };
        if import.take(record)? == Imported::Added {
            promises.extend(uuid);
        }
    }
    import.finish()?;
    let reader = writing.reader();
    for uuid in promises {
        let entry = reader.promise_by_uuid(uuid)?.expect("the promise");
        reader.verify(&entry)?;
        let id = entry.promise.id;
        let events = reader.events(Subject::Promise(id))?;
        let made = replay::promise(id, uuid, &events).expect("a history that makes sense");
        assert_eq!(made, entry.promise);
    }
    Ok(())
}

impl Base {
    fn examine(&self, now: DateTime<Utc>) {
        let path = self.folder.path().join("p.db");
        let findings = Store::examine(&path, now, &Zone::bundled, &mut || ());
        let findings = findings.expect("a readable file").expect("a file");
        for finding in findings {
            assert_eq!(finding.level, Level::Good, "{finding:?}");
        }
    }
}
