//! Kinds of pictures by what they begin with.

/// What a file's first bytes say it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli::input) enum Kind {
    Png,
    Jpeg,
    Gif,
    Webp,
    Tiff,
    Bmp,
    /// PBM, PGM, PPM and PAM.
    Pnm,
}

impl Kind {
    /// The kind of what begins with these bytes, 16 of them if there are so many.
    pub(in crate::cli::input) fn of(start: &[u8]) -> Option<Self> {
        match start {
            [b'\x89', b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::Webp),
            [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Some(Self::Tiff),
            // The size of the header behind it, so that text that begins with BM is none.
            [
                b'B',
                b'M',
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                _,
                12..=124,
                0,
                ..,
            ] => Some(Self::Bmp),
            [b'P', b'1'..=b'7', b' ' | b'\t' | b'\r' | b'\n' | b'#', ..] => Some(Self::Pnm),
            _ => None,
        }
    }

    /// Whether a file of a folder is taken for a picture by its extension, in small letters.
    pub(in crate::cli::input) fn has_extension(extension: &str) -> bool {
        const EXTENSIONS: [&str; 15] = [
            "png", "apng", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "pbm", "pgm", "ppm",
            "pnm", "pam", "jpe",
        ];
        EXTENSIONS.contains(&extension)
    }
}
