-- Version 2. Why it came to an event, what the person heard of it, and how often it happened.
ALTER TABLE promises ADD COLUMN reschedules INTEGER NOT NULL DEFAULT 0;
ALTER TABLE promises ADD COLUMN handoffs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN cause TEXT;
ALTER TABLE events ADD COLUMN told INTEGER CHECK (told IN (0, 1));
-- Who told the person; me, where it is null.
ALTER TABLE events ADD COLUMN teller TEXT;

-- Each answers "why?" of the one before; the last is the root.
CREATE TABLE reasons (
    event INTEGER NOT NULL REFERENCES events (seq),
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reasons_stay BEFORE UPDATE ON reasons
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;
CREATE TRIGGER reasons_last BEFORE DELETE ON reasons
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;

-- The follow-up after keeping: when to ask, and the answer.
ALTER TABLE promises ADD COLUMN check_kind TEXT CHECK (check_kind IN ('day', 'wall', 'instant'));
ALTER TABLE promises ADD COLUMN check_local TEXT;
ALTER TABLE promises ADD COLUMN check_zone TEXT;
ALTER TABLE promises ADD COLUMN check_at INTEGER;
ALTER TABLE promises ADD COLUMN satisfied INTEGER CHECK (satisfied IN (0, 1));
ALTER TABLE promises ADD COLUMN rating INTEGER CHECK (rating BETWEEN 1 AND 5);
CREATE INDEX promises_checks ON promises (check_at)
    WHERE check_at IS NOT NULL AND satisfied IS NULL AND state = 'kept';

-- A promise that depends on another.
CREATE TABLE needs (
    promise INTEGER NOT NULL REFERENCES promises (id),
    -- The UUID of the other, which an import may bring later.
    need BLOB NOT NULL CHECK (length(need) = 16),
    PRIMARY KEY (promise, need)
) STRICT, WITHOUT ROWID;
CREATE INDEX needs_need ON needs (need);

-- A promise that repeats: the rule, and the series that its occurrences share.
ALTER TABLE promises ADD COLUMN every TEXT;
ALTER TABLE promises ADD COLUMN series TEXT;
ALTER TABLE promises ADD COLUMN occurrence INTEGER;
ALTER TABLE promises ADD COLUMN every_until TEXT;
ALTER TABLE promises ADD COLUMN every_times INTEGER;
CREATE INDEX promises_series ON promises (series) WHERE series IS NOT NULL;

ALTER TABLE people ADD COLUMN note TEXT;
-- Who this person turned out to be, by UUID.
ALTER TABLE people ADD COLUMN merged_into TEXT;

-- What an import brought is looked up for every line of the log.
CREATE INDEX steps_imported ON steps (imported_by) WHERE imported_by IS NOT NULL;
-- How a person and I stand: read from this index alone.
CREATE INDEX promises_standing
    ON promises (person, state, due_at, negotiated_at, settled_at, made_at);
CREATE INDEX promises_made ON promises (made_at);
-- 1 where everything that was known of the person is erased; the UUID stays, so that no import
-- brings them back.
ALTER TABLE people ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1));
CREATE INDEX events_forgotten ON events (step) WHERE kind = 'forgotten';
-- The steps that the log lists and undo takes back, without those that imports brought.
CREATE INDEX steps_own ON steps (id) WHERE imported_by IS NULL;
