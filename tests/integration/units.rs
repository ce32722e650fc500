//! Dates and categories on an axis, against the pictures and the ticks of matplotlib that tests/baseline/units.py writes.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use plotreel::artists::Line2D;
use plotreel::axes::{BarOptions, ErrorbarOptions};
use plotreel::axis::{TickParams, Which};
use plotreel::dates::{
    ConciseDateFormatter, DateFormatter, Datetime64, HourLocator, MonthLocator, WeekdayLocator,
    YearLocator, date2num,
};
use plotreel::error::Result;
use plotreel::subplots::SubplotsOptions;
use plotreel::{Axes, Figure, Handle};

use crate::baseline::{Fill, assert_scenes};
use crate::support::draw;

/// Scenes, the largest root mean square over all channels, and the largest share in per cent of pixels that are not
/// background and off by more than 8.
const SCENES: &[(&str, Fill, f64, f64)] = &[
    ("category_plot", category_plot, 0.07, 0.01),
    ("category_bar", category_bar, 0.07, 0.01),
    ("category_barh", category_barh, 0.07, 0.01),
    ("category_both", category_both, 0.07, 0.01),
    ("category_updated", category_updated, 0.07, 0.01),
    ("date_days", date_days, 0.2, 0.02),
    ("date_bar", date_bar, 0.07, 0.01),
    ("date_years", date_years, 0.07, 0.01),
    ("date_zone", date_zone, 0.07, 0.01),
    ("date_y", date_y, 0.07, 0.01),
    ("date_datetime64", date_datetime64, 0.07, 0.01),
    ("date_concise", date_concise, 0.07, 0.01),
    ("date_concise_hours", date_concise_hours, 0.07, 0.01),
    ("date_locators", date_locators, 0.07, 0.01),
    ("date_mesh", date_mesh, 0.07, 0.01),
    ("date_updated", date_updated, 0.07, 0.01),
];

#[test]
fn dates_and_categories_are_drawn_as_by_matplotlib() {
    assert_scenes("units", SCENES);
}

fn category_plot(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].plot_fmt(&["low", "high", "middle"], &[1, 3, 2], "o-")?;
    let line = fig[ax].plot(&["high".to_owned(), "other".to_owned()], &[0, 4])?;
    fig[line].set_color("C3")?;
    let high = fig[ax].xaxis.convert_units(&["high"])?;
    let line = fig[ax].axvline(high[0]);
    fig[line].set_linestyle(":")
}

fn category_bar(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].bar(&["apples", "pears", "plums"], &[3, 1, 2])?;
    let band = fig[ax].fill_between(&["pears", "plums", "figs"], &[1, 2, 3], &[2, 3, 5])?;
    fig[band].set_alpha(0.5)?;
    fig[band].set_color("C1")
}

fn category_barh(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let green = BarOptions::new().with_color("C2")?;
    fig[ax].barh_with(&vec!["apples", "pears", "plums"], &[3, 1, 2], &green)?;
    fig[ax].scatter(&[1, 2], &["pears", "figs"])?;
    let lines = fig[ax].hlines(&["apples", "figs"], &[1], &[4])?;
    fig[lines].set_color("k")
}

fn category_both(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let y = ["one", "two", "three", "two"];
    let points = fig[ax].scatter(&["a", "b", "a", "c"], &y)?;
    fig[points].set_sizes(&[80.0])
}

fn category_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let line = fig[ax].plot(&["a", "b"], &[1, 0])?;
    let x = fig[ax].xaxis.convert_units(&["a", "b", "d", "c"])?;
    fig[line].set_data(&x, &[1, 0, 2, 3])?;
    fig[ax].set_xlim(-0.5, 3.5)?;
    fig[ax].relim();
    fig[ax].autoscale_view();
    Ok(())
}

/// Days around the end of January, some later.
fn days(later: i64) -> Vec<Date> {
    let day = |i: i64| date(2024, 1, 28).checked_add((i + later).days()).unwrap();
    (0..9).map(day).collect()
}

fn wave() -> Vec<f64> {
    (0..9).map(|i| f64::from(i).sin()).collect()
}

/// Labels so small that they do not overlap.
fn small_labels(fig: &mut Figure, ax: Handle<Axes>, size: f64) -> Result<()> {
    fig[ax].tick_params(&TickParams::new().with_labelsize(size)?);
    Ok(())
}

fn date_days(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].plot(&days(0), &wave())?;
    let line = fig[ax].axvline(date2num(&date(2024, 2, 1)));
    fig[line].set_color("k")?;
    fig.autofmt_xdate()?;
    small_labels(fig, ax, 6.0)
}

fn date_bar(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let (days, wave) = (days(0), wave());
    fig[ax].bar(&days[..4], &wave[..4])?;
    let band = fig[ax].fill_between(&days[3..], &wave[3..], &[0.0])?;
    fig[band].set_alpha(0.3)?;
    fig[ax].xaxis.set_major_formatter(DateFormatter::new("%d")?);
    Ok(())
}

fn date_years(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let days = [date(1990, 5, 1), date(2003, 1, 1), date(2024, 8, 9)];
    fig[ax].plot(&days, &[1, 3, 2])?;
    fig[ax].scatter(&[date(2010, 1, 1).at(12, 0, 0, 0)], &[2])?;
    fig[ax].xaxis.set_major_locator(YearLocator::new(10));
    Ok(())
}

fn date_zone(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let time = |time: DateTime| time.in_tz("America/New_York").unwrap();
    let times = [
        date(2024, 3, 9).at(18, 0, 0, 0),
        date(2024, 3, 10).at(9, 30, 0, 0),
    ];
    fig[ax].plot(&times.map(time), &[0, 1])?;
    let zone = TimeZone::get("America/New_York").unwrap();
    let hours = DateFormatter::new("%H")?.with_tz(zone);
    fig[ax].xaxis.set_major_formatter(hours);
    small_labels(fig, ax, 7.0)
}

fn date_y(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let options = ErrorbarOptions::new().with_xerr(0.3).with_fmt("o");
    fig[ax].errorbar_with(&[1, 2, 3], &days(0)[..3], &options)?;
    fig[ax].set_ylim(date(2024, 1, 25), date(2024, 2, 3))
}

fn date_datetime64(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let midnight = 1_704_067_200_000;
    let times = [midnight + 250, midnight + 3000, midnight + 7500];
    fig[ax].step(&Datetime64::new(times, "ms")?, &[1, 3, 2])?;
    small_labels(fig, ax, 4.0)
}

fn date_concise(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].plot(&days(0), &wave())?;
    fig[ax]
        .xaxis
        .set_major_formatter(ConciseDateFormatter::new());
    Ok(())
}

fn date_concise_hours(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let times = [
        date(2024, 2, 28).at(20, 0, 0, 0),
        date(2024, 2, 29).at(13, 20, 0, 0),
    ];
    fig[ax].plot(&times, &[1, 2])?;
    fig[ax]
        .xaxis
        .set_major_formatter(ConciseDateFormatter::new());
    fig[ax].invert_xaxis();
    fig[ax]
        .xaxis
        .set_major_locator(HourLocator::new().with_interval(5));
    Ok(())
}

fn date_locators(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    fig[ax].plot(&[date(2024, 1, 10), date(2024, 9, 20)], &[1, 2])?;
    let axis = &mut fig[ax].xaxis;
    axis.set_major_locator(MonthLocator::new().with_bymonth([1, 4, 7]));
    axis.set_minor_locator(WeekdayLocator::new().with_byweekday([0]));
    axis.set_major_formatter(DateFormatter::new("%d %b")?);
    Ok(())
}

fn date_mesh(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let c = ndarray::array![[0, 1, 2], [3, 4, 5]];
    fig[ax].pcolormesh(&days(0)[..4], &[0, 1, 2], &c)?;
    fig[ax]
        .xaxis
        .set_major_formatter(DateFormatter::new("%d.")?);
    Ok(())
}

fn date_updated(fig: &mut Figure, ax: Handle<Axes>) -> Result<()> {
    let line = fig[ax].plot(&days(0), &wave())?;
    fig[line].set_xdata(&days(40))?;
    fig[ax].set_xlim(date(2024, 3, 1), date(2024, 3, 20))?;
    fig[ax].xaxis.set_major_formatter(DateFormatter::new("%d")?);
    Ok(())
}

#[test]
fn ticks_of_dates_are_those_of_matplotlib() -> Result<()> {
    let table = include_str!("../baseline/units/ticks.txt");
    let mut views = 0;
    for line in table.lines() {
        let cells: Vec<&str> = line.split('|').collect();
        let zone = TimeZone::get(cells[0]).unwrap();
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let ax = fig.add_subplot(1, 1, 1)?;
        fig[ax].xaxis.axis_date(Some(zone.clone()))?;
        if cells[1] == "concise" {
            let concise = ConciseDateFormatter::new().with_tz(zone);
            fig[ax].xaxis.set_major_formatter(concise);
        }
        let [low, high] = [2, 3].map(|i| cells[i].parse::<f64>().unwrap());
        fig[ax].set_xlim(low, high)?;
        let found = fig.ticks(ax)?.x;
        let expected: Vec<(f64, &str)> = cells[5..]
            .iter()
            .map(|cell| cell.split_once('=').unwrap())
            .map(|(value, label)| (value.parse().unwrap(), label))
            .filter(|(value, _)| (low..=high).contains(value))
            .collect();
        let found_ticks: Vec<(f64, &str)> = found
            .major
            .iter()
            .map(|tick| (tick.value, &*tick.label))
            .collect();
        assert_eq!(
            (found_ticks, &*found.offset),
            (expected, cells[4]),
            "{line}"
        );
        views += 1;
    }
    assert!(views > 300, "only {views} views");
    Ok(())
}

#[test]
fn units_that_do_not_fit_are_refused() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let axs = fig.subplots_with(2, 1, &SubplotsOptions::new().with_sharex("all")?)?;
    let (first, second) = (axs[[0, 0]], axs[[1, 0]]);
    fig[first].plot(&["a", "b"], &[0, 1])?;
    for ax in [first, second] {
        let error = fig[ax].plot(&days(0), &wave()).unwrap_err();
        assert_eq!(
            error.cause(),
            "data on an axis of categories can't be dates"
        );
        let today = date(2024, 1, 1);
        assert!(fig[ax].set_xlim(today, today).is_err());
        assert!(fig[ax].xaxis.axis_date(None).is_err());
    }
    // Numbers are allowed.
    fig[first].plot(&[0.5, 1.5], &[0, 1])?;
    fig[first].scatter(&[0], &days(0)[..1])?;
    let error = fig[first]
        .bar(&["a"], &[1])
        .and(fig[first].barh(&["a"], &[1]))
        .unwrap_err();
    assert_eq!(
        error.cause(),
        "data on an axis of dates can't be names of categories"
    );
    Ok(())
}

#[test]
fn shared_axes_count_the_same_categories() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let axs = fig.subplots_with(2, 1, &SubplotsOptions::new().with_sharex("all")?)?;
    let (first, second) = (axs[[0, 0]], axs[[1, 0]]);
    fig[first].bar(&["a", "b"], &[1, 2])?;
    let line: Handle<Line2D> = fig[second].plot(&["c", "b"], &[1, 2])?;
    assert_eq!(fig[line].xdata(), [2.0, 1.0]);
    assert_eq!(fig[first].xaxis.convert_units(&["d", "c"])?, [3.0, 2.0]);
    assert_eq!(fig[second].xaxis.convert_units(&["d"])?, [3.0]);
    let labels: Vec<String> = fig
        .ticks(first)?
        .x
        .major
        .into_iter()
        .map(|tick| tick.label)
        .collect();
    assert_eq!(labels[..3], ["a", "b", "c"]);
    let twin = fig.twinx(first)?;
    fig[twin].plot(&["b"], &[1])?;
    assert_eq!(fig[twin].xaxis.categories(), ["a", "b", "c", "d"]);
    Ok(())
}

#[test]
fn ticks_that_were_set_stay_when_units_come() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax]
        .xaxis
        .set_major_formatter(DateFormatter::new("%Y!")?);
    fig[ax].plot(&[date(2020, 1, 1), date(2023, 1, 1)], &[0, 1])?;
    let label = |fig: &Figure| fig.ticks(ax).unwrap().x.major[0].label.clone();
    assert_eq!(label(&fig), "2020!");
    fig.set(ax, "xticks", vec![date2num(&date(2021, 1, 1))])?;
    assert_eq!(label(&fig), "2021!");
    fig[ax].clear();
    fig[ax].plot(&["a", "b"], &[0, 1])?;
    fig[ax].grid(true);
    fig[ax].xaxis.grid(false, Which::Major);
    assert_eq!(label(&fig), "a");
    Ok(())
}

#[test]
fn what_has_no_date_has_no_ticks() -> Result<()> {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].plot(&Vec::<Date>::new(), &[0.0; 0])?;
    assert!((fig[ax].xlim().0 - -0.05).abs() < 1e-12);
    fig[ax].set_xlim(-1e9, 1e9)?;
    assert!(fig.ticks(ax)?.x.major.is_empty());
    draw(&fig);
    Ok(())
}
