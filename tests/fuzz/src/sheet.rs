//! Spreadsheets as CSV.

use promise::exchange::sheet::{Cells, Header, Map, is_header};

use crate::foreign;

/// A file with a header; every second one has a header that is known.
pub fn check(data: &[u8]) {
    let known = data.first().is_some_and(|byte| byte % 2 == 0);
    let mut file = Vec::new();
    if known {
        file.extend(b"what,to,due,state,made,settled,tags,effort,notes,every,needs,uuid\n");
    }
    file.extend(data);
    let records = foreign::in_pieces(&file, |pieces| {
        let (mut cells, mut found) = (Cells::new(), Vec::new());
        for piece in pieces {
            cells.push(piece, &mut found);
        }
        cells.finish(&mut found);
        found
    });
    let _ = is_header(&String::from_utf8_lossy(data));
    let mut records = records.into_iter();
    let Some((_, Ok(names))) = records.next() else {
        return;
    };
    let header = match Header::new(&names, &Map::default()) {
        Ok(header) => header,
        Err(wrong) => {
            assert!(!wrong.reason.is_empty() && !wrong.hint.is_empty());
            return;
        }
    };
    for (_, cells) in records {
        let Ok(cells) = cells else { continue };
        match header.row(&cells) {
            Ok(Some(row)) => foreign::check_row(&row),
            Ok(None) => {}
            Err(reason) => assert!(!reason.is_empty()),
        }
    }
}
