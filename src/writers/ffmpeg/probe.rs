//! What an ffmpeg can encode.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::error::{Error, Result, nearest_name};
use crate::writers::AbortHandle;
use crate::writers::ffmpeg::process::output_of;

/// A quick failure may be repeated at no cost: an ffmpeg may be installed or repaired meanwhile.
const SLOW: Duration = Duration::from_secs(1);

/// The answer of an ffmpeg, shared by all callers: it is asked once, even if it never answers.
#[derive(Debug, Clone, Default)]
pub(in crate::writers) struct Answers(Arc<Mutex<Option<Answer>>>);

#[derive(Debug)]
struct Answer {
    program: PathBuf,
    /// Or why there are none, with advice.
    encoders: std::result::Result<Encoders, (String, String)>,
}

impl Answers {
    /// What a program can encode.
    ///
    /// # Errors
    /// [`Error::WriterUnavailable`] if it does not run; [`Error::Aborted`].
    pub(super) fn of(&self, program: &Path, abort: &AbortHandle) -> Result<Encoders> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = known.as_ref().filter(|answer| answer.program == program) {
            let encoders = answer.encoders.clone();
            return encoders.map_err(|(reason, advice)| Error::WriterUnavailable {
                name: "ffmpeg".into(),
                reason,
                advice,
            });
        }
        let asked = Instant::now();
        let said = Encoders::of(program, abort);
        let encoders = match &said {
            Ok(encoders) => Ok(encoders.clone()),
            Err(Error::WriterUnavailable { reason, advice, .. }) if asked.elapsed() > SLOW => {
                Err((reason.clone(), advice.clone()))
            }
            Err(_) => return said,
        };
        *known = Some(Answer {
            program: program.to_owned(),
            encoders,
        });
        said
    }
}

/// The table that `ffmpeg -encoders` prints.
#[derive(Debug, Clone)]
pub(super) struct Encoders(Arc<str>);

impl Encoders {
    /// Asks ffmpeg.
    fn of(program: &Path, abort: &AbortHandle) -> Result<Self> {
        let table = output_of(program, &["-hide_banner", "-encoders"], abort)?;
        Ok(Self(table.into()))
    }

    /// The names of video encoders, and of the codecs that each is one of.
    fn video(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        // Lines read ` V..... libx264   libx264 H.264 / AVC … (codec h264)`, below a legend of ` V..... = Video`.
        self.0.lines().filter_map(|line| {
            let mut words = line.split_whitespace();
            let is_video = words.next()?.starts_with('V');
            let codec = line.rsplit_once("(codec ");
            let codec = codec.and_then(|(_, codec)| codec.trim_end().strip_suffix(')'));
            let name = words.next().filter(|name| is_video && *name != "=");
            name.map(|name| (name, codec))
        })
    }

    /// The encoder that ffmpeg takes for a codec.
    pub(super) fn first(&self, codec: &str) -> Option<&str> {
        let mut of_codec = self.video().filter(|(_, of)| *of == Some(codec));
        of_codec.find_map(|(name, _)| (!needs_hardware(name)).then_some(name))
    }

    /// The video encoder or codec whose name is most like this one; of a codec, its encoder, too.
    pub(super) fn nearest(&self, name: &str) -> Vec<String> {
        const ALIASES: [(&str, &str); 4] = [
            ("h265", "hevc"),
            ("x265", "hevc"),
            ("x264", "h264"),
            ("avc", "h264"),
        ];
        let names = self.video().flat_map(|(name, codec)| [Some(name), codec]);
        // An alias of an encoder that this ffmpeg lacks does not help.
        let aliases = ALIASES
            .iter()
            .filter(|(_, codec)| self.first(codec).is_some());
        let aliases = aliases.map(|(alias, _)| *alias);
        let Some(nearest) = nearest_name(name, names.flatten().chain(aliases)) else {
            return Vec::new();
        };
        let alias = ALIASES.iter().find(|(alias, _)| *alias == nearest);
        let nearest = alias.map_or(nearest, |(_, codec)| (*codec).to_owned());
        let encoder = self.first(&nearest).map(str::to_owned);
        match encoder.filter(|encoder| *encoder != nearest) {
            Some(encoder) => vec![nearest, encoder],
            None => vec![nearest],
        }
    }

    /// Whether a video encoder has this name, or encodes the codec of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        let wanted = if name == "h265" { "hevc" } else { name };
        let mut video = self.video();
        video.any(|(encoder, codec)| {
            encoder == name || codec == Some(wanted) && !needs_hardware(encoder)
        })
    }
}

/// Whether an encoder that ffmpeg lists may still find nothing to run on.
fn needs_hardware(encoder: &str) -> bool {
    let kinds = [
        "_amf", "_cuvid", "_nvenc", "_omx", "_qsv", "_v4l2m2m", "_vaapi", "_vulkan",
    ];
    kinds.iter().any(|kind| encoder.ends_with(kind))
}

#[cfg(test)]
mod tests {
    use super::Encoders;

    #[test]
    fn the_nearest_name_may_be_that_of_a_codec() {
        let table = " ------\n V..... hevc_vaapi  x (codec hevc)\n V....D libx265  x (codec hevc)\n \
                     V....D libaom-av1  x (codec av1)\n V....D libsvtav1  x (codec av1)\n";
        let encoders = Encoders(table.into());
        for name in ["h265x", "hevcc", "H265", "x265"] {
            assert_eq!(encoders.nearest(name), ["hevc", "libx265"], "{name}");
        }
        assert_eq!(encoders.nearest("libx256"), ["libx265"]);
        assert_eq!(encoders.first("av1"), Some("libaom-av1"));
        assert_eq!(encoders.first("h264"), None);
    }

    #[test]
    fn encoders_are_found_by_their_own_name_and_by_their_codecs() {
        let table = " V..... = Video\n ------\n V....D libx264  libx264 H.264 / AVC (codec h264)\n V....D png  PNG\n \
                     A....D aac  AAC\n";
        let encoders = Encoders(table.into());
        assert!(encoders.has("h264") && encoders.has("libx264") && encoders.has("png"));
        assert!(!encoders.has("hevc") && !encoders.has("aac"));
        assert_eq!(encoders.nearest("libx246"), ["libx264"]);
        assert!(encoders.nearest("aac").is_empty());
        assert_eq!(encoders.nearest("x264"), ["h264", "libx264"]);
        assert_eq!(encoders.nearest("h256"), ["h264", "libx264"]);
        assert!(!encoders.nearest("x265").contains(&"hevc".to_owned()));
        assert!(!encoders.has("="));
        let hardware = Encoders(" V..... h264_vaapi  H.264 (codec h264)".into());
        assert!(hardware.has("h264_vaapi") && !hardware.has("h264"));
    }
}
