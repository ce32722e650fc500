//! Forty random walks through a box, each a line that grows in 3-D.

mod support;

use std::time::Duration;

use ndarray::{Array3, Axis, Slice};
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

const STEPS: usize = 30;

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    fig[ax].set_xlim(0.0, 1.0)?;
    fig[ax].set_ylim(0.0, 1.0)?;
    fig[ax].set_zlim(0.0, 1.0)?;
    fig[ax].set_xlabel("X");
    fig[ax].set_ylabel("Y");
    fig[ax].set_zlabel("Z");

    let mut random = support::random(1968);
    let mut walks = Array3::from_shape_fn((40, STEPS, 3), |(_, step, _)| match step {
        0 => random.uniform(),
        _ => 0.1 * (random.uniform() - 0.5),
    });
    walks.accumulate_axis_inplace(Axis(1), |before, place| *place += before);
    let mut lines = Vec::new();
    for _ in walks.outer_iter() {
        lines.push(fig[ax].plot(&[0.0; 0], &[0.0; 0], &[0.0; 0])?);
    }
    let update = |fig: &mut Figure, steps: usize| {
        for (line, walk) in lines.iter().zip(walks.outer_iter()) {
            let walk = walk.slice_axis(Axis(0), Slice::from(..steps));
            fig[*line].set_data_3d(&walk.column(0), &walk.column(1), &walk.column(2))?;
        }
        Ok::<_, plotreel::Error>(())
    };
    let animation = FuncAnimation::new(update, 0..STEPS).with_interval(Duration::from_millis(100));
    support::save("random_walk", fig, animation)
}
