//! The blocks of a GIF89a file (CompuServe, "Graphics Interchange Format, version 89a", 1990).

use super::changes::Disposal;
use super::region::Region;
use crate::frame_size::FrameSize;
use crate::writers::Metadata;

/// The end of a file.
pub(super) const TRAILER: u8 = 0x3B;
pub(super) const EXTENSION: u8 = 0x21;
pub(super) const COMMENT: u8 = 0xFE;
pub(super) const CONTROL: u8 = 0xF9;
pub(super) const PICTURE: u8 = 0x2C;

/// Everything before the first picture: signature, size, palette, repetitions, metadata, and the mark of a part.
pub(super) fn header(
    size: FrameSize,
    palette: Option<&[[u8; 3]]>,
    loop_count: u32,
    metadata: &Metadata,
    mark: Option<&str>,
) -> Vec<u8> {
    let mut out = b"GIF89a".to_vec();
    out.extend((size.width as u16).to_le_bytes());
    out.extend((size.height as u16).to_le_bytes());
    // Without a palette no background colour either, and square pixels.
    out.extend([palette.map_or(0, palette_flags), 0, 0]);
    if let Some(palette) = palette {
        push_palette(&mut out, palette);
    }
    // Without it, a file plays once; the number is that of repetitions.
    if loop_count != 1 {
        let repetitions = loop_count.saturating_sub(1) as u16;
        out.extend([EXTENSION, 0xFF, 11]);
        out.extend(b"NETSCAPE2.0");
        out.extend([3, 1]);
        out.extend(repetitions.to_le_bytes());
        out.push(0);
    }
    let lines: Vec<_> = metadata.iter().map(|(k, v)| format!("{k}: {v}")).collect();
    if !lines.is_empty() {
        push_comment(&mut out, &lines.join("\n"));
    }
    if let Some(mark) = mark {
        push_comment(&mut out, mark);
    }
    out
}

/// A comment.
pub(super) fn comment(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    push_comment(&mut out, text);
    out
}

fn push_comment(out: &mut Vec<u8>, text: &str) {
    out.extend([EXTENSION, COMMENT]);
    for block in text.as_bytes().chunks(255) {
        out.push(block.len() as u8);
        out.extend(block);
    }
    out.push(0);
}

/// All of a picture before its indices: its time, its place and, if it has one, its palette. `leave` is the index of
/// pixels that stay as they are.
pub(super) fn push_picture(
    out: &mut Vec<u8>,
    region: Region,
    delay: u16,
    disposal: Disposal,
    leave: Option<u8>,
    palette: Option<&[[u8; 3]]>,
) {
    let flags = (disposal as u8) << 2 | u8::from(leave.is_some());
    out.extend([EXTENSION, CONTROL, 4, flags]);
    out.extend(delay.to_le_bytes());
    out.extend([leave.unwrap_or(0), 0]);
    out.push(PICTURE);
    for value in [region.left, region.top, region.width, region.height] {
        out.extend((value as u16).to_le_bytes());
    }
    out.push(palette.map_or(0, palette_flags));
    if let Some(palette) = palette {
        push_palette(out, palette);
    }
}

/// Bits of an index into so many colours, as LZW counts them.
pub(super) fn index_bits(colors: usize) -> u8 {
    colors.next_power_of_two().trailing_zeros().max(2) as u8
}

fn palette_flags(palette: &[[u8; 3]]) -> u8 {
    0x80 | (index_bits(palette.len()) - 1)
}

/// The colours, and black until their number is a power of two.
fn push_palette(out: &mut Vec<u8>, palette: &[[u8; 3]]) {
    let missing = (1 << index_bits(palette.len())) - palette.len();
    out.extend_from_slice(palette.as_flattened());
    out.resize(out.len() + 3 * missing, 0);
}
