//! What masks cover pixel by pixel.

use crate::canvas::coverage::{Group, LANES};
use crate::canvas::target::layer::Spot;
use crate::canvas::target::{Ink, Mask, divided};
use crate::color::Color;

/// What masks in their colours cover: nothing below what is opaque.
pub(super) struct Picture {
    /// Of the upper left pixel.
    pub(super) corner: (i64, i64),
    pub(super) width: usize,
    pub(super) height: usize,
    /// What covers each pixel, from the lowest.
    pub(super) sheets: Vec<Vec<Spot>>,
}

impl Picture {
    /// Of masks in these colours, if they cover anything.
    pub(super) fn new(masks: &[Mask], colors: impl Iterator<Item = Color>) -> Option<Self> {
        let groups = || masks.iter().flat_map(|mask| &mask.0);
        let least = |of: fn(&Group) -> i64| groups().map(of).min();
        let most = |of: fn(&Group) -> i64| groups().map(of).max();
        let corner = (least(first_column)?, least(|group| group.0.1)?);
        let width = usize::try_from(most(last_column)? + 1 - corner.0).ok()?;
        let height = usize::try_from(most(|group| group.0.1)? + 1 - corner.1).ok()?;
        let mut picture = Self {
            corner,
            width,
            height,
            sheets: vec![vec![Spot::default(); width * height]],
        };
        for (mask, color) in masks.iter().zip(colors) {
            let ink = Ink::new(color);
            for ((left, y), covers) in &mask.0 {
                let row = (y - corner.1) as usize * width;
                for (lane, cover) in covers.iter().enumerate().filter(|(_, cover)| **cover > 0) {
                    let spot = Spot {
                        pixel: ink.pixel,
                        alpha: divided(ink.alpha * cover) as u8,
                    };
                    picture.add(row + (left + lane as i64 - corner.0) as usize, spot);
                }
            }
        }
        Some(picture)
    }

    /// Covers a pixel once more.
    fn add(&mut self, at: usize, spot: Spot) {
        let is_covered = |sheet: &&Vec<Spot>| sheet[at].alpha > 0;
        let mut depth = self.sheets.iter().take_while(is_covered).count();
        let whole = Spot { alpha: 255, ..spot };
        if spot == whole {
            let hidden = self.sheets[..depth].iter_mut();
            hidden.for_each(|sheet| sheet[at] = Spot::default());
            depth = 0;
        } else if depth > 0 && self.sheets[depth - 1][at] == whole {
            // A colour over itself changes nothing.
            return;
        }
        if depth == self.sheets.len() {
            self.sheets
                .push(vec![Spot::default(); self.sheets[0].len()]);
        }
        self.sheets[depth][at] = spot;
    }
}

/// The column of the first pixel that a group covers.
fn first_column(((x, _), covers): &Group) -> i64 {
    x + covers.iter().take_while(|cover| **cover == 0).count() as i64
}

/// The column of the last one.
fn last_column(((x, _), covers): &Group) -> i64 {
    let empty = covers.iter().rev().take_while(|cover| **cover == 0);
    x + LANES as i64 - 1 - empty.count() as i64
}
