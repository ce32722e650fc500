//! What an ffmpeg can encode.

use std::path::Path;

use crate::error::{Result, nearest_name};
use crate::writers::ffmpeg::process::output_of;

/// The table that `ffmpeg -encoders` prints.
#[derive(Debug, Clone)]
pub(super) struct Encoders(String);

impl Encoders {
    /// Asks ffmpeg.
    ///
    /// # Errors
    /// [`Error::WriterUnavailable`](crate::Error::WriterUnavailable) if it does not run.
    pub(super) fn of(program: &Path) -> Result<Self> {
        output_of(program, &["-hide_banner", "-encoders"]).map(Self)
    }

    /// The video encoder whose name is most like this one, if any is.
    pub(super) fn nearest(&self, name: &str) -> Option<String> {
        let lines = self.0.lines().skip_while(|line| !line.contains("-----"));
        let encoders = lines.filter_map(|line| {
            let mut words = line.split_whitespace();
            let is_video = words.next()?.starts_with('V');
            words.next().filter(|_| is_video)
        });
        nearest_name(name, encoders)
    }

    /// Whether a video encoder has this name, or encodes the codec of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        let codec = match name {
            "h265" => "(codec hevc)".to_owned(),
            name => format!("(codec {name})"),
        };
        // Lines read ` V..... libx264   libx264 H.264 / AVC … (codec h264)`.
        self.0.lines().any(|line| {
            let mut words = line.split_whitespace();
            let video = words.next().is_some_and(|flags| flags.starts_with('V'));
            let encoder = words.next().unwrap_or_default();
            video
                && (encoder == name
                    || line.trim_end().ends_with(&codec) && !needs_hardware(encoder))
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
    fn encoders_are_found_by_their_own_name_and_by_their_codecs() {
        let table = " V..... = Video\n ------\n V....D libx264  libx264 H.264 / AVC (codec h264)\n V....D png  PNG\n \
                     A....D aac  AAC\n";
        let encoders = Encoders(table.into());
        assert!(encoders.has("h264") && encoders.has("libx264") && encoders.has("png"));
        assert!(!encoders.has("hevc") && !encoders.has("aac"));
        assert_eq!(encoders.nearest("libx246").as_deref(), Some("libx264"));
        assert_eq!(encoders.nearest("aac"), None);
        assert!(!Encoders(" V..... h264_vaapi  H.264 (codec h264)".into()).has("h264"));
    }
}
