//! The one place of the configuration that touches the disk.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use crate::config::error::ConfigError;

/// The largest config file that is read, in bytes.
pub const SIZE_LIMIT: u64 = 1024 * 1024;

/// The text of a config file; nothing where there is no such file.
pub fn load(path: &Path) -> Result<Option<String>, ConfigError> {
    let bytes = match read_limited(path) {
        Ok(bytes) => bytes,
        // A HOME that is no folder (cron gives some users /dev/null) holds no config file either.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(refusal(path, &format!("cannot be read: {error}"))),
    };
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(refusal(
            path,
            &format!("is larger than {} MiB", SIZE_LIMIT >> 20),
        ));
    }
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.split(|byte| *byte == b'\n').count();
        ConfigError {
            line: Some(line),
            hint: Some("save the file as UTF-8".to_owned()),
            ..refusal(path, "is not UTF-8 text")
        }
    })
}

/// At most one byte more than is allowed, so that a device without an end is not read for ever.
fn read_limited(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(SIZE_LIMIT + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn refusal(path: &Path, what: &str) -> ConfigError {
    ConfigError {
        file: path.to_owned(),
        line: None,
        key: None,
        message: format!("the config file {what}"),
        hint: None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn text_comes_back_and_a_missing_file_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        assert_eq!(load(&path), Ok(None));
        assert_eq!(load(Path::new("/dev/null/promise/config.toml")), Ok(None));
        fs::write(&path, "me = \"Zoë\"\n").unwrap();
        assert_eq!(load(&path), Ok(Some("me = \"Zoë\"\n".to_owned())));
        fs::write(&path, " ".repeat(1024 * 1024)).unwrap();
        assert_eq!(load(&path).unwrap().unwrap().len(), 1024 * 1024);
    }

    #[test]
    fn what_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let large = " ".repeat(1024 * 1024 + 1);
        let table: [(&[u8], &str); 2] = [
            (
                b"# one\n# two\nme = \"Zo\xeb\"\n",
                "3: the config file is not UTF-8 text",
            ),
            (large.as_bytes(), " the config file is larger than 1 MiB"),
        ];
        let path = folder.path().join("config.toml");
        for (bytes, message) in table {
            fs::write(&path, bytes).unwrap();
            let error = load(&path).unwrap_err().to_string();
            assert_eq!(error, format!("{}:{message}", path.display()));
        }
        let error = load(folder.path()).unwrap_err().to_string();
        assert!(
            error.contains(": the config file cannot be read: "),
            "{error}"
        );
    }
}
