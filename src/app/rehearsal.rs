//! The first picture, drawn where nobody sees it while the window is still being made: its letters
//! are there and its texts laid out when it is seen.

use std::collections::BTreeMap;

use eframe::egui::{Context, Pos2, RawInput, Rect, Ui, Vec2};

/// Letters are drawn into a texture as wide as this, which grows in height: one as wide as graphics
/// allow would grow by megabytes.
const TEXTURE_SIDE: usize = 4096;

/// Has letters take no more memory than they need, on every screen: a rehearsal cannot know what
/// its graphics allow.
pub(super) fn limit_textures(input: &mut RawInput) {
    let side = input.max_texture_side.unwrap_or(TEXTURE_SIDE);
    input.max_texture_side = Some(side.min(TEXTURE_SIDE));
}

/// Draws once in a room of a size. What that hands out reaches the window with the picture that is
/// seen.
pub(super) fn rehearse(ctx: &Context, size: Vec2, draw: impl FnMut(&mut Ui)) {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
        ..RawInput::default()
    };
    limit_textures(&mut input);
    let mut output = ctx.run_ui(input, draw);
    let handed_out: BTreeMap<_, _> = output.textures_delta.set.drain().collect();
    for (id, deltas) in handed_out {
        for delta in deltas {
            ctx.tex_manager().write().set(id, delta);
        }
    }
    // What was let go of never came there.
    output.textures_delta.clear();
    let windows = output.viewport_output.into_values();
    for command in windows.flat_map(|window| window.commands) {
        ctx.send_viewport_cmd(command);
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{TextureId, ViewportCommand, vec2};

    use super::*;

    #[test]
    fn what_is_drawn_before_the_window_is_there_reaches_it_with_its_first_picture() {
        let ctx = Context::default();
        let mut draw = |ui: &mut Ui| {
            ui.label("2,517 arrests");
        };
        ctx.send_viewport_cmd(ViewportCommand::Title("Opatlas".to_owned()));
        rehearse(&ctx, vec2(800.0, 600.0), &mut draw);
        let graphics = Some(16 * 1024);
        let mut input = RawInput {
            max_texture_side: graphics,
            ..RawInput::default()
        };
        limit_textures(&mut input);
        let mut output = ctx.run_ui(input, draw);
        let told = std::mem::take(&mut output.viewport_output).into_values();
        let told: Vec<_> = told.flat_map(|window| window.commands).collect();
        let letters = output.textures_delta.set.remove(&TextureId::default());
        output.drop_without_applying_deltas();
        assert!(told.contains(&ViewportCommand::Title("Opatlas".to_owned())));
        let letters = letters.unwrap();
        assert!(letters[0].is_whole(), "all that were drawn");
        assert_eq!(letters.len(), 1, "and none again");
    }
}
