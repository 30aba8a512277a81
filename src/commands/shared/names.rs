//! People by name: exactly where something is recorded, by a part of the name in filters.

use uuid::Uuid;

use crate::context::Context;
use crate::domain::calendar::Their;
use crate::domain::person::{Person, as_argument, closeness, fold};
use crate::domain::promise::{LONGEST_WORD, check_text};
use crate::failure::{Failure, Kind};
use crate::store::{Reader, Store, Writing};

/// The most candidates that an error lists.
const SHOWN: usize = 5;

/// Checks the name of a person, an owner, a tag, a key, or any other short text.
pub fn check_word(flag: &str, text: &str) -> Result<(), Failure> {
    check_text(text, LONGEST_WORD)
        .map_err(|reason| Failure::usage(format!("the value of {flag} {reason}")))
}

/// A failure that names somebody whom nobody is called.
pub fn unknown(name: &str) -> Failure {
    Failure::new(Kind::NotFound, format!("no person is called \"{name}\""))
        .hint("promise people lists them")
}

/// Whether a name is mine: by that word, or by the name in the config.
pub fn is_me(context: &Context, name: &str) -> anyhow::Result<bool> {
    let wanted = fold(name);
    let me = context.settings()?.me.value.as_deref();
    Ok(wanted == "me" || me.is_some_and(|me| fold(me) == wanted))
}

/// The people whom a part of a name means: the one with exactly this name, or the only one whose
/// name holds it.
pub fn find(reader: Reader<'_>, part: &str) -> anyhow::Result<Person> {
    if let Some(person) = reader.person_named(part)? {
        return Ok(person);
    }
    let part_folded = fold(part);
    let mut ids: Vec<i64> = reader
        .folded_names()?
        .into_iter()
        .filter(|(name, _)| name.contains(&part_folded))
        .map(|(_, id)| id)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let mut people = Vec::new();
    for id in ids.iter().take(SHOWN) {
        people.extend(reader.person(*id)?);
    }
    match people.len() {
        0 => Err(unknown(part).into()),
        1 => Ok(people.remove(0)),
        _ => {
            let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
            let more = ids.len().saturating_sub(SHOWN);
            let more = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            let message = format!("\"{part}\" could be {}{more}", names.join(" or "));
            Err(Failure::usage(message)
                .hint("write more of the name")
                .into())
        }
    }
}

/// The person of exactly this name, recorded now where nobody has it. The second value is the
/// name of a known person that this new one is close to.
pub fn find_or_add(
    writing: &mut Writing<'_>,
    name: &str,
) -> anyhow::Result<(Person, Option<String>)> {
    if let Some(person) = writing.reader().person_named(name)? {
        return Ok((person, None));
    }
    let close = close_to(writing.reader(), name)?;
    Ok((add(writing, name)?, close))
}

/// The name of the known person that a new name is closest to, where it is close to any.
pub fn close_to(reader: Reader<'_>, name: &str) -> anyhow::Result<Option<String>> {
    let folded = fold(name);
    let close = reader
        .folded_names()?
        .into_iter()
        .filter_map(|(known, id)| Some((closeness(&folded, &known)?, id)))
        .min();
    Ok(match close {
        Some((_, id)) => reader.name(id)?,
        None => None,
    })
}

/// Records a person whom nobody is called like yet.
pub fn add(writing: &mut Writing<'_>, name: &str) -> anyhow::Result<Person> {
    let uuid = writing.new_uuid();
    Ok(writing.add_person(Person::named(name, uuid, writing.at()))?)
}

/// Tells that a name just recorded may be somebody known.
pub fn hint_close(context: &Context, id: i64, name: &str, close: &str) {
    context.output.hint(&format!(
        "\"{name}\" is new, and close to \"{close}\"; if they are one, promise edit {id} --to {}",
        as_argument(close)
    ));
}

/// Whether a phrase speaks of somebody else's clock.
pub fn says_their(phrase: &str) -> bool {
    phrase.to_lowercase().contains("their")
}

/// Whose clock "their time" means, looked up only where the phrase says so.
pub fn their(context: &Context, phrase: &str, name: &str) -> anyhow::Result<Option<Their>> {
    if !says_their(phrase) {
        return Ok(None);
    }
    let store = Store::open_to_read(context.paths.database()?)?;
    let known = match &store {
        Some(store) => store.reader().person_named(name)?,
        None => None,
    };
    let person = known.unwrap_or_else(|| Person::named(name, Uuid::nil(), context.now));
    Ok(Some(Their {
        zone: person.zone.map(|zone| context.zone_named(&zone)),
        name: person.name,
    }))
}
