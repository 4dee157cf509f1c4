//! A dataset with more operations than anyone compares by hand, for tests and for `cargo bench`.

use std::fmt::Write as _;

/// A dataset with many operations: each with its days, a list of countries and two figures.
pub fn many_operations(count: usize) -> String {
    let mut text = String::from(
        "#![enable(implicit_some)]\n(format: 1, title: \"Many\",\nsources: {\"s\": (publisher: \"P\", title: \"T\", \
         date: \"2024-01-01\", address: \"https://example.org\", grade: Official)},\nmetrics: {\"arrests\": (label: \
         \"Arrests\", unit: \"people\", definition: \"All\"), \"officers\": (label: \"Officers\", unit: \"people\", \
         definition: \"All\")},\ncases: [],\noperations: [\n",
    );
    for index in 0..count {
        // Spread over the field, without a pattern that would be kind to it.
        let (year, month) = (1990 + index * 7 % 35, 1 + index * 5 % 12);
        let (arrests, officers) = (1 + index * 7919 % 9973, 1 + index * 104_729 % 99_991);
        writeln!(
            text,
            "(id: \"o-{index}\", name: \"Operation number {index}\", days: (\"{year}-{month:02}-03\", \
             \"{year}-{month:02}-09\"), countries: (listed: [\"DEU\", \"FRA\", \"MLI\", \"TGO\", \"BRA\", \"PER\"]), \
             figures: {{\"arrests\": [(quantity: MoreThan({arrests}), source: \"s\")], \"officers\": [(quantity: \
             Exactly({officers}), source: \"s\")]}}),"
        )
        .expect("writing to a string cannot fail");
    }
    text.push_str("])\n");
    text
}
