#!/usr/bin/env python3
"""Makes the world's star catalogue from a published package.

  make_stars.py STARS_8_JSON OUTPUT_FILE

STARS_8_JSON is data/stars.8.json of the npm package d3-celestial (BSD-3-Clause), which comes from
XHIP, An Extended Hipparcos Compilation (Anderson and Francis, 2012, VizieR V/137D): positions of
J2000, Johnson V, B-V. Get it with `npm pack d3-celestial`; this script only packs.

Eight bytes a star, brightest first, big endian: right ascension in 2^-24 turns (3 bytes),
declination + 90 deg in 2^-24 of 180 deg (3 bytes), 20 (V + 2) (1 byte), 50 (B-V + 1) (1 byte).
"""
import json
import sys


def bounded(value, top):
    return min(max(round(value), 0), top)


def main(source, target):
    stars = []
    for feature in json.load(open(source, encoding="utf-8"))["features"]:
        longitude, dec_deg = feature["geometry"]["coordinates"]
        bv = feature["properties"]["bv"]
        # B-V of a star like the Sun where the catalogue gives none
        stars.append((feature["properties"]["mag"], longitude % 360, dec_deg, float(bv or 0.65)))
    stars.sort()
    with open(target, "wb") as out:
        for mag, ra_deg, dec_deg, bv in stars:
            out.write((round(ra_deg / 360 * 2**24) % 2**24).to_bytes(3, "big"))
            out.write(bounded((dec_deg + 90) / 180 * 2**24, 2**24 - 1).to_bytes(3, "big"))
            out.write(bytes([bounded(20 * (mag + 2), 255), bounded(50 * (bv + 1), 255)]))
    print(f"{len(stars)} stars, V {stars[0][0]} to {stars[-1][0]}")


main(sys.argv[1], sys.argv[2])
