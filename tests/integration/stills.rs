//! `savefig`.

use std::fs;

use plotreel::writers::{Destination, MemoryFile, Metadata};
use plotreel::{Error, Figure, SavefigOptions};

fn figure() -> Figure {
    let mut fig = Figure::new((2.0, 1.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    fig
}

#[test]
fn a_still_has_its_dpi_and_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("still.png");
    let options = SavefigOptions::new().with_dpi(150.0).with_metadata(
        Metadata::new()
            .with("title", "Größe <b>")
            .with("artist", "A")
            .with("comment", "C"),
    );
    figure().savefig_with(path.as_path(), &options).unwrap();

    let file = std::io::BufReader::new(fs::File::open(&path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    reader.finish().unwrap();
    let info = reader.info();
    assert_eq!((info.width, info.height), (300, 150));
    assert_eq!(info.pixel_dims.unwrap().xppu, 5906);
    let texts: Vec<_> = info
        .utf8_text
        .iter()
        .map(|chunk| (chunk.keyword.as_str(), chunk.get_text().unwrap()))
        .collect();
    let expected = [("Title", "Größe <b>"), ("Author", "A"), ("Comment", "C")];
    assert_eq!(texts, expected.map(|(k, v)| (k, v.to_owned())));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_still_that_fails_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("still.png");
    fs::write(&path, "old").unwrap();
    let mut fig = figure();
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    fig[ax].draw_with(|_| Err("out of order".into()));
    assert!(matches!(
        fig.savefig(path.as_path()).unwrap_err(),
        Error::Chart { .. }
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    figure().savefig(path.as_path()).unwrap();
    assert!(fs::read(&path).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn other_formats_and_missing_folders_are_refused() {
    for name in ["still.jpg", "still", "film.mp4"] {
        let error = figure().savefig(name).unwrap_err();
        assert!(error.advice().contains(".png"), "{error}");
    }
    let error = figure().savefig("no/such/folder/still.png").unwrap_err();
    assert!(matches!(error, Error::Io { .. }), "{error}");
    let huge = SavefigOptions::new().with_dpi(1e6);
    let error = figure().savefig_with("still.png", &huge).unwrap_err();
    assert!(matches!(error, Error::CanvasSize { .. }), "{error}");
}

#[test]
fn a_still_can_go_to_memory() {
    let memory = MemoryFile::new();
    figure()
        .savefig(Destination::memory(&memory, "png"))
        .unwrap();
    assert!(memory.take().starts_with(b"\x89PNG"));
}

#[test]
fn a_transparent_still_has_alpha_where_nothing_is_drawn() {
    let film = MemoryFile::new();
    let options = SavefigOptions::new().with_transparent(true);
    let destination = Destination::memory(&film, "png");
    figure().savefig_with(destination, &options).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(film.take()))
        .read_info()
        .unwrap();
    assert_eq!(reader.info().color_type, png::ColorType::Rgba);
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let alphas = || pixels.iter().skip(3).step_by(4);
    assert_eq!(pixels[3], 0, "the figure's corner");
    assert!(alphas().any(|a| *a == 255), "spines are opaque");
    assert!(alphas().any(|a| (1..255).contains(a)), "edges are between");
}
