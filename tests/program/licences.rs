//! What others made that is compiled into the program: named with its licence, and nothing of it
//! speaks with the network.

use std::collections::BTreeSet;
use std::process::Command;

/// The crates that are compiled in on this system.
fn compiled() -> BTreeSet<String> {
    let words = "tree --edges normal,no-proc-macro --prefix none --no-dedupe --locked --offline --format {p}";
    let tree = Command::new(env!("CARGO"))
        .args(words.split(' '))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let names: BTreeSet<String> = names.map(str::to_owned).collect();
    assert!(names.contains("opatlas"), "cargo tells what is compiled");
    names
}

#[test]
fn everything_compiled_in_is_named_with_its_licence() {
    let told = include_str!("../../assets/licences/crates.txt");
    let told: BTreeSet<&str> = told
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    let compiled = compiled();
    let missing: Vec<&String> = compiled
        .iter()
        .filter(|name| *name != "opatlas" && !told.contains(name.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "run assets/licences/make.py: {missing:?}"
    );
}

#[test]
fn nothing_compiled_in_is_made_for_the_network() {
    const FOR_THE_NETWORK: [&str; 20] = [
        "attohttpc",
        "curl",
        "h2",
        "hickory-resolver",
        "hyper",
        "isahc",
        "minreq",
        "native-tls",
        "openssl",
        "quinn",
        "reqwest",
        "rustls",
        "socket2",
        "surf",
        "tokio",
        "tungstenite",
        "ureq",
        "url",
        "webbrowser",
        "webpki-roots",
    ];
    let compiled = compiled();
    for name in FOR_THE_NETWORK {
        assert!(!compiled.contains(name), "{name} is compiled in");
    }
}
