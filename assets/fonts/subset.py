"""Makes the fonts of other scripts from IBM Plex Sans' sisters.

Usage: subset.py FOLDER, where FOLDER holds IBMPlexSansArabic-Regular.woff2 and so on.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LETTERS = {
    "Arabic": "0600-06FF 0750-077F 08A0-08FF FDF2-FDFF 200C-200D 25CC",
    "Hebrew": "0590-05FF FB1D-FB4F 20AA 25CC",
    "Devanagari": "0900-097F 1CD0-1CFA A8E0-A8FF 200C-200D 25CC",
    "Thai": "0E00-0E7F 25CC",
}
NAMES = {0, 1, 2, 3, 4, 5, 6, 13, 14}

for script, ranges in LETTERS.items():
    letters = []
    for span in ranges.split():
        first, _, last = span.partition("-")
        letters += range(int(first, 16), int(last or first, 16) + 1)
    for weight in ("Regular", "Medium"):
        options = subset.Options()
        options.hinting = False
        options.notdef_outline = True
        options.name_IDs = sorted(NAMES)
        options.drop_tables += ["DSIG", "GISD", "gasp", "meta"]
        font = TTFont(Path(sys.argv[1]) / f"IBMPlexSans{script}-{weight}.woff2")
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        family = f"Opatlas {script}"
        renamed = {
            1: family if weight == "Regular" else f"{family} {weight}",
            2: "Regular",
            3: f"Opatlas{script}-{weight}",
            4: f"{family} {weight}",
            6: f"Opatlas{script}-{weight}",
        }
        font["name"].names = [name for name in font["name"].names if name.nameID in NAMES and name.platformID == 3]
        for name in font["name"].names:
            name.string = renamed.get(name.nameID, name.toUnicode())
        # Lines as high as those of IBM Plex Sans.
        font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 1025, -275, 0
        os2 = font["OS/2"]
        os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = 1025, -275, 0
        os2.fsSelection |= 1 << 7
        font.flavor = None
        font.save(Path(__file__).parent / f"Opatlas{script}-{weight}.ttf")
