//! 10,000 stars coloured by speed: two galaxies pass each other and form spiral arms.

mod support;

use std::f64::consts::TAU;
use std::time::Duration;

use plotreel::axes::{Aspect, ColorbarOptions};
use plotreel::error::Result;
use plotreel::{Colormap, Figure, FuncAnimation, Style};

const STARS: usize = 10_000;
const STEP: f64 = 0.04;
/// The distance of the two centres, of mass 1, on their elliptic orbit: initial and minimum.
const FAR: f64 = 5.0;
const NEAR: f64 = 1.9;
/// The softening length of a centre.
const CORE: f64 = 0.2;

/// x, y and the velocities along them.
type Body = [f64; 4];

fn pull(body: &mut Body, centre: Body) {
    let [dx, dy] = [centre[0] - body[0], centre[1] - body[1]];
    let strength = (dx * dx + dy * dy + CORE * CORE).powf(-1.5);
    body[2] += STEP * strength * dx;
    body[3] += STEP * strength * dy;
}

pub(crate) fn main() -> Result<()> {
    let speed = (NEAR / (FAR * (FAR + NEAR))).sqrt();
    let mut centres: [Body; 2] = [1.0, -1.0].map(|side| [side * FAR / 2.0, 0.0, 0.0, side * speed]);
    let mut random = support::random(1972);
    // Stars orbit their centres.
    let star = |i: usize| -> Body {
        let radius = 1.4 * random.uniform();
        let (sin, cos) = (TAU * random.uniform()).sin_cos();
        let speed = radius * (radius * radius + CORE * CORE).powf(-0.75);
        let from_centre = [radius * cos, radius * sin, -speed * sin, speed * cos];
        std::array::from_fn(|k| centres[i % 2][k] + from_centre[k])
    };
    let mut stars: Vec<Body> = (0..STARS).map(star).collect();

    let mut fig = Figure::new((7.2, 4.8), 100.0).with_style(Style::dark_background())?;
    let ax = fig.add_axes([0.02, 0.04, 1.0, 0.88])?;
    fig[ax].set_title("Two galaxies of 5,000 stars");
    fig[ax].set_aspect(Aspect::Equal)?;
    fig[ax].set_xlim(-5.5, 5.5)?;
    fig[ax].set_ylim(-4.2, 4.2)?;
    fig[ax].set_xticks(&[0.0; 0]);
    fig[ax].set_yticks(&[0.0; 0]);
    let map = fig[ax].scatter_c(&[0.0; STARS], &[0.0; STARS], &[0.0; STARS])?;
    fig[map].set_sizes(&[1.0])?;
    fig[map].set_linewidth(0.0)?;
    fig[map].set_cmap(Colormap::named("plasma")?);
    fig[map].set_clim(Some(0.0), Some(2.0));
    let options = ColorbarOptions::new().with_label("speed");
    fig.colorbar_with(map, ax, &options)?;

    let animate = |fig: &mut Figure, _| {
        for _ in 0..3 {
            let now = centres;
            for body in centres.iter_mut().chain(&mut stars) {
                now.iter().for_each(|centre| pull(body, *centre));
                body[0] += STEP * body[2];
                body[1] += STEP * body[3];
            }
        }
        let column = |k: usize| stars.iter().map(|star| star[k]).collect::<Vec<_>>();
        let speeds: Vec<f64> = stars.iter().map(|star| star[2].hypot(star[3])).collect();
        fig[map].set_array(&speeds);
        fig[map].set_offsets(&column(0), &column(1))
    };
    let animation = FuncAnimation::new(animate, 0..240).with_interval(Duration::from_millis(33));
    support::save("particles", fig, animation)
}
