//! What becomes of a promise whose file is not there.

use crate::domain::promise::State;

/// What is known of a promise and of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its state.
    pub state: State,
    /// Whether it was settled so long ago that it need not be there.
    pub is_old: bool,
    /// Whether it had a file when both sides were last the same.
    pub had_file: bool,
    /// Whether anything happened to it here since.
    pub is_changed: bool,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing is kept of its file any more.
    Drop,
    /// It stays without a file.
    Stay,
    /// Its file is written, and that is no news: it had none.
    Write,
    /// It is settled, and somebody tidied up.
    Gone,
    /// Its file is written again, as it was changed here: an edit beats a deletion.
    Changed,
    /// Its file is written again, as nobody said that it is void.
    Kept,
    /// It is void.
    Void,
}

impl Missing {
    /// What becomes of it, where somebody said that it is to be void, or did not.
    #[must_use]
    pub fn fate(self, to_void: bool) -> Fate {
        let is_settled = self.state != State::Open;
        match self {
            _ if self.state == State::Void || (is_settled && self.is_old) => Fate::Drop,
            // Whatever it was there, it is open again or was moved on here.
            _ if !self.had_file && self.is_changed => Fate::Write,
            _ if !self.had_file => Fate::Stay,
            _ if self.is_changed => Fate::Changed,
            _ if is_settled => Fate::Gone,
            _ if to_void => Fate::Void,
            _ => Fate::Kept,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fates() {
        let yes = true;
        let no = false;
        let table = [
            // state, old, file, changed, void
            ((State::Void, no, yes, yes, no), Fate::Drop),
            ((State::Kept, yes, yes, yes, no), Fate::Drop),
            ((State::Open, no, no, no, yes), Fate::Stay),
            ((State::Kept, no, no, no, no), Fate::Stay),
            ((State::Open, no, no, yes, yes), Fate::Write),
            ((State::Kept, no, yes, no, yes), Fate::Gone),
            ((State::Kept, no, yes, yes, yes), Fate::Changed),
            ((State::Open, no, yes, yes, yes), Fate::Changed),
            ((State::Open, no, yes, no, no), Fate::Kept),
            ((State::Open, no, yes, no, yes), Fate::Void),
        ];
        for ((state, is_old, had_file, is_changed, to_void), fate) in table {
            let missing = Missing {
                state,
                is_old,
                had_file,
                is_changed,
            };
            assert_eq!(missing.fate(to_void), fate, "{missing:?}");
        }
    }
}
