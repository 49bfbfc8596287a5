import type { Setting } from '../scenario/index.ts';
import type { DesignRow } from './factor.ts';

/** The part of itself by which a step changes a constraint, where nobody says another. */
export const USUAL_STEP = 0.1;

/** A constraint made less tight by a stated step. */
export interface Relaxation {
  /** What is relaxed: `install rate of the crews`. */
  readonly name: string;
  /** By how much: `10 % more`. */
  readonly step?: string | undefined;
  /** Who can do it: `provider`. */
  readonly by?: string | undefined;
  readonly settings: Readonly<Record<string, Setting>>;
  /** What the step costs in dollars, where somebody states it. */
  readonly costDollars?: number | undefined;
}

/** A row in which some relaxations are made. */
export interface RelaxationRow extends DesignRow {
  /** Places of the relaxations in their list. */
  readonly relaxed: readonly number[];
}

/**
 * The base, each relaxation alone, and each pair together.
 *
 * @throws RangeError on a name taken twice
 * @example
 * relaxationRows([{ name: 'two crews', settings: { 'deployment.crews': '2 crew' } }], { pairs: false })
 * // base, two crews
 */
export function relaxationRows(
  relaxations: readonly Relaxation[],
  {
    pairs,
    join,
  }: {
    pairs: boolean;
    /** What steps set at once, where two may set the same; default: what each sets alone. */
    join?: JoinSteps | undefined;
  },
): RelaxationRow[] {
  const names = relaxations.map(({ name }) => name);
  names.forEach((name, index) => {
    if (name === 'base' || names.indexOf(name) < index) {
      throw new RangeError(`relaxation ${name}: twice, expected names that differ`);
    }
  });
  const row = (relaxed: readonly number[]): RelaxationRow => ({
    name: relaxed.length === 0 ? 'base' : relaxed.map((index) => names[index]).join(' + '),
    settings: (relaxed.length > 1 && join !== undefined ? join : union)(
      relaxed.map((index) => relaxations[index]),
    ),
    inputs: {},
    atPlan: [],
    relaxed,
  });
  const inPairs = relaxations.flatMap((first, a) =>
    relaxations.flatMap((second, b) =>
      b > a && pairs && (join !== undefined || !collide(first, second)) ? [row([a, b])] : [],
    ),
  );
  return [row([]), ...relaxations.map((_, index) => row([index])), ...inPairs];
}

/** What several steps set when they are made at once. */
export type JoinSteps = (steps: readonly Relaxation[]) => Relaxation['settings'];

/** Two steps on one parameter cannot both be made. */
function collide(first: Relaxation, second: Relaxation): boolean {
  return Object.keys(first.settings).some((path) => path in second.settings);
}

function union(steps: readonly Relaxation[]): Relaxation['settings'] {
  return Object.assign({}, ...steps.map(({ settings }) => settings)) as Relaxation['settings'];
}
