//! The page of the gallery in a browser, operated by `gallery_page.html`, and what it is made by.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::{Command, Output};

use crate::browser::{Server, all_right, browse, verdict};
use crate::support::{Folder, example, require};

// They have tests of their own.
#[allow(dead_code)]
#[path = "../../examples/gallery/artists.rs"]
mod artists;
#[allow(dead_code)]
#[path = "../../examples/gallery/differences.rs"]
mod differences;
#[path = "../../examples/gallery/html.rs"]
mod html;
#[allow(dead_code)]
#[path = "../../examples/gallery/source.rs"]
mod source;
#[path = "../../examples/gallery/tokens.rs"]
mod tokens;

/// Runs the gallery, whose films have few frames.
fn gallery(folder: &Path, more: &[&str]) -> Output {
    let mut gallery = Command::new(example("gallery"));
    gallery.args(["--frames", "3", "--out"]).arg(folder);
    gallery.args(more).output().unwrap()
}

/// All files of a folder and of those in it, by their paths from it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let inner = files(&path).into_iter();
            found.extend(inner.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, std::fs::read(&path).unwrap());
        }
    }
    found
}

/// The scenes among the examples: those that take the options of scenes.
fn scenes() -> Vec<String> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut scenes = Vec::new();
    for (name, text) in files(&examples) {
        let text = String::from_utf8(text).unwrap();
        let is_scene = text.contains("pub(crate) fn main()") && !name.contains('/');
        scenes.extend(is_scene.then(|| name.strip_suffix(".rs").unwrap().to_owned()));
    }
    scenes
}

#[test]
fn every_page_loads_and_every_film_plays() {
    require!("the examples", "chromium");
    let folder = Folder::new();
    let made = gallery(&folder.join("gallery"), &[]);
    assert!(made.status.success(), "{made:?}");
    let files = files(&folder.join("gallery"));
    let pages = files.keys().filter_map(|name| name.strip_suffix(".html"));
    let pages: Vec<_> = pages.filter(|name| *name != "index").collect();
    assert_eq!(pages, scenes());

    let served = files
        .iter()
        .map(|(name, file)| (format!("/{name}"), file.clone()));
    let mut served: HashMap<_, _> = served.collect();
    served.insert("/".into(), include_bytes!("gallery_page.html").to_vec());
    let server = Server::start(served.clone());
    let found = verdict(
        &folder.join("profile"),
        &server,
        "http://127.0.0.1:PORT/",
        &[],
    );
    let mut right: Vec<_> = ["pictures", "hover", "tap", "search", "artists"].into();
    right.extend(&pages);
    assert_eq!(found, all_right(&right));
    for path in server.requests.lock().unwrap().iter() {
        assert!(
            served.contains_key(path) || path == "/favicon.ico",
            "{path}"
        );
    }

    // As files, of which browsers think otherwise.
    for (page, sign) in [
        ("index.html#scatter", "aria-pressed=\"true\">scatter"),
        ("rain.html", "class=\"plotreel\" data-frame=\"0\""),
    ] {
        let url = format!("file://{}/{page}", folder.join("gallery").display());
        let patience = ["--virtual-time-budget=5000"];
        let (dom, console) = browse(&folder.join("profile"), &url, &patience);
        assert_eq!(console, [""; 0], "{page}");
        assert!(dom.contains(sign), "{page}");
    }
}

#[test]
fn nothing_in_a_page_points_elsewhere() {
    require!("the examples");
    let folder = Folder::new();
    let strip = folder.join("strip.png");
    let only = [
        "--only",
        "simple_anim",
        "simple_scatter",
        "--strip",
        strip.to_str().unwrap(),
    ];
    let made = gallery(&folder.join("gallery"), &only);
    assert!(made.status.success(), "{made:?}");
    let files = files(&folder.join("gallery"));
    let expected = [
        "films/simple_anim.mp4",
        "films/simple_anim.png",
        "films/simple_scatter.mp4",
        "films/simple_scatter.png",
        "gallery.css",
        "gallery.js",
        "index.html",
        "simple_anim.html",
        "simple_scatter.html",
    ];
    assert!(files.keys().eq(expected), "{:?}", files.keys());
    for (name, page) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = std::str::from_utf8(page).unwrap();
        assert!(page.contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        ));
        for attribute in [" href=\"", " src=\"", " data-film=\""] {
            for link in page.split(attribute).skip(1) {
                let (link, _) = link.split_once('"').unwrap();
                let (file, _) = link.split_once('#').unwrap_or((link, ""));
                let is_inside = files.contains_key(file) || link == "data:,";
                assert!(is_inside, "{name} points to {link}");
            }
        }
    }
    let file = std::io::BufReader::new(std::fs::File::open(&strip).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut strip = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut strip).unwrap();
    assert_eq!((info.width, info.height), (2 * 240 + 8, 180));
    let pixel = |x: usize, y: usize| &strip[4 * (y * 488 + x)..][..4];
    assert_eq!((pixel(0, 0), pixel(247, 90)), (&[255; 4][..], &[0; 4][..]));
    // The left spines of both, 80 of 640 pixels from their edges.
    for x in [30, 248 + 30] {
        assert!(pixel(x, 90)[0] < 200 && pixel(x - 3, 80)[0] > 200, "{x}");
    }
}

#[test]
fn a_scene_that_fails_is_named_and_the_others_are_there() {
    require!("the examples");
    let folder = Folder::new();
    // A film can't replace a folder.
    std::fs::create_dir_all(folder.join("films/simple_anim.mp4/full")).unwrap();
    let made = gallery(folder.path(), &["--only", "simple_anim", "simple_scatter"]);
    assert_eq!(made.status.code(), Some(1));
    let said = String::from_utf8(made.stderr).unwrap();
    assert!(said.starts_with("error: simple_anim failed: "), "{said}");
    assert!(said.contains("films/simple_anim.mp4"), "{said}");
    let files = files(folder.path());
    let index = std::str::from_utf8(&files["index.html"]).unwrap();
    assert!(files.contains_key("simple_scatter.html") && !files.contains_key("simple_anim.html"));
    assert!(index.contains("simple_scatter.html") && !index.contains("simple_anim.html"));
}

#[test]
fn a_scene_s_own_words_are_passed_on() {
    require!("the examples");
    let folder = Folder::new();
    // A scene that is told where to write takes the gallery's word for it; here there is no room for a file.
    let mut gallery = Command::new(example("gallery"));
    let made = gallery
        .args(["rain", "--frames", "2", "--out"])
        .arg(folder.path())
        .output();
    let made = made.unwrap();
    assert_eq!(made.status.code(), Some(1));
    let said = String::from_utf8(made.stderr).unwrap();
    let path = folder.path().display().to_string();
    assert!(
        said.starts_with("error: ") && said.contains(&path),
        "{said}"
    );
}

#[test]
fn a_wrong_option_is_named() {
    require!("the examples");
    let folder = Folder::new();
    for (args, words) in [
        (&["--only", "snow"][..], "unknown scene \"snow\""),
        (&["--only"], "--only needs the name of a scene"),
        (
            &["--frames", "0"],
            "--frames needs a number from 1, not \"0\"",
        ),
        (
            &["--speed", "9"],
            "\"--speed\" is neither an option nor a scene",
        ),
    ] {
        let made = gallery(folder.path(), args);
        assert_eq!(made.status.code(), Some(2));
        let said = String::from_utf8(made.stderr).unwrap();
        assert!(
            said.starts_with(&format!("error: {words}\nusage: ")),
            "{said}"
        );
    }
    assert_eq!(folder.files(), [""; 0]);
}
