//! Lines of our own export: one that reads is written as it was read, and reads again.

use promise::exchange::jsonl;

/// Each line is a record, as in a file.
pub fn check(data: &[u8]) {
    for line in data.split(|byte| *byte == b'\n') {
        match jsonl::record(line) {
            Ok(record) => {
                let written = jsonl::line(&record);
                assert!(!written.contains('\n'));
                let again = jsonl::record(written.as_bytes());
                assert_eq!(again.as_ref(), Ok(&record), "{written}");
            }
            Err(reason) => assert!(!reason.is_empty()),
        }
    }
}
