//! What is drawn again in the next frame, and what is kept.

use ndarray::array;

use super::*;
use crate::artists::AxesImage;
use crate::axes::{Axes, ColorbarOptions, Side};
use crate::axis::Which;
use crate::color::{Colormap, Norm};
use crate::figure::Figure;
use crate::paper::Paper;
use crate::redraw::setters::Scene as Flat;
use crate::redraw::test_scene::Scene;
use crate::redraw::tests::{Pair, SIZE};

#[test]
fn a_line_that_moves_is_drawn_from_where_it_is() {
    let mut scene = Scene::new();
    let mut drawn = Drawn::default();
    let mut canvas = Canvas::new(SIZE);
    for frame in 0..4 {
        scene.change(0, f64::from(frame));
        scene
            .fig
            .redraw(&mut canvas, &mut drawn, Paper::WHITE)
            .unwrap();
    }
    let layers = &drawn.last.as_ref().unwrap().layers;
    assert_eq!(
        layers[drawn.kept.as_ref().unwrap().below].id,
        LayerId::Artist(0, 0)
    );
    assert!(
        drawn.kept.unwrap().below > 3,
        "background, patch, axes and band stay"
    );
}

#[test]
fn what_stays_is_kept_once_for_all_threads() {
    let mut scene = Scene::new();
    let first = Drawn::default();
    let mut threads = [first.clone(), first];
    let mut canvases = [Canvas::new(SIZE), Canvas::new(SIZE)];
    let mut draw = |what: usize, value: f64, thread: usize, threads: &mut [Drawn; 2]| {
        scene.change(what, value);
        let (canvas, paper) = (&mut canvases[thread], Paper::WHITE);
        scene
            .fig
            .redraw(canvas, &mut threads[thread], paper)
            .unwrap();
    };
    let is_one = |threads: &[Drawn; 2]| {
        let [a, b] = threads.each_ref().map(|drawn| drawn.kept.as_ref());
        a.zip(b).is_some_and(|(a, b)| Arc::ptr_eq(a, b))
    };
    // Both see some frames before they know what stays.
    for frame in 0..12_u32 {
        draw(0, f64::from(frame), frame as usize % 2, &mut threads);
    }
    assert!(is_one(&threads), "what one keeps the other takes");
    let kept = threads[0].kept.clone();
    threads[1] = threads[0].clone();
    draw(0, 4.5, 1, &mut threads);
    assert!(is_one(&threads), "a new one starts from there");
    // Of another background.
    let mut other = Scene::new();
    let (paper, canvas) = (Paper::WHITE, &mut Canvas::new(SIZE));
    other.fig.redraw(canvas, &mut threads[1], paper).unwrap();
    other.change(0, 0.5);
    other.fig.redraw(canvas, &mut threads[1], paper).unwrap();
    assert!(!is_one(&threads), "another figure has its own");
    draw(0, 5.5, 0, &mut threads);
    let same = threads[0].kept.as_ref().zip(kept.as_ref());
    assert!(same.is_some_and(|(now, then)| Arc::ptr_eq(now, then)));
}

#[test]
fn a_line_in_space_is_drawn_from_where_it_is_and_a_view_from_its_axes() {
    let mut scene = Scene::new();
    let mut drawn = Drawn::default();
    let mut canvas = Canvas::new(SIZE);
    let mut lowest = |what: usize, drawn: &mut Drawn| {
        for frame in 0..8 {
            scene.change_solid(what, 1.0 + f64::from(frame) / 9.0);
            let paper = Paper::WHITE;
            scene.fig.redraw(&mut canvas, drawn, paper).unwrap();
        }
        drawn.last.as_ref().unwrap().layers[drawn.kept.as_ref().unwrap().below].id
    };
    let solid = 4;
    assert_eq!(lowest(1, &mut drawn), LayerId::Artist(solid, 0));
    assert_eq!(lowest(0, &mut drawn), LayerId::Patch(solid));
}

/// The lowest layer that is drawn again when an axes changes like this in each frame.
fn lowest(change: fn(&mut Axes, f64)) -> LayerId {
    let mut scene = Flat::new();
    let mut pair = Pair::new();
    let mut first = 0;
    for value in [0.0, 1.0, 2.0, 0.0, 1.0] {
        change(&mut scene.fig[scene.axes[0]], value);
        let before = pair.drawn.last.clone();
        pair.check(&scene.fig, "");
        let now = pair.drawn.last.as_ref().unwrap();
        first = before.map_or(0, |before| now.first_change(&before));
    }
    pair.drawn.last.unwrap().layers[first].id
}

#[test]
fn what_changes_is_drawn_and_what_lies_over_it() {
    assert_eq!(
        lowest(|ax, v| ax.set_title(format!("{v}"))),
        LayerId::Titles(0)
    );
    assert_eq!(
        lowest(|ax, v| ax.set_xlabel(format!("{v}"))),
        LayerId::AxisLabel(0, 0)
    );
    assert_eq!(
        lowest(|ax, v| ax.yaxis.grid(v > 0.0, Which::Major)),
        LayerId::Axis(0, 1)
    );
    let red = |ax: &mut Axes, v| ax.spine_mut(Side::Top).set_linewidth(1.0 + v).unwrap();
    assert_eq!(lowest(red), LayerId::Spine(0, Side::Top));
    assert_eq!(
        lowest(|ax, v| ax.set_facecolor((v / 2.0, 0.0, 0.0)).unwrap()),
        LayerId::Patch(0)
    );
    // The background stays, and so does what the other axis decides alone.
    let limits = |ax: &mut Axes, v| ax.set_ylim(0.0, 1.0 + v).unwrap();
    assert_eq!(lowest(limits), LayerId::Artist(0, 1));
}

#[test]
fn what_changes_is_drawn_last_where_nothing_lies_over_it() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let axs = fig.subplots(3, 1).unwrap();
    let lines = [0, 1, 2].map(|i| {
        let ax = &mut fig[axs[[i, 0]]];
        // Labels would reach into the next axes.
        ax.set_xticks(&[0.0; 0]);
        ax.set_yticks(&[0.0; 0]);
        ax.plot(&[0.0, 1.0], &[0.0, 1.0]).unwrap()
    });
    let far = fig[axs[[1, 0]]].text(0.5, 1.8, "");
    let mut pair = Pair::new();
    let mut lowest = |fig: &mut Figure, which: usize| {
        for step in 0..12 {
            fig[lines[which]]
                .set_ydata(&[0.0, f64::from(step) / 12.0])
                .unwrap();
            pair.check(fig, &format!("{which}, {step}"));
        }
        let layers = &pair.drawn.last.as_ref().unwrap().layers;
        let below = pair.drawn.kept.as_ref().unwrap().below;
        (
            layers[below].id,
            layers[below..]
                .iter()
                .all(|layer| layer.id.axes() == Some(which)),
        )
    };
    for which in 0..3 {
        assert_eq!(lowest(&mut fig, which), (LayerId::Artist(which, 0), true));
    }
    // A text of the second axes reaches into the first, and has to stay above it.
    fig[far].set_text("far");
    assert_eq!(lowest(&mut fig, 0), (LayerId::Artist(0, 0), false));
    fig[far].set_text("");
    fig[axs[[1, 0]]].set_visible(false);
    assert_eq!(lowest(&mut fig, 0), (LayerId::Artist(0, 0), true));
}

#[test]
fn a_colorbar_is_kept_for_other_data_and_drawn_for_other_colours() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    let im = fig[ax].imshow(&array![[0.0], [1.0]]).unwrap();
    // So far apart that they share no group of pixels.
    let options = ColorbarOptions::new().with_pad(0.2);
    fig.colorbar_with(im, ax, &options).unwrap();
    let mut pair = Pair::new();
    let mut is_bar_drawn = |fig: &Figure| {
        pair.check(fig, "a colorbar");
        let layers = &pair.drawn.last.as_ref().unwrap().layers[pair.drawn.from..];
        layers.iter().any(|layer| layer.id.axes() == Some(1))
    };
    let changes: [fn(&mut AxesImage); 4] = [
        |im| im.set_clim(Some(0.0), Some(2.0)),
        |im| im.set_norm(Norm::log().with_vmin(0.1).with_vmax(1.0)),
        |im| im.set_cmap(Colormap::named("gray").unwrap()),
        |im| im.set_alpha(0.5).unwrap(),
    ];
    for change in changes {
        // It is expected to change again for some frames.
        for step in 0..24 {
            let value = f64::from(step) / 24.0;
            fig[im].set_data(&array![[value], [0.5]]).unwrap();
            let is_drawn = is_bar_drawn(&fig);
            assert!(!is_drawn || step < 12, "{step}");
        }
        change(&mut fig[im]);
        assert!(is_bar_drawn(&fig));
    }
}

#[test]
fn what_stays_is_kept_once_though_each_frame_has_artists_of_its_own() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    // They touch the left spine and ticks, which stay above them.
    let bars = [4, 6, 8, 5, 7, 3, 9, 2].map(|length| fig[ax].barh(&[0.5], &[length]).unwrap());
    let mut pair = Pair::new();
    let mut kept = Vec::new();
    for shown in 0..bars.len() {
        for (i, bar) in bars.iter().enumerate() {
            fig[*bar].set_visible(i == shown);
        }
        pair.check(&fig, &format!("{shown}"));
        kept.extend(pair.drawn.kept.clone());
    }
    let [.., before, last] = &kept[..] else {
        panic!("nothing is kept");
    };
    assert!(Arc::ptr_eq(before, last));
    assert!(last.below > 2, "not only what is below the bars");
}

#[test]
fn limits_that_move_leave_what_shows_the_others_as_it_is() {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    fig[ax].set_title("title");
    fig[ax].set_yticks(&[0.5]);
    fig[ax].plot(&[0.0, 1.0], &[0.4, 0.6]).unwrap();
    let mut pair = Pair::new();
    for step in 0..12 {
        let left = f64::from(step) / 12.0;
        fig[ax].set_xlim(left, left + 1.0).unwrap();
        pair.check(&fig, &format!("{step}"));
    }
    let layers = &pair.drawn.last.as_ref().unwrap().layers[pair.drawn.from..];
    let is_drawn = |id: LayerId| layers.iter().any(|layer| layer.id == id);
    assert!(is_drawn(LayerId::Axis(0, 0)) && is_drawn(LayerId::Artist(0, 0)));
    assert!(!is_drawn(LayerId::Titles(0)) && !is_drawn(LayerId::Axis(0, 1)));
}

#[test]
fn what_is_set_to_what_it_is_changes_nothing() {
    let mut scene = Flat::new();
    let mut pair = Pair::new();
    for _ in 0..3 {
        let ax = &mut scene.fig[scene.axes[0]];
        ax.set_title("same");
        ax.set_xlabel("same");
        ax.set_xlim(0.0, 5.0).unwrap();
        ax.grid(true);
        ax.spine_mut(Side::Top).set_visible(false);
        ax.set_facecolor("white").unwrap();
        let before = pair.drawn.last.clone();
        pair.check(&scene.fig, "");
        let now = pair.drawn.last.as_ref().unwrap();
        if let Some(before) = before {
            assert_eq!(now.first_change(&before), now.layers.len());
        }
    }
}
