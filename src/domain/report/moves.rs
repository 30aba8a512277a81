//! What was rescheduled: of each promise when, and from which deadline.

/// New deadlines, as many as a period has. They are looked at once all are known.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// The promise, the moment, the deadline until then.
    all: Vec<(i64, i64, i64)>,
    in_order: bool,
}

impl Moves {
    /// Adds one, in seconds since 1970.
    pub fn add(&mut self, promise: i64, at: i64, old_due: i64) {
        self.all.push((promise, at, old_due));
        self.in_order = false;
    }

    /// The deadline that was in force at a moment; nothing where it is that of now.
    pub fn due_at(&mut self, promise: i64, at: i64) -> Option<i64> {
        if !self.in_order {
            // Those of one moment stay in the order in which they were recorded.
            self.all.sort_by_key(|(promise, at, _)| (*promise, *at));
            self.in_order = true;
        }
        let next = self
            .all
            .partition_point(|(other, moved, _)| (*other, *moved) <= (promise, at));
        let next = self.all.get(next).filter(|(other, ..)| *other == promise);
        next.map(|(_, _, old_due)| *old_due)
    }
}

#[cfg(test)]
mod tests {
    use super::Moves;

    #[test]
    fn the_deadline_before_the_next_move() {
        let mut moves = Moves::default();
        assert_eq!(moves.due_at(1, 0), None);
        for (promise, at, old_due) in [(2, 30, 300), (1, 5, 50), (2, 10, 100), (2, 30, 301)] {
            moves.add(promise, at, old_due);
        }
        let table = [
            (1, 4, Some(50)),
            (1, 5, None),
            (2, 9, Some(100)),
            (2, 10, Some(300)),
            (2, 29, Some(300)),
            (2, 30, None),
            (3, 0, None),
        ];
        for (promise, at, expected) in table {
            assert_eq!(moves.due_at(promise, at), expected, "{promise} at {at}");
        }
        moves.add(3, 1, 10);
        assert_eq!(moves.due_at(3, 0), Some(10));
    }
}
