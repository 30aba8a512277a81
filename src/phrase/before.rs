//! Lead times: how long before a deadline it is spoken of.

use super::cursor::Cursor;
use super::grammar::amount;
use super::refusal::Refusal;
use super::token::tokens;
use crate::domain::reminder::Lead;

/// The longest lead time, in days: a year.
const MOST_DAYS: u32 = 366;

/// Reads a lead time, "2h", "1 business day", "30 minutes before".
pub fn lead(text: &str) -> Result<Lead, Refusal> {
    let hint = "say a lead time as \"30m\", \"2h\", \"1 day\" or \"1 business day\"";
    let tokens = tokens(text).map_err(|refusal| refusal.hint(hint))?;
    let mut cursor = Cursor::new(&tokens);
    let start = cursor;
    let Some((amount, _)) = amount(&mut cursor).map_err(|refusal| refusal.hint(hint))? else {
        let span = start.span();
        return Err(Refusal::not_understood(span, "this is no length of time").hint(hint));
    };
    let span = start.span_to(&cursor);
    cursor.eat(&["before", "ahead", "earlier"]);
    if !cursor.is_at_end() {
        return Err(Refusal::not_understood(
            cursor.span(),
            "this is not understood after a length of time",
        )
        .hint(hint));
    }
    let refused = |reason: &str| Err(Refusal::not_understood(span.clone(), reason).hint(hint));
    let lead = if amount.months > 0 {
        return refused("months are not all of one length");
    } else if amount.days > 0 && amount.seconds > 0 {
        return refused("a lead time is in days, or in hours and minutes");
    } else if amount.seconds % 60 != 0 {
        return refused("a lead time is in whole minutes");
    } else if amount.days > 0 {
        Some(Lead::Days(amount.days))
    } else if amount.working_days > 0 {
        Some(Lead::WorkingDays(amount.working_days))
    } else if amount.working_minutes > 0 {
        let minutes = u32::try_from(amount.working_minutes).ok();
        minutes.map(Lead::WorkingMinutes)
    } else {
        let minutes = u32::try_from(amount.seconds / 60).ok();
        minutes.map(Lead::Minutes)
    };
    let days = |lead: &Lead| match *lead {
        Lead::Minutes(minutes) | Lead::WorkingMinutes(minutes) => minutes / 1440,
        Lead::Days(days) | Lead::WorkingDays(days) => days,
    };
    match lead.filter(|lead| days(lead) <= MOST_DAYS) {
        Some(lead) => Ok(lead),
        None => refused("a lead time is at most a year"),
    }
}

#[cfg(test)]
mod tests {
    use super::lead;
    use crate::domain::reminder::Lead;

    #[test]
    fn lead_times() {
        let table = [
            ("30m", Lead::Minutes(30)),
            ("2h", Lead::Minutes(120)),
            ("1 day", Lead::Days(1)),
            ("2 weeks", Lead::Days(14)),
            ("1 business day", Lead::WorkingDays(1)),
            ("4 business hours", Lead::WorkingMinutes(240)),
            ("half an hour before", Lead::Minutes(30)),
            ("1h30m", Lead::Minutes(90)),
            ("120 seconds", Lead::Minutes(2)),
        ];
        for (text, expected) in table {
            assert_eq!(lead(text), Ok(expected), "{text}");
            assert_eq!(lead(&expected.to_string()), Ok(expected), "{expected}");
        }
    }

    #[test]
    fn what_is_no_lead_time() {
        let table = [
            ("", "the phrase is empty"),
            ("friday", "this is no length of time"),
            ("0m", "this is no time at all"),
            ("45s", "a lead time is in whole minutes"),
            ("1 month", "months are not all of one length"),
            (
                "1 day 2 hours",
                "a lead time is in days, or in hours and minutes",
            ),
            ("2h friday", "this is not understood after a length of time"),
            ("400 days", "a lead time is at most a year"),
            ("99999999999h", "this is too long a time"),
        ];
        for (text, message) in table {
            assert_eq!(lead(text).unwrap_err().message, message, "{text}");
        }
    }
}
