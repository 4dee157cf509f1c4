//! The icon of the window.

use eframe::egui::IconData;

const PNG: &[u8] = include_bytes!("../../assets/icon/opatlas-256.png");

/// The icon's pixels; none if the file in `assets` is not what it should be, which a test
/// would tell.
pub(super) fn window_icon() -> IconData {
    decoded(PNG).unwrap_or_default()
}

fn decoded(bytes: &[u8]) -> Option<IconData> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .ok()?;
    let mut rgba = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut rgba).ok()?;
    let is_rgba = (info.color_type, info.bit_depth) == (png::ColorType::Rgba, png::BitDepth::Eight);
    is_rgba.then_some(IconData {
        rgba,
        width: info.width,
        height: info.height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_in_assets_can_be_shown() {
        let icon = decoded(PNG).unwrap();
        assert_eq!((icon.width, icon.height), (256, 256));
        assert_eq!(icon.rgba.len(), 256 * 256 * 4);
    }
}
