import { enoughOf } from '../../experiment/index.ts';
import type { Records } from '../../record/index.ts';

/**
 * `1000 replications`; where totals were observed, how many of them count, and whether that is as many as wanted.
 *
 * @param isOver whether no more were to be drawn, as where a precision was asked for and so many at most
 */
export function replicationsText(
  { replications, given }: Pick<Records, 'replications' | 'given'>,
  { noun = 'replications', isOver = false }: { noun?: string; isOver?: boolean } = {},
): string {
  const text = `${replications} ${noun}`;
  if (given === undefined) return text;
  const { effective: wanted, most } = enoughOf(given.base.outputs);
  const isAll = (isOver || replications >= most) && given.effective < Math.min(replications, wanted);
  const few = isAll ? ', fewer than wanted' : '';
  return `${text} (effectively ${effectiveText(given.effective)} given what was observed${few})`;
}

/** Whole numbers; one digit more where there are hardly any. */
function effectiveText(effective: number): string {
  return effective < 10 ? effective.toFixed(1) : String(Math.floor(effective));
}
