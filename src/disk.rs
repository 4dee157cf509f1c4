//! The way to files: reading datasets and writing results, whole or not at all. The only room
//! beside `app` that touches the disk.

mod folder;
mod read;
mod write;

pub use folder::in_folders;
pub use read::{dataset_text, read_bytes, read_dataset, read_dataset_on, read_text};
pub use write::{WriteError, make_folder, write_new, write_whole};
