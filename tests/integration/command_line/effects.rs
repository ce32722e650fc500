//! Options that change nothing are refused.

use super::*;

/// A folder with an input of each kind.
fn inputs() -> Folder {
    let (folder, _) = film_folder();
    let film = fs::read(folder.join("film.npy")).unwrap();
    let gray = record("|u1", false, &[2, 16, 16], &[7; 512]);
    fs::write(folder.join("gray.npy"), &gray).unwrap();
    store_zip(
        &folder.join("film.npz"),
        &[("film.npy", &film), ("other.npy", &film)],
    );
    fs::write(folder.join("film.raw"), vec![9; 20 * 34 * 3]).unwrap();
    fs::write(folder.join("table.csv"), "p\n1\n2\n3\n4\n5\n6\n").unwrap();
    let picture = fs::File::create(folder.join("picture.png")).unwrap();
    let mut encoder = png::Encoder::new(picture, 2, 1);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[1, 2, 3, 4, 5, 6]).unwrap();
    drop(writer);
    folder
}

#[test]
fn options_that_other_options_leave_without_effect_are_wrong_usage() {
    let folder = inputs();
    for (options, text) in [
        (
            &["--dpi=50"][..],
            "--dpi has no effect: there are no --axes",
        ),
        (
            &["--label-size=9"],
            "--label-size has no effect: there is no --label",
        ),
        (
            &["--font=serif"],
            "--font has no effect: there are no --axes",
        ),
        (&["--label-color=red"], "--label-color has no effect"),
        (
            &["--label-color=red", "--boxes=table.csv"],
            "no --label or --scale-bar",
        ),
        (
            &["--label-background=none", "--title-text=a"],
            "--label-background has no effect",
        ),
        (
            &["--label-position=top", "--axes"],
            "more --label-position than --label",
        ),
        (
            &["--scale-bar-position=top"],
            "--scale-bar-position has no effect",
        ),
        (&["--table=table.csv"], "--table has no effect"),
        (
            &["--channels=bgr", "--raw=20x34"],
            "--channels has no effect",
        ),
        (
            &["--autoscale=film", "--vmin=0", "--vmax=1"],
            "--autoscale film has no effect",
        ),
        (
            &["--writer=null", "--title=a"],
            "--title has no effect: the writer null",
        ),
        (&["--writer=null", "--artist=a"], "--artist has no effect"),
        (&["--writer=null", "--comment=a"], "--comment has no effect"),
        (
            &["--writer=null", "--metadata=a=b"],
            "--metadata has no effect",
        ),
        (&["--writer=null", "--format=mp4"], "--format has no effect"),
        (
            &["--writer=null", "--loop-count=2"],
            "--loop-count has no effect",
        ),
    ] {
        let words = [&["render", "film.npy", "-o=x.gif"], options].concat();
        fail(&folder, &words, 2, text);
    }
    for options in [
        &["--dpi=50", "--axes"][..],
        &["--dpi=50", "--label=a"],
        &["--label-size=9", "--label=a"],
        &[
            concat!(
                "--font=",
                env!("CARGO_MANIFEST_DIR"),
                "/tests/fonts/regular.ttf"
            ),
            "--font=serif",
            "--axes",
        ],
        &["--label-size=9", "--label-color=red", "--scale-bar=9=x"],
        &["--table=table.csv", "--label={p}"],
        &["--table=table.csv", "--title-text={p}"],
        &["--progress=always", "-q"],
        &["--keep-partial"],
    ] {
        let words = [&["render", "film.npy", "--writer=null"], options].concat();
        succeed(&folder, &words);
    }
}

#[test]
fn options_that_no_input_heeds_are_named_with_the_reason() {
    let folder = inputs();
    for (inputs, option, text) in [
        (&["film.npy"][..], "--key=film", "only .npz files"),
        (&["picture.png"], "--key=film", "only .npz files"),
        (&["picture.png"], "--layout=HWC", "only .npy and .npz files"),
        (&["picture.png"], "--channels=bgr", "picture formats define"),
        (&["gray.npy"], "--channels=bgra", "one channel"),
    ] {
        let words = [&["render"], inputs, &[option, "-o=x.gif"]].concat();
        let option = option.split('=').next().unwrap();
        fail(&folder, &words, 1, &format!("{option} has no effect"));
        fail(&folder, &words, 1, text);
    }
    // One input that heeds it is enough.
    let words = [
        "render",
        "film.npy",
        "film.npz",
        "--key=film",
        "--writer=null",
    ];
    succeed(&folder, &words);
    for option in ["--cmap=magma", "--norm=log", "--vmin=1", "--vmax=9"] {
        let setting = option[2..].split('=').next().unwrap();
        for input in ["film.npy", "picture.png"] {
            let text = format!("{setting} has no effect: the frames are RGB");
            fail(&folder, &["render", input, option, "-o=x.gif"], 1, &text);
        }
        succeed(&folder, &["render", "gray.npy", option, "--writer=null"]);
    }
    let words = ["render", "film.npy", "--autoscale=film", "-o=x.gif"];
    fail(&folder, &words, 1, "limits from all frames has no effect");
    let words = ["render", "gray.npy", "--range=0..9", "-o=x.gif"];
    fail(
        &folder,
        &words,
        1,
        "range has no effect: the frames are scalar",
    );
    let words = [
        "render",
        "film.npy",
        "--table=table.csv",
        "--label=a",
        "-o=x.gif",
    ];
    fail(&folder, &words, 1, "the table has no effect");
    let words = ["render", "film.npy", "--raw=20x34x3", "-o=x.gif"];
    fail(&folder, &words, 1, "omit --raw");
}

#[test]
fn pages_refuse_options_that_others_overrule() {
    let folder = inputs();
    let page = ["render", "film.npy", "-o=x.html"];
    let with = |options: &[&'static str]| [&page[..], options].concat();
    let words = with(&["--loop-count=1", "--default-mode=reflect"]);
    fail(&folder, &words, 1, "the default mode sets it");
    let words = with(&["--embed-frames=false", "--embed-limit=3"]);
    fail(&folder, &words, 1, "an embed limit");
}

#[test]
fn styles_are_laid_over_each_other_and_what_they_can_not_do_is_told() {
    let folder = Folder::new();
    let frame = record("|u1", false, &[1, 20, 30], &[7; 600]);
    std::fs::write(folder.join("film.npy"), frame).unwrap();
    std::fs::write(folder.join("own.mplstyle"), "axes.edgecolor: lime\n").unwrap();
    let render = [
        "render",
        "film.npy",
        "-o",
        "frame.png",
        "--size=90x60",
        "--axes",
    ];
    let styled = |words: &[&str]| {
        let words = [&render[..], words].concat();
        let output = plotreel(&folder).args(&words).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        let png = std::fs::File::open(folder.join("frame.png")).unwrap();
        let mut reader = png::Decoder::new(std::io::BufReader::new(png))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        (pixels, stderr(&output))
    };
    let (dark, _) = styled(&[
        "--style=ggplot",
        "--style=dark_background",
        "--style=own.mplstyle",
    ]);
    assert_eq!(dark[..3], [0; 3], "the background is black");
    let has_lime = dark.chunks(3).any(|pixel| pixel == [0, 255, 0]);
    assert!(has_lime, "spines are lime");
    std::fs::write(folder.join("latex.mplstyle"), "text.usetex: True\n").unwrap();
    let (light, said) = styled(&["--style=bmh", "--style=latex.mplstyle"]);
    assert_eq!(light[..3], [255; 3]);
    assert!(said.contains("text.usetex = True"), "{said}");
    let (serif, _) = styled(&["--style=dark_background", "--font=serif"]);
    assert_eq!(serif[..3], [0; 3], "a font keeps the style");
    assert_ne!(serif, styled(&["--style=dark_background"]).0);
    fail(
        &folder,
        &[&render[..], &["--style=gplot"]].concat(),
        1,
        "\"ggplot\"",
    );
    fail(
        &folder,
        &[&render[..], &["--style=no.mplstyle"]].concat(),
        1,
        "no.mplstyle",
    );
}
