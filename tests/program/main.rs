//! What crosses rooms: a dataset to a picture, the keyboard to a file, a command to its exit code.
//! One program, so that its parts are tried beside each other.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails where it stands, and asks for what it knows"
)]

mod adding;
mod any_hand;
mod any_size;
mod choosing;
mod colours;
mod command_line;
mod compare;
mod desk;
mod differences;
mod doctor;
mod edits;
mod embedded;
mod export_panel;
mod filled;
mod firmness;
mod grids;
mod imports;
mod licences;
mod many;
mod many_operations;
mod maps;
mod pages;
mod pdfs;
mod pictures;
mod random;
mod releases;
mod rooms;
mod scripts;
mod search;
mod sheets;
mod shell;
mod started;
mod statements;
mod tables;
mod truth;
mod workbooks;
mod worlds;
