import type { Succession } from '../contract/schema.ts';
import type { VendorLot } from './output.ts';
import type { OutputScenario } from './outputSchema.ts';

type Accepted = Exclude<Succession, { kind: 'none' }>;

/** How a contract accepts a product as a successor; undefined where it does not. */
export function successorOf(succession: Succession | undefined, product: string): Accepted | undefined {
  if (succession === undefined || succession.kind === 'none') return undefined;
  return succession.product === product ? succession : undefined;
}

/** The same output with the packages that the contract does not accept, quarter by quarter. */
export function withSuccessor(output: OutputScenario): OutputScenario {
  if (output.kind === 'lots' || output.quarters === undefined) return output;
  const quarters = output.quarters.map(({ eligible = 1, ...quarter }) => ({
    ...quarter,
    eligible: 1 - eligible,
  }));
  return { ...output, quarters };
}

/**
 * Part of the packages made around a day that the contract accepts: what the products say, else what the quarter does.
 */
export function oldPartAt(
  output: OutputScenario,
  {
    eligibleAt,
    dayOf,
  }: { eligibleAt: ((day: number) => number) | undefined; dayOf: (isoDate: string) => number },
): (day: number) => number {
  if (eligibleAt !== undefined) return eligibleAt;
  const quarters = output.kind === 'lots' ? [] : (output.quarters ?? []);
  return (day) => quarters.findLast(({ from }) => dayOf(from) <= day)?.eligible ?? 1;
}

/**
 * Day of the first lot that is made when less than a part of the packages is of the old product; +Infinity when none
 * is.
 */
export function soldOutDay(
  lots: readonly Pick<VendorLot, 'finishedDay'>[],
  {
    oldPart,
    below,
    packageToRack,
  }: { oldPart: (day: number) => number; below: number; packageToRack: number },
): number {
  const first = lots.find(({ finishedDay }) => oldPart(finishedDay - packageToRack) < below);
  return first?.finishedDay ?? Number.POSITIVE_INFINITY;
}
