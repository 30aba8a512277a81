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
