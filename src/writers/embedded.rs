//! The embedded encoder, by its name and that of its codec, whether it is built in or not.

/// The writer that replaces ffmpeg.
pub(super) const NAME: &str = "openh264";
/// ffmpeg's names of what it makes.
pub(super) const CODECS: [&str; 2] = ["h264", "libopenh264"];
