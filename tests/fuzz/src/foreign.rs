//! What every reader of another program's format has to hold: it says no twice the same thing of
//! the same bytes however they come in pieces, and a row of it can be kept.

use promise::domain::zone::Zone;
use promise::exchange::row::{Records, Row, Taken};

/// The zone of the user.
pub fn home() -> Zone {
    Zone::bundled("America/New_York").expect("a zone")
}

/// The same records come of the whole and of its pieces.
pub fn in_pieces<T: PartialEq + std::fmt::Debug>(
    data: &[u8],
    split: impl Fn(&mut dyn Iterator<Item = &[u8]>) -> Records<T>,
) -> Records<T> {
    let whole = split(&mut std::iter::once(data));
    let size = usize::from(data.first().copied().unwrap_or_default() % 9) + 1;
    let pieces = split(&mut data.chunks(size));
    assert_eq!(whole, pieces);
    for pair in whole.windows(2) {
        assert!(pair[0].0 <= pair[1].0, "lines go back");
    }
    whole
}

/// A row says nothing that cannot be kept by its form.
pub fn check_row(row: &Row) {
    for tag in &row.tags {
        assert!(
            !tag.is_empty() && !tag.contains([' ', ',', '\n', '\t']),
            "{tag:?}"
        );
    }
    if let Some(every) = row.every {
        let again = promise::phrase::every(&every.to_string());
        assert_eq!(again.ok(), Some(every));
    }
}

/// The rows of what was taken.
pub fn check_taken(taken: &Result<Taken, String>) {
    match taken {
        Ok(Taken::Row(row)) => check_row(row),
        Ok(Taken::LeftOut(_)) => {}
        Err(reason) => assert!(!reason.is_empty()),
    }
}
