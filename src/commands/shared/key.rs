//! Single keys, read from a terminal without Enter.
//!
//! The terminal hands out keys one by one only while one is awaited, so that questions are lines
//! as everywhere, and nothing but the wait itself has to put the terminal back.

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A character.
    Char(char),
    /// Anything else, such as an arrow.
    Other,
    /// The end of the input: Control-D, or a terminal that is gone.
    End,
}

#[cfg(unix)]
pub use self::unix::Keys;

#[cfg(not(unix))]
pub use self::line::Keys;

/// Keys typed as lines, where a terminal hands out nothing else.
mod line {
    use std::io::{self, BufRead as _};

    use super::Key;

    /// Reads keys.
    #[cfg(not(unix))]
    pub struct Keys;

    #[cfg(not(unix))]
    impl Keys {
        /// Makes ready.
        pub fn new() -> io::Result<Self> {
            Ok(Self)
        }

        /// Shows what is asked, and waits for a key.
        pub fn next(&self, show: impl Fn() -> io::Result<()>) -> io::Result<Key> {
            show()?;
            next()
        }
    }

    /// The first character of a line.
    pub fn next() -> io::Result<Key> {
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line)? == 0 {
            return Ok(Key::End);
        }
        Ok(line
            .trim_start()
            .chars()
            .next()
            .map_or(Key::Other, Key::Char))
    }
}

#[cfg(unix)]
mod unix {
    use std::io::{self, Read as _, Write as _};
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use rustix::process::getpgrp;
    use rustix::stdio::stdin;
    use rustix::termios::{
        LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcgetpgrp, tcsetattr,
    };
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::{flag, low_level};

    use super::{Key, line};

    /// The signals that end a program.
    const ENDING: [i32; 4] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT];

    /// How long the rest of a key that sends several bytes is waited for.
    const REST: Timespec = Timespec {
        tv_sec: 0,
        tv_nsec: 20_000_000,
    };

    /// Reads keys, and puts the terminal back before a signal ends the program.
    pub struct Keys {
        /// Readable once a signal has come.
        woken: UnixStream,
        /// Which, where it ends the program.
        signal: Arc<AtomicUsize>,
        /// Whether the terminal is as it was, so that a signal can do what it always does.
        ordinary: Arc<AtomicBool>,
    }

    impl Keys {
        /// Makes ready.
        pub fn new() -> io::Result<Self> {
            let (woken, wake) = UnixStream::pair()?;
            woken.set_nonblocking(true)?;
            let signal = Arc::new(AtomicUsize::new(0));
            let ordinary = Arc::new(AtomicBool::new(true));
            for number in ENDING {
                let value = usize::try_from(number).unwrap_or(0);
                flag::register_conditional_default(number, Arc::clone(&ordinary))?;
                flag::register_usize(number, Arc::clone(&signal), value)?;
                low_level::pipe::register(number, wake.try_clone()?)?;
            }
            low_level::pipe::register(SIGCONT, wake)?;
            Ok(Self {
                woken,
                signal,
                ordinary,
            })
        }

        /// Shows what is asked, and waits for a key.
        pub fn next(&self, show: impl Fn() -> io::Result<()>) -> io::Result<Key> {
            let Ok(before) = tcgetattr(stdin()) else {
                show()?;
                return line::next();
            };
            loop {
                self.ordinary.store(false, Ordering::SeqCst);
                // Shown once keys are handed out, so that the quickest answer comes as a key.
                let waited = by_key(&before).and_then(|raw| {
                    let key = show().and_then(|()| self.wait());
                    drop(raw);
                    key
                });
                self.ordinary.store(true, Ordering::SeqCst);
                self.obey()?;
                // After a stop the shell has set the terminal: the wait begins again.
                if let Some(key) = waited? {
                    return Ok(key);
                }
            }
        }

        /// A key, or nothing where a signal came first.
        fn wait(&self) -> io::Result<Option<Key>> {
            loop {
                let mut sources = [
                    PollFd::from_borrowed_fd(stdin(), PollFlags::IN),
                    PollFd::new(&self.woken, PollFlags::IN),
                ];
                match poll(&mut sources, None) {
                    Err(Errno::INTR) => continue,
                    other => other?,
                };
                let [keys, woken] = sources;
                if !woken.revents().is_empty() {
                    return Ok(None);
                }
                if !keys.revents().is_empty() {
                    return read().map(Some);
                }
            }
        }

        /// Does what a signal that came meanwhile asks for.
        fn obey(&self) -> io::Result<()> {
            let mut bytes = [0; 64];
            while matches!((&self.woken).read(&mut bytes), Ok(1..)) {}
            let signal = self.signal.swap(0, Ordering::SeqCst);
            let ending = ENDING
                .into_iter()
                .find(|number| usize::try_from(*number) == Ok(signal));
            if let Some(number) = ending {
                // The shell's prompt begins on a line of its own.
                let _ = io::stderr().write_all(b"\n");
                low_level::emulate_default_handler(number)?;
            }
            Ok(())
        }
    }

    /// The terminal while it hands out keys.
    struct ByKey<'a>(&'a Termios);

    impl Drop for ByKey<'_> {
        fn drop(&mut self) {
            // In the background it is the shell's, and changing it would stop this process.
            if tcgetpgrp(stdin()) == Ok(getpgrp()) {
                // A terminal that is gone needs no putting back.
                let _ = tcsetattr(stdin(), OptionalActions::Now, self.0);
            }
        }
    }

    /// Has the terminal hand out keys one by one, without showing them.
    fn by_key(before: &Termios) -> io::Result<ByKey<'_>> {
        let mut modes = before.clone();
        modes.local_modes &= !(LocalModes::ICANON | LocalModes::ECHO);
        modes.special_codes[SpecialCodeIndex::VMIN] = 1;
        modes.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(stdin(), OptionalActions::Now, &modes)?;
        Ok(ByKey(before))
    }

    fn read() -> io::Result<Key> {
        const END: u8 = 4;
        // What Linux makes of a Control-D that was typed ahead, while lines were read.
        const END_BEFORE: u8 = 0;
        const ESCAPE: u8 = 0x1b;
        let mut byte = [0];
        match rustix::io::read(stdin(), &mut byte) {
            Ok(0) | Err(Errno::IO) => return Ok(Key::End),
            Ok(_) => {}
            Err(Errno::INTR | Errno::AGAIN) => return Ok(Key::Other),
            Err(error) => return Err(error.into()),
        }
        match byte {
            [END | END_BEFORE] => Ok(Key::End),
            [ESCAPE | 0x80..] => {
                // The letters at the end of an arrow or a function key were not typed.
                let mut keys = [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
                if matches!(poll(&mut keys, Some(&REST)), Ok(1..)) {
                    let _ = rustix::io::read(stdin(), &mut [0; 64]);
                }
                Ok(Key::Other)
            }
            [byte] => Ok(Key::Char(char::from(byte))),
        }
    }
}
