//! A stream with lookahead.

use std::fmt;
use std::io::{self, BufRead, Read};

/// Bytes per read.
const BLOCK: usize = 1 << 16;

/// A buffered reader that can peek any number of bytes, which a `BufReader` over a pipe can't.
pub(super) struct Lookahead {
    inner: Box<dyn Read>,
    buffer: Vec<u8>,
    read: usize,
}

impl Lookahead {
    pub(super) fn new(inner: impl Read + 'static) -> Self {
        Self {
            inner: Box::new(inner),
            buffer: Vec::new(),
            read: 0,
        }
    }

    /// The next `len` bytes, or those that are left.
    pub(super) fn peek(&mut self, len: usize) -> io::Result<&[u8]> {
        while self.buffer.len() - self.read < len && self.fill()? > 0 {}
        let ahead = &self.buffer[self.read..];
        Ok(&ahead[..len.min(ahead.len())])
    }

    /// Reads one more block, or as much of it as there is.
    fn fill(&mut self) -> io::Result<usize> {
        self.buffer.drain(..self.read);
        self.read = 0;
        let len = self.buffer.len();
        self.buffer.resize(len + BLOCK, 0);
        let got = loop {
            match self.inner.read(&mut self.buffer[len..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                got => break got,
            }
        };
        self.buffer.truncate(len + got.as_ref().map_or(0, |n| *n));
        got
    }
}

impl Default for Lookahead {
    fn default() -> Self {
        Self::new(io::empty())
    }
}

impl fmt::Debug for Lookahead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lookahead").finish_non_exhaustive()
    }
}

impl Read for Lookahead {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.read == self.buffer.len() && out.len() >= BLOCK {
            return self.inner.read(out);
        }
        let got = self.fill_buf()?.read(out)?;
        self.consume(got);
        Ok(got)
    }
}

impl BufRead for Lookahead {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.read == self.buffer.len() {
            self.fill()?;
        }
        Ok(&self.buffer[self.read..])
    }

    fn consume(&mut self, len: usize) {
        self.read = (self.read + len).min(self.buffer.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns one byte per read.
    struct Drip(&'static [u8]);

    impl Read for Drip {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let len = out.len().min(1);
            self.0.read(&mut out[..len])
        }
    }

    #[test]
    fn what_was_looked_at_is_read_again() {
        let mut stream = Lookahead::new(Drip(b"P5 2 1 255\nab"));
        assert_eq!(stream.peek(2).unwrap(), b"P5");
        assert_eq!(stream.peek(5).unwrap(), b"P5 2 ");
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        assert_eq!(all, b"P5 2 1 255\nab");
        assert_eq!(stream.peek(3).unwrap(), b"");
    }

    #[test]
    fn a_look_past_the_end_shows_what_is_left() {
        let mut stream = Lookahead::new(Drip(b"abc"));
        stream.peek(1).unwrap();
        stream.consume(1);
        assert_eq!(stream.peek(100).unwrap(), b"bc");
    }
}
