//! Which mosaics are refused, and how texts are read.

use super::*;
use crate::figure::Figure;

#[test]
fn names_that_are_no_rectangles_are_refused_by_name() {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let message = |fault: Result<Mosaic>| fault.unwrap_err().to_string();
    assert!(message(fig.subplot_mosaic("AB;BA")).contains("\"A\""));
    assert!(message(fig.subplot_mosaic("AAB;ABB")).contains("\"A\""));
    assert!(message(fig.subplot_mosaic("AB;C")).contains("1 cells in row 1"));
    assert!(fig.subplot_mosaic("..;..").is_err() && fig.subplot_mosaic("").is_err());
    let by_row = SubplotsOptions::new().with_sharex("row").unwrap();
    assert!(fig.subplot_mosaic_with("AB", &by_row).is_err());
    let twice = MosaicLayout::from("AB").with_nested("B", "AC");
    assert!(message(fig.subplot_mosaic(twice)).contains("\"A\""));
    let nowhere = MosaicLayout::from("AB").with_nested("C", "DE");
    assert!(message(fig.subplot_mosaic(nowhere)).contains("\"C\""));
    let no_subplot = MosaicLayout::from("AB").with_projection("C", "polar");
    assert!(message(fig.subplot_mosaic(no_subplot.unwrap())).contains("\"C\""));
    assert!(
        MosaicLayout::from("A")
            .with_projection("A", "hammer")
            .is_err()
    );
    assert!(fig.axes().is_empty());
}

#[test]
fn texts_of_several_lines_have_their_indentation_removed() {
    let text = "
        AAB
        C.B
    ";
    assert_eq!(MosaicLayout::from(text), MosaicLayout::from("AAB;C.B"));
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let axs = fig.subplot_mosaic(text).unwrap();
    let names: Vec<_> = axs.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["A", "B", "C"]);
    assert!(axs.get("D").is_none() && axs["B"] == axs.get("B").unwrap());
}
