//! What the user asks of ffmpeg, and what a suffix can't have.

use crate::error::{Error, Result};
use crate::writers::Fps;
use crate::writers::ffmpeg::containers::Rate;
use crate::writers::ffmpeg::family::Family;
use crate::writers::ffmpeg::{alpha, containers, loops};

/// The user's settings that affect the decision.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Request<'a> {
    pub(super) suffix: &'a str,
    pub(super) codec: Option<&'a str>,
    /// Kilobits per second.
    pub(super) bitrate: Option<u32>,
    pub(super) extra_args: &'a [String],
    /// How many times the film plays; 0 is forever.
    pub(super) loop_count: Option<u32>,
    /// Whether frames have alpha.
    pub(super) transparent: bool,
    /// Frames per second, where it matters which codec takes them.
    pub(super) fps: Option<Fps>,
    /// Whether the encoder is libaom, which takes minutes where it may.
    pub(super) is_libaom: bool,
}

pub(super) const CODEC_FLAGS: &[&str] = &[
    "-c:v", "-vcodec", "-codec:v", "-c", "-codec", "-c:v:0", "-c:0",
];
pub(super) const FILTER_FLAGS: &[&str] = &[
    "-vf",
    "-filter:v",
    "-filter",
    "-filter_complex",
    "-lavfi",
    "-filter_script:v",
];

pub(super) const TAG_FLAGS: &[&str] = &["-tag:v", "-vtag", "-tag", "-tag:v:0", "-tag:0"];
pub(super) const QUALITY_FLAGS: &[&str] = &[
    "-q:v",
    "-q",
    "-qscale:v",
    "-qscale",
    "-b:v",
    "-b",
    "-vb",
    "-global_quality",
];

impl Request<'_> {
    /// Whether the film can have alpha.
    pub(super) fn keeps_alpha(&self) -> bool {
        let filtered = self.has_extra(FILTER_FLAGS);
        let asked = Self {
            transparent: true,
            ..*self
        };
        alpha::is_kept(self.suffix, asked.codec(), self.pix_fmt(), filtered)
    }

    pub(super) fn loop_args(&self) -> Result<Option<[String; 2]>> {
        let refuse = |advice: &str| {
            let count = self.loop_count.unwrap_or(0);
            self.refuse(format!("the loop count {count}"), advice)
        };
        loops::args(self.suffix, self.loop_count).map_err(refuse)
    }

    pub(super) fn pix_fmt(&self) -> Option<&str> {
        self.extra_value(&["-pix_fmt", "-pix_fmt:v"])
    }

    /// Whether ffmpeg has to convert the canvas to YUV and may choose how.
    pub(super) fn is_converted(&self) -> bool {
        match (Family::of(self.codec()), self.pix_fmt()) {
            (Family::Fixed | Family::Untagged, _) | (Family::Rgb, None) => false,
            (_, pix_fmt) => pix_fmt.is_none_or(is_yuv),
        }
    }

    /// The codec that encodes: of the extra arguments, of the option, or the suffix's.
    pub(super) fn codec(&self) -> &str {
        self.extra_value(CODEC_FLAGS)
            .or(self.codec)
            .unwrap_or_else(|| self.default_codec())
    }

    /// The codec of the suffix.
    pub(super) fn default_codec(&self) -> &'static str {
        match self.suffix {
            // H.264 has no alpha; ProRes is what QuickTime and editors read it from.
            "mov" if self.transparent => "prores_ks",
            suffix => containers::default_codec(suffix),
        }
    }

    /// The format passed to ffmpeg, or the suffix that implies it.
    pub(super) fn container(&self) -> &str {
        self.extra_value(&["-f"]).unwrap_or(self.suffix)
    }

    /// Refuses what the suffix or the codec can't have.
    pub(super) fn check(&self) -> Result<()> {
        let has_codec = self.codec.is_some() || self.has_extra(CODEC_FLAGS);
        if let Some((reason, advice)) = containers::refusal(self.suffix, has_codec) {
            return Err(Error::Destination {
                path: format!("a film as .{}", self.suffix),
                reason: reason.into(),
                advice: advice.into(),
            });
        }
        let codec = self.codec();
        if self.suffix == "gif" && codec != "gif" {
            let option = format!("codec \"{codec}\"");
            return Err(self.refuse(option, "GIF has only one codec; leave it out"));
        }
        if let (Some(fps), Rate::Impossible) = (self.fps, self.rate()) {
            let advice = "give 24, 25, 30, 50 or 60, a rate of which one of these is a multiple, or write .mp4";
            return Err(self.refuse(format!("{fps} frames per second with {codec}"), advice));
        }
        match self.bitrate {
            Some(0) => Err(self.refuse(
                "bitrate 0".into(),
                "give kilobits per second, or leave it out",
            )),
            Some(bitrate) if Family::of(codec) == Family::Rgb && codec != "libx264rgb" => {
                let advice = format!("{codec} has no bitrate; leave it out");
                Err(self.refuse(format!("bitrate {bitrate}"), &advice))
            }
            _ => Ok(()),
        }
    }

    /// How the film plays at its frame rate, unless the user sets another.
    pub(super) fn rate(&self) -> Rate {
        match self.fps {
            Some(fps) if !self.has_extra(&["-r", "-r:v"]) => {
                containers::rate(self.suffix, self.codec(), fps)
            }
            _ => Rate::Own,
        }
    }

    fn refuse(&self, option: String, advice: &str) -> Error {
        let option = format!("{option} for .{}", self.suffix);
        Error::Option {
            writer: "ffmpeg".into(),
            option,
            advice: advice.into(),
        }
    }

    /// The value of the last of these flags in the extra arguments.
    pub(super) fn extra_value(&self, flags: &[&str]) -> Option<&str> {
        let at = self
            .extra_args
            .iter()
            .rposition(|a| flags.contains(&a.as_str()))?;
        self.extra_args.get(at + 1).map(String::as_str)
    }

    pub(super) fn has_extra(&self, flags: &[&str]) -> bool {
        self.extra_args.iter().any(|a| flags.contains(&a.as_str()))
    }
}

fn is_yuv(pix_fmt: &str) -> bool {
    ["yuv", "nv", "p010", "p016", "uyv", "yuyv", "y2"]
        .iter()
        .any(|prefix| pix_fmt.starts_with(prefix))
}
