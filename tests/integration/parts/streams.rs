//! Films of the embedded encoder and of ffmpeg.

use super::*;

/// The times of all packets, in order.
fn times(film: &Path) -> Vec<f64> {
    let mut times = packet_times(film);
    times.sort_by(f64::total_cmp);
    times
}

/// The film made in one go and of so many parts.
fn whole_and_joined_of(suffix: &str, options: &SaveOptions, count: u64) -> (Folder, [PathBuf; 2]) {
    let folder = Folder::new();
    let part = |index: u64| {
        let path = folder.join(&format!("part{index}.{suffix}"));
        write(
            &path,
            &options.clone().with_part(index, count),
            Kind::Moving,
        );
        path
    };
    let parts: Vec<_> = (0..count).map(part).collect();
    let films = ["whole", "joined"].map(|name| folder.join(&format!("{name}.{suffix}")));
    write(&films[0], options, Kind::Moving);
    assert_eq!(concat(&parts, &films[1]).unwrap().frames, 35);
    (folder, films)
}

#[cfg(feature = "openh264")]
#[test]
fn a_joined_film_of_the_embedded_encoder_has_the_frames_of_the_whole_bit_for_bit() {
    require!("ffmpeg", "ffprobe");
    let comment = plotreel::writers::Metadata::new()
        .with("title", "Hops")
        .with("comment", "von Zoë");
    let options = options("openh264").with_metadata(comment);
    for kind in [Kind::Moving, Kind::Resting] {
        let (_folder, films) = whole_and_joined("mp4", &options, kind);
        assert_eq!(times(&films[0]), times(&films[1]));
        let [whole, joined] = films.each_ref().map(|film| decode(film));
        assert!(whole == joined);
        // Title and comment are at the end of the index, without a mark.
        let data = films.map(|film| {
            let film = fs::read(film).unwrap();
            let at = |kind| film.windows(4).position(|at| at == kind).unwrap();
            film[at(b"udta")..at(b"mdat") - 4].to_vec()
        });
        assert!(data[0] == data[1]);
    }
}

/// What ffmpeg's decoder complains about, and the `idr_pic_id` of each frame: `None` of those that need others.
#[cfg(feature = "openh264")]
fn complaints_and_numbers(film: &Path) -> (String, Vec<Option<u32>>) {
    let decoded = Command::new("ffmpeg")
        .args(["-v", "error", "-err_detect", "explode", "-i"])
        .arg(film)
        .args(["-f", "null", "-"])
        .output();
    let mut trace = Command::new("ffmpeg");
    trace.args(["-v", "verbose", "-i"]).arg(film);
    trace.args(["-c", "copy", "-bsf:v", "trace_headers", "-f", "null", "-"]);
    let said = trace.output().unwrap().stderr;
    let mut numbers = Vec::new();
    for line in String::from_utf8_lossy(&said).lines() {
        let value = || line.rsplit_once("= ").unwrap().1.parse().unwrap();
        if line.contains(" first_mb_in_slice ") {
            numbers.push(None);
        } else if line.contains(" idr_pic_id ") {
            *numbers.last_mut().unwrap() = Some(value());
        }
    }
    let complaints = String::from_utf8(decoded.unwrap().stderr).unwrap();
    (complaints, numbers)
}

#[cfg(feature = "openh264")]
#[test]
fn keyframes_in_a_row_have_different_numbers() {
    require!("ffmpeg", "ffprobe");
    for every in [1, 2, 9] {
        let options = options("openh264").with_keyframes(every);
        let count = match every {
            1 => 35,
            _ => 4,
        };
        let (_folder, films) = whole_and_joined_of("mp4", &options, count);
        for film in &films {
            let (complaints, numbers) = complaints_and_numbers(film);
            assert_eq!(complaints, "");
            assert_eq!(numbers.len(), 35);
            assert!(
                numbers[0].is_some() && numbers.iter().flatten().count() >= 35 / every as usize
            );
            let mut pairs = numbers.windows(2);
            assert!(
                pairs.all(|two| two[0].is_none() || two[0] != two[1]),
                "{numbers:?}"
            );
        }
        let [whole, joined] = films.map(|film| decode(&film));
        assert!(whole == joined);
    }
}

#[cfg(feature = "openh264")]
#[test]
fn parts_of_any_length_make_a_film_that_plays() {
    require!("ffmpeg", "ffprobe");
    let options = SaveOptions::new()
        .with_writer("openh264")
        .with_fps((30000, 1001));
    let (_folder, [whole, joined]) = whole_and_joined("mp4", &options, Kind::Moving);
    assert!(probe(&joined).contains("nb_read_frames=35"));
    assert_eq!(times(&whole), times(&joined));
    // Parts have keyframes where the whole has none.
    assert!(likeness(&whole, &joined) > 0.99);
}

#[test]
fn joined_films_of_ffmpeg_at_constant_quality_are_the_whole() {
    require!("ffmpeg", "ffprobe");
    let film = |suffix: &str, codec: &str, args: &[&str]| {
        let options = options("ffmpeg")
            .with_codec(codec)
            .with_title("Hops = jumps; \\ 'so'");
        let options = options.with_extra_args(args.iter().copied());
        let (_folder, [whole, joined]) = whole_and_joined(suffix, &options, Kind::Moving);
        assert_eq!(times(&whole), times(&joined), "{suffix} {codec}");
        assert!(
            decode(&whole) == decode(&joined),
            "{suffix} {codec}: bit for bit"
        );
        let facts = |film: &Path| {
            let wanted = [
                "codec_name",
                "codec_tag_string",
                "profile",
                "pix_fmt",
                "level",
            ];
            let wanted = wanted.iter().chain(&[
                "color_",
                "r_frame_rate",
                "has_b_frames",
                "TAG:title",
                "TAG:comment",
            ]);
            let wanted: Vec<_> = wanted.collect();
            let text = probe(film);
            let kept = text
                .lines()
                .filter(|line| wanted.iter().any(|key| line.starts_with(**key)));
            kept.map(str::to_owned).collect::<Vec<_>>()
        };
        let facts = [whole, joined].map(|film| facts(&film));
        assert_eq!(facts[0], facts[1]);
        assert!(
            facts[1]
                .iter()
                .any(|line| line.contains("Hops = jumps; \\ 'so'"))
        );
        assert!(!facts[1].iter().any(|line| line.contains("plotreel-part")));
    };
    film("mp4", "libx264", &["-qp", "20"]);
    film("mkv", "libx264", &["-qp", "20"]);
    film("mov", "libx264", &["-qp", "20"]);
    film("mkv", "ffv1", &[]);
    film("mp4", "libx264rgb", &["-qp", "0"]);
}

/// One or two frames need no later ones to be decoded, where three do.
#[test]
fn parts_of_few_frames_by_ffmpeg_are_joined() {
    require!("ffmpeg", "ffprobe");
    let options = SaveOptions::new().with_writer("ffmpeg").with_fps(30);
    let options = options.with_codec("libx264");
    for (suffix, count) in [("mp4", 12), ("mov", 20), ("mp4", 35), ("mkv", 12)] {
        let (_folder, films) = whole_and_joined_of(suffix, &options, count);
        let [whole, joined] = films.map(|film| times(&film));
        assert_eq!(whole, joined, "{count} parts of {suffix}");
    }
}

/// By its default libx264 makes a keyframe as good as the frames before it allow, which a part does not know.
#[test]
fn joined_films_of_ffmpeg_at_its_usual_quality_are_as_good_as_the_whole() {
    require!("ffmpeg", "ffprobe");
    let (_folder, [whole, joined]) = whole_and_joined("mp4", &options("ffmpeg"), Kind::Moving);
    assert!(probe(&joined).contains("nb_read_frames=35"));
    assert_eq!(times(&whole), times(&joined));
    assert!(likeness(&whole, &joined) > 0.99);
}

/// The structural similarity of two films, by ffmpeg's filter.
fn likeness(a: &Path, b: &Path) -> f64 {
    let mut ssim = Command::new("ffmpeg");
    ssim.args(["-v", "info", "-i"]).arg(a).arg("-i").arg(b);
    ssim.args(["-lavfi", "ssim", "-f", "null", "-"]);
    let said = ssim.output().unwrap();
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    let all = said.rsplit_once("All:").unwrap().1;
    all.split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn ffmpeg_makes_parts_of_films_that_it_can_join_only() {
    require!("ffmpeg");
    let folder = Folder::new();
    let (mut fig, ..) = scene();
    for suffix in ["gif", "avi", "ts"] {
        let film = FuncAnimation::new(|_, _: u32| (), 0..20);
        let path = folder.join(&format!("a.{suffix}"));
        let error = film.save_with(&mut fig, path, &options("ffmpeg").with_part(0, 2));
        let error = error.unwrap_err().to_string();
        assert!(
            error.contains(&format!("a part of a film as .{suffix}")),
            "{error}"
        );
    }
    assert!(folder.files().is_empty());
}

#[test]
fn a_part_with_a_sound_track_is_refused() {
    require!("ffmpeg");
    let folder = Folder::new();
    let mut parts = write_parts(&folder, "mkv", &options("ffmpeg"), Kind::Moving);
    let with_sound = folder.join("sound.mkv");
    let mut add = Command::new("ffmpeg");
    add.args(["-v", "error", "-i"]).arg(&parts[1]);
    add.args([
        "-f", "lavfi", "-t", "0.3", "-i", "sine", "-c:v", "copy", "-c:a", "flac",
    ]);
    output(add.arg(&with_sound));
    parts[1] = with_sound;
    let error = concat(&parts, folder.join("film.mkv")).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("sound.mkv can't be joined: it has a sound track"),
        "{error}"
    );
}
