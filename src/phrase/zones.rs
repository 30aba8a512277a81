//! Abbreviations of zones, and what they say.

/// What an abbreviation stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Minutes east of UTC, exactly as written: "1pm CET" is 12:00 UTC in summer too.
    Offset(i32),
    /// The clock of a zone, whatever its offset on that day.
    Clock(&'static str),
    /// Several clocks of the world.
    Several(&'static [&'static str]),
}

use Abbreviation::{Clock, Offset, Several};

#[rustfmt::skip]
const TABLE: &[(&str, Abbreviation)] = &[
    ("utc", Offset(0)), ("gmt", Offset(0)), ("wet", Offset(0)), ("west", Offset(60)),
    ("cet", Offset(60)), ("cest", Offset(120)), ("eet", Offset(120)), ("eest", Offset(180)),
    ("msk", Offset(180)), ("sast", Offset(120)), ("cat", Offset(120)), ("eat", Offset(180)),
    ("pst", Offset(-480)), ("pdt", Offset(-420)), ("mst", Offset(-420)), ("mdt", Offset(-360)),
    ("cdt", Offset(-300)), ("est", Offset(-300)), ("edt", Offset(-240)),
    ("akst", Offset(-540)), ("akdt", Offset(-480)), ("hst", Offset(-600)),
    ("jst", Offset(540)), ("kst", Offset(540)), ("hkt", Offset(480)), ("sgt", Offset(480)),
    ("pkt", Offset(300)), ("aest", Offset(600)), ("aedt", Offset(660)), ("acst", Offset(570)),
    ("acdt", Offset(630)), ("awst", Offset(480)), ("nzst", Offset(720)), ("nzdt", Offset(780)),
    // Said of the clock on the wall, whatever the season.
    ("et", Clock("America/New_York")), ("ct", Clock("America/Chicago")),
    ("mt", Clock("America/Denver")), ("pt", Clock("America/Los_Angeles")),
    ("cst", Several(&["America/Chicago", "Asia/Shanghai", "America/Havana"])),
    ("ist", Several(&["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"])),
    ("bst", Several(&["Europe/London", "Asia/Dhaka"])),
    ("ast", Several(&["America/Halifax", "Asia/Riyadh"])),
    ("adt", Several(&["America/Halifax", "Asia/Baghdad"])),
    ("gst", Several(&["Asia/Dubai", "Atlantic/South_Georgia"])),
    ("sst", Several(&["Pacific/Pago_Pago", "Asia/Singapore"])),
    ("wst", Several(&["Australia/Perth", "Pacific/Apia"])),
];

/// What an abbreviation in lower case stands for.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let (_, meaning) = TABLE.iter().find(|(name, _)| *name == word)?;
    Some(*meaning)
}
