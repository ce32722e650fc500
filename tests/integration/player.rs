//! The player page in a browser, operated by `player.html`.

use std::collections::HashMap;
use std::time::Duration;

use ndarray::{Array3, Axis};
use plotreel::prelude::*;
use plotreel::writers::*;

use crate::browser::{Server, all_right, browse, verdict};
use crate::support::{Folder, full_figure, require};

const FRAMES: usize = 70;
const TITLE: &str = "</script><script>pwned = 1</script>";

/// A still ground with a moving block, some frames of noise, and three that are the same. As in `player.html`.
fn frame(index: usize) -> Array3<u8> {
    let i = if index == 20 || index == 21 {
        19
    } else {
        index
    };
    let (left, top) = ((i * 3) % 56, (i * 5) % 40);
    Array3::from_shape_fn((48, 64, 3), |(y, x, c)| {
        let color = if i % 10 == 7 {
            [x * y * i, x * 31 + y * 17 + i, x * x + i * y]
        } else if (left..left + 8).contains(&x) && (top..top + 8).contains(&y) {
            [i * 37, i * 91, 200]
        } else {
            [40, 90, y * 5]
        };
        (color[c] % 256) as u8
    })
}

fn write(writer: &HTMLWriter, destination: impl Into<Destination>) {
    let (fig, _) = full_figure(64, 48);
    let writer = (writer.clone()).with_metadata(Metadata::new().with("title", TITLE));
    let mut movie = writer.saving(&fig, destination, 100.0).unwrap();
    for i in 0..FRAMES {
        movie.write_frame(&frame(i)).unwrap();
    }
    movie.finish().unwrap();
}

/// Four pixels: in frame i number i is opaque, its mirror half so, and the rest are clear; the times differ.
fn transparent() -> Vec<u8> {
    let film = MemoryFile::new();
    let (fig, _) = full_figure(4, 1);
    let options = MovieOptions::new(100.0)
        .with_transparent(true)
        .with_first_index(5);
    let mut movie = HTMLWriter::new(1)
        .saving_with(&fig, Destination::memory(&film, "html"), &options)
        .unwrap();
    for i in 0..4usize {
        let pixels = Array3::from_shape_fn((1, 4, 4), |(_, x, c)| match c {
            3 if x == i => 255,
            3 if x == 3 - i => 128,
            3 => 0,
            c => [250, 10 * i as u8, 90][c],
        });
        let duration = Duration::from_millis(if i == 3 { 2500 } else { 1250 / 3 });
        movie.write_frame_for(&pixels, duration).unwrap();
    }
    movie.finish().unwrap();
    film.take()
}

/// The number of each frame as bright and dark columns, beside a ground. As in `player.html`.
fn numbered(width: usize, height: usize, frames: usize) -> Vec<u8> {
    let film = MemoryFile::new();
    let (fig, _) = full_figure(width as u32, height as u32);
    let writer = HTMLWriter::new(30).with_frame_format(PageFrames::Video);
    let destination = Destination::memory(&film, "html");
    let mut movie = writer.saving(&fig, destination, 100.0).unwrap();
    for i in 0..frames {
        let row = (0..width).flat_map(|x| match x / (width / 8) {
            bit @ 0..8 => [255 * (i >> bit & 1) as u8; 3],
            _ => [200, 40 * (i % 6) as u8, 90],
        });
        let pixels = row.collect::<Vec<u8>>().repeat(height);
        let pixels = Array3::from_shape_vec((height, width, 3), pixels).unwrap();
        movie.write_frame(&pixels).unwrap();
    }
    movie.finish().unwrap();
    film.take()
}

/// A page of two frames: blue, and then a green corner at the bottom right.
fn square(side: u32) -> Vec<u8> {
    let film = MemoryFile::new();
    let (fig, _) = full_figure(side, side);
    let destination = Destination::memory(&film, "html");
    let mut movie = HTMLWriter::new(30)
        .saving(&fig, destination, 100.0)
        .unwrap();
    let side = side as usize;
    let mut pixels = Array3::from_elem((side, side, 3), 0u8);
    pixels.index_axis_mut(Axis(2), 2).fill(255);
    movie.write_frame(&pixels).unwrap();
    for at in side - side.div_ceil(8)..side {
        let mut row = pixels.index_axis_mut(Axis(0), at);
        let mut green = row.index_axis_mut(Axis(1), 1);
        (green.iter_mut().skip(side - side.div_ceil(8))).for_each(|green| *green = 255);
    }
    movie.write_frame(&pixels).unwrap();
    movie.finish().unwrap();
    film.take()
}

/// The page with the end of its video overwritten.
fn broken(page: &[u8]) -> Vec<u8> {
    let page = std::str::from_utf8(page).unwrap();
    let (before, rest) = page.split_once("<script type=\"text/plain\">").unwrap();
    let (video, after) = rest.split_once("</script>").unwrap();
    // The index, at the start, stays.
    let kept = &video[..4096];
    let lost = "A".repeat(video.len() - kept.len());
    format!("{before}<script type=\"text/plain\">{kept}{lost}</script>{after}").into_bytes()
}

/// The player and its script, without the page around it.
fn fragment(page: &str) -> &str {
    let (_, body) = page.split_once("<body>").unwrap();
    body.split_once("</body>").unwrap().0
}

/// A page of players of both kinds, whose scripts follow the last of them.
fn both(video: &[u8]) -> Vec<u8> {
    let film = MemoryFile::new();
    write(&HTMLWriter::new(50), Destination::memory(&film, "html"));
    let images = film.take();
    let parts = [&images, video].map(|page| {
        let player = fragment(std::str::from_utf8(page).unwrap());
        player.rsplit_once("<script>").unwrap()
    });
    let [(images, first), (video, second)] = parts;
    format!("<!doctype html>{images}{video}<script>{first}<script>{second}").into_bytes()
}

#[test]
fn every_frame_of_a_video_is_found() {
    if !cfg!(feature = "openh264") {
        return;
    }
    require!("chromium");
    let folder = Folder::new();
    let video = numbered(97, 73, 83);
    let pages = HashMap::from([
        ("/broken.html".into(), broken(&video)),
        ("/both.html".into(), both(&video)),
        ("/large.html".into(), numbered(1440, 901, 40)),
        ("/video.html".into(), video),
        ("/".into(), include_bytes!("player.html").to_vec()),
    ]);
    let server = Server::start(pages.clone());
    let profile = folder.join("profile");
    let url = "http://127.0.0.1:PORT/#video,large,broken,both";
    assert_eq!(
        verdict(&profile, &server, url, &[]),
        all_right(&["video", "large", "broken", "both"])
    );
    // From other hosts by plain http pages have no decoder of single frames.
    let server = Server::start(pages);
    let url = "http://film.test:PORT/#video,large,broken,both";
    let rules = ["--host-resolver-rules=MAP film.test 127.0.0.1"];
    assert_eq!(
        verdict(&profile, &server, url, &rules),
        all_right(&["video", "large", "broken", "both"])
    );
}

#[test]
fn pages_of_the_smallest_and_the_largest_frames_load() {
    require!("chromium");
    let folder = Folder::new();
    let pages = HashMap::from([
        ("/1.html".into(), square(1)),
        ("/8192.html".into(), square(8192)),
        ("/".into(), include_bytes!("player.html").to_vec()),
    ]);
    let server = Server::start(pages);
    let url = "http://127.0.0.1:PORT/#sizes";
    let verdict = verdict(&folder.join("profile"), &server, url, &[]);
    assert_eq!(verdict, all_right(&["sizes"]));
}

#[test]
fn a_browser_plays_steps_and_obeys() {
    require!("chromium");
    let folder = Folder::new();
    let writer = HTMLWriter::new(50);
    let mut pages = HashMap::new();
    let film = MemoryFile::new();
    write(&writer, Destination::memory(&film, "html"));
    let film = film.take();
    let player = fragment(std::str::from_utf8(&film).unwrap()).to_owned();
    pages.insert(
        "/two.html".into(),
        format!("<!doctype html>{player}{player}").into_bytes(),
    );
    pages.insert("/film.html".into(), film);
    pages.insert("/alpha.html".into(), transparent());
    write(&writer.with_embed_frames(false), folder.join("apart.html"));
    let mut frames = Vec::new();
    for i in 0..FRAMES {
        let path = format!("apart_frames/frame{i:07}.png");
        pages.insert(
            format!("/{path}"),
            std::fs::read(folder.join(&path)).unwrap(),
        );
        frames.push(format!("/{path}"));
    }
    pages.insert(
        "/apart.html".into(),
        std::fs::read(folder.join("apart.html")).unwrap(),
    );
    pages.insert("/".into(), include_bytes!("player.html").to_vec());

    let server = Server::start(pages);
    let right = ["steps", "plays", "keys", "words", "folder", "two", "alpha"];
    let url = format!("http://127.0.0.1:PORT/#{}", right.join(","));
    let verdict = verdict(&folder.join("profile"), &server, &url, &[]);
    assert_eq!(verdict, all_right(&right));
    for path in server.requests.lock().unwrap().iter() {
        let page = [
            "/",
            "/film.html",
            "/two.html",
            "/apart.html",
            "/alpha.html",
            "/favicon.ico",
        ];
        assert!(
            page.contains(&path.as_str()) || frames.contains(path),
            "{path}"
        );
    }
}

#[test]
fn a_browser_opens_the_file() {
    require!("chromium");
    let folder = Folder::new();
    write(&HTMLWriter::new(50), folder.join("a b#1.html"));
    write(
        &HTMLWriter::new(50).with_embed_frames(false),
        folder.join("c d#2.html"),
    );
    for name in ["a b#1.html", "c d#2.html"] {
        let url = folder.join(name).display().to_string();
        let url = format!("file://{}", url.replace(' ', "%20").replace('#', "%23"));
        let (dom, console) = browse(
            &folder.join("profile"),
            &url,
            &["--virtual-time-budget=5000"],
        );
        assert_eq!(console, [""; 0]);
        assert!(
            dom.contains("class=\"plotreel\" data-frame=\"0\""),
            "{name}"
        );
    }
}

/// The page with an image that is loaded when the player shows a frame: the browser waits for images, not for videos.
fn waiting(page: &[u8], address: &str) -> String {
    let page = std::str::from_utf8(page).unwrap();
    let page = page.replacen("img-src 'self'", "img-src http:", 1);
    let script = "const host = document.querySelector('.plotreel');
        new MutationObserver(() => {
          document.body.dataset.error = host.shadowRoot.querySelector('.error').textContent;
          new Image().src = 'http://ADDRESS/verdict';
        }).observe(host, { attributes: true });";
    let wait = format!("<img src=\"http://ADDRESS/wait\"><script>{script}</script>");
    let wait = wait.replace("ADDRESS", address);
    page.replacen("</body>", &format!("{wait}</body>"), 1)
}

#[test]
fn a_browser_opens_the_file_of_a_video() {
    require!("chromium");
    if !cfg!(feature = "openh264") {
        return;
    }
    let folder = Folder::new();
    let server = Server::start(HashMap::new());
    let page = waiting(&numbered(97, 73, 20), &server.address);
    std::fs::write(folder.join("video.html"), page).unwrap();
    let url = format!("file://{}", folder.join("video.html").display());
    let (dom, console) = browse(&folder.join("profile"), &url, &[]);
    assert_eq!(console, [""; 0]);
    assert!(dom.contains("class=\"plotreel\" data-frame=\"0\""));
    assert!(dom.contains("data-error=\"\""));
}
