-- Version 3. What a report reads: promises and events by the time at which they count.
CREATE INDEX promises_settled ON promises (settled_at) WHERE settled_at IS NOT NULL;
-- The first and the negotiated deadline differ from the one in force only after a reschedule.
CREATE INDEX promises_moved_first ON promises (first_at) WHERE reschedules > 0;
CREATE INDEX promises_moved_negotiated ON promises (negotiated_at) WHERE reschedules > 0;
CREATE INDEX events_moved ON events (at) WHERE kind IN ('rescheduled', 'edited');
CREATE INDEX events_told ON events (promise) WHERE told = 1;
-- Whether an event is in effect.
CREATE INDEX events_turned ON events (target) WHERE target IS NOT NULL;
