//! The header of an `.npy` file.

use std::io::Read;

/// The maximum length of a header; NumPy reads 10,000 bytes.
const MAX_BYTES: u32 = 1 << 20;

/// The first bytes of every `.npy` file.
pub(super) const MAGIC: &[u8] = b"\x93NUMPY";

/// The header that `np.save` writes before the elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NpyHeader {
    /// NumPy's type string such as `<f8`, or the fields of a structured array as text.
    pub(super) descr: String,
    pub(super) fortran: bool,
    pub(super) shape: Vec<u64>,
    /// Bytes it takes in the file.
    pub(super) len: u64,
}

impl NpyHeader {
    /// Parses it, or returns what is wrong with it.
    pub(super) fn read(reader: &mut impl Read) -> Result<Self, String> {
        let mut fixed = [0; 8];
        let cut = |_| "it is cut off".to_owned();
        reader.read_exact(&mut fixed).map_err(cut)?;
        let size_bytes = match (fixed.starts_with(MAGIC), fixed[6], fixed[7]) {
            (false, ..) => return Err("it does not begin with the magic string".into()),
            (true, 1, _) => 2,
            (true, 2 | 3, _) => 4,
            (true, major, minor) => return Err(format!("its version {major}.{minor} is unknown")),
        };
        let mut size = [0; 4];
        reader.read_exact(&mut size[..size_bytes]).map_err(cut)?;
        let size = u32::from_le_bytes(size);
        if size > MAX_BYTES {
            return Err(format!(
                "it has {size} bytes, but the maximum is {MAX_BYTES}"
            ));
        }
        let mut text = Vec::new();
        let got = reader.take(size.into()).read_to_end(&mut text);
        if got.map_err(|e| e.to_string())? < size as usize {
            return Err("it is cut off".into());
        }
        let text = String::from_utf8_lossy(&text);
        let mut header = Literal(&text)
            .header()
            .ok_or("descr, fortran_order or shape is missing or invalid")?;
        header.len = (fixed.len() + size_bytes) as u64 + u64::from(size);
        Ok(header)
    }
}

/// The unparsed rest of a Python literal.
struct Literal<'a>(&'a str);

impl<'a> Literal<'a> {
    /// A dictionary with the three keys.
    fn header(&mut self) -> Option<NpyHeader> {
        let (mut descr, mut fortran, mut shape) = (None, None, None);
        self.eat('{')?;
        while self.eat('}').is_none() {
            let key = self.string()?;
            self.eat(':')?;
            match key {
                "descr" => descr = Some(self.descr()?),
                "fortran_order" => fortran = Some(self.bool()?),
                "shape" => shape = Some(self.shape()?),
                _ => return None,
            }
            if self.eat(',').is_none() {
                self.eat('}')?;
                break;
            }
        }
        Some(NpyHeader {
            descr: descr?,
            fortran: fortran?,
            shape: shape?,
            len: 0,
        })
    }

    fn eat(&mut self, wanted: char) -> Option<()> {
        self.0 = self.0.trim_start().strip_prefix(wanted)?;
        Some(())
    }

    /// A string without escapes.
    fn string(&mut self) -> Option<&'a str> {
        let quote = self.0.trim_start().chars().next()?;
        if !matches!(quote, '\'' | '"') {
            return None;
        }
        self.eat(quote)?;
        let (text, rest) = self.0.split_once(quote)?;
        self.0 = rest;
        Some(text)
    }

    fn descr(&mut self) -> Option<String> {
        match self.0.trim_start().starts_with(['[', '(']) {
            true => self.bracketed(),
            false => self.string().map(str::to_owned),
        }
    }

    /// A list or tuple as text.
    fn bracketed(&mut self) -> Option<String> {
        let text = self.0.trim_start();
        let (mut depth, mut quote, mut escaped) = (0u32, None, false);
        for (i, c) in text.char_indices() {
            match (quote, c) {
                _ if escaped => escaped = false,
                (Some(_), '\\') => escaped = true,
                (Some(open), _) if open == c => quote = None,
                (Some(_), _) => (),
                (None, '\'' | '"') => quote = Some(c),
                (None, '[' | '(') => depth += 1,
                (None, ']' | ')') => depth = depth.checked_sub(1)?,
                (None, _) => (),
            }
            if depth == 0 {
                let end = i + c.len_utf8();
                self.0 = &text[end..];
                return Some(text[..end].to_owned());
            }
        }
        None
    }

    fn bool(&mut self) -> Option<bool> {
        let text = self.0.trim_start();
        let (value, rest) = text
            .strip_prefix("True")
            .map(|rest| (true, rest))
            .or_else(|| Some((false, text.strip_prefix("False")?)))?;
        self.0 = rest;
        Some(value)
    }

    /// A tuple of sides; Python 2 wrote an L behind some.
    fn shape(&mut self) -> Option<Vec<u64>> {
        self.eat('(')?;
        let mut sides = Vec::new();
        while self.eat(')').is_none() {
            let text = self.0.trim_start();
            let end = text.find(|c: char| !c.is_ascii_digit())?;
            sides.push(text[..end].parse().ok()?);
            let rest = &text[end..];
            self.0 = rest.strip_prefix('L').unwrap_or(rest);
            if self.eat(',').is_none() {
                self.eat(')')?;
                break;
            }
        }
        Some(sides)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header of this version, length and text.
    fn bytes(version: u8, len: u32, text: &str) -> Vec<u8> {
        let mut bytes = [MAGIC, &[version, 0]].concat();
        match version {
            1 => bytes.extend((len as u16).to_le_bytes()),
            _ => bytes.extend(len.to_le_bytes()),
        }
        bytes.extend(text.as_bytes());
        bytes
    }

    fn read(text: &str) -> Result<NpyHeader, String> {
        NpyHeader::read(&mut &*bytes(2, text.len() as u32, text))
    }

    #[test]
    fn headers_are_read_as_numpy_writes_them() {
        for (text, descr, fortran, shape) in [
            (
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }   \n",
                "<f8",
                false,
                &[3, 4][..],
            ),
            (
                "{'shape': (12,), \"descr\": \"|u1\",'fortran_order':True}",
                "|u1",
                true,
                &[12],
            ),
            (
                "{'descr': '<i8', 'fortran_order': False, 'shape': (3L, 4L)}",
                "<i8",
                false,
                &[3, 4],
            ),
            (
                "{'descr': '|O', 'fortran_order': False, 'shape': (), }",
                "|O",
                false,
                &[],
            ),
            (
                "{'descr': [('a\\'(', '<f4', (2,)), ('b', [('c', '<u1')])], 'fortran_order': False, 'shape': (1,), }",
                "[('a\\'(', '<f4', (2,)), ('b', [('c', '<u1')])]",
                false,
                &[1],
            ),
        ] {
            let header = read(text).unwrap();
            assert_eq!(
                (&*header.descr, header.fortran, &*header.shape),
                (descr, fortran, shape)
            );
            assert_eq!(header.len, 12 + text.len() as u64);
            let first = NpyHeader::read(&mut &*bytes(1, text.len() as u32, text)).unwrap();
            assert_eq!(first.len, 10 + text.len() as u64);
        }
    }

    #[test]
    fn headers_that_are_none_cost_nothing() {
        let deep = "(".repeat(500_000);
        let nested = format!(
            "{{'descr': {}, 'fortran_order': False, 'shape': (1,)}}",
            "[".repeat(500_000)
        );
        for text in [
            "",
            "{",
            "{'descr': '<f8'}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999999,), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1 2), }",
            "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,), }",
            "{'descr': '<f8",
            "{'desc\u{e9}': 1}",
            &deep,
            &nested,
        ] {
            assert!(read(text).is_err(), "{:.60}", text);
        }
        let huge = NpyHeader::read(&mut &*bytes(3, u32::MAX, "{'descr'"));
        assert!(huge.unwrap_err().contains("4294967295 bytes"));
        assert!(
            NpyHeader::read(&mut &*bytes(4, 9, "{}"))
                .unwrap_err()
                .contains("version 4.0")
        );
        assert!(NpyHeader::read(&mut &b"\x93NUM"[..]).is_err());
    }
}
