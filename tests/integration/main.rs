//! What plotreel does as a whole; one module a behaviour.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod alphas;
mod animation;
mod annotated;
mod apng;
mod baseline;
mod browser;
mod charts;
mod collections;
mod colorbar;
mod support;

#[cfg(feature = "cli")]
mod command_line;
mod distributions;
mod edges;
#[cfg(feature = "openh264")]
mod embedded;
mod extremes;
#[cfg(unix)]
mod faults;
#[cfg(unix)]
mod ffmpeg_file;
mod fields;
mod figure;
mod film_alpha;
mod films;
mod fonts;
#[cfg(feature = "cli")]
mod gallery;
#[cfg(feature = "cli")]
mod gallery_page;
mod gif;
mod glyphs;
mod grids;
mod guide;
mod hatches;
mod html;
mod imshow;
mod interpolation;
#[cfg(feature = "openh264")]
mod keyframes;
mod layers;
mod layout;
mod legend;
mod less_used;
mod lost_values;
mod mplot3d;
mod orders;
mod parallel;
mod parts;
mod patches;
mod patheffects;
#[cfg(feature = "cli")]
mod picture_inputs;
mod pictures;
mod player;
#[cfg(unix)]
mod png_frames;
mod polar;
mod properties;
mod recorder;
mod reference;
#[cfg(all(unix, feature = "cli"))]
mod replaced;
mod scales;
#[cfg(feature = "cli")]
mod scenes;
#[cfg(all(unix, feature = "cli"))]
mod signals;
mod solids;
mod spectra;
mod state;
mod statistics;
mod stats;
mod stills;
mod styles;
mod subfigures;
mod tables;
mod text_scenes;
mod ticks;
mod times;
mod uncommon;
mod units;
mod vector_fields;
#[cfg(feature = "webp")]
mod webp;
mod writers;
