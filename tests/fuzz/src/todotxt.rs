//! Lines of todo.txt.

use promise::exchange::lines::Lines;
use promise::exchange::todotxt;

use crate::foreign;

/// A file of lines.
pub fn check(data: &[u8]) {
    let home = foreign::home();
    let records = foreign::in_pieces(data, |pieces| {
        let (mut lines, mut found) = (Lines::default(), Vec::new());
        for piece in pieces {
            lines.push(piece, &mut found);
        }
        lines.finish(&mut found);
        found
    });
    for (_, line) in records {
        let Ok(line) = line else { continue };
        let _ = todotxt::has_marks(&line);
        match todotxt::read(&line, &home) {
            Ok(Some(row)) => foreign::check_row(&row),
            Ok(None) => {}
            Err(reason) => assert!(!reason.is_empty()),
        }
    }
}
