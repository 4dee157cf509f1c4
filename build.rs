//! Gives the program for Windows its icon, its version and its manifest; does nothing for others.

use std::{env, fs, io};

use winresource::WindowsResource;

const ICON: &str = "assets/icon/opatlas.ico";
const MANIFEST: &str = "assets/windows/opatlas.exe.manifest";

fn main() -> io::Result<()> {
    for file in ["build.rs", ICON, MANIFEST] {
        println!("cargo::rerun-if-changed={file}");
    }
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    let manifest = fs::read_to_string(MANIFEST)?.replace("VERSION", env!("CARGO_PKG_VERSION"));
    let mut resource = WindowsResource::new();
    resource
        .set_icon(ICON)
        .set_manifest(&manifest)
        .set("ProductName", "Opatlas")
        .set("FileDescription", "Opatlas")
        .set("InternalName", "opatlas")
        .set("OriginalFilename", "opatlas.exe")
        .set("LegalCopyright", "MIT or Apache 2.0");
    resource.compile_for("opatlas")
}
