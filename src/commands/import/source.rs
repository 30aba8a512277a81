//! The file of an import: opened, its format found out, its records read one after another.

use std::fs::File;
use std::io::{self, Read, Seek as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::context::Context;
use crate::domain::zone::Zone;
use crate::exchange::guess::{Format, guess};
use crate::exchange::ics::Components;
use crate::exchange::lines::Lines;
use crate::exchange::objects::Objects;
use crate::exchange::row::{Records, Row, Taken};
use crate::exchange::sheet::{Cells, Header, Map};
use crate::exchange::{ics, taskwarrior, todotxt};
use crate::failure::{Failure, Kind};

/// How much is read at a time, and looked at to find out the format.
const PIECE: usize = 64 * 1024;

/// What some programs put before UTF-8, and before other texts.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
const UTF_16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// An open file, and its beginning, which has been looked at.
pub(super) struct Source {
    file: File,
    beginning: Vec<u8>,
}

impl Source {
    /// Opens a file; "-" is standard input.
    pub(super) fn open(context: &Context, path: &Path) -> anyhow::Result<Self> {
        let unreadable = || format!("could not read {}", path.display());
        // A stream is taken in whole before the database is locked: the other end may be slow.
        let mut file = if path.as_os_str() == "-" {
            spool(context, &mut io::stdin().lock()).with_context(unreadable)?
        } else {
            let mut file = File::open(path).with_context(unreadable)?;
            if file.metadata().with_context(unreadable)?.is_file() {
                file
            } else {
                spool(context, &mut file).with_context(unreadable)?
            }
        };
        let mut beginning = Vec::new();
        let read = file.by_ref().take(PIECE as u64).read_to_end(&mut beginning);
        read.with_context(unreadable)?;
        Ok(Self { file, beginning })
    }

    /// Refuses a file in an encoding that spreadsheets write, and nobody else reads.
    pub(super) fn check_encoding(&self, name: &str) -> Result<(), Failure> {
        if UTF_16.iter().any(|mark| self.beginning.starts_with(mark)) {
            let message = format!("{name} is UTF-16");
            return Err(Failure::new(Kind::Failed, message)
                .hint("save it as UTF-8; spreadsheets call that \"CSV UTF-8\""));
        }
        Ok(())
    }

    /// The format that the file seems to have.
    pub(super) fn guess(&self, name: &str) -> Option<Format> {
        guess(name, &self.beginning)
    }

    /// The file from its beginning.
    pub(super) fn into_reader(self) -> impl Read {
        io::Cursor::new(self.beginning).chain(self.file)
    }

    /// Hands over the file in pieces.
    pub(super) fn pieces(
        self,
        name: &str,
        mut hand_over: impl FnMut(&[u8]) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let beginning = self.beginning.as_slice();
        hand_over(beginning.strip_prefix(BYTE_ORDER_MARK).unwrap_or(beginning))?;
        let mut file = self.file;
        let mut piece = vec![0; PIECE];
        loop {
            let read = match file.read(&mut piece) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read.with_context(|| format!("could not read {name}"))?,
            };
            if read == 0 {
                return Ok(());
            }
            hand_over(piece.get(..read).unwrap_or_default())?;
        }
    }
}

/// A copy of a stream in the database's folder, which only its owner can read, and which is gone
/// when it is closed.
fn spool(context: &Context, stream: &mut dyn Read) -> anyhow::Result<File> {
    let mut file = scratch(context)?;
    io::copy(stream, &mut file)?;
    file.rewind()?;
    Ok(file)
}

/// An empty file that nobody else can read.
pub(super) fn scratch(context: &Context) -> anyhow::Result<File> {
    Ok(tempfile::tempfile_in(folder(context)?)?)
}

/// Where what lasts no longer than the command is kept: the database's folder, or the nearest that
/// is there.
pub(super) fn folder(context: &Context) -> anyhow::Result<PathBuf> {
    let database = std::path::absolute(context.paths.database()?)?;
    let folder = database.ancestors().skip(1).find(|folder| folder.is_dir());
    let folder = folder.context("the folder of the database is not there")?;
    Ok(folder.to_owned())
}

/// What the user says of how a file is to be read.
pub(super) struct Manner<'a> {
    /// What the columns of a spreadsheet are.
    pub(super) map: &'a Map,
    /// Whether deleted tasks are wanted.
    pub(super) deleted: bool,
    /// The user's zone.
    pub(super) home: &'a Zone,
}

/// The reader of a foreign format.
pub(super) enum Rows {
    Taskwarrior(Objects),
    TodoTxt(Lines),
    Csv(Cells, Option<Header>),
    Ics(Components),
}

impl Rows {
    /// The reader of a format; none where it is no foreign one.
    pub(super) fn of(format: Format) -> Option<Self> {
        match format {
            Format::Taskwarrior => Some(Self::Taskwarrior(Objects::new())),
            Format::TodoTxt => Some(Self::TodoTxt(Lines::default())),
            Format::Csv => Some(Self::Csv(Cells::new(), None)),
            Format::Ics => Some(Self::Ics(Components::default())),
            Format::JsonLines => None,
        }
    }

    /// Takes the next piece of the file, or its end, and gives what can be read by then.
    pub(super) fn push(
        &mut self,
        context: &Context,
        piece: Option<&[u8]>,
        manner: &Manner<'_>,
    ) -> anyhow::Result<Records<Taken>> {
        match self {
            Self::Taskwarrior(objects) => {
                let mut found = Vec::new();
                match piece {
                    Some(piece) => objects.push(piece, &mut found),
                    None => objects.finish(&mut found),
                }
                Ok(each(found, |object| {
                    taskwarrior::read(&object, manner.deleted, manner.home).map(Some)
                }))
            }
            Self::TodoTxt(lines) => {
                let mut found = Vec::new();
                match piece {
                    Some(piece) => lines.push(piece, &mut found),
                    None => lines.finish(&mut found),
                }
                Ok(each(found, |line| {
                    Ok(todotxt::read(&line, manner.home)?.map(taken))
                }))
            }
            Self::Ics(components) => {
                let mut found = Vec::new();
                match piece {
                    Some(piece) => components.push(piece, &mut found),
                    None => components.finish(&mut found),
                }
                let find = |name: &str| context.find_zone_named(name);
                Ok(each(found, |text| ics::read(&text, manner.home, &find)))
            }
            Self::Csv(cells, header) => {
                let mut found = Vec::new();
                match piece {
                    Some(piece) => cells.push(piece, &mut found),
                    None => cells.finish(&mut found),
                }
                let mut found = found.into_iter();
                if header.is_none()
                    && let Some((_, names)) = found.next()
                {
                    *header = Some(read_header(context, names, manner.map)?);
                }
                let Some(header) = header else {
                    return Ok(Vec::new());
                };
                Ok(each(found, |cells| Ok(header.row(&cells)?.map(taken))))
            }
        }
    }
}

fn taken(row: Row) -> Taken {
    Taken::Row(Box::new(row))
}

/// Each record read; what is blank is left out.
fn each<T>(
    records: impl IntoIterator<Item = (u64, Result<T, String>)>,
    read: impl Fn(T) -> Result<Option<Taken>, String>,
) -> Records<Taken> {
    let read = records.into_iter().filter_map(|(line, record)| {
        let taken = record.and_then(&read).transpose()?;
        Some((line, taken))
    });
    read.collect()
}

fn read_header(
    context: &Context,
    names: Result<Vec<String>, String>,
    map: &Map,
) -> anyhow::Result<Header> {
    let names = names.map_err(|reason| Failure::usage(format!("the header: {reason}")))?;
    let header =
        Header::new(&names, map).map_err(|wrong| Failure::usage(wrong.reason).hint(wrong.hint))?;
    if !header.left_out.is_empty() {
        let names = header.left_out.join(", ");
        context.output.note(&format!(
            "columns that are worked out or belong to the history are left out: {names}"
        ));
    }
    Ok(header)
}
