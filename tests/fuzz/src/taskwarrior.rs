//! Tasks as Taskwarrior exports them.

use promise::exchange::objects::Objects;
use promise::exchange::taskwarrior;

use crate::foreign;

/// A file of tasks.
pub fn check(data: &[u8]) {
    let home = foreign::home();
    let records = foreign::in_pieces(data, |pieces| {
        let (mut objects, mut found) = (Objects::new(), Vec::new());
        for piece in pieces {
            objects.push(piece, &mut found);
        }
        objects.finish(&mut found);
        found
    });
    for (_, object) in records {
        if let Ok(object) = object {
            foreign::check_taken(&taskwarrior::read(&object, true, &home));
        }
    }
}
