//! The one table that decides in which pixel format ffmpeg gets its frames, and how they are tagged.

use crate::error::{Error, Result};
use crate::writers::Fps;
use crate::writers::ffmpeg::containers::Rate;
use crate::writers::ffmpeg::family::Family;
use crate::writers::ffmpeg::{alpha, containers, loops};
use crate::writers::pixels::PixelFormat;

/// The table's decisions for one film.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decision {
    /// How the frames are handed over.
    pub(super) input: PixelFormat,
    /// ffmpeg's arguments between its input and the user's own.
    pub(super) args: Vec<String>,
}

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
    /// [`Error::Option`] for a codec or bitrate that the suffix can't have.
    pub(super) fn decide(&self) -> Result<Decision> {
        self.check()?;
        let mut args = Vec::new();
        let mut add = |new: &[&str]| args.extend(new.iter().map(|&a| a.to_owned()));
        let default = (!containers::names_its_codec(self.suffix)).then(|| self.default_codec());
        if self.extra_value(CODEC_FLAGS).is_none()
            && let Some(codec) = self.codec.or(default)
        {
            // Its usual name outside ffmpeg.
            add(&["-vcodec", if codec == "h265" { "hevc" } else { codec }]);
        }
        let pix_fmt = self.pix_fmt();
        let filtered = self.has_extra(FILTER_FLAGS);
        let alpha = self.transparent && self.keeps_alpha();
        if self.suffix == "gif" && !filtered {
            let filter = if alpha { alpha::GIF_FILTER } else { GIF_FILTER };
            add(&["-filter_complex", filter]);
        }
        let input = match (Family::of(self.codec()), pix_fmt) {
            (Family::Yuv, _) if alpha && self.suffix != "avif" => PixelFormat::Yuva420p,
            _ if alpha => PixelFormat::Bgra,
            (Family::Yuv | Family::Untagged, None | Some("yuv420p")) => PixelFormat::Yuv420p,
            (Family::Yuv, Some("yuv444p")) => PixelFormat::Yuv444p,
            _ => PixelFormat::Bgr0,
        };
        if input.is_yuv() && pix_fmt.is_none() {
            add(&["-pix_fmt", input.name()]);
        }
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
            add(&alpha::AVIF_ARGS);
        } else if !input.is_yuv() && self.is_converted(pix_fmt) {
            if !filtered {
                add(&["-vf", &filter(BT709_FILTER)]);
            }
            add(if pix_fmt.is_some_and(|f| f.starts_with("yuvj")) {
                &TAGS[2..]
            } else {
                &TAGS
            });
        } else if input.is_yuv() && Family::of(self.codec()) == Family::Untagged {
            if !filtered {
                add(&["-vf", &filter("scale=out_color_matrix=bt601")]);
            }
        } else if input.is_yuv() {
            add(&TAGS);
        }
        if let Some(bitrate) = self.bitrate {
            add(&["-b:v", &format!("{bitrate}k")]);
        } else if containers::is_poor_by_default(self.codec()) && !self.has_extra(QUALITY_FLAGS) {
            add(&["-q:v", "3"]);
        }
        if let Some(rate) = repeated {
            add(&["-r", &rate.to_string()]);
        }
        for (flag, value) in [("-cpu-used", "6"), ("-row-mt", "1")] {
            if self.is_libaom && !self.has_extra(&[flag, &format!("{flag}:v")]) {
                add(&[flag, value]);
            }
        }
        // QuickTime and Safari refuse the tag that ffmpeg chooses.
        let is_tagged = self.has_extra(TAG_FLAGS) || !containers::is_mp4(self.container());
        if containers::is_hevc(self.codec()) && !is_tagged {
            add(&["-tag:v", "hvc1"]);
        }
        // Nothing is known about a muxer that the user chooses.
        if self.loop_count.is_some() || !self.has_extra(&["-f"]) {
            args.extend(self.loop_args()?.into_iter().flatten());
        }
        Ok(Decision { input, args })
    }

    /// Whether the film can have alpha.
    pub(super) fn keeps_alpha(&self) -> bool {
        let filtered = self.has_extra(FILTER_FLAGS);
        let asked = Self {
            transparent: true,
            ..*self
        };
        alpha::is_kept(self.suffix, asked.codec(), self.pix_fmt(), filtered)
    }

    fn loop_args(&self) -> Result<Option<[String; 2]>> {
        let refuse = |advice: &str| {
            let count = self.loop_count.unwrap_or(0);
            self.refuse(format!("the loop count {count}"), advice)
        };
        loops::args(self.suffix, self.loop_count).map_err(refuse)
    }

    fn pix_fmt(&self) -> Option<&str> {
        self.extra_value(&["-pix_fmt", "-pix_fmt:v"])
    }

    /// Whether ffmpeg has to convert the canvas to YUV and may choose how.
    fn is_converted(&self, pix_fmt: Option<&str>) -> bool {
        match (Family::of(self.codec()), pix_fmt) {
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
    fn default_codec(&self) -> &'static str {
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
    fn rate(&self) -> Rate {
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
    fn extra_value(&self, flags: &[&str]) -> Option<&str> {
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

const CODEC_FLAGS: &[&str] = &[
    "-c:v", "-vcodec", "-codec:v", "-c", "-codec", "-c:v:0", "-c:0",
];
const FILTER_FLAGS: &[&str] = &[
    "-vf",
    "-filter:v",
    "-filter",
    "-filter_complex",
    "-lavfi",
    "-filter_script:v",
];

const TAG_FLAGS: &[&str] = &["-tag:v", "-vtag", "-tag", "-tag:v:0", "-tag:0"];
const QUALITY_FLAGS: &[&str] = &[
    "-q:v",
    "-q",
    "-qscale:v",
    "-qscale",
    "-b:v",
    "-b",
    "-vb",
    "-global_quality",
];

fn is_yuv(pix_fmt: &str) -> bool {
    ["yuv", "nv", "p010", "p016", "uyv", "yuyv", "y2"]
        .iter()
        .any(|prefix| pix_fmt.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(suffix: &str, codec: Option<&str>, extra: &[&str]) -> (PixelFormat, String) {
        let extra_args: Vec<String> = extra.iter().map(|&a| a.into()).collect();
        let decision = Request {
            suffix,
            codec,
            extra_args: &extra_args,
            ..Request::default()
        }
        .decide()
        .unwrap();
        (decision.input, decision.args.join(" "))
    }

    #[test]
    fn yuv_codecs_get_converted_and_tagged_frames() {
        let tags = TAGS.join(" ");
        for suffix in ["mp4", "mov", "mkv", "avi", "m4v", "flv", "ts", "anything"] {
            let expected = format!("-vcodec h264 -pix_fmt yuv420p {tags}");
            assert_eq!(plan(suffix, None, &[]), (PixelFormat::Yuv420p, expected));
        }
        let expected = (PixelFormat::Yuv420p, format!("-pix_fmt yuv420p {tags}"));
        assert_eq!(plan("webm", None, &[]), expected);
        assert_eq!(plan("avif", None, &[]), expected);
        assert_eq!(plan("mp4", Some("h264_nvenc"), &[]).0, PixelFormat::Yuv420p);
        let extra = ["-pix_fmt", "yuv444p"];
        assert_eq!(
            plan("mp4", Some("libx265"), &extra),
            (
                PixelFormat::Yuv444p,
                format!("-vcodec libx265 {tags} -tag:v hvc1")
            )
        );
    }

    #[test]
    fn hevc_is_tagged_as_apple_reads_it_wherever_there_are_tags() {
        for codec in ["libx265", "hevc", "h265", "hevc_nvenc", "libkvazaar"] {
            for suffix in ["mp4", "m4v", "mov"] {
                let is_tagged = |extra: &[&str]| {
                    let by_codec = plan(suffix, Some(codec), extra).1;
                    let by_args = plan(suffix, None, &[&["-c:v", codec], extra].concat()).1;
                    assert_eq!(by_codec.contains("hvc1"), by_args.contains("hvc1"));
                    by_codec.contains("-tag:v hvc1")
                };
                assert!(is_tagged(&[]) && is_tagged(&["-crf", "20"]), "{suffix}");
                for flag in ["-tag:v", "-vtag", "-tag"] {
                    assert!(!is_tagged(&[flag, "hev1"]), "{suffix} {flag}");
                }
            }
            assert!(!plan("mkv", Some(codec), &[]).1.contains("hvc1"));
            assert!(plan("film", Some(codec), &["-f", "mp4"]).1.contains("hvc1"));
        }
        assert!(!plan("mp4", Some("libx264"), &[]).1.contains("hvc1"));
        assert!(plan("mp4", Some("h265"), &[]).1.contains("-vcodec hevc"));
    }

    #[test]
    fn old_containers_get_codecs_of_their_players() {
        for (suffix, codec) in [
            ("wmv", "wmv2"),
            ("asf", "wmv2"),
            ("mpg", "mpeg2video"),
            ("mpeg", "mpeg2video"),
            ("vob", "mpeg2video"),
            ("mxf", "mpeg2video"),
            ("swf", "flv"),
        ] {
            let args = plan(suffix, None, &[]).1;
            let quality = " -q:v 3";
            let codec = format!("-vcodec {codec} ");
            assert!(args.contains(&codec) && args.contains(quality), "{args}");
            let args = plan(suffix, None, &["-q:v", "1"]).1;
            assert!(!args.contains(quality), "{args}");
        }
        for suffix in ["png", "mp3", "srt", "mpd", "dv", "yuv"] {
            let request = Request {
                suffix,
                ..Request::default()
            };
            let error = request.decide().unwrap_err();
            assert!(matches!(error, Error::Destination { .. }), "{error}");
        }
        assert!(plan("dv", Some("dvvideo"), &[]).1.contains("dvvideo"));
    }

    #[test]
    fn mpeg_has_frame_rates_of_its_own() {
        let plan = |suffix, fps: Fps, codec, extra_args: &[String]| {
            let request = Request {
                suffix,
                codec,
                extra_args,
                fps: Some(fps),
                ..Request::default()
            };
            request.decide().map(|decision| decision.args.join(" "))
        };
        for fps in [
            24.into(),
            30.into(),
            29.97.into(),
            (30000, 1001).into(),
            23.976.into(),
        ] {
            assert!(
                !plan("mpg", fps, None, &[]).unwrap().contains("-r "),
                "{fps}"
            );
        }
        for (fps, repeated) in [
            (1.into(), "24"),
            (5.into(), "25"),
            (12.into(), "24"),
            (10.into(), "30"),
            (7.5.into(), "30"),
            (20.into(), "60"),
            ((15_000, 1001).into(), "30000/1001"),
        ] {
            let args = plan("mpg", fps, None, &[]).unwrap();
            assert!(args.contains(&format!(",fps={repeated} ")), "{fps}: {args}");
            let own = ["-vf".to_owned(), "hflip".to_owned()];
            let args = plan("mpg", fps, None, &own).unwrap();
            assert!(args.contains(&format!("-r {repeated}")), "{fps}: {args}");
        }
        for fps in [29.into(), 7.into(), 120.into(), 61.into()] {
            for suffix in ["mpg", "mpeg", "vob", "mxf"] {
                let error = plan(suffix, fps, None, &[]).unwrap_err().to_string();
                assert!(
                    error.contains(&format!("{fps} frames per second")),
                    "{error}"
                );
            }
            let own = ["-r".to_owned(), "25".to_owned()];
            for (suffix, codec, extra) in [
                ("wmv", None, &[][..]),
                ("mpg", Some("h264"), &[]),
                ("mpg", None, &own),
            ] {
                let args = plan(suffix, fps, codec, extra).unwrap();
                assert!(!args.contains("-r "), "{args}");
            }
        }
    }

    #[test]
    fn libaom_is_hurried_unless_the_user_says_how() {
        let plan = |extra_args: &[&str]| {
            let extra_args: Vec<String> = extra_args.iter().map(|&a| a.into()).collect();
            let request = Request {
                suffix: "avif",
                extra_args: &extra_args,
                is_libaom: true,
                ..Request::default()
            };
            request.decide().unwrap().args.join(" ")
        };
        assert!(plan(&[]).ends_with("-cpu-used 6 -row-mt 1"));
        assert!(plan(&["-cpu-used", "2"]).ends_with("bt709 -row-mt 1"));
    }

    #[test]
    fn rgb_outputs_get_the_canvas_and_no_matrix_tag() {
        assert_eq!(
            plan("apng", None, &[]),
            (PixelFormat::Bgr0, "-plays 0".into())
        );
        assert_eq!(
            plan("mkv", Some("libx264rgb"), &[]),
            (PixelFormat::Bgr0, "-vcodec libx264rgb".into())
        );
        assert_eq!(
            plan("mkv", None, &["-c:v", "ffv1", "-pix_fmt", "bgr0"]),
            (PixelFormat::Bgr0, String::new())
        );
        assert!(plan("gif", None, &[]).1.contains("stats_mode=single"));
        assert_eq!(plan("gif", None, &["-vf", "scale=10:-1"]).1, "-loop 0");
    }

    #[test]
    fn anything_else_is_converted_by_ffmpeg_as_it_is_told() {
        let (input, args) = plan("mov", Some("prores_ks"), &[]);
        assert_eq!(input, PixelFormat::Bgr0);
        assert!(
            args.contains("-vf scale=out_color_matrix=bt709,setparams="),
            "{args}"
        );
        assert!(args.contains("-colorspace bt709"), "{args}");
        assert!(
            !plan("mov", Some("prores_ks"), &["-vf", "hflip"])
                .1
                .contains("scale")
        );
        assert!(
            plan("mp4", None, &["-pix_fmt", "yuv422p"])
                .1
                .contains("out_color_matrix")
        );
    }

    #[test]
    fn frames_with_alpha_arrive_with_it() {
        let plan = |suffix: &str, codec: Option<&str>, extra: &[&str]| {
            let extra_args: Vec<String> = extra.iter().map(|&a| a.into()).collect();
            let request = Request {
                suffix,
                codec,
                extra_args: &extra_args,
                transparent: true,
                ..Request::default()
            };
            let decision = request.decide().unwrap();
            (
                request.keeps_alpha(),
                decision.input,
                decision.args.join(" "),
            )
        };
        let vp9 = plan("webm", None, &[]);
        assert_eq!((vp9.0, vp9.1), (true, PixelFormat::Yuva420p));
        assert!(vp9.2.starts_with("-pix_fmt yuva420p -color_range tv"));
        assert!(plan("mov", None, &[]).2.starts_with("-vcodec prores_ks"));
        for (suffix, codec) in [("gif", None), ("webp", None), ("mov", None)] {
            let (kept, input, _) = plan(suffix, codec, &[]);
            assert_eq!((kept, input), (true, PixelFormat::Bgra), "{suffix}");
        }
        assert!(plan("avif", None, &[]).2.contains("alphaextract"));
        for (suffix, codec, extra) in [
            ("mp4", None, &[][..]),
            ("mp4", Some("vp9"), &[]),
            ("webm", None, &["-pix_fmt", "yuv420p"]),
            ("webm", None, &["-pix_fmt", "yuv444p"]),
            ("mov", Some("png"), &["-pix_fmt", "rgb24"]),
            ("webp", Some("libwebp"), &[]),
        ] {
            let (kept, input, _) = plan(suffix, codec, extra);
            let with_alpha = [PixelFormat::Bgra, PixelFormat::Yuva420p].contains(&input);
            assert!(!kept && !with_alpha, "{suffix} {codec:?} {extra:?}");
        }
    }

    #[test]
    fn loop_counts_are_plays() {
        let plan = |suffix: &str, loop_count: u32| {
            let request = Request {
                suffix,
                loop_count: Some(loop_count),
                ..Request::default()
            };
            request.decide().map(|decision| decision.args.join(" "))
        };
        for (suffix, plays, expected) in [
            ("gif", 0, "-loop 0"),
            ("gif", 1, "-loop -1"),
            ("gif", 3, "-loop 2"),
            ("webp", 1, "-loop 1"),
            ("apng", 65535, "-plays 65535"),
        ] {
            assert!(plan(suffix, plays).unwrap().ends_with(expected), "{suffix}");
        }
        for (suffix, plays) in [("mp4", 0), ("webm", 2), ("gif", 65536)] {
            let error = plan(suffix, plays).unwrap_err().to_string();
            assert!(
                error.contains(&format!("loop count {plays} for .{suffix}")),
                "{error}"
            );
        }
    }

    #[test]
    fn what_a_suffix_can_not_have_is_refused_by_name() {
        let request = Request {
            suffix: "gif",
            bitrate: Some(100),
            ..Request::default()
        };
        let error = request.decide().unwrap_err().to_string();
        assert!(
            error.contains("ffmpeg") && error.contains("bitrate 100"),
            "{error}"
        );
        assert!(
            Request {
                suffix: "gif",
                codec: Some("h264"),
                ..Request::default()
            }
            .decide()
            .is_err()
        );
    }
}
