//! What becomes of room: how much each of several sizes gets of what is left, and the largest size
//! that has room where it can only be tried.

use eframe::egui::emath::Numeric;

/// What each of `count` equal sizes is with its share of what is left, from least to most.
pub(super) fn shared((least, most): (f32, f32), left: f32, count: usize) -> f32 {
    (least + left / count.max(1) as f32).clamp(least, most)
}

/// Between a size that does and one that does not, these two come so close together as so many
/// halvings bring them.
pub(super) fn halved<N: Numeric>(
    sizes: [N; 2],
    steps: usize,
    mut does: impl FnMut(N) -> bool,
) -> [N; 2] {
    let [mut low, mut high] = sizes;
    for _ in 0..steps {
        let middle = N::from_f64(f64::midpoint(low.to_f64(), high.to_f64()));
        *(if does(middle) { &mut low } else { &mut high }) = middle;
    }
    [low, high]
}
