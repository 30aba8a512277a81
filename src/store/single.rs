//! Reading one promise. Each short command prepares its statements anew, and to prepare one that
//! joins and gathers costs more than to run it for one row: here the row is read by itself, and
//! what stands beside it by statements of their own.

use rusqlite::{Params, Row};
use uuid::Uuid;

use crate::store::checksum;
use crate::store::error::{Fault, StoreError};
use crate::store::read::Reader;
use crate::store::rows::{self, Entry};

// To name forty columns would cost SQLite more than to read the row.
const BY_ID: &str = "SELECT * FROM promises WHERE id = ?1";
const BY_UUID: &str = "SELECT * FROM promises WHERE uuid = ?1";
const BY_KEY: &str = "SELECT * FROM promises WHERE key = ?1 AND state <> 'void'";

impl Reader<'_> {
    /// The promise with a number.
    pub fn promise(&self, id: i64) -> Result<Option<Entry>, StoreError> {
        Ok(self.single(BY_ID, [id])?.map(|(entry, _)| entry))
    }

    /// The promise with a number, checked against its checksum.
    pub fn verified(&self, id: i64) -> Result<Option<Entry>, StoreError> {
        let Some((entry, sum)) = self.single(BY_ID, [id])? else {
            return Ok(None);
        };
        self.compare(&entry, sum)?;
        Ok(Some(entry))
    }

    /// The promise with a UUID.
    pub fn promise_by_uuid(&self, uuid: Uuid) -> Result<Option<Entry>, StoreError> {
        let found = self.single(BY_UUID, [uuid.as_bytes()])?;
        Ok(found.map(|(entry, _)| entry))
    }

    /// The promise that a script's key belongs to.
    pub fn promise_by_key(&self, key: &str) -> Result<Option<Entry>, StoreError> {
        Ok(self.single(BY_KEY, [key])?.map(|(entry, _)| entry))
    }

    /// What was promised, of the promise with a number.
    pub fn what(&self, id: i64) -> Result<Option<String>, StoreError> {
        self.one("SELECT what FROM promises WHERE id = ?1", [id], |row| {
            row.get(0)
        })
    }

    /// Checks the row of a promise against its checksum.
    pub fn verify(&self, entry: &Entry) -> Result<(), StoreError> {
        let id = entry.promise.id;
        let sum = self.value("SELECT checksum FROM promises WHERE id = ?1", [id])?;
        self.compare(entry, sum)
    }

    fn compare(&self, entry: &Entry, sum: i64) -> Result<(), StoreError> {
        if sum == checksum::of_promise(&entry.promise) {
            return Ok(());
        }
        let id = entry.promise.id;
        let detail = format!("promise {id} does not match its checksum");
        Err(StoreError::new(self.path, Fault::Damaged(detail)))
    }

    /// One promise, and the checksum in its row.
    fn single(
        &self,
        statement: &str,
        parameters: impl Params,
    ) -> Result<Option<(Entry, i64)>, StoreError> {
        let found = self.one(statement, parameters, |row| {
            Ok((rows::promise(row)?, row.get("checksum")?))
        })?;
        let Some((mut promise, sum)) = found else {
            return Ok(None);
        };
        let Some(person) = self.name(promise.person)? else {
            return Ok(None);
        };
        let of = [promise.id];
        let text = |row: &Row<'_>| row.get(0);
        let tags = self.all("SELECT tag FROM tags WHERE promise = ?1", of, text)?;
        let leads = self.all("SELECT lead FROM leads WHERE promise = ?1", of, text)?;
        let needs = self.all("SELECT need FROM needs WHERE promise = ?1", of, |row| {
            rows::identity(row, 0)
        })?;
        promise.tags = tags.into_iter().collect();
        promise.reminders = leads.into_iter().collect();
        promise.needs = needs.into_iter().collect();
        Ok(Some((Entry { promise, person }, sum)))
    }
}

#[cfg(test)]
mod tests {
    use crate::store::{migrations, rows};

    /// Both are read by the places of the columns.
    #[test]
    fn a_row_stands_in_the_order_of_an_entry() {
        let connection = migrations::fresh().unwrap();
        let columns = |text: &str| -> Vec<String> {
            let statement = connection.prepare(text).unwrap();
            statement.column_names().map(str::to_owned).collect()
        };
        let mut row = columns(super::BY_ID);
        let entry = columns(&format!("SELECT {}", rows::ENTRY));
        assert_eq!(row[27], "checksum");
        "name".clone_into(&mut row[27]);
        assert_eq!(entry[..row.len()], row);
    }
}
