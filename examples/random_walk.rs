//! Forty random walks through a box, each a line that grows in 3-D.

mod support;

#[path = "support/random.rs"]
mod random;

use std::time::Duration;

use plotreel::{Figure, FuncAnimation, Result};

const STEPS: usize = 30;

/// A walk's places, as x, y and z.
fn walk(random: &mut random::Random) -> [Vec<f64>; 3] {
    let mut place = [0.0; 3].map(|_| random.uniform());
    let mut walk = place.map(|first| vec![first]);
    for _ in 1..STEPS {
        for (axis, places) in walk.iter_mut().enumerate() {
            place[axis] += 0.1 * (random.uniform() - 0.5);
            places.push(place[axis]);
        }
    }
    walk
}

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    fig[ax].set_xlim(0.0, 1.0)?;
    fig[ax].set_ylim(0.0, 1.0)?;
    fig[ax].set_zlim(0.0, 1.0)?;
    fig[ax].set_xlabel("X");
    fig[ax].set_ylabel("Y");
    fig[ax].set_zlabel("Z");

    let mut random = random::Random::new(1968);
    let mut lines = Vec::new();
    for _ in 0..40 {
        lines.push((
            fig[ax].plot(&[0.0; 0], &[0.0; 0], &[0.0; 0])?,
            walk(&mut random),
        ));
    }
    let update = |fig: &mut Figure, steps: usize| {
        for (line, [x, y, z]) in &lines {
            fig[*line].set_data_3d(&x[..steps], &y[..steps], &z[..steps])?;
        }
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..STEPS).with_interval(Duration::from_millis(100));
    support::save("random_walk", fig, animation)
}
