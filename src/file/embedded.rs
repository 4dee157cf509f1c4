//! The datasets that come with the program, and the one that “opatlas new” writes.

/// The embedded datasets: file name and text.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("liberterra.ron", include_str!("../../data/liberterra.ron")),
    ("turquesa.ron", include_str!("../../data/turquesa.ron")),
    ("weka.ron", include_str!("../../data/weka.ron")),
    (
        "storm-makers.ron",
        include_str!("../../data/storm-makers.ron"),
    ),
    (
        "global-chain.ron",
        include_str!("../../data/global-chain.ron"),
    ),
];

/// A dataset to start from, which is also the manual of the format.
pub const STARTER: &str = include_str!("starter.ron");
