//! The largest size that has room, where it can only be tried.

/// Between a size that does and one that does not, these two come so close together as so many
/// halvings bring them.
pub(super) fn halved(sizes: [f32; 2], steps: usize, mut does: impl FnMut(f32) -> bool) -> [f32; 2] {
    let [mut low, mut high] = sizes;
    for _ in 0..steps {
        let middle = f32::midpoint(low, high);
        *(if does(middle) { &mut low } else { &mut high }) = middle;
    }
    [low, high]
}
