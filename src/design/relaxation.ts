import type { DesignRow } from './factor.ts';
import type { Setting } from '../scenario/index.ts';

/** A scenario parameter and the better value that it would have if its constraint were relaxed. */
export interface Relaxation {
  readonly name: string;
  readonly settings: Readonly<Record<string, Setting>>;
}

/** The base, then each relaxation alone. */
export function relaxationRows(relaxations: readonly Relaxation[]): DesignRow[] {
  return [
    { name: 'base', settings: {}, inputs: {}, atPlan: [] },
    ...relaxations.map(({ name, settings }) => ({ name, settings, inputs: {}, atPlan: [] })),
  ];
}

/** The base, then each cause alone at plan: the points of a leave-one-out. */
export function leaveOneOutRows(causes: readonly string[]): DesignRow[] {
  return [planRow([], causes), ...causes.map((cause) => planRow([cause], causes))];
}

/** The row with some of the causes at plan. */
export function planRow(atPlan: readonly string[], causes: readonly string[]): DesignRow {
  const name =
    atPlan.length === 0
      ? 'none at plan'
      : atPlan.length === causes.length
        ? 'all at plan'
        : `${atPlan.join(' + ')} at plan`;
  return { name, settings: {}, inputs: {}, atPlan };
}
