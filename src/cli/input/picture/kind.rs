//! Picture formats, recognised by their first bytes.

/// A file format, by its first bytes.
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
    /// The format of data that begin with these bytes, up to 16.
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
            // Check the size of the header, so that text beginning with BM is not a BMP.
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

    /// Whether a file in a folder is a picture by its extension, in lower case.
    pub(in crate::cli::input) fn has_extension(extension: &str) -> bool {
        const EXTENSIONS: [&str; 15] = [
            "png", "apng", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "pbm", "pgm", "ppm",
            "pnm", "pam", "jpe",
        ];
        EXTENSIONS.contains(&extension)
    }
}
