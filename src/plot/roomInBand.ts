/** A band at a place of the x axis, px; `low` is its upper edge on a page. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** A box, px. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The middle of a box. */
export interface Room {
  readonly x: number;
  readonly y: number;
}

/**
 * Where in a band a box stands with most room above and below it, and over no box that stands already; undefined
 * where it fits nowhere.
 *
 * Where it fits nowhere as a whole, its middle part must: the ends of a word may look over a sloping edge.
 */
export function roomInBand(
  points: readonly BandPoint[],
  box: Box,
  taken: readonly (Room & Box)[] = [],
): Room | undefined {
  if (points.length === 1) {
    const [{ x, low, high }] = points as [BandPoint];
    return high - low >= box.height ? { x, y: (low + high) / 2 } : undefined;
  }
  return roomFor(points, box, taken, box.width) ?? roomFor(points, box, taken, box.width / 4);
}

function roomFor(
  points: readonly BandPoint[],
  box: Box,
  taken: readonly (Room & Box)[],
  inside: number,
): Room | undefined {
  let best: Room | undefined;
  let most = box.height;
  const [left, right] = [points[0]!.x, points.at(-1)!.x];
  for (const { x } of points) {
    if (x - box.width / 2 < left || x + box.width / 2 > right) continue;
    const under = [
      edgesAt(points, x - inside / 2),
      ...points.filter((point) => Math.abs(point.x - x) <= inside / 2),
      edgesAt(points, x + inside / 2),
    ];
    const low = Math.max(...under.map((edges) => edges.low));
    const high = Math.min(...under.map((edges) => edges.high));
    const room = { x, y: (low + high) / 2 };
    if (high - low >= most && !taken.some((other) => overlap({ ...room, ...box }, other))) {
      // A little more room is no reason to stand elsewhere.
      most = (high - low) * 1.0001;
      best = room;
    }
  }
  return best;
}

function overlap(a: Room & Box, b: Room & Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

function edgesAt(points: readonly BandPoint[], x: number): { low: number; high: number } {
  const after = Math.max(
    1,
    points.findIndex((point) => point.x >= x),
  );
  const [a, b] = [points[after - 1]!, points[after]!];
  const part = (x - a.x) / (b.x - a.x);
  return { low: a.low + part * (b.low - a.low), high: a.high + part * (b.high - a.high) };
}
