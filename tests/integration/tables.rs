//! Tables against matplotlib's pictures (`tests/baseline/tables.py`).

use plotreel::table::{Cell, TableOptions};
use plotreel::{Axes, Error, Figure, Handle};

use crate::baseline::assert_near;
use crate::support::draw;

const TEXT: [[&str; 3]; 2] = [["1.5", "2.25", "10"], ["a longer text", "b", "$x^2$"]];

fn framed() -> (Figure, Handle<Axes>) {
    let mut fig = Figure::new((3.2, 2.4), 100.0);
    let ax = fig.add_axes([0.2, 0.3, 0.7, 0.6]).unwrap();
    (fig, ax)
}

#[test]
fn a_table_with_labels_is_below_its_axes() {
    let (mut fig, ax) = framed();
    fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
    fig[ax].set_xticks(&[0.0; 0]);
    let options = TableOptions::new()
        .with_row_labels(["first", "second"])
        .with_col_labels(["A", "B", "C"])
        .with_row_colours(["r", "0.8"])
        .unwrap()
        .with_col_colours(["y", "g", "c"])
        .unwrap();
    fig[ax].table(&TEXT, &options).unwrap();
    assert_near("tables/below", &fig, 0.1, 0.1);
}

#[test]
fn cells_have_colours_edges_and_texts_of_their_own() {
    let (mut fig, ax) = framed();
    let options = TableOptions::new()
        .with_loc("center")
        .unwrap()
        .with_cell_loc("center")
        .unwrap()
        .with_cell_colours([["w", "C0", "C1"], ["C2", "w", "0.5"]])
        .unwrap()
        .with_edges("horizontal")
        .unwrap();
    let table = fig[ax].table(&TEXT, &options).unwrap();
    fig[table].scale(0.9, 2.0).unwrap();
    let cell = fig[table].cell_mut(1, 1).unwrap();
    cell.text_mut().set_color("r").unwrap();
    cell.text_mut().set_bold(true);
    let cell = fig[table].cell_mut(0, 0).unwrap();
    cell.set_edgecolor("m").unwrap();
    cell.set_visible_edges("BRTL").unwrap();
    assert_near("tables/inside", &fig, 0.1, 0.1);
}

#[test]
fn a_table_fills_a_box() {
    let (mut fig, ax) = framed();
    fig[ax].set_axis_off();
    let options = TableOptions::new()
        .with_row_labels(["x", "y"])
        .with_col_labels(["one", "two", "three"])
        .with_bbox([0.0, 0.1, 1.0, 0.8])
        .with_col_widths(&[0.4, 0.2, 0.3])
        .with_row_loc("right")
        .unwrap()
        .with_col_loc("left")
        .unwrap();
    fig[ax].table(&TEXT, &options).unwrap();
    assert_near("tables/boxed", &fig, 0.1, 0.1);
}

#[test]
fn tables_are_at_all_places_with_texts_of_any_size() {
    let (mut fig, ax) = framed();
    fig[ax].set_axis_off();
    for loc in [
        "upper left",
        "upper right",
        "lower left",
        "lower right",
        "top",
        "bottom",
    ] {
        let options = TableOptions::new().with_loc(loc).unwrap();
        let options = options.with_col_widths(&[0.35]);
        let table = fig[ax].table(&[[loc]], &options).unwrap();
        fig[table].auto_set_font_size(false);
        fig[table].set_fontsize(7.0).unwrap();
    }
    let options = TableOptions::new()
        .with_loc("center left")
        .unwrap()
        .with_col_widths(&[0.2, 0.2])
        .with_edges("open")
        .unwrap();
    let table = fig[ax].table(&[["open", "BL"]], &options).unwrap();
    let cell = fig[table].cell_mut(0, 1).unwrap();
    cell.set_visible_edges("BL").unwrap();
    fig[table].auto_set_column_width([1]);
    assert_near("tables/places", &fig, 0.1, 0.1);
}

#[test]
fn texts_are_replaced_cell_by_cell_or_all_at_once() {
    let (mut fig, ax) = framed();
    let options = TableOptions::new().with_col_labels(["a", "b"]);
    let table = fig[ax].table(&[[1.5, 2.0], [3.0, 4.0]], &options).unwrap();
    assert_eq!(fig[table].cell(1, 0).unwrap().text().text(), "1.5");
    fig[table].set_cell_text(&[[5, 6], [7, 8]]).unwrap();
    fig[table].cell_mut(2, 1).unwrap().set_text("9");
    let texts: Vec<_> = fig[table]
        .cells()
        .map(|(_, cell)| cell.text().text())
        .collect();
    assert_eq!(texts, ["a", "b", "5", "6", "7", "9"]);
    assert!(fig[table].set_cell_text(&[[1, 2]]).is_err());
    assert!(fig[table].set_cell_text(&[[1], [2]]).is_err());
}

#[test]
fn texts_of_any_size_are_made_to_fit() {
    let drawn = |size: f64| {
        let (mut fig, ax) = framed();
        let table = fig[ax].table(&TEXT, &TableOptions::new()).unwrap();
        fig[table].set_fontsize(size).unwrap();
        draw(&fig)
    };
    let fitting = drawn(200.0);
    assert_eq!(drawn(1e6), fitting);
    assert_ne!(drawn(5.0), fitting);
    // Without an end in steps of a point.
    drawn(1e17);
}

#[test]
fn a_cell_that_is_added_keeps_its_edges_and_has_a_size() {
    let (mut fig, ax) = framed();
    let table = fig[ax].table(&TEXT, &TableOptions::new()).unwrap();
    let mut cell = Cell::new("total", 0.25, None);
    cell.set_visible_edges("horizontal").unwrap();
    let edges = cell.visible_edges();
    fig[table].add_cell(3, 0, cell).unwrap();
    assert_eq!(fig[table].cell(3, 0).unwrap().visible_edges(), edges);
    let endless = Cell::new("", f64::INFINITY, None);
    assert!(fig[table].add_cell(3, 1, endless).is_err());
    assert!(fig[table].add_cell(3, 1, Cell::new("", 0.1, -1.0)).is_err());
    assert!(fig[table].cell(3, 1).is_err());
}

#[test]
fn what_does_not_go_with_the_cells_is_refused() {
    let (mut fig, ax) = framed();
    let table = |fig: &mut Figure, options: TableOptions| fig[ax].table(&TEXT, &options).err();
    let labels = TableOptions::new().with_row_labels(["one"]);
    assert!(matches!(
        table(&mut fig, labels),
        Some(Error::Lengths { .. })
    ));
    let colours = TableOptions::new()
        .with_cell_colours([["r"], ["g"]])
        .unwrap();
    assert!(matches!(
        table(&mut fig, colours),
        Some(Error::Lengths { .. })
    ));
    let flat = TableOptions::new().with_bbox([0.0, 0.0, 1.0, 0.0]);
    assert!(matches!(
        table(&mut fig, flat),
        Some(Error::Setting { name: "bbox", .. })
    ));
    assert!(fig[ax].table(&[[""; 0]], &TableOptions::new()).is_err());
    let table = fig[ax].table(&TEXT, &TableOptions::new()).unwrap();
    let error = fig[table].cell(2, 0).unwrap_err();
    assert!(error.to_string().contains("(2, 0)"), "{error}");
}
