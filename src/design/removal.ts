import type { Setting } from '../scenario/index.ts';
import type { DesignRow } from './factor.ts';

/** Something that a party did, and that a scenario can be run without. */
export interface Removal {
  readonly name: string;
  /** Whose it is: `OpenAI with Oracle`. */
  readonly of: string;
  /** The party that made it. */
  readonly buyer: string;
  /** Ways to take it out: it vanishes, or something else takes its place. */
  readonly ways: readonly { readonly name: string; readonly settings: Readonly<Record<string, Setting>> }[];
  /** Output that is 1 in a replication in which it happens, where it need not. */
  readonly happens?: string | undefined;
}

/** An output that says what a removal means to a party. */
export interface Effect {
  readonly party: string;
  /** What it measures, the same for all parties. */
  readonly measure: string;
  /** What that is called; default: a milestone by its title. */
  readonly title?: string;
  /** Name of the output. */
  readonly output: string;
}

/** A row in which one removal is made in one way; none in the base. */
export interface RemovalRow extends DesignRow {
  readonly removed?: { readonly removal: Removal; readonly way: string };
}

/**
 * The base, and each removal alone in each of its ways.
 *
 * @throws RangeError on a name taken twice
 * @example
 * const ways = [{ name: 'vanish', settings: { 'deals.D.removed': 'vanish' } }];
 * removalRows([{ name: 'D', of: 'A with P', buyer: 'A', ways }])
 * // base, without D (vanish)
 */
export function removalRows(removals: readonly Removal[]): RemovalRow[] {
  const names = removals.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new RangeError(`removal ${twice}: twice, expected names that differ`);
  return [
    { name: 'base', settings: {}, inputs: {}, atPlan: [] },
    ...removals.flatMap((removal) =>
      removal.ways.map(({ name: way, settings }): RemovalRow => ({
        name: `without ${removal.name} (${way})`,
        settings,
        inputs: {},
        atPlan: [],
        removed: { removal, way },
      })),
    ),
  ];
}
