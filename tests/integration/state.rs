//! What figures and axes remember: limits, handles, sharing.

use ndarray::Array2;
use plotreel::artists::{ArtistBase, ColorizingArtist, DataLimits, Line2D};
use plotreel::axes::{Adjustable, Aspect};
use plotreel::collections::{ContourOptions, FillBetweenOptions, PolyCollection};
use plotreel::figure::FigurePart;
use plotreel::gridspec::SubplotParams;
use plotreel::image::Origin;
use plotreel::patches::{ArrowBase, Circle, FancyArrowPatch};
use plotreel::scale::Scale;
use plotreel::subplots::{Share, SubplotsOptions};
use plotreel::text::Text;
use plotreel::ticker::MultipleLocator;
use plotreel::{AnyHandle, Canvas, Error, Figure, FrameSize, Handle};

use crate::support::draw;

fn axes() -> (Figure, Handle<plotreel::Axes>) {
    let mut fig = Figure::new((2.0, 2.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1).unwrap();
    (fig, ax)
}

#[test]
fn limits_follow_the_data_that_were_added_and_not_later_changes() {
    let (mut fig, ax) = axes();
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), ((0.0, 1.0), (0.0, 1.0)));
    let line = fig[ax].plot(&[0.0, 10.0], &[1.0, 2.0]).unwrap();
    assert_eq!(fig[ax].xlim(), (-0.5, 10.5));
    fig[line].set_data(&[0.0, 100.0], &[1.0, 2.0]).unwrap();
    assert_eq!(fig[ax].xlim(), (-0.5, 10.5));
    fig[ax].relim();
    fig[ax].autoscale_view();
    assert_eq!(fig[ax].xlim(), (-5.0, 105.0));
    fig[ax].margins(0.0, 0.0).unwrap();
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), ((0.0, 100.0), (1.0, 2.0)));
}

#[test]
fn limits_that_were_set_stay_until_autoscaling_is_switched_on_again() {
    let (mut fig, ax) = axes();
    fig[ax].set_xlim(3.0, -3.0).unwrap();
    fig[ax].plot(&[0.0, 10.0], &[1.0, 2.0]).unwrap();
    assert_eq!(fig[ax].xlim(), (3.0, -3.0));
    fig[ax].autoscale(true, true);
    // The direction stays.
    assert_eq!(fig[ax].xlim(), (10.5, -0.5));
    fig[ax].invert_xaxis();
    assert_eq!(fig[ax].xlim(), (-0.5, 10.5));
    assert!(fig[ax].set_xlim(f64::NAN, 1.0).is_err());
    assert_eq!(fig[ax].xlim(), (-0.5, 10.5));
}

#[test]
fn an_image_brings_its_limits_and_a_new_extent_new_ones() {
    let (mut fig, ax) = axes();
    let image = fig[ax].imshow(&Array2::<f32>::zeros((4, 6))).unwrap();
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), ((-0.5, 5.5), (3.5, -0.5)));
    fig[image].set_origin(Origin::Lower);
    assert_eq!(fig[ax].ylim(), (-0.5, 3.5));
    fig[image].set_extent([0.0, 1.0, 10.0, 20.0]).unwrap();
    assert_eq!((fig[ax].xlim(), fig[ax].ylim()), ((0.0, 1.0), (10.0, 20.0)));
    fig[ax].set_xlim(0.2, 0.4).unwrap();
    fig[image].set_extent([0.0, 2.0, 10.0, 20.0]).unwrap();
    assert_eq!(fig[ax].xlim(), (0.2, 0.4));
}

#[test]
fn a_log_axis_ignores_limits_that_it_can_not_show() {
    let (mut fig, ax) = axes();
    fig[ax].set_xscale(Scale::log()).unwrap();
    fig[ax].plot(&[1.0, 100.0], &[1.0, 2.0]).unwrap();
    fig[ax].set_xlim(0.1, 1000.0).unwrap();
    fig[ax].set_xlim(-5.0, 10.0).unwrap();
    assert_eq!(fig[ax].xlim(), (0.1, 10.0));
    assert!(fig[ax].set_xscale(Scale::log().with_base(1.0)).is_err());
}

#[test]
fn shared_axes_have_the_limits_that_were_set_last() {
    let mut fig = Figure::new((2.0, 2.0), 100.0);
    let options = SubplotsOptions::new().with_sharex(Share::All).unwrap();
    let axs = fig.subplots_with(2, 1, &options).unwrap();
    let (top, bottom) = (axs[[0, 0]], axs[[1, 0]]);
    let mut alone = fig.clone();
    fig[bottom].set_xlim(0.0, 5.0).unwrap();
    fig[bottom]
        .xaxis
        .set_major_locator(MultipleLocator::new(2.5));
    // Setting the other one's instead gives the same picture.
    alone[top].set_xlim(0.0, 5.0).unwrap();
    alone[top]
        .xaxis
        .set_major_locator(MultipleLocator::new(2.5));
    assert_eq!(draw(&fig), draw(&alone));
    fig[top].set_xlim(0.0, 6.0).unwrap();
    assert_ne!(draw(&fig), draw(&alone));
}

#[test]
fn cleared_and_removed_artists_are_gone_and_their_handles_stale() {
    let (mut fig, ax) = axes();
    let empty = draw(&fig);
    let line = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    let removed: Line2D = fig[ax].remove(line).unwrap();
    assert_eq!(removed.xdata(), [0.0, 1.0]);
    assert!(fig.get(line).is_none() && fig[ax].remove(line).is_none());
    let line = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    fig[ax].set_title("title");
    fig[ax].clear();
    assert!(fig.get(line).is_none());
    let again = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    assert!(fig.get(line).is_none() && fig.get(again).is_some());
    fig[ax].clear();
    assert_eq!(draw(&fig), empty);
}

#[test]
fn artists_are_listed_by_what_they_are_and_have_in_common() {
    let (mut fig, ax) = axes();
    let line = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    let note = fig[ax].annotate("note", (0.5, 0.5), (0.1, 0.9));
    let text = fig[ax].text(0.2, 0.2, "text");
    let circle = fig[ax].add_patch(Circle::new((0.5, 0.5), 0.2));
    let arrow = fig[ax].add_patch(FancyArrowPatch::new((0.0, 0.0), (1.0, 1.0)));
    let dots = fig[ax].scatter(&[0, 1], &[1, 0]).unwrap();
    let band = fig[ax].fill_between(&[0, 1], &[0, 0], &[1, 1]).unwrap();
    let bars = fig[ax].bar(&[0, 1], &[1, 2]).unwrap();
    let image = fig[ax].imshow(&Array2::<f64>::zeros((2, 2))).unwrap();

    fn any<A: FigurePart>(handles: Vec<Handle<A>>) -> Vec<AnyHandle> {
        handles.into_iter().map(AnyHandle::from).collect()
    }
    assert_eq!(fig[ax].lines(), [line]);
    assert_eq!(any(fig[ax].texts()), [note.into(), text.into()]);
    assert_eq!(any(fig[ax].patches()), [circle.into(), arrow.into()]);
    assert_eq!(any(fig[ax].collections()), [dots.into(), band.into()]);
    assert_eq!(
        (fig[ax].images(), fig[ax].containers()),
        (vec![image], vec![bars])
    );
    assert_eq!(any(fig[ax].artists_of::<ArrowBase>()), [arrow.into()]);
    assert_eq!(any(fig[ax].artists_of::<PolyCollection>()), [band.into()]);
    let colorizing = [dots.into(), band.into(), image.into()];
    assert_eq!(any(fig[ax].artists_of::<ColorizingArtist>()), colorizing);
    assert_eq!(fig[ax].artists_of::<ArtistBase>().len(), 9);

    let patches = fig[ax].patches();
    fig[patches[0]].set_linewidth(7.0).unwrap();
    assert_eq!(fig[circle].linewidth(), Some(7.0));
    assert_eq!(fig.downcast::<Circle>(patches[0]), Some(circle));
    assert_eq!(fig.downcast::<Circle>(patches[1]), None);
    assert_eq!(fig.remove(patches[0]).unwrap().linewidth(), Some(7.0));
    assert!(fig.get(circle).is_none() && fig.get(patches[0]).is_none());
    assert_eq!(any(fig[ax].patches()), [arrow.into()]);

    let source = fig.text(0.0, 0.0, "source");
    assert_eq!(fig.artists_of::<Text>(), [source]);
    assert_eq!(fig.artists_of::<Line2D>(), []);
}

#[test]
fn a_cleared_figure_is_as_a_new_one_and_keeps_its_size_and_style() {
    let (mut fig, ax) = axes();
    fig.set_facecolor("lightyellow").unwrap();
    let empty = Figure::new((2.0, 2.0), 100.0).with_facecolor("lightyellow");
    let line = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    let title = fig.suptitle("title");
    fig.clear();
    assert!(fig.get_axes(ax).is_none() && fig.get(line).is_none() && fig.get(title).is_none());
    assert_eq!(draw(&fig), draw(&empty.unwrap()));
    let again = fig.add_subplot(1, 1, 1).unwrap();
    fig.suptitle("again");
    assert!(fig.get_axes(ax).is_none() && fig.axes_2d() == [again]);
}

#[test]
fn axes_touch_no_artist_of_other_axes() {
    let (mut fig, ax) = axes();
    let other = fig.add_axes([0.0, 0.0, 0.5, 0.5]).unwrap();
    let own = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    let theirs = fig[other].plot(&[0, 1], &[1, 0]).unwrap();
    assert!(fig[ax].remove(theirs).is_none() && fig[other].remove(own).is_none());
    assert!(fig.get(own).is_some() && fig.get(theirs).is_some());
}

#[test]
#[should_panic(expected = "invalid handle of Line2D: it belongs to another figure")]
fn a_stale_handle_panics_as_a_wrong_index_does() {
    let (mut fig, ax) = axes();
    let line = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    fig[ax].clear();
    fig[line].set_linewidth(3.0).unwrap();
}

#[test]
fn another_number_of_values_than_of_what_has_them_is_said_in_their_words() {
    let (mut fig, ax) = axes();
    let bars = fig[ax].bar(&[0, 1], &[1, 2]).unwrap();
    fig[ax].set_xticks(&[0, 1, 2]);
    let axes = &mut fig[ax];
    let masked = FillBetweenOptions::new().with_where([true]);
    let said = [
        axes.scatter_c(&[0, 1], &[0, 1], &[0; 3]).unwrap_err(),
        axes.fill_between(&[0, 1], &[0.0], &[1, 2, 3]).unwrap_err(),
        axes.fill_between_with(&[0, 1], &[0, 1], &[1, 2], &masked)
            .unwrap_err(),
        axes.vlines(&[0, 1], &[0.0], &[1, 2, 3]).unwrap_err(),
        axes.bar(&[0, 1], &[1, 2, 3]).unwrap_err(),
        axes.set_xticklabels(["a", "b"]).unwrap_err(),
        fig[bars].set_heights(&[1, 2, 3]).unwrap_err(),
    ];
    let expected = [
        "3 values c for 2 points: give as many values c as points",
        "3 values of the second line for 2 points: give as many values of the second line as points",
        "1 values of the mask for 2 points: give as many values of the mask as points",
        "3 ends for 2 lines: give as many ends as lines",
        "3 lengths for 2 bars: give as many lengths as bars",
        "2 labels for 3 ticks: give as many labels as ticks",
        "3 values for 2 bars: give as many values as bars",
    ];
    assert_eq!(said.map(|error| error.to_string()), expected);
    assert!(fig[ax].set_xticklabels([""; 0]).is_ok());
}

#[test]
fn wrong_data_are_refused_and_the_old_stay() {
    let (mut fig, ax) = axes();
    assert!(matches!(
        fig[ax].plot(&[0, 1, 2], &[0, 1]),
        Err(Error::LineData { x: 3, y: 2, .. })
    ));
    let line = fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    assert!(fig[line].set_ydata(&[1, 2, 3]).is_err());
    assert_eq!(fig[line].ydata(), [0.0, 1.0]);
    let error = fig[line].set_color("tab:blu").unwrap_err();
    assert!(error.advice().contains("tab:blue"), "{error}");
    let error = fig[ax].plot_fmt(&[0], &[0], "k--!").unwrap_err();
    assert!(error.to_string().contains("'!'"), "{error}");
    assert!(fig.add_subplot(2, 2, 5).is_err() && fig.add_subplot(0, 1, 1).is_err());
    assert!(fig.add_axes([0.0, 0.0, f64::NAN, 1.0]).is_err());
    let foreign = Figure::new((1.0, 1.0), 100.0).add_subplot(1, 1, 1).unwrap();
    assert!(fig.twinx(foreign).is_err());
}

#[test]
fn twins_share_one_axis_and_not_the_other() {
    let (mut fig, ax) = axes();
    let twin = fig.twinx(ax).unwrap();
    fig[ax].plot(&[0.0, 1.0], &[0.0, 1.0]).unwrap();
    fig[twin].plot(&[0.0, 4.0], &[0.0, 100.0]).unwrap();
    let mut single = fig.clone();
    // Both have the data of both along x: setting what autoscaling finds changes nothing.
    single[ax].set_xlim(-0.2, 4.2).unwrap();
    assert_eq!(draw(&fig), draw(&single));
    assert_eq!(
        (fig[ax].ylim(), fig[twin].ylim()),
        ((-0.05, 1.05), (-5.0, 105.0))
    );
}

#[test]
fn an_equal_aspect_changes_box_or_limits() {
    let (mut fig, ax) = axes();
    fig[ax].plot(&[0.0, 4.0], &[0.0, 1.0]).unwrap();
    let wide = draw(&fig);
    fig[ax].set_aspect(Aspect::Equal).unwrap();
    let shrunk = draw(&fig);
    fig[ax].set_adjustable(Adjustable::Datalim).unwrap();
    let grown = draw(&fig);
    assert!(wide != shrunk && shrunk != grown && wide != grown);
}

#[test]
fn charts_take_part_in_autoscaling_if_they_are_told_their_range() {
    let (mut fig, ax) = axes();
    let chart = fig[ax].draw_with(|_| Ok(()));
    fig[chart].set_data_limits(DataLimits::of_points(&[0.0, 10.0], &[0.0, 20.0]));
    fig[ax].relim();
    fig[ax].autoscale_view();
    assert_eq!(
        (fig[ax].xlim(), fig[ax].ylim()),
        ((-0.5, 10.5), (-1.0, 21.0))
    );
}

#[test]
fn limits_fixed_on_one_shared_axes_are_fixed_for_all() {
    let mut fig = Figure::new((2.0, 2.0), 100.0);
    let options = SubplotsOptions::new().with_sharex(Share::All).unwrap();
    let axs = fig.subplots_with(1, 2, &options).unwrap();
    fig[axs[[0, 1]]].set_xlim(0.0, 9.0).unwrap();
    fig[axs[[0, 0]]].plot(&[0.0, 100.0], &[0.0, 1.0]).unwrap();
    let last = |fig: &Figure| {
        fig.ticks(axs[[0, 0]])
            .unwrap()
            .x
            .major
            .last()
            .unwrap()
            .value
    };
    assert!(last(&fig) < 10.0);
    fig[axs[[0, 0]]].autoscale(true, true);
    assert!(last(&fig) >= 100.0);
    // What one of them sets must suit the scale that another one brought.
    fig[axs[[0, 0]]].set_xscale(Scale::log()).unwrap();
    fig[axs[[0, 1]]].set_xlim(-1.0, 100.0).unwrap();
    assert!(!fig.ticks(axs[[0, 0]]).unwrap().x.major.is_empty());
}

#[test]
fn axes_share_an_axis_from_when_they_are_told_to() {
    let mut fig = Figure::new((2.0, 2.0), 100.0);
    let axs = [1, 2, 3].map(|index| fig.add_subplot(3, 1, index).unwrap());
    fig.sharex(axs[1], axs[0]).unwrap();
    fig.sharex(axs[2], axs[1]).unwrap();
    fig[axs[0]].plot(&[0.0, 10.0], &[0.0, 1.0]).unwrap();
    fig[axs[2]].plot(&[10.0, 20.0], &[0.0, 5.0]).unwrap();
    assert_eq!(axs.map(|ax| fig.xlim(ax)), [(-1.0, 21.0); 3]);
    assert_eq!(fig.ylim(axs[2]), (-0.25, 5.25));
    fig[axs[1]].set_xlim(0.0, 3.0).unwrap();
    assert_eq!(axs.map(|ax| fig.xlim(ax)), [(0.0, 3.0); 3]);
    let other = Figure::new((2.0, 2.0), 100.0).add_subplot(1, 1, 1).unwrap();
    let polar = fig.add_subplot_polar(1, 1, 1).unwrap();
    for (ax, with) in [
        (axs[0], axs[2]),
        (axs[1], axs[0]),
        (axs[0], axs[0]),
        (axs[0], other),
        (polar.into(), axs[0]),
        (axs[0], polar.into()),
    ] {
        assert!(fig.sharex(ax, with).is_err());
    }
    fig.sharey(axs[0], axs[2]).unwrap();
    assert_eq!(fig.ylim(axs[0]), (-0.25, 5.25));
}

#[test]
fn axes_of_different_subfigures_share_nothing() {
    let mut fig = Figure::new((2.0, 2.0), 100.0);
    let halves = fig.subfigures(1, 2).unwrap();
    let [left, right] = [0, 1].map(|half| fig[halves[[0, half]]].add_subplot(1, 1, 1).unwrap());
    assert!(fig.sharex(right, left).is_err());
    let other = fig[halves[[0, 1]]].add_subplot(2, 1, 1).unwrap();
    fig.sharex(other, right).unwrap();
    fig[right].set_xlim(0.0, 7.0).unwrap();
    assert_eq!(fig.xlim(other), (0.0, 7.0));
    let place = fig.position(right).unwrap().into_iter();
    assert!(
        place
            .zip([0.125, 0.11, 0.775, 0.77])
            .all(|(a, b)| (a - b).abs() < 1e-12)
    );
}

#[test]
fn clearing_keeps_what_makes_a_twin_and_what_sharing_hides() {
    let (mut fig, ax) = axes();
    fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    let twin = fig.twinx(ax).unwrap();
    fig[ax].set_xlim(0.0, 1.0).unwrap();
    let before = draw(&fig);
    fig[twin].clear();
    assert!(before == draw(&fig));
    let params = SubplotParams::new().with_top(0.6);
    fig.subplots_adjust(params).unwrap();
    let above = fig.twiny(twin).unwrap();
    fig[above].set_xlabel("above");
    fig[ax].set_title("title");
    // The title of the first keeps off the labels of its twin's twin.
    let lifted = draw(&fig);
    fig[ax].set_title("");
    let row_of_ink = |rgb: &[u8]| rgb.chunks(600).position(|row| row.iter().any(|v| *v < 128));
    assert!(row_of_ink(&lifted) < row_of_ink(&draw(&fig)));
}

#[test]
fn silly_sizes_and_grids_are_refused() {
    let mut fig = Figure::new((2.0, 2.0), 100.0);
    assert!(fig.add_subplot(usize::MAX, usize::MAX, 1).is_err());
    assert!(fig.subplots(1 << 33, 1 << 33).is_err());
    let error = fig.add_subplot(2, 2, 0).unwrap_err();
    assert!(error.advice().contains("from 1 to"), "{error}");
    let text = fig.text(0.5, 0.5, "W".repeat(5000));
    fig[text].set_fontsize(1e5).unwrap();
    draw(&fig);
    for size in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(fig.set_size_inches(size, 1.0).is_err() && fig.set_dpi(size).is_err());
        assert_eq!((fig.figsize(), fig.dpi()), ((2.0, 2.0), 100.0));
        let fig = Figure::new((size, 1.0), 100.0);
        let mut canvas = Canvas::new(FrameSize {
            width: 8,
            height: 8,
        });
        assert!(matches!(
            fig.draw(&mut canvas),
            Err(Error::CanvasSize { .. })
        ));
    }
}

#[test]
fn a_norm_of_contours_by_name_has_the_limits_of_their_levels() {
    let (mut fig, ax) = axes();
    let z = Array2::from_shape_fn((4, 4), |(row, column)| (row * column) as f64);
    let options = ContourOptions::new().with_levels([1.0, 2.0, 5.0]);
    let areas = fig[ax].contourf_z(&z, &options).unwrap();
    fig.set(areas, "norm", "linear").unwrap();
    assert_eq!(fig[areas].clim(), (Some(1.0), Some(5.0)));
}

#[test]
fn insets_and_what_is_in_them_go_when_their_axes_are_cleared() {
    let (mut fig, ax) = axes();
    fig.legend();
    let empty = draw(&fig);
    let inset = fig.inset_axes(ax, [0.1, 0.1, 0.8, 0.8]).unwrap();
    let inner = fig.inset_axes(inset, [0.1, 0.1, 0.8, 0.8]).unwrap();
    let line = fig[inner].plot(&[0, 1], &[0, 1]).unwrap();
    fig[line].set_label("inner");
    assert_ne!(draw(&fig), empty);
    fig[ax].clear();
    assert!(fig.get_axes(inset).is_none() && fig.get_axes(inner).is_none());
    assert!(fig.get(line).is_none() && fig.get_mut(line).is_none());
    assert!(fig.set(line, "lw", 2.0).is_err());
    assert!(fig.set(inset, "title_size", 8.0).is_err());
    // Nor does the figure's legend show it.
    assert_eq!(draw(&fig), empty);
}
