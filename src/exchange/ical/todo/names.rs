//! The names of our own properties: what RFC 5545 has no word for.

/// What all of them begin with.
pub const PREFIX: &str = "X-PROMISE-";
/// The person's name.
pub const TO: &str = "X-PROMISE-TO";
/// Mine or theirs.
pub const DIRECTION: &str = "X-PROMISE-DIRECTION";
/// The colleague who answers for it.
pub const OWNER: &str = "X-PROMISE-OWNER";
/// Why it was cancelled: released, broken, void.
pub const STATE: &str = "X-PROMISE-STATE";
/// When it was settled without being kept.
pub const SETTLED: &str = "X-PROMISE-SETTLED";
/// The zone of the deadline.
pub const ZONE: &str = "X-PROMISE-ZONE";
/// The kind of a deadline with a time, where it is not on the wall clock.
pub const KIND: &str = "X-PROMISE-DUE-KIND";
/// The deadline as first promised.
pub const FIRST_DUE: &str = "X-PROMISE-FIRST-DUE";
/// The deadline as last negotiated.
pub const NEGOTIATED_DUE: &str = "X-PROMISE-NEGOTIATED-DUE";
/// When it was made.
pub const MADE: &str = "X-PROMISE-MADE";
/// The channel.
pub const VIA: &str = "X-PROMISE-VIA";
/// The work it takes, in minutes.
pub const EFFORT: &str = "X-PROMISE-EFFORT";
/// The standard.
pub const STANDARD: &str = "X-PROMISE-STANDARD";
/// A script's own key.
pub const KEY: &str = "X-PROMISE-KEY";
/// When to ask whether the person was satisfied.
pub const CHECK: &str = "X-PROMISE-CHECK";
/// Whether they were: yes or no.
pub const SATISFIED: &str = "X-PROMISE-SATISFIED";
/// How well, from 1 to 5.
pub const RATING: &str = "X-PROMISE-RATING";
/// The identity of the series.
pub const SERIES: &str = "X-PROMISE-SERIES";
/// The place in the series.
pub const OCCURRENCE: &str = "X-PROMISE-OCCURRENCE";
/// The rule of the series.
pub const EVERY: &str = "X-PROMISE-EVERY";
/// The last day of the series.
pub const UNTIL: &str = "X-PROMISE-UNTIL";
/// The number of occurrences in all.
pub const TIMES: &str = "X-PROMISE-TIMES";
/// What else travels.
pub const EVENT: &str = "X-PROMISE-EVENT";
/// In an alarm: the lead time of the promise that it stands for.
pub const LEAD: &str = "X-PROMISE-LEAD";
/// In an alarm: the lead time of the config that it stands for.
pub const USUAL_LEAD: &str = "X-PROMISE-USUAL-LEAD";
