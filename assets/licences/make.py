#!/usr/bin/env python3
"""Lists every crate that is compiled into Opatlas on Linux, Windows or macOS, with its licence, in crates.txt
beside this script; with a path, writes the texts of these licences there, each once.

    assets/licences/make.py [FILE]
"""
import json
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SYSTEMS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "x86_64-pc-windows-gnu", "aarch64-apple-darwin"]


def cargo(*words):
    return subprocess.run(["cargo", *words, "--locked"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def compiled():
    """Name and version of each crate."""
    tree = cargo("tree", "--edges", "normal,no-proc-macro", *(word for system in SYSTEMS for word in ("--target", system)), "--prefix", "none", "--no-dedupe", "--format", "{p}")
    crates = {tuple(line.split()[:2]) for line in tree.splitlines() if line}
    return sorted((name, version.removeprefix("v")) for name, version in crates if name != "opatlas")


def licence(text):
    """A licence in one spelling, whichever way a crate writes it."""
    text = re.sub(r"\s*/\s*", " OR ", text)
    if " OR " in text and " AND " not in text:
        text = " OR ".join(sorted(set(text.split(" OR "))))
    return text


def main():
    packages = {(p["name"], p["version"]): p for p in json.loads(cargo("metadata", "--format-version", "1"))["packages"]}
    crates = [packages[crate] for crate in compiled()]
    lines = sorted({f"{p['name']} {licence(p['license'] or 'see its texts')}" for p in crates})
    (HERE / "crates.txt").write_text("\n".join(lines) + "\n")
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(texts(crates))


def texts(crates):
    """Each text once, under the names of the crates it came with; first those that came without."""
    users, without = {}, []
    for package in crates:
        folder = Path(package["manifest_path"]).parent
        files = [f for f in sorted(folder.iterdir()) if re.match(r"(?i)(licen[cs]e|copying|copyright|notice|unlicense)", f.name) and f.is_file()]
        if not files:
            without.append(f"{package['name']} {package['version']}: {package['license']}; {', '.join(package['authors'])}; {package['repository']}")
        for file in files:
            text = file.read_text(errors="replace").strip()
            users.setdefault(text, set()).add(f"{package['name']} {package['version']}")
    parts = [f"{', '.join(sorted(names))}\n\n{text}\n" for text, names in users.items()]
    first = "Without a text of their own, under texts that stand below:\n\n" + "\n".join(without) + "\n"
    return ("\n" + "=" * 80 + "\n").join([first, *sorted(parts)])


main()
