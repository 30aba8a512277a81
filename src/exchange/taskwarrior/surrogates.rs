//! Characters in two halves. Where a program gives Taskwarrior 2 a character beyond the first plane
//! as `\ud83d\ude42`, which JSON allows, it keeps and exports each half as if it were a character
//! (CESU-8, Unicode Technical Report 26): emoji of other trackers come that way. No part of that is
//! UTF-8, so nothing else can be meant.

use std::borrow::Cow;

/// The bytes of one half.
const HALF: usize = 3;

/// The bytes with the halves put together; what is UTF-8 stays as it is, and so does a half alone.
pub(super) fn joined(bytes: &[u8]) -> Cow<'_, [u8]> {
    if std::str::from_utf8(bytes).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let mut joined = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        if let Some(char) = pair(rest) {
            joined.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
            rest = rest.get(2 * HALF..).unwrap_or_default();
        } else {
            joined.push(*first);
            rest = behind;
        }
    }
    Cow::Owned(joined)
}

/// The character whose two halves stand at the beginning.
fn pair(bytes: &[u8]) -> Option<char> {
    let high = half(bytes.get(..HALF)?)?;
    let low = half(bytes.get(HALF..2 * HALF)?)?;
    char::decode_utf16([high, low]).next()?.ok()
}

/// A half, as a unit of UTF-16.
fn half(bytes: &[u8]) -> Option<u16> {
    match bytes {
        [0xed, second @ 0xa0..=0xbf, third @ 0x80..=0xbf] => {
            Some(0xd000 | u16::from(second & 0x3f) << 6 | u16::from(third & 0x3f))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn halves() {
        let table: [(&[u8], &[u8]); 6] = [
            (b"a", b"a"),
            ("ü 🙂 \u{d7ff}".as_bytes(), "ü 🙂 \u{d7ff}".as_bytes()),
            (b"6 \xed\xa0\xbd\xed\xb9\x82.", "6 🙂.".as_bytes()),
            (b"\xed\xa0\xbd", b"\xed\xa0\xbd"),
            (b"\xed\xb9\x82\xed\xa0\xbd", b"\xed\xb9\x82\xed\xa0\xbd"),
            (b"\xff\xed\xa0\xbd\xed\xb9\x82", b"\xff\xf0\x9f\x99\x82"),
        ];
        for (bytes, expected) in table {
            assert_eq!(*joined(bytes), *expected, "{bytes:?}");
        }
    }
}
