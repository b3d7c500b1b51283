#!/usr/bin/env python3
"""Makes the world's data files from two published packages.

  make_data.py FINALS2000A EGM2008_120_GFC OUTPUT_FOLDER

FINALS2000A is data/finals2000A.all of the PyPI package astropy-iers-data; EGM2008_120_GFC is
data/gravity_models/EGM2008_120.gfc of the crates.io package brahe. Get both with the registries'
own clients and unpack them; this script only trims and rewrites.
"""
import sys

FIRST_MJD = 58847  # 2019-12-30
DEGREE = 70

ORIENTATION_HEADER = """\
# Earth orientation, one row a day at 0 h UTC, no gap. See README.md for origin and licence.
# LOD where Bulletin A gives none: from the differences of UT1-UTC. dX, dY where it gives none: 0.
# mjd_utc,x_arcsec,y_arcsec,ut1_utc_s,lod_ms,dx_mas,dy_mas,kind (I measured, P predicted)
"""

GRAVITY_HEADER = """\
EGM2008, Pavlis, Holmes, Kenyon, Factor: An Earth Gravitational Model to Degree 2160: EGM2008,
2008 General Assembly of the European Geosciences Union. Cut at degree 70, without sigmas.

product_type                gravity_field
modelname                   EGM2008
earth_gravity_constant      0.3986004415E+15
radius                      0.63781363E+07
max_degree                  70
errors                      no
norm                        fully_normalized
tide_system                 tide_free

end_of_head =====================================================================
"""


def number(line, first, last):
    text = line[first - 1:last].strip()
    return float(text) if text else None


def orientation(path):
    rows = []
    for line in open(path, encoding="ascii"):
        mjd = int(number(line, 8, 15))
        ut1 = number(line, 59, 68)
        if mjd < FIRST_MJD or ut1 is None:
            continue
        rows.append([mjd, number(line, 19, 27), number(line, 38, 46), ut1, number(line, 80, 86),
                     number(line, 98, 106), number(line, 117, 125), line[57]])
    for i, row in enumerate(rows):
        if i > 0 and row[0] != rows[i - 1][0] + 1:
            sys.exit(f"gap in Earth orientation before MJD {row[0]}")
        if row[4] is None:
            a, b = rows[max(i - 1, 0)], rows[min(i + 1, len(rows) - 1)]
            row[4] = -1000 * (b[3] - a[3]) / (b[0] - a[0])
    return rows


def main(finals, gfc, folder):
    with open(f"{folder}/earth-orientation.csv", "w", encoding="ascii", newline="\n") as out:
        out.write(ORIENTATION_HEADER)
        for mjd, x, y, ut1, lod, dx, dy, kind in orientation(finals):
            out.write(f"{mjd},{x:.6f},{y:.6f},{ut1:.7f},{lod:.4f},{dx or 0:.3f},{dy or 0:.3f},{kind}\n")
    with open(f"{folder}/egm2008-70.gfc", "w", encoding="ascii", newline="\n") as out:
        out.write(GRAVITY_HEADER)
        for line in open(gfc, encoding="ascii"):
            words = line.split()
            if words[:1] == ["gfc"] and int(words[1]) <= DEGREE:
                c, s = (word.replace("d", "e") for word in words[3:5])
                out.write(f"gfc {int(words[1]):3d} {int(words[2]):3d} {c:>23} {s:>23}\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
