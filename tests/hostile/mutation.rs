//! Damage done to a file, the same for the same number.

/// A database, and its journal where it has one.
#[derive(Clone)]
pub struct Files {
    /// The database itself.
    pub database: Vec<u8>,
    /// What was not merged into it yet.
    pub journal: Option<Vec<u8>>,
}

impl Files {
    /// Whether the header says that the file is ours, and of an older version of the schema than
    /// another one.
    pub fn is_older_than(&self, other: &Self) -> bool {
        // <https://sqlite.org/fileformat2.html>: the version at 60, the application at 68.
        let ours = self.database.get(68..72) == Some(b"Prms");
        let version = |files: &Self| {
            let bytes = files.database.get(60..64)?.try_into().ok()?;
            Some(i32::from_be_bytes(bytes))
        };
        ours && version(self) < version(other)
    }
}

/// The files with so much damage done to them.
pub fn mutated(originals: &[Files], number: u64) -> Files {
    let mut chance = Chance(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let which = chance.below(originals.len());
    let mut files = originals[which].clone();
    let times = 1 + chance.below(3);
    for _ in 0..times {
        // Where there is a journal, half of the damage is done to it.
        match &mut files.journal {
            Some(journal) if chance.below(2) == 0 => damage(journal, 4096 + 24, &mut chance),
            _ => damage(&mut files.database, 4096, &mut chance),
        }
    }
    files
}

fn damage(bytes: &mut Vec<u8>, page: usize, chance: &mut Chance) {
    if bytes.len() < page {
        return bytes.extend(b"garbage");
    }
    let length = bytes.len();
    let pages = length / page;
    match chance.below(10) {
        0 | 1 => {
            for _ in 0..=chance.below(8) {
                bytes[chance.below(length)] ^= 1 << chance.below(8);
            }
        }
        2 => {
            let from = chance.below(length);
            let until = length.min(from + 1 + chance.below(200));
            bytes[from..until].fill_with(|| chance.byte());
        }
        3 => {
            let from = chance.below(length);
            let until = length.min(from + 1 + chance.below(2000));
            let with = [0, 0xff][chance.below(2)];
            bytes[from..until].fill(with);
        }
        4 => {
            let whole = chance.below(pages) * page;
            let until = [whole, chance.below(length)][chance.below(2)];
            bytes.truncate(until);
        }
        5 => {
            let (one, other) = (chance.below(pages), chance.below(pages));
            for at in 0..page {
                bytes.swap(one * page + at, other * page + at);
            }
        }
        6 => {
            let (from, to) = (chance.below(pages), chance.below(pages));
            bytes.copy_within(from * page..(from + 1) * page, to * page);
        }
        7 => {
            // A field of the header: two or four bytes that mean something.
            let at = 16 + 2 * chance.below(42);
            let some = u32::from_be_bytes([0, 0, chance.byte(), chance.byte()]);
            let values = [0, 1, 0x7fff_ffff, 0xffff_ffff, some];
            let value = values[chance.below(values.len())].to_be_bytes();
            let width = [2, 4][chance.below(2)];
            bytes[at..at + width].copy_from_slice(&value[..width]);
        }
        8 => {
            // The header of a page, and where its cells lie.
            let at = chance.below(pages) * page + chance.below(64);
            for byte in bytes.iter_mut().skip(at).take(1 + chance.below(4)) {
                *byte = chance.byte();
            }
        }
        _ => words(bytes, chance),
    }
}

/// What steers a terminal, or is no text, in the place of text.
fn words(bytes: &mut [u8], chance: &mut Chance) {
    const HOSTILE: [&[u8]; 5] = [
        b"\x1b[2J",
        b"\x9b31m\xff",
        b"\xe2\x80\xae",
        b"\0\r\n",
        b"99999",
    ];
    let start = chance.below(bytes.len());
    let is_text = |window: &[u8]| window.iter().all(u8::is_ascii_lowercase);
    let found = bytes[start..].windows(5).position(is_text);
    if let Some(at) = found {
        let hostile = HOSTILE[chance.below(HOSTILE.len())];
        bytes[start + at..start + at + hostile.len()].copy_from_slice(hostile);
    }
}

/// Numbers that look random (<https://prng.di.unimi.it/splitmix64.c>).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_be_bytes()[0]
    }
}
