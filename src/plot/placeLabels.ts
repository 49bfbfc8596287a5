/** A text that is to stand beside a dot, px. */
export interface DotLabel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the text of a dot stands from it, px; `end` is a text that ends there. */
export interface LabelPlace {
  readonly dx: number;
  readonly dy: number;
  readonly textAnchor: 'start' | 'middle' | 'end';
}

/** Edges of what is free, px. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

// Left above and right below of a rising curve are free; the others may cross it.
const PLACES: readonly LabelPlace[] = [
  { dx: -8, dy: -8, textAnchor: 'end' },
  { dx: 9, dy: 9, textAnchor: 'start' },
  { dx: 9, dy: -9, textAnchor: 'start' },
  { dx: -8, dy: 10, textAnchor: 'end' },
  { dx: 0, dy: -16, textAnchor: 'middle' },
  { dx: 0, dy: -31, textAnchor: 'middle' },
];

/** Part of a text that is left of its anchor. */
const SHIFTS = { start: 0, middle: 0.5, end: 1 } as const;

/** Half of the side of a dot, px. */
const DOT = 5;

/**
 * A place for each label, the first ones first: inside the bounds, over no dot and no label before it; undefined where
 * there is none.
 */
export function placeLabels(labels: readonly DotLabel[], bounds: Bounds): (LabelPlace | undefined)[] {
  const taken: Bounds[] = labels.map(({ x, y }) => ({
    left: x - DOT,
    right: x + DOT,
    top: y - DOT,
    bottom: y + DOT,
  }));
  return labels.map((label) => {
    const place = PLACES.find((candidate) => {
      const box = boxOf(label, candidate);
      return isInside(box, bounds) && !taken.some((other) => overlap(box, other));
    });
    if (place !== undefined) taken.push(boxOf(label, place));
    return place;
  });
}

function boxOf({ x, y, width, height }: DotLabel, { dx, dy, textAnchor }: LabelPlace): Bounds {
  const left = x + dx - width * SHIFTS[textAnchor];
  return { left, right: left + width, top: y + dy - height / 2, bottom: y + dy + height / 2 };
}

const isInside = (box: Bounds, bounds: Bounds): boolean =>
  box.left >= bounds.left &&
  box.right <= bounds.right &&
  box.top >= bounds.top &&
  box.bottom <= bounds.bottom;

const overlap = (a: Bounds, b: Bounds): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
