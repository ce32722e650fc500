//! The suffixes of films: what of ffmpeg writes them, and which codec their players know.

use crate::error::nearest_name;
use crate::writers::Fps;

/// Pictures, for which ffmpeg would write the last frame only, or one file per frame.
const PICTURES: &[&str] = &[
    "bmp", "dpx", "exr", "ico", "j2k", "jls", "jp2", "jpeg", "jpg", "jxl", "pam", "pbm", "pcx",
    "pfm", "pgm", "png", "ppm", "qoi", "ras", "sgi", "sun", "tga", "tif", "tiff", "xbm", "xwd",
];
const SOUNDS: &[&str] = &[
    "aac", "ac3", "aiff", "flac", "m4a", "m4b", "mka", "mp2", "mp3", "oga", "opus", "wav", "wma",
];
const SUBTITLES: &[&str] = &["ass", "srt", "ssa", "sub", "vtt"];
const PLAYLISTS: &[&str] = &["ism", "m3u8", "mpd"];
/// Formats that take few sizes, rates or codecs, or lose the frame rate.
const SPECIAL: &[&str] = &[
    "a64", "amv", "avs2", "avs3", "cavs", "cpk", "dnxhd", "dnxhr", "drc", "dv", "flm", "gxf",
    "h261", "h263", "mjpeg", "mjpg", "psp", "rcv", "rgb", "rm", "roq", "vc1", "vc2", "y4m", "yuv",
];
/// Of the most common films, the likeliest last.
const SUFFIXES: [&str; 14] = [
    "html", "ogv", "mpg", "flv", "avif", "webp", "apng", "gif", "avi", "webm", "mkv", "mov", "m4v",
    "mp4",
];
/// Frame rates of MPEG-1 and MPEG-2.
const MPEG_RATES: [(u32, u32); 8] = [
    (24, 1),
    (25, 1),
    (30, 1),
    (50, 1),
    (60, 1),
    (24_000, 1001),
    (30_000, 1001),
    (60_000, 1001),
];

/// Why a suffix is none of a film: the reason and what to do. Those that are for a few codecs only are left to the
/// user's own codec.
pub(super) fn refusal(suffix: &str, has_codec: bool) -> Option<(&'static str, &'static str)> {
    const FILM: &str = "name the file .mp4, .apng, .gif or as another film";
    let is_of = |suffixes: &[&str]| suffixes.contains(&suffix);
    if is_of(PICTURES) {
        Some(("that is the suffix of a picture", FILM))
    } else if is_of(SOUNDS) {
        Some(("that is the suffix of an audio file", FILM))
    } else if is_of(SUBTITLES) {
        Some(("that is the suffix of subtitles", FILM))
    } else if is_of(PLAYLISTS) {
        Some((
            "its segments would be separate files with hidden names",
            "write an .mp4 and segment that",
        ))
    } else if is_of(SPECIAL) && !has_codec {
        Some((
            "such files take few codecs, sizes or frame rates, or lose them",
            "name the file .mp4, or .mkv with the codec ffv1 for exact pixels, or name a codec that it takes",
        ))
    } else {
        None
    }
}

/// The codec of a film for which none is named.
pub(super) fn default_codec(suffix: &str) -> &'static str {
    match suffix {
        "gif" => "gif",
        "apng" => "apng",
        "webp" => "webp",
        "webm" | "ivf" => "vp9",
        "avif" | "obu" => "av1",
        "ogv" | "ogg" => "theora",
        "wmv" | "asf" => "wmv2",
        "mpg" | "mpeg" | "vob" | "dvd" | "svcd" | "m2v" | "mxf" | "wtv" => "mpeg2video",
        "vcd" | "m1v" => "mpeg1video",
        "swf" => "flv",
        "hevc" | "h265" | "265" => "hevc",
        _ => "h264",
    }
}

/// Suffixes for which the reference names no codec, because the container has its own.
pub(super) fn names_its_codec(suffix: &str) -> bool {
    matches!(
        suffix,
        "gif" | "apng" | "webp" | "webm" | "avif" | "ogv" | "ogg"
    )
}

/// ffmpeg's name of what writes a suffix.
pub(super) fn muxer<'a>(suffix: &'a str, codec: &str) -> &'a str {
    match suffix {
        "mkv" => "matroska",
        "m4v" => only_muxer(suffix, codec).unwrap_or("ipod"),
        "ogv" => "ogg",
        "ts" | "m2t" | "m2ts" | "mts" => "mpegts",
        "wmv" => "asf",
        "mpg" | "mpeg" => only_muxer(suffix, codec).unwrap_or("mpeg"),
        "m1v" => "mpeg1video",
        "m2v" => "mpeg2video",
        "h265" | "265" => "hevc",
        "264" => "h264",
        other => other,
    }
}

/// The one that a suffix must have with this codec, in place of the one that ffmpeg would choose.
pub(super) fn only_muxer(suffix: &str, codec: &str) -> Option<&'static str> {
    match suffix {
        // Apple's own has no place for HEVC, and ffmpeg would write a bare stream.
        "m4v" if is_hevc(codec) => Some("mp4"),
        // A program stream of MPEG-2, not one of MPEG-1.
        "mpg" | "mpeg" if codec == "mpeg2video" => Some("vob"),
        _ => None,
    }
}

/// Whether ffmpeg's muxer is the one of MP4 and QuickTime.
pub(super) fn is_mp4(container: &str) -> bool {
    matches!(
        container,
        "mp4" | "m4v" | "mov" | "ipod" | "f4v" | "3gp" | "3g2"
    )
}

/// Whether a codec, or an encoder of it, is HEVC.
pub(super) fn is_hevc(codec: &str) -> bool {
    matches!(codec, "hevc" | "h265" | "libx265" | "libkvazaar") || codec.starts_with("hevc_")
}

/// How films with this suffix and codec play at a frame rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rate {
    /// As it is.
    Own,
    /// At this rate, with each frame several times in a row.
    Repeated(Fps),
    /// Not at all.
    Impossible,
}

/// How films with this suffix and codec play at a frame rate: those of MPEG have few, which may be given with few
/// digits.
pub(super) fn rate(suffix: &str, codec: &str, fps: Fps) -> Rate {
    if !matches!(codec, "mpeg1video" | "mpeg2video") && suffix != "mxf" {
        return Rate::Own;
    }
    let times = |rate: Fps| rate.as_f64() / fps.as_f64();
    let is_whole = |times: f64| times > 0.5 && (times / times.round() - 1.0).abs() < 1e-4;
    let rates = || MPEG_RATES.into_iter().map(Fps::from);
    if rates().any(|rate| (times(rate) - 1.0).abs() < 1e-4) {
        return Rate::Own;
    }
    let multiple = rates().find(|rate| is_whole(times(*rate)));
    multiple.map_or(Rate::Impossible, Rate::Repeated)
}

/// Whether an encoder has 200 kilobits per second by default, which is too little for most films.
pub(super) fn is_poor_by_default(codec: &str) -> bool {
    matches!(
        codec,
        "wmv1"
            | "wmv2"
            | "msmpeg4v2"
            | "msmpeg4v3"
            | "msmpeg4"
            | "mpeg1video"
            | "mpeg2video"
            | "flv"
            | "flv1"
    )
}

/// The suffix of a film that is most like this one, if one is like it.
pub(super) fn nearest(suffix: &str) -> Option<String> {
    nearest_name(suffix, SUFFIXES.into_iter())
}
