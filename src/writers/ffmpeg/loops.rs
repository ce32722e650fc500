//! How many times a film of pictures plays, as options of ffmpeg's muxers.

/// The maximum counts of the formats.
const MOST: u32 = u16::MAX as u32;

/// The arguments for films of this suffix that play this many times (forever if 0); none for formats without a loop
/// count.
///
/// # Errors
/// Advice for a count that the format does not support.
pub(super) fn args(suffix: &str, count: Option<u32>) -> Result<Option<[String; 2]>, &'static str> {
    let plays = count.unwrap_or(0);
    let flag = match suffix {
        "gif" | "webp" => "-loop",
        "apng" => "-plays",
        _ if count.is_none() => return Ok(None),
        _ => return Err("leave it out, or write .gif, .apng or .webp"),
    };
    if plays > MOST {
        return Err("give 0, forever, to 65535");
    }
    // GIF counts what follows the first time.
    let number = match (suffix, plays) {
        ("gif", 1) => "-1".to_owned(),
        ("gif", 2..) => (plays - 1).to_string(),
        _ => plays.to_string(),
    };
    Ok(Some([flag.to_owned(), number]))
}
