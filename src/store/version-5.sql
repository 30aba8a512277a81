-- Version 5. What every command pays for; nothing that is recorded changes.
-- For a list of more than two words SQLite makes a table of its own, each time that a row is
-- written: the lists become comparisons. That a file holds one of the words is checked as before.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
    SET sql = replace(replace(replace(replace(replace(replace(sql,
        'kind IN (''do'', ''undo'', ''redo'')',
        'kind = ''do'' OR kind = ''undo'' OR kind = ''redo'''),
        'state IN (''open'', ''kept'', ''broken'', ''released'', ''void'')',
        'state = ''open'' OR state = ''kept'' OR state = ''broken'' OR state = ''released'''
            || ' OR state = ''void'''),
        'due_kind IN (''day'', ''wall'', ''instant'')',
        'due_kind = ''day'' OR due_kind = ''wall'' OR due_kind = ''instant'''),
        'first_kind IN (''day'', ''wall'', ''instant'')',
        'first_kind = ''day'' OR first_kind = ''wall'' OR first_kind = ''instant'''),
        'negotiated_kind IN (''day'', ''wall'', ''instant'')',
        'negotiated_kind = ''day'' OR negotiated_kind = ''wall'''
            || ' OR negotiated_kind = ''instant'''),
        'check_kind IN (''day'', ''wall'', ''instant'')',
        'check_kind = ''day'' OR check_kind = ''wall'' OR check_kind = ''instant''')
    WHERE type = 'table' AND name IN ('promises', 'steps');
PRAGMA writable_schema = RESET;
DROP INDEX events_reviewed;
CREATE INDEX events_reviewed ON events (at)
    WHERE kind = 'noted' OR kind = 'kept' OR kind = 'broken' OR kind = 'released'
    OR kind = 'handed_off' OR kind = 'checked';

-- The open promises whole, in the order of their deadlines: what people look at stands together,
-- however much is settled between.
DROP INDEX promises_open;
CREATE INDEX promises_open ON promises (
    due_at, id, uuid, what, direction, person, owner, state, due_kind, due_local, due_zone,
    first_kind, first_local, first_zone, first_at,
    negotiated_kind, negotiated_local, negotiated_zone, negotiated_at,
    made_at, settled_at, via, effort_minutes, standard, key, corrections, recorded_at,
    reschedules, handoffs, check_kind, check_local, check_zone, check_at, satisfied, rating,
    series, occurrence, every, every_until, every_times
) WHERE state = 'open';
-- What `status` counts, from this index alone.
DROP INDEX promises_late;
CREATE INDEX promises_late ON promises (direction, due_at, due_kind, due_local, due_zone)
    WHERE state = 'open';
