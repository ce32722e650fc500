//! The list of scenes.

use plotreel::error::Result;

/// A film of the gallery.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    /// The text of its file.
    pub(crate) source: &'static str,
    /// Makes the film requested on the command line.
    pub(crate) main: fn() -> Result<()>,
}

/// Scenes under a heading.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) title: &'static str,
    pub(crate) scenes: &'static [Scene],
}

macro_rules! sections {
    ($($title:literal { $($name:ident $path:literal)* })*) => {
        $($(#[path = $path] mod $name;)*)*

        /// All scenes, in the order of the page.
        pub(crate) const SECTIONS: &[Section] = &[$(Section {
            title: $title,
            scenes: &[$(Scene {
                name: stringify!($name),
                source: include_str!($path),
                main: $name::main,
            }),*],
        }),*];
    };
}

sections! {
    "matplotlib's gallery" {
        animate_decay "../animate_decay.rs"
        animated_histogram "../animated_histogram.rs"
        animation_demo "../animation_demo.rs"
        artist_animation_bars "../artist_animation_bars.rs"
        bayes_update "../bayes_update.rs"
        blitting "../blitting.rs"
        double_pendulum "../double_pendulum.rs"
        dynamic_image "../dynamic_image.rs"
        frame_grabbing "../frame_grabbing.rs"
        multiple_axes "../multiple_axes.rs"
        pause_resume "../pause_resume.rs"
        rain "../rain.rs"
        random_walk "../random_walk.rs"
        rotate_axes3d "../rotate_axes3d.rs"
        simple_anim "../simple_anim.rs"
        simple_scatter "../simple_scatter.rs"
        strip_chart "../strip_chart.rs"
        unchained "../unchained.rs"
        wire3d "../wire3d.rs"
    }
    "Fields, statistics and layouts" {
        dashboard "../dashboard.rs"
        galaxy "../galaxy.rs"
        heartbeat "../heartbeat.rs"
        languages "../languages.rs"
        radar_sweep "../radar_sweep.rs"
        ripples "../ripples.rs"
        stock_candles "../stock_candles.rs"
        swinging_beam "../swinging_beam.rs"
        turning_streams "../turning_streams.rs"
        violin_race "../violin_race.rs"
        weather_map "../weather_map.rs"
        wind_rose "../wind_rose.rs"
    }
    "More" {
        bar_chart_race "../bar_chart_race.rs"
        cylinder "../cylinder.rs"
        detections "../detections.rs"
        gray_scott "../gray_scott.rs"
        lorenz "../lorenz.rs"
        numpy_file "../numpy_file.rs"
        oscillator "../oscillator.rs"
        particles "../particles.rs"
        plotters_chart "../plotters_chart.rs"
        pool "../pool.rs"
        sorting "../sorting.rs"
        spectrogram "../spectrogram.rs"
        training_curves "../training_curves.rs"
        wave "../wave.rs"
    }
}

/// The scene with this name, and its section.
pub(crate) fn named(name: &str) -> Option<(&'static Section, &'static Scene)> {
    SECTIONS
        .iter()
        .flat_map(|section| section.scenes.iter().map(move |scene| (section, scene)))
        .find(|(_, scene)| scene.name == name)
}
