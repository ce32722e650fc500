//! What makes encoders faster.

use super::FFMpegWriter;

/// ffmpeg's arguments that make an encoder several times faster; none are known for others.
fn faster(encoder: &str) -> &'static [&'static str] {
    match encoder {
        "libx264" | "libx264rgb" | "libx265" => &["-preset", "veryfast"],
        "libsvtav1" => &["-preset", "12"],
        "libaom-av1" => &["-cpu-used", "8"],
        "libvpx-vp9" => &["-deadline", "realtime", "-cpu-used", "8", "-row-mt", "1"],
        "libvpx" => &["-deadline", "realtime", "-cpu-used", "8"],
        _ => &[],
    }
}

impl FFMpegWriter {
    /// Arguments that make films with this suffix faster to encode, unless the writer has such already.
    pub(crate) fn faster_args(&self, suffix: &str) -> &'static [&'static str] {
        let request = self.request(suffix);
        let codec = request.codec();
        let encoders = self.encoders();
        // An encoder has another name than its codec, in most cases.
        let encoder = encoders.as_ref().ok().and_then(|known| known.first(codec));
        let args = faster(encoder.unwrap_or(codec));
        let mut flags = args.iter().filter(|arg| arg.starts_with('-'));
        let is_given = flags.any(|flag| request.has_extra(&[flag]));
        if is_given { &[] } else { args }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_that_of_the_encoder() {
        let writer = FFMpegWriter::new(30).with_program("/no/ffmpeg");
        let of = |codec: &str| writer.clone().with_codec(codec);
        assert_eq!(of("libx264").faster_args("mp4"), ["-preset", "veryfast"]);
        assert_eq!(of("libaom-av1").faster_args("mkv"), ["-cpu-used", "8"]);
        assert!(of("ffv1").faster_args("mkv").is_empty());
        let fast = of("libx264").with_extra_args(["-preset", "ultrafast"]);
        assert!(fast.faster_args("mp4").is_empty());
    }
}
