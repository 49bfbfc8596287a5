/** A text that is to stand beside a dot, px. */
export interface DotLabel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Width of what may stand there instead, where the whole has no place. */
  readonly shortWidth?: number;
}

/** Where the text of a dot stands from it, px; `end` is a text that ends there. */
export interface LabelPlace {
  readonly dx: number;
  readonly dy: number;
  readonly textAnchor: 'start' | 'middle' | 'end';
}

/** The place of a label, and whether only the short text has room there. */
export interface PlacedLabel {
  readonly place: LabelPlace;
  readonly isShort: boolean;
}

/** Edges of what is free, or of what is taken, px. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a label may not stand over, and what only where there is no other place. */
export interface InTheWay {
  readonly never?: readonly Bounds[];
  readonly rarely?: readonly Bounds[];
}

// Left above and right below of a rising curve are free; the others may cross it.
const NEAR: readonly LabelPlace[] = [
  { dx: -8, dy: -8, textAnchor: 'end' },
  { dx: 9, dy: 9, textAnchor: 'start' },
  { dx: 9, dy: -9, textAnchor: 'start' },
  { dx: -8, dy: 10, textAnchor: 'end' },
  { dx: 0, dy: -16, textAnchor: 'middle' },
  { dx: 0, dy: -31, textAnchor: 'middle' },
];

/** Farther above and below, and beside, as far as a text is still seen to be of its dot. */
const FAR: readonly LabelPlace[] = [16, 24, 31, 40, 50].flatMap((far) =>
  [far, -far].flatMap((dy): LabelPlace[] => [
    { dx: 9, dy, textAnchor: 'start' },
    { dx: -8, dy, textAnchor: 'end' },
    ...[0, -20, 20, -40, 40].map((dx) => ({ dx, dy, textAnchor: 'middle' as const })),
  ]),
);

const PLACES = [...NEAR, ...FAR];

/** Part of a text that is left of its anchor. */
const SHIFTS = { start: 0, middle: 0.5, end: 1 } as const;

/** Half of the side of a dot, px. */
const DOT = 5;

/**
 * A place for each label, the first ones first: inside the bounds, over no dot, no label before it and nothing that is
 * in the way; the short text where the whole has no place, and undefined where neither has.
 */
export function placeLabels(
  labels: readonly DotLabel[],
  bounds: Bounds,
  { never = [], rarely = [] }: InTheWay = {},
): (PlacedLabel | undefined)[] {
  const taken: Bounds[] = [
    ...never,
    ...labels.map(({ x, y }) => ({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT })),
  ];
  // The first that is free of everything, else the first that crosses only what may be crossed.
  const freeFor = (label: DotLabel): LabelPlace | undefined => {
    let crossing: LabelPlace | undefined;
    for (const candidate of PLACES) {
      const box = boxOf(label, candidate);
      if (!isInside(box, bounds) || taken.some((other) => overlap(box, other))) continue;
      if (!rarely.some((other) => overlap(box, other))) return candidate;
      crossing ??= candidate;
    }
    return crossing;
  };
  return labels.map((label) => {
    const { shortWidth } = label;
    const short = shortWidth === undefined ? undefined : { ...label, width: shortWidth };
    for (const one of short === undefined ? [label] : [label, short]) {
      const place = freeFor(one);
      if (place === undefined) continue;
      taken.push(boxOf(one, place));
      return { place, isShort: one === short };
    }
    return undefined;
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
