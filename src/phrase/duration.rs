//! Efforts: how much work something takes.

use super::cursor::Cursor;
use super::grammar::{amount, misspelt_unit};
use super::refusal::Refusal;
use super::token::tokens;

/// The most work that a promise can take, in minutes: 10,000 hours.
const MOST: u64 = 10_000 * 60;

/// Reads an effort, "45m", "1h30m", "half an hour", as whole minutes.
pub fn minutes(text: &str) -> Result<u32, Refusal> {
    let hint = "say an effort as \"45m\", \"1h30m\" or \"1.5 hours\"";
    let tokens = tokens(text).map_err(|refusal| refusal.hint(hint))?;
    let mut cursor = Cursor::new(&tokens);
    cursor.eat(&["about", "around", "approximately", "approx", "roughly"]);
    let start = cursor;
    let Some((amount, _)) = amount(&mut cursor).map_err(|refusal| refusal.hint(hint))? else {
        let span = start.span();
        if let Some(number) = start.digits().filter(|_| start.ahead(1).is_at_end()) {
            return Err(
                Refusal::not_understood(span, format!("{number} has no unit"))
                    .hint(format!("say \"{number}m\" or \"{number}h\"")),
            );
        }
        if let Some((word, Some(known))) = misspelt_unit(&start) {
            return Err(
                Refusal::not_understood(word.span(), "this is no unit of time")
                    .hint(format!("did you mean \"{known}\"?")),
            );
        }
        return Err(Refusal::not_understood(span, "this is no length of time").hint(hint));
    };
    if !cursor.is_at_end() {
        return Err(Refusal::not_understood(
            cursor.span(),
            "this is not understood after a length of time",
        )
        .hint(hint));
    }
    let span = start.span_to(&cursor);
    if amount.days > 0 || amount.months > 0 || amount.working_days > 0 {
        return Err(Refusal::not_understood(
            span,
            "how many hours of work a day holds is not said",
        )
        .hint("say the effort in hours, such as \"16h\""));
    }
    if amount.seconds % 60 != 0 {
        return Err(Refusal::not_understood(span, "an effort is in whole minutes").hint(hint));
    }
    let minutes = (amount.seconds / 60).saturating_add(amount.working_minutes);
    if minutes > MOST {
        return Err(Refusal::not_understood(
            span,
            "an effort takes at most 10,000 hours",
        ));
    }
    u32::try_from(minutes).map_err(|_| Refusal::not_understood(span, "this is too long"))
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn efforts_are_minutes() {
        let table = [
            ("45m", 45),
            ("45 min", 45),
            ("2h", 120),
            ("1h30m", 90),
            ("1h30", 90),
            ("1h 30min", 90),
            ("1.5 hours", 90),
            ("1,5 h", 90),
            ("90 min", 90),
            ("90 mins.", 90),
            ("half an hour", 30),
            ("HALF AN HOUR", 30),
            ("an hour and a half", 90),
            ("an hour", 60),
            ("two and a half hours", 150),
            ("quarter of an hour", 15),
            ("three quarters of an hour", 45),
            ("1 hour and 45 minutes", 105),
            ("1 hour, 45 minutes", 105),
            ("1 1/2 hours", 90),
            ("1/4h", 15),
            ("½ h", 30),
            ("1½h", 90),
            ("120 seconds", 2),
            ("about 2 hours", 120),
            ("a couple of hours", 120),
            ("3 working hours", 180),
            ("10000h", 600_000),
        ];
        for (text, expected) in table {
            assert_eq!(minutes(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_effort_is_refused_at_its_place() {
        let table = [
            ("", "", "the phrase is empty"),
            ("45", "45", "45 has no unit"),
            ("0m", "0m", "this is no time at all"),
            ("0 hours", "0 hours", "this is no time at all"),
            ("10001h", "10001h", "an effort takes at most 10,000 hours"),
            (
                "2 days",
                "2 days",
                "how many hours of work a day holds is not said",
            ),
            ("45s", "45s", "an effort is in whole minutes"),
            (
                "2h tomorrow",
                "tomorrow",
                "this is not understood after a length of time",
            ),
            ("tomorrow", "tomorrow", "this is no length of time"),
            ("15 mintues", "mintues", "this is no unit of time"),
            ("15 blah", "15", "this is no length of time"),
            ("1,500 min", "1", "this is no length of time"),
            (
                "99999999999999999999 h",
                "99999999999999999999",
                "this is no length of time",
            ),
            (
                "9999999999999999 h",
                "9999999999999999 h",
                "this is too long a time",
            ),
            ("-5m", "-", "this is no length of time"),
        ];
        for (text, place, message) in table {
            let refusal = minutes(text).unwrap_err();
            assert_eq!(&text[refusal.span.clone()], place, "{text}");
            assert_eq!(refusal.message, message, "{text}");
        }
    }
}
