//! Annotations of frames, from command line options to the library's.

use crate::WriteOptions;
use crate::annotate::{Boxes, Label, LabelPosition, LabelStyle, ScaleBar, Table};
use crate::error::Result;

use crate::cli::args::Annotate;

/// The default positions of labels, in order.
const CORNERS: [LabelPosition; 4] = [
    LabelPosition::TopLeft,
    LabelPosition::TopRight,
    LabelPosition::BottomLeft,
    LabelPosition::BottomRight,
];

impl Annotate {
    /// Whether a text needs the number of frames.
    pub(crate) fn counts_frames(&self) -> bool {
        let mut texts = self.label.iter().chain(&self.title_text);
        self.table.is_some() || texts.any(|text| text.contains("{frames"))
    }
}

/// Adds the requested annotations.
pub(crate) fn with_annotations(mut options: WriteOptions, args: &Annotate) -> Result<WriteOptions> {
    let style = style(args)?;
    options = options.with_axes(args.axes);
    if let Some(label) = &args.colorbar {
        options = options.with_colorbar(label);
    }
    if let Some(text) = &args.title_text {
        options = options.with_title_text(text);
    }
    if let Some(path) = &args.table {
        options = options.with_table(Table::read(path)?);
    }
    if let Some(path) = &args.boxes {
        let mut boxes = Boxes::read(path)?;
        if let Some(size) = args.label_size {
            boxes = boxes.with_fontsize(size);
        }
        options = options.with_boxes(boxes);
    }
    let corners = args
        .label_position
        .iter()
        .chain(&CORNERS[args.label_position.len().min(4)..]);
    for (text, position) in args
        .label
        .iter()
        .zip(corners.chain(std::iter::repeat(&CORNERS[0])))
    {
        // Shells pass \n unchanged.
        let label = Label::new(text.replace("\\n", "\n"));
        options = options.with_label(label.with_position(*position).with_style(style));
    }
    if let Some((pixels, text)) = &args.scale_bar {
        let mut bar = ScaleBar::new(*pixels, text);
        if let Some(position) = args.scale_bar_position {
            bar = bar.with_position(position);
        }
        options = options.with_scale_bar(bar.with_style(style));
    }
    Ok(options)
}

/// The style of all texts.
fn style(args: &Annotate) -> Result<LabelStyle> {
    let mut style = LabelStyle::default();
    if let Some(size) = args.label_size {
        style = style.with_fontsize(size);
    }
    if let Some(color) = args.label_color {
        style = style.with_color(color)?;
    }
    if let Some(color) = args.label_background {
        style = style.with_background(color)?;
    }
    Ok(style)
}
