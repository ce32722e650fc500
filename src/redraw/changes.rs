//! Films of scenes whose parts change, each kind of change by its number.

use crate::figure::Figure;
use crate::redraw::tests::Pair;

/// A figure, and what can change in it.
pub(super) trait Changing {
    /// The number of changes that `change` knows.
    const CHANGES: usize;

    fn new() -> Self;

    fn fig(&self) -> &Figure;

    fn change(&mut self, what: usize, value: f64);
}

/// Makes each change alone, several times.
pub(super) fn check_each<S: Changing>() {
    for what in 0..S::CHANGES {
        let (mut scene, mut pair) = (S::new(), Pair::new());
        for value in [0.5, 0.5, -1.0, 2.0] {
            scene.change(what, value);
            // More than once, so that the pixels below what changes are kept.
            for repeat in 0..2 {
                pair.check(scene.fig(), &format!("{what} at {value}, {repeat}"));
            }
        }
    }
}

/// Makes random changes, one in each of so many frames.
pub(super) fn check_sequences<S: Changing>(frames: usize) {
    for _ in 0..8 {
        let mut rng = fastrand::Rng::new();
        println!("seed {}", rng.get_seed());
        let (mut scene, mut pair) = (S::new(), Pair::new());
        for frame in 0..frames {
            let (what, value) = (rng.usize(0..S::CHANGES), 4.0 * rng.f64() - 2.0);
            scene.change(what, value);
            pair.check(scene.fig(), &format!("frame {frame}: {what} at {value}"));
        }
    }
}
