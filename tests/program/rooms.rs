//! The rooms under `src` and the direction between them: an arrow only ever points up the list.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A room, the rooms it may use, and what else it may reach.
struct Room {
    name: &'static str,
    may_use: &'static [&'static str],
    may_reach: &'static [&'static str],
}

const ROOMS: [Room; 14] = [
    Room {
        name: "model",
        may_use: &[],
        may_reach: &[],
    },
    Room {
        name: "file",
        may_use: &["model"],
        may_reach: &[],
    },
    Room {
        name: "map",
        may_use: &["model"],
        may_reach: &[],
    },
    Room {
        name: "query",
        may_use: &["model"],
        may_reach: &[],
    },
    Room {
        name: "words",
        may_use: &["model", "query"],
        may_reach: &[],
    },
    Room {
        name: "import",
        may_use: &["model", "file", "query", "words"],
        may_reach: &[],
    },
    Room {
        name: "chart",
        may_use: &["model", "query", "words"],
        may_reach: &[],
    },
    Room {
        name: "draw",
        may_use: &["model", "map", "words", "chart"],
        may_reach: &["egui"],
    },
    Room {
        name: "export",
        may_use: &["model", "query", "words", "chart", "draw"],
        may_reach: &["egui"],
    },
    Room {
        name: "state",
        may_use: &["model", "query", "words", "import", "chart"],
        may_reach: &[],
    },
    Room {
        name: "ui",
        may_use: &[
            "model", "query", "words", "import", "chart", "draw", "state",
        ],
        may_reach: &["egui"],
    },
    Room {
        name: "disk",
        may_use: &["model", "file"],
        may_reach: &["std::fs"],
    },
    Room {
        name: "app",
        may_use: &[
            "model", "file", "query", "words", "import", "chart", "draw", "export", "state", "ui",
            "disk",
        ],
        may_reach: &["egui", "std::fs", "rfd"],
    },
    Room {
        name: "cli",
        may_use: &[
            "model", "file", "query", "words", "import", "chart", "export", "state", "disk",
        ],
        may_reach: &[],
    },
];

/// What only some rooms may reach.
const GUARDED: [&str; 3] = ["egui", "std::fs", "rfd"];

fn sources(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut found: Vec<PathBuf> = fs::read_dir(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .flat_map(|entry| sources(&entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect();
    found.sort();
    found
}

/// The code of a file up to its tests, without comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    text[..end]
        .lines()
        .map(|line| line.split("//").next().unwrap_or(""))
        .collect::<Vec<_>>()
        .join("\n")
}

fn files_by_room() -> BTreeMap<String, Vec<PathBuf>> {
    let mut rooms: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in fs::read_dir("src").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        // `bin` holds programs beside the main one, which use no room.
        if !["lib", "main", "bin"].contains(&name.as_str()) {
            rooms.entry(name).or_default().extend(sources(&path));
        }
    }
    rooms
}

#[test]
fn every_folder_under_src_is_a_known_room() {
    let found: Vec<String> = files_by_room().into_keys().collect();
    let mut known: Vec<&str> = ROOMS.iter().map(|room| room.name).collect();
    known.sort_unstable();
    assert_eq!(found, known);
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let files = files_by_room();
    for room in ROOMS {
        for path in &files[room.name] {
            let code = code(path);
            for other in named(&code) {
                assert!(
                    other == room.name || room.may_use.contains(&other),
                    "{}: `{}` may not use `{other}`",
                    path.display(),
                    room.name
                );
            }
            // Such a path would name a room without the crate before it.
            assert!(!code.contains("super::super"), "{}", path.display());
        }
    }
}

/// The rooms and other things at the crate's root that code names, in `use` and elsewhere.
fn named(code: &str) -> Vec<&str> {
    let paths = code.match_indices("crate::");
    paths
        .flat_map(|(at, root)| first_names(&code[at + root.len()..]))
        .collect()
}

/// The first name of a path, or of each path where a group of them begins.
fn first_names(path: &str) -> Vec<&str> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![first_name(path)];
    };
    let (mut names, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in group.char_indices() {
        if depth == 0 && (c == ',' || c == '}') {
            names.push(first_name(&group[start..at]));
            start = at + 1;
        }
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_name(path: &str) -> &str {
    let mut parts = path
        .trim_start()
        .split(|c: char| !c.is_alphanumeric() && c != '_');
    parts.next().unwrap_or("")
}

#[test]
fn every_room_that_code_names_is_seen() {
    let code = "use crate::{\n    model::{Atlas, ids::{A, B}},\n    query::change,\n    words,\n};
        use crate::chart::Kind; fn f(x: crate::draw::Y) { crate::ui::z() }";
    let seen = ["model", "query", "words", "chart", "draw", "ui"];
    assert_eq!(named(code), seen);
}

#[test]
fn screen_disk_and_dialogs_are_reached_only_where_allowed() {
    let files = files_by_room();
    for room in ROOMS {
        for path in &files[room.name] {
            let code = code(path);
            for guarded in GUARDED
                .iter()
                .filter(|guarded| !room.may_reach.contains(guarded))
            {
                assert!(
                    !code.contains(guarded),
                    "{}: `{}` may not reach {guarded}",
                    path.display(),
                    room.name
                );
            }
        }
    }
}

#[test]
fn every_file_says_first_what_it_is_for() {
    for path in files_by_room().into_values().flatten() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{}", path.display());
    }
}
