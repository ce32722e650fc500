//! The look of the ticks of one axis.

use crate::color::Color;
use crate::properties::{Angle, Length, options};
use crate::style::{FontSize, TickDirection};

options! {
    /// The initial look of the ticks of x or of y: matplotlib's rcParams `xtick.*` and `ytick.*`.
    ///
    /// "First" is the bottom or the left side, "second" the top or the right one. Lengths are points, of major and of
    /// minor ticks.
    ///
    /// ```
    /// use plotreel::Style;
    /// use plotreel::axis::TickStyle;
    ///
    /// let inward = TickStyle::new().with_direction("in")?.with_size([6.0, 3.0]);
    /// let style = Style::new().with_xtick(inward.clone()).with_ytick(inward);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct TickStyle;
    color / with_color: copied<Color> = Color::rgb(0, 0, 0), "the colour of ticks";
    labelcolor / with_labelcolor: maybe_color = None, "the colour of their labels; `None` is that of the ticks";
    labelsize / with_labelsize: choice<FontSize> = FontSize::MEDIUM, "the size of their labels";
    direction / with_direction: choice<TickDirection> = TickDirection::Out, "the direction of ticks";
    size / with_size: two<Length> = [3.5, 2.0], "the lengths of ticks";
    width / with_width: two<Length> = [0.8, 0.6], "the widths of ticks";
    pad / with_pad: two<Angle> = [3.5, 3.4], "the distances of labels from ticks";
    sides / with_sides: copied<[bool; 2]> = [true, false], "whether there are ticks on the first and on the second side";
    labels / with_labels: copied<[bool; 2]> = [true, false], "whether there are labels on the first and on the second side";
    major / with_major: copied<[bool; 2]> = [true; 2], "whether major ticks are among those of the first and of the second side";
    minor / with_minor: copied<[bool; 2]> = [true; 2], "whether minor ticks are among those of the first and of the second side";
    minor_visible / with_minor_visible: flag = false, "whether there are minor ticks";
}
