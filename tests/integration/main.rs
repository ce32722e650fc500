//! What plotreel does as a whole; one module a behaviour.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod charts;
mod collections;
mod colorbar;
mod support;

#[cfg(feature = "cli")]
mod command_line;
#[cfg(feature = "openh264")]
mod embedded;
#[cfg(unix)]
mod faults;
mod figure;
mod films;
mod gif;
mod glyphs;
mod imshow;
mod interpolation;
mod legend;
mod patches;
mod properties;
mod state;
mod stills;
mod ticks;
mod writers;
