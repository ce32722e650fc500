//! The one table that decides in which pixel format ffmpeg gets its frames, and how they are tagged.

#[cfg(test)]
mod tests;

use crate::error::Result;
use crate::writers::ffmpeg::containers::Rate;
use crate::writers::ffmpeg::family::Family;
use crate::writers::ffmpeg::request::{
    CODEC_FLAGS, FILTER_FLAGS, QUALITY_FLAGS, Request, TAG_FLAGS,
};
use crate::writers::ffmpeg::{alpha, containers};
use crate::writers::pixels::PixelFormat;

/// The table's decisions for one film.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decision {
    /// How the frames are handed over.
    pub(super) input: PixelFormat,
    /// ffmpeg's arguments between its input and the user's own.
    pub(super) args: Vec<String>,
}

/// BT.709, limited range, in stream and container.
const TAGS: [&str; 8] = [
    "-color_range",
    "tv",
    "-colorspace",
    "bt709",
    "-color_primaries",
    "bt709",
    "-color_trc",
    "bt709",
];

/// Converts to BT.709, and says so in every frame.
const BT709_FILTER: &str =
    "scale=out_color_matrix=bt709,setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709";

/// A palette per frame, so that memory does not grow with the film.
const GIF_FILTER: &str = "split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1";

impl Request<'_> {
    /// The decision.
    ///
    /// # Errors
    /// [`Error::Option`](crate::Error::Option) for a codec or bitrate that the suffix can't have.
    pub(super) fn decide(&self) -> Result<Decision> {
        self.check()?;
        let alpha = self.transparent && self.keeps_alpha();
        let input = self.input(alpha);
        let mut args = Arguments::default();
        self.add_codec(alpha, &mut args);
        if input.is_yuv() && self.pix_fmt().is_none() {
            args.add(&["-pix_fmt", input.name()]);
        }
        self.add_colors_and_rate(input, alpha, &mut args);
        self.add_speed(&mut args);
        // QuickTime and Safari refuse the tag that ffmpeg chooses.
        let is_tagged = self.has_extra(TAG_FLAGS) || !containers::is_mp4(self.container());
        if containers::is_hevc(self.codec()) && !is_tagged {
            args.add(&["-tag:v", "hvc1"]);
        }
        // Nothing is known about a muxer that the user chooses.
        if self.loop_count.is_some() || !self.has_extra(&["-f"]) {
            args.0.extend(self.loop_args()?.into_iter().flatten());
        }
        Ok(Decision {
            input,
            args: args.0,
        })
    }

    /// How frames are handed over, if they have alpha or not.
    fn input(&self, alpha: bool) -> PixelFormat {
        match (Family::of(self.codec()), self.pix_fmt()) {
            (Family::Yuv, _) if alpha && self.suffix != "avif" => PixelFormat::Yuva420p,
            _ if alpha => PixelFormat::Bgra,
            (Family::Yuv | Family::Untagged, None | Some("yuv420p")) => PixelFormat::Yuv420p,
            (Family::Yuv, Some("yuv444p")) => PixelFormat::Yuv444p,
            _ => PixelFormat::Bgr0,
        }
    }

    /// The codec, and the palette of a GIF.
    fn add_codec(&self, alpha: bool, args: &mut Arguments) {
        let default = (!containers::names_its_codec(self.suffix)).then(|| self.default_codec());
        if self.extra_value(CODEC_FLAGS).is_none()
            && let Some(codec) = self.codec.or(default)
        {
            // Its usual name outside ffmpeg.
            args.add(&["-vcodec", if codec == "h265" { "hevc" } else { codec }]);
        }
        if self.suffix == "gif" && !self.has_extra(FILTER_FLAGS) {
            let filter = if alpha { alpha::GIF_FILTER } else { GIF_FILTER };
            args.add(&["-filter_complex", filter]);
        }
    }

    /// Filters, tags, quality and the frame rate.
    fn add_colors_and_rate(&self, input: PixelFormat, alpha: bool, args: &mut Arguments) {
        let filtered = self.has_extra(FILTER_FLAGS);
        let mut repeated = match self.rate() {
            Rate::Repeated(rate) => Some(rate),
            Rate::Own | Rate::Impossible => None,
        };
        // After a filter `-r` would repeat all frames but the last.
        let mut filter = |filter: &str| match repeated.take() {
            Some(rate) => format!("{filter},fps={rate}"),
            None => filter.to_owned(),
        };
        if alpha && self.suffix == "avif" {
            args.add(&alpha::AVIF_ARGS);
        } else if !input.is_yuv() && self.is_converted() {
            if !filtered {
                args.add(&["-vf", &filter(BT709_FILTER)]);
            }
            let is_full = self.pix_fmt().is_some_and(|f| f.starts_with("yuvj"));
            args.add(if is_full { &TAGS[2..] } else { &TAGS });
        } else if input.is_yuv() && Family::of(self.codec()) == Family::Untagged {
            if !filtered {
                args.add(&["-vf", &filter("scale=out_color_matrix=bt601")]);
            }
        } else if input.is_yuv() {
            args.add(&TAGS);
        }
        if let Some(bitrate) = self.bitrate {
            args.add(&["-b:v", &format!("{bitrate}k")]);
        } else if containers::is_poor_by_default(self.codec()) && !self.has_extra(QUALITY_FLAGS) {
            args.add(&["-q:v", "3"]);
        }
        if let Some(rate) = repeated {
            args.add(&["-r", &rate.to_string()]);
        }
    }

    /// What makes a slow encoder faster.
    fn add_speed(&self, args: &mut Arguments) {
        for (flag, value) in [("-cpu-used", "6"), ("-row-mt", "1")] {
            if self.is_libaom && !self.has_extra(&[flag, &format!("{flag}:v")]) {
                args.add(&[flag, value]);
            }
        }
    }
}

/// Arguments of ffmpeg.
#[derive(Default)]
struct Arguments(Vec<String>);

impl Arguments {
    fn add(&mut self, new: &[&str]) {
        self.0.extend(new.iter().map(|&arg| arg.to_owned()));
    }
}
