//! The way to files: reading datasets and writing results, whole or not at all; changing a dataset
//! and keeping what it was; and how the machine has numbers written. The only room beside `app`
//! that touches the disk.

mod folder;
mod locale;
mod read;
mod reasons;
mod versions;
mod write;

pub use folder::in_folders;
pub use locale::decimal_comma;
pub use read::{dataset_text, read_bytes, read_dataset, read_dataset_on, read_text};
pub use versions::{Rewritten, Versions, rewrite, write_first};
pub use write::{WriteError, is_read_only, make_folder, write_new, write_whole};
