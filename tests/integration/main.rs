//! What plotreel does as a whole; one module a behaviour.

mod support;

#[cfg(feature = "cli")]
mod command_line;
#[cfg(feature = "openh264")]
mod embedded;
#[cfg(unix)]
mod faults;
mod films;
mod imshow;
mod properties;
mod writers;
