/**
 * What a quantity measures: `duration` (days), `power` (MW), `ratio` (fraction), `money` (dollars), or any unit text,
 * which is then also the unit of the number: `rack`, `rack/day`, `$/gpu/hour`, `kW/rack`, `MVA`.
 */
export type Dimension = 'duration' | 'power' | 'ratio' | 'money' | (string & {});

export interface DimensionFacts {
  /** The unit of the number that comes out. */
  readonly unit: string;
  /** `a power such as "120 MW"`. */
  readonly expected: string;
  /** How one number of it is written, and how a range. */
  readonly examples: { readonly number: string; readonly range: string };
  /** More than anything in the world: a number beyond it is a slip of the finger. */
  readonly most: number;
}

const NAMED: Readonly<Record<string, DimensionFacts>> = {
  duration: {
    unit: 'day',
    expected: 'a duration such as "90 days"',
    examples: { number: '90 days', range: '20 / 50 / 80 weeks' },
    most: 1e6,
  },
  power: {
    unit: 'MW',
    expected: 'a power such as "120 MW"',
    examples: { number: '120 MW', range: '80 / 120 / 200 MW' },
    most: 1e6,
  },
  ratio: {
    unit: 'ratio',
    expected: 'a ratio such as "0.95" or "95 %"',
    examples: { number: '95 %', range: '5 / 8 / 15 %' },
    most: 1e6,
  },
  money: {
    unit: '$',
    expected: 'an amount such as "$38B"',
    examples: { number: '$38B', range: '$30B / 38B / 50B' },
    most: 1e15,
  },
};

export function dimensionFacts(dimension: Dimension): DimensionFacts {
  if (Object.hasOwn(NAMED, dimension)) return NAMED[dimension];
  const money = dimension.startsWith('$');
  const example = money ? `$7${dimension.slice(1)}` : `7 ${dimension}`;
  const expected = `a quantity in ${dimension} such as "${example}"`;
  return {
    unit: dimension,
    expected,
    examples: { number: example, range: `5 / 7 / 10 ${dimension}` },
    most: 1e12,
  };
}

/** True for the one dimension whose numbers may stand without a unit. */
export function isPure(dimension: Dimension): boolean {
  return dimension === 'ratio';
}
