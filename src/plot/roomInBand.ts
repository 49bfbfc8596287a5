/** A band at a place of the x axis, px; `low` is its upper edge on a page. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Where in a band of straight edges a box stands with most room above and below it; undefined where it fits nowhere. */
export function roomInBand(
  points: readonly BandPoint[],
  { width, height }: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } | undefined {
  let best: { x: number; y: number } | undefined;
  let most = height;
  if (points.length === 1) {
    const [{ x, low, high }] = points as [BandPoint];
    return high - low >= height ? { x, y: (low + high) / 2 } : undefined;
  }
  const [left, right] = [points[0]!.x, points.at(-1)!.x];
  for (const { x } of points) {
    if (x - width / 2 < left || x + width / 2 > right) continue;
    const under = [
      edgesAt(points, x - width / 2),
      ...points.filter((point) => Math.abs(point.x - x) <= width / 2),
      edgesAt(points, x + width / 2),
    ];
    const low = Math.max(...under.map((edges) => edges.low));
    const high = Math.min(...under.map((edges) => edges.high));
    if (high - low >= most) {
      // A little more room is no reason to stand elsewhere.
      most = (high - low) * 1.0001;
      best = { x, y: (low + high) / 2 };
    }
  }
  return best;
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
