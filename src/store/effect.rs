//! Which events count, as conditions of a statement: the same as [`crate::domain::replay`] and
//! [`crate::domain::why`] find out from a history.

/// Whether an event of the table called so was not undone, or was redone after. Most are no other's
/// target, and nothing has to be put in order to know that.
macro_rules! in_effect {
    ($events:literal) => {
        concat!(
            "(NOT EXISTS (SELECT 1 FROM events AS turning WHERE turning.target = ",
            $events,
            ".seq)
             OR coalesce((SELECT turning.kind FROM events AS turning
             LEFT JOIN ranks AS turned ON turned.event = turning.seq
             WHERE turning.target = ",
            $events,
            ".seq AND turning.kind IN ('undone', 'redone')
             ORDER BY turned.rank IS NULL DESC, turned.rank DESC,
                      CASE WHEN turned.rank IS NOT NULL THEN turning.uuid END DESC,
                      turning.seq DESC
             LIMIT 1), 'redone') = 'redone')"
        )
    };
}

/// The cause that was given later for an event: the last answer in effect.
macro_rules! answered {
    () => {
        concat!(
            "(SELECT answer.cause FROM events AS answer
             LEFT JOIN ranks AS answered ON answered.event = answer.seq
             WHERE answer.target = events.seq AND answer.kind = 'noted'
             AND answer.cause IS NOT NULL AND ",
            in_effect!("answer"),
            " ORDER BY answered.rank IS NULL DESC, answered.rank DESC,
                       CASE WHEN answered.rank IS NOT NULL THEN answer.uuid END DESC,
                       answer.seq DESC
             LIMIT 1)"
        )
    };
}

/// Whether an event of the table of that name was not undone, or was redone after.
pub(super) const IN_EFFECT: &str = in_effect!("events");

/// The cause that was given later for an event of the table of that name.
pub(super) const ANSWERED: &str = answered!();

/// Whether an event of the table of that name set a new deadline that another program gave, and
/// nobody said the cause. The commands of this program say whether the person was told.
pub(super) const UNEXPLAINED: &str = concat!(
    "events.kind = 'rescheduled' AND events.cause IS NULL AND events.told IS NULL
     AND (SELECT command FROM steps WHERE steps.id = events.step) = 'sync'
     AND NOT EXISTS (SELECT 1 FROM reasons WHERE reasons.event = events.seq)
     AND ",
    answered!(),
    " IS NULL AND ",
    in_effect!("events")
);
