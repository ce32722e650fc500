//! What ffmpeg is told for films of all kinds.

use super::*;
use crate::error::Error;
use crate::writers::Fps;

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
