-- Version 3. What a report reads: promises and events by the time at which they count.
CREATE INDEX promises_settled ON promises (settled_at) WHERE settled_at IS NOT NULL;
-- The first and the negotiated deadline differ from the one in force only after a reschedule.
CREATE INDEX promises_moved_first ON promises (first_at) WHERE reschedules > 0;
CREATE INDEX promises_moved_negotiated ON promises (negotiated_at) WHERE reschedules > 0;
CREATE INDEX events_moved ON events (at) WHERE kind IN ('rescheduled', 'edited');
CREATE INDEX events_told ON events (promise) WHERE told = 1;
-- Whether an event is in effect.
CREATE INDEX events_turned ON events (target) WHERE target IS NOT NULL;

-- What `status` counts: from this index alone.
CREATE INDEX promises_late ON promises (direction, due_at) WHERE state = 'open';

-- Reminders.
-- How long before its deadline a promise is spoken of, where the config does not say: a result of
-- its events, as tags are.
CREATE TABLE leads (
    promise INTEGER NOT NULL REFERENCES promises (id),
    lead TEXT NOT NULL,
    PRIMARY KEY (promise, lead)
) STRICT, WITHOUT ROWID;

-- What follows is the bookkeeping of `remind`: no events, and no part of any step.
-- The deadlines to be spoken of: of each open promise its own, of each kept one that is to be
-- checked the moment of that.
CREATE TABLE reminders (
    promise INTEGER PRIMARY KEY REFERENCES promises (id),
    due_at INTEGER NOT NULL,
    -- Since when the deadline and its leads stand: leads that had begun by then are skipped.
    since INTEGER NOT NULL,
    -- Nothing is to be said before this moment; a cache. 0 where nobody has looked since the
    -- promise was last written, null where nothing is left to be said.
    next_at INTEGER
) STRICT;
CREATE INDEX reminders_next ON reminders (next_at) WHERE next_at IS NOT NULL;

-- What was said of each deadline. It stays when the promise moves on, so that a deadline that
-- comes back is not spoken of again.
CREATE TABLE said (
    promise INTEGER NOT NULL REFERENCES promises (id),
    about TEXT NOT NULL CHECK (about IN ('deadline', 'check')),
    due_at INTEGER NOT NULL,
    -- Every stage reached by then counts as said.
    said_at INTEGER,
    -- Until then a process may be about to say it.
    leased_until INTEGER,
    PRIMARY KEY (promise, about, due_at)
) STRICT, WITHOUT ROWID;

-- The leads and the working time that every next_at was computed with.
CREATE TABLE reminder_rules (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    text TEXT NOT NULL
) STRICT;

INSERT INTO reminders (promise, due_at, since, next_at)
    SELECT id, due_at, recorded_at, 0 FROM promises WHERE state = 'open'
    UNION ALL
    SELECT id, check_at, recorded_at, 0 FROM promises
    WHERE state = 'kept' AND check_at IS NOT NULL AND satisfied IS NULL;

-- What a review lists: the events that move a promise, by when they were recorded.
CREATE INDEX events_reviewed ON events (at)
    WHERE kind IN ('noted', 'kept', 'broken', 'released', 'handed_off', 'checked');
