//! `promise void`.

use crate::harness::Home;

#[test]
fn where_nothing_is_recorded() {
    let home = Home::new();
    home.run(&["void", "7"])
        .stdout("")
        .stderr(
            "note: no promise is recorded yet: no database at ~/.local/share/promise/promise.db\n\
             error: no promise 7\n\
             hint: promise list --all lists every one\n",
        )
        .status(3);
    assert!(!home.database().exists());
}
