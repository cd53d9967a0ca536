"""Draws the country of Ambleford, which is invented, and writes it as TopoJSON: seeds/ambleford/boundaries.topojson, and the wards of
Ambleford, wards.topojson.

Every authority of seeds/ambleford/authorities.csv gets an area: cells around places strewn over an island, larger in the country and
smaller in the towns, whose lines wander as rivers and coasts do. Ambleford is its four former districts together, a county some of
its districts. The same run gives the same country.
"""
import csv, json, math, pathlib, random

SEED = pathlib.Path(__file__).resolve().parent.parent / "seeds/ambleford"
CENTRE = (2.0, 54.7)  # in the sea, where no country lies
HIGH, WIDE = 150.0, 95.0  # half of it, in kilometres
dice = random.Random(7)
ward_dice = random.Random(0)  # of its own, so that the country stays as it is


def coast():
    """Round the island, in kilometres from its middle."""
    waves = [(n, dice.uniform(0, 2 * math.pi), dice.uniform(0.5, 1) * 0.26 / n) for n in range(2, 9)]
    points = []
    for step in range(72):
        turn = 2 * math.pi * step / 72
        reach = 1 + sum(size * math.sin(n * turn + shift) for n, shift, size in waves)
        points.append((WIDE * reach * math.cos(turn), HIGH * reach * math.sin(turn)))
    return points


def inside(polygon, at):
    found = False
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1]):
        if (ay > at[1]) != (by > at[1]) and at[0] < (bx - ax) * (at[1] - ay) / (by - ay) + ax:
            found = not found
    return found


# Where the places of a region lie: a box, in parts of half the island.
BOXES = {
    "North": (-0.8, 0.34, 0.8, 0.95), "Midlands": (-0.85, -0.25, 0.12, 0.34), "East": (0.12, -0.3, 0.9, 0.34),
    "South": (-0.8, -0.95, 0.8, -0.28)
}


def places(rows, island):
    """A place for each authority that has an area of its own, far enough from the others; towns lie close together."""
    found, towns = {}, {}
    for row in sorted(rows, key=lambda row: row["tier"] != "metropolitan"):
        x0, y0, x1, y1 = BOXES[row["region"]]
        middle = towns.setdefault(row["region"], ((x0 + x1) / 2 * WIDE + dice.uniform(-12, 12),
                                                  (y0 + y1) / 2 * HIGH + dice.uniform(-15, 15)))
        apart = 13.0 if row["tier"] == "metropolitan" else 36.0
        while True:
            if row["code"].startswith("E0700099"):
                at = (-0.42 * WIDE + dice.uniform(-24, 24), 0.02 * HIGH + dice.uniform(-24, 24))
                apart = min(apart, 20.0)
            elif row["tier"] == "metropolitan":
                at = (middle[0] + dice.uniform(-22, 22), middle[1] + dice.uniform(-22, 22))
            else:
                at = (dice.uniform(x0, x1) * WIDE, dice.uniform(y0, y1) * HIGH)
            if inside(island, at) and all(math.dist(at, other) > apart for other in found.values()):
                break
            apart *= 0.997
        found[row["code"]] = at
    return found


def cut(polygon, at, other):
    """What of the polygon lies nearer to `at` than to `other`."""
    mx, my, dx, dy = (at[0] + other[0]) / 2, (at[1] + other[1]) / 2, other[0] - at[0], other[1] - at[1]
    side = lambda p: (p[0] - mx) * dx + (p[1] - my) * dy
    kept = []
    for a, b in zip(polygon, polygon[1:] + polygon[:1]):
        sa, sb = side(a), side(b)
        if sa <= 0:
            kept.append(a)
        if (sa < 0 < sb) or (sb < 0 < sa):
            part = sa / (sa - sb)
            kept.append((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part))
    return kept


class Corners:
    """Corners that two cells have found for themselves are one."""
    def __init__(self):
        self.all = []

    def number(self, at):
        for i, other in enumerate(self.all):
            if math.dist(at, other) < 0.05:
                return i
        self.all.append(at)
        return len(self.all) - 1


def wander(a, b, sway, dice=dice):
    """From a to b, not straight: each half steps aside by chance, less the shorter it is."""
    if math.dist(a, b) < 1.6:
        return [a]
    aside = dice.gauss(0, sway) * math.dist(a, b)
    middle = ((a[0] + b[0]) / 2 - aside * (b[1] - a[1]) / math.dist(a, b), (a[1] + b[1]) / 2 + aside * (b[0] - a[0]) / math.dist(a, b))
    return wander(a, middle, sway, dice) + wander(middle, b, sway, dice)


def split(ring, corners):
    """The ring by numbers of corners, with those that others have on its sides."""
    made = []
    for a, b in zip(ring, ring[1:] + ring[:1]):
        (ax, ay), (bx, by) = corners[a], corners[b]
        long = math.dist(corners[a], corners[b])
        on = []
        for i, (px, py) in enumerate(corners):
            if i in (a, b):
                continue
            along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / long
            if 0 < along < long and abs((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / long < 0.02:
                on.append((along, i))
        made += [a] + [i for _, i in sorted(on)]
    return [one for one, other in zip(made, made[1:] + made[:1]) if one != other]


def joined(rings):
    """One ring round cells that touch: the sides that only one of them has."""
    sides = {(a, b) for ring in rings for a, b in zip(ring, ring[1:] + ring[:1])}
    follows = {a: b for a, b in sides if (b, a) not in sides}
    rounds = []
    while follows:
        at = next(iter(follows))
        ring = []
        while at in follows:
            ring.append(at)
            at = follows.pop(at)
        rounds.append(ring)
    return rounds


def strewn(cell, many):
    """Places in a cell, about as far apart as they can be."""
    xs, ys = [p[0] for p in cell], [p[1] for p in cell]
    found, apart = [], 30.0
    while len(found) < many:
        at = (ward_dice.uniform(min(xs), max(xs)), ward_dice.uniform(min(ys), max(ys)))
        if inside(cell, at) and all(math.dist(at, other) > apart for other in found):
            found.append(at)
        apart *= 0.995
    return found


def on_side(at, a, b):
    """How far along the side from a to b it stands, from 0 to 1; nothing when it does not."""
    long = math.dist(a, b)
    along = ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / long
    aside = abs((b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0])) / long
    return along / long if aside < 0.03 and -0.05 < along < long + 0.05 else None


def ward_cells(districts, corners):
    """The cells of the wards as rings of numbered corners: each district is cut into its own."""
    found, rings = Corners(), {}
    codes = iter(row["WD25CD"] for row in csv.DictReader((SEED / "wards.csv").open(encoding="utf-8")))
    for ring in districts:
        cell = [corners[i] for i in ring]
        places_of = strewn(cell, 5 if ring is districts[0] else 6)
        for at in places_of:
            made = cell
            for other in places_of:
                if other != at:
                    made = cut(made, at, other)
            numbers = [found.number(p) for p in made]
            rings[next(codes)] = [one for one, other in zip(numbers, numbers[1:] + numbers[:1]) if one != other]
    return {code: split(ring, found.all) for code, ring in rings.items()}, found.all


def crosses_itself(ring):
    """Whether two sides of the ring that do not follow one another meet."""
    turn = lambda a, b, c: (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    sides = [(a, b) for a, b in zip(ring, ring[1:] + ring[:1]) if a != b]
    for i, (a, b) in enumerate(sides):
        for c, d in sides[i + 2:len(sides) - (i == 0)]:
            apart = any(max(a[n], b[n]) < min(c[n], d[n]) or max(c[n], d[n]) < min(a[n], b[n]) for n in (0, 1))
            if turn(a, b, c) * turn(a, b, d) <= 0 and turn(c, d, a) * turn(c, d, b) <= 0 and not apart:
                return True
    return False


def write_wards(districts, corners, lines, place, scale):
    """Where a ward ends with its district its line is that of the country's map: it is cut at the points nearest to the ward's corners."""
    for seed in range(1000):
        ward_dice.seed(seed)
        topology = wards(districts, corners, lines, place, scale)
        if topology:
            return (SEED / "wards.topojson").write_text(json.dumps(topology, separators=(",", ":")) + "\n", encoding="utf-8")


def wards(districts, corners, lines, place, scale):
    """The wards as the dice fall; nothing when a line of theirs runs across another."""
    rings, at = ward_cells(districts, corners)
    sides = {(min(a, b), max(a, b)) for ring in districts for a, b in zip(ring, ring[1:] + ring[:1])}

    def line(u, v):
        for a, b in sides:
            from_u, from_v = on_side(at[u], corners[a], corners[b]), on_side(at[v], corners[a], corners[b])
            if from_u is None or from_v is None:
                continue
            whole = lines[(a, b)]
            i, j = (round(part * (len(whole) - 1)) for part in (max(0, min(1, from_u)), max(0, min(1, from_v))))
            return whole[i:j + 1] if i < j else whole[j:i + 1][::-1]
        return [end(u)] + [place(p) for p in wander(in_kilometres(end(u)), in_kilometres(end(v)), 0.07, ward_dice)[1:]] + [end(v)]

    def in_kilometres(p):
        return ((p[0] * scale[0] - CENTRE[0]) * 111.3 * math.cos(math.radians(CENTRE[1])), (p[1] * scale[1] - CENTRE[1]) * 111.3)

    def end(u):
        for a, b in sides:
            along = on_side(at[u], corners[a], corners[b])
            if along is not None:
                whole = lines[(a, b)]
                return whole[round(max(0, min(1, along)) * (len(whole) - 1))]
        return place(at[u])

    seen, arcs, areas, at_length = {}, [], [], {}
    for ring in rings.values():
        drawn = []
        for u, v in zip(ring, ring[1:] + ring[:1]):
            side = (min(u, v), max(u, v))
            if side not in seen:
                seen[side] = len(arcs)
                points = line(*side)
                at_length[side] = points
                arcs.append([list(points[0])] + [[x - px, y - py] for (px, py), (x, y) in zip(points, points[1:])])
            drawn += (at_length[side] if u < v else at_length[side][::-1])[:-1]
        if crosses_itself(drawn):
            return None
    number = lambda u, v: seen[(u, v)] if u < v else -1 - seen[(v, u)]
    for row in csv.DictReader((SEED / "wards.csv").open(encoding="utf-8")):
        ring = rings[row["WD25CD"]]
        sides = [number(u, v) for u, v in zip(ring, ring[1:] + ring[:1]) if len(at_length[min(u, v), max(u, v)]) > 1]
        areas.append({"type": "Polygon", "arcs": [sides], "properties": dict(row)})
    return {
        "type": "Topology", "transform": {"scale": list(scale), "translate": [0, 0]}, "arcs": arcs,
        "objects": {"wards": {"type": "GeometryCollection", "geometries": areas}}
    }


def main():
    rows = list(csv.DictReader((SEED / "authorities.csv").open(encoding="utf-8")))
    own, counties = "E06000999", [row["code"] for row in rows if row["tier"] == "county"]
    island = coast()
    at = places([row for row in rows if row["code"] != own and row["tier"] != "county"], island)
    corners, rings = Corners(), {}
    for code, place in at.items():
        cell = island
        for other in at.values():
            if other != place:
                cell = cut(cell, place, other)
        ring = [corners.number(p) for p in cell]
        rings[code] = [one for one, other in zip(ring, ring[1:] + ring[:1]) if one != other]
    rings = {code: [split(ring, corners.all)] for code, ring in rings.items()}
    rings[own] = joined([rings[row["code"]][0] for row in rows if row["successors"] == own])
    districts = [row["code"] for row in rows if row["tier"] == "district" and not row["ends"]]
    heads = {county: at[districts[i * len(districts) // len(counties)]] for i, county in enumerate(counties)}
    for county in counties:
        mine = [code for code in districts if min(counties, key=lambda c: math.dist(at[code], heads[c])) == county]
        rings[county] = joined([rings[code][0] for code in mine])

    seen = {}
    for each in rings.values():
        for ring in each:
            for a, b in zip(ring, ring[1:] + ring[:1]):
                side = (min(a, b), max(a, b))
                seen.setdefault(side, len(seen))
    uses = {}
    for code in at:
        for a, b in zip(rings[code][0], rings[code][0][1:] + rings[code][0][:1]):
            uses[(min(a, b), max(a, b))] = uses.get((min(a, b), max(a, b)), 0) + 1
    scale = (0.0005, 0.0003)
    wide = 111.3 * math.cos(math.radians(CENTRE[1]))
    place = lambda p: (round((CENTRE[0] + p[0] / wide) / scale[0]), round((CENTRE[1] + p[1] / 111.3) / scale[1]))
    arcs, lines = [], {}
    for a, b in seen:
        line = wander(corners.all[a], corners.all[b], 0.13 if uses[(a, b)] == 2 else 0.2) + [corners.all[b]]
        lines[(a, b)] = line = [place(p) for p in line]
        arcs.append([list(line[0])] + [[x - px, y - py] for (px, py), (x, y) in zip(line, line[1:])])
    number = lambda a, b: seen[(a, b)] if a < b else -1 - seen[(b, a)]
    areas = []
    for row in rows:
        made = [[[number(a, b) for a, b in zip(ring, ring[1:] + ring[:1])]] for ring in rings[row["code"]]]
        properties = {"areacd": row["code"], "areanm": row["name"]}
        if row["starts"]:
            properties["start"] = int(row["starts"][:4])
        if row["ends"]:
            properties["end"] = int(row["ends"][:4]) - 1
        areas.append({"type": "MultiPolygon", "arcs": made, "properties": properties})
    topology = {
        "type": "Topology", "transform": {"scale": list(scale), "translate": [0, 0]}, "arcs": arcs,
        "objects": {"authorities": {"type": "GeometryCollection", "geometries": areas}}
    }
    (SEED / "boundaries.topojson").write_text(json.dumps(topology, separators=(",", ":")) + "\n", encoding="utf-8")
    write_wards([rings[row["code"]][0] for row in rows if row["successors"] == own], corners.all, lines, place, scale)


main()
