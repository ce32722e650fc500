//! The gallery's own command line.

use std::path::{Path, PathBuf};

use crate::scenes::{self, SECTIONS, Scene, Section};

pub(crate) const USAGE: &str =
    "usage: gallery [--out FOLDER] [--frames N] [--only NAME...] [--strip PICTURE.png]
       gallery NAME [--out FILM] [--frames N] [--writer NAME]    makes one scene's film

Renders every scene, or those of --only, and writes FOLDER/index.html (target/gallery/index.html);
--frames limits the frames of each film; --strip puts small pictures of the scenes side by side.";

/// What to make.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) folder: PathBuf,
    pub(crate) frames: Option<u64>,
    /// With the titles of their sections.
    pub(crate) scenes: Vec<(&'static Section, &'static Scene)>,
    pub(crate) strip: Option<PathBuf>,
}

impl Options {
    /// The options in these arguments.
    pub(crate) fn parse(args: impl Iterator<Item = String>) -> Result<Self, String> {
        let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        let mut options = Self {
            folder: Path::new(&target).join("gallery"),
            frames: None,
            scenes: Vec::new(),
            strip: None,
        };
        let mut args = args.peekable();
        while let Some(name) = args.next() {
            if name == "--only" {
                while let Some(name) = args.next_if(|arg| !arg.starts_with("--")) {
                    let scene = scenes::named(&name);
                    let scene = scene.ok_or_else(|| format!("unknown scene {name:?}"))?;
                    if !options.scenes.iter().any(|(_, other)| other.name == name) {
                        options.scenes.push(scene);
                    }
                }
                if options.scenes.is_empty() {
                    return Err("--only needs the name of a scene".into());
                }
                continue;
            }
            let value = args.next().ok_or(format!("{name} needs a value"))?;
            match name.as_str() {
                "--out" => options.folder = value.into(),
                "--strip" => options.strip = Some(value.into()),
                "--frames" => match value.parse() {
                    Ok(frames) if frames > 0 => options.frames = Some(frames),
                    _ => return Err(format!("--frames needs a number from 1, not {value:?}")),
                },
                _ => return Err(format!("{name:?} is neither an option nor a scene")),
            }
        }
        if options.scenes.is_empty() {
            let all = SECTIONS.iter();
            let all = all.flat_map(|section| section.scenes.iter().map(move |s| (section, s)));
            options.scenes = all.collect();
        }
        Ok(options)
    }
}
