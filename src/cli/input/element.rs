//! The elements of stored arrays: their types and conversion to native ones.

use crate::array::DType;

use super::frame::Pool;

/// The type of stored elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stored {
    /// The type in frames: float16 is widened.
    pub(super) dtype: DType,
    /// Bytes per stored element.
    pub(super) size: usize,
    swapped: bool,
    half: bool,
}

impl Stored {
    /// By NumPy's kind (`b`, `i`, `u`, `f`) and size.
    fn new(kind: char, size: u64, swapped: bool) -> Option<Self> {
        let dtype = match (kind, size) {
            ('b', 1) => DType::Bool,
            ('u', 1) => DType::U8,
            ('i', 1) => DType::I8,
            ('u', 2) => DType::U16,
            ('i', 2) => DType::I16,
            ('u', 4) => DType::U32,
            ('i', 4) => DType::I32,
            ('u', 8) => DType::U64,
            ('i', 8) => DType::I64,
            ('f', 2 | 4) => DType::F32,
            ('f', 8) => DType::F64,
            _ => return None,
        };
        Some(Self {
            dtype,
            size: size as usize,
            swapped: swapped && size > 1,
            half: (kind, size) == ('f', 2),
        })
    }

    /// By NumPy's type string (`>u2`, `<f4`).
    pub(super) fn of_descr(descr: &str) -> Option<Self> {
        let (order, plain) = descr.split_at_checked(1)?;
        let swapped = match order {
            ">" => cfg!(target_endian = "little"),
            "<" => cfg!(target_endian = "big"),
            "|" | "=" => false,
            _ => return None,
        };
        let (kind, size) = plain.split_at_checked(1)?;
        Self::new(kind.chars().next()?, size.parse().ok()?, swapped)
    }

    /// By Rust's names (`u8`, `f32`), NumPy's (`uint8`, `float32`) and its type strings.
    pub(super) fn named(name: &str) -> Option<Self> {
        if name.starts_with(['>', '<', '|', '=']) {
            return Self::of_descr(name);
        }
        let digits = name.find(|c: char| c.is_ascii_digit());
        let (kind, bits) = name.split_at(digits.unwrap_or(name.len()));
        let bytes = || bits.parse::<u64>().ok().filter(|bits| bits % 8 == 0);
        let kind = match kind {
            "bool" if bits.is_empty() => return Self::new('b', 1, false),
            "u" | "uint" => 'u',
            "i" | "int" => 'i',
            "f" | "float" => 'f',
            _ => return None,
        };
        Self::new(kind, bytes()? / 8, false)
    }

    /// Turns a block of stored elements into native ones.
    pub(super) fn decode(self, bytes: Vec<u8>, pool: &Pool) -> Vec<u8> {
        let mut bytes = bytes;
        if self.swapped {
            bytes.chunks_exact_mut(self.size).for_each(<[u8]>::reverse);
        }
        if !self.half {
            return bytes;
        }
        let mut wide = pool.take();
        wide.extend(
            bytes
                .as_chunks::<2>()
                .0
                .iter()
                .flat_map(|&h| half::f16::from_ne_bytes(h).to_f32().to_ne_bytes()),
        );
        pool.put(bytes);
        wide
    }
}

/// NumPy's name for a type string, such as `float64` for `<f8`; otherwise the string itself.
pub(super) fn type_name(descr: &str) -> String {
    let known = descr.split_at_checked(2).and_then(|(head, size)| {
        let kind = match head.get(1..)? {
            "b" => return Some("bool".to_owned()),
            "i" => "int",
            "u" => "uint",
            "f" => "float",
            "c" => "complex",
            _ => return None,
        };
        Some(format!(
            "{kind}{}",
            size.parse::<u32>().ok()?.checked_mul(8)?
        ))
    });
    match known {
        Some(name) => name,
        None if descr.starts_with(['[', '(']) => "structured".into(),
        None => descr.to_owned(),
    }
}

/// Why elements of this type can't be shown, and what to save instead of the array.
pub(super) fn unreadable(descr: &str) -> (String, String) {
    let name = type_name(descr);
    let field = descr.split(['\'', '"']).nth(1).unwrap_or("name");
    let (what, instead) = match descr
        .trim_start_matches(['<', '>', '|', '='])
        .chars()
        .next()
    {
        Some('c') => (
            format!("{name} numbers"),
            "np.abs(a), or a.real and a.imag".into(),
        ),
        Some('O') => ("objects".into(), "np.array(a.tolist(), dtype=float)".into()),
        Some('U' | 'S' | 'T') => ("texts".into(), "a.astype(float)".into()),
        Some('M' | 'm') => ("dates or times".into(), "a.astype('int64')".into()),
        Some('[' | '(') => ("structures".into(), format!("one field, as a['{field}']")),
        Some('V') => (
            "bytes without a type".into(),
            "a.astype('float32') if they are bfloat16".into(),
        ),
        _ => (name, "a.astype('float64')".into()),
    };
    (
        format!("an array of {what}"),
        format!("bool, integers and floats of up to 64 bits are supported: save {instead}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_all_their_names() {
        for name in ["f32", "float32", "<f4", "=f4"] {
            assert_eq!(Stored::named(name), Stored::new('f', 4, false), "{name}");
        }
        assert_eq!(Stored::named(">u2"), Stored::new('u', 2, true));
        assert_eq!(Stored::named("|b1"), Stored::named("bool"));
        for name in [
            "",
            "u3",
            "u12",
            "f20",
            "complex64",
            "float",
            ">",
            "é",
            "<é4",
        ] {
            assert_eq!(Stored::named(name), None, "{name}");
        }
    }

    #[test]
    fn types_that_are_not_read_are_named_with_what_to_save() {
        for (descr, what, instead) in [
            ("<c16", "complex128", "np.abs(a)"),
            ("|O", "objects", "a.tolist()"),
            ("<U7", "texts", "astype(float)"),
            ("|S3", "texts", "astype(float)"),
            ("<M8[ns]", "dates", "astype('int64')"),
            ("<f16", "float128", "astype('float64')"),
            ("|V2", "without a type", "bfloat16"),
            ("[('x', '<f4'), ('y', '<f4')]", "structures", "a['x']"),
        ] {
            let (reason, advice) = unreadable(descr);
            assert!(
                reason.contains(what) && advice.contains(instead),
                "{reason}; {advice}"
            );
            assert_eq!(Stored::of_descr(descr), None);
        }
    }
}
