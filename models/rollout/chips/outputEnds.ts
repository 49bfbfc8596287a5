import { median } from '../../../src/random/index.ts';
import type { Warning } from '../../../src/scenario/index.ts';
import { contractRacks } from '../contract/size.ts';
import { dateOfDay } from '../../../src/record/index.ts';
import type { Path } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { addMonths, MONTHS_IN_A_QUARTER } from './months.ts';
import type { OutputScenario } from './outputSchema.ts';
import { placedOutputs } from './placedOutputs.ts';

/** A quarter of which the output is known or derived. */
interface Quarter {
  readonly from: string;
  readonly path: Path;
}

/**
 * Warns where a vendor makes nothing for a time that the run covers, with the dates: before its rows, between them, or
 * after them.
 */
export function warnOfOutputEnds(scenario: RolloutScenario): Warning[] {
  return placedOutputs(scenario).flatMap(({ output, path, isLead }) => {
    if (output.kind === 'lots') return isLead ? fewLots(scenario, output, path) : [];
    const quarters = quartersOf(scenario, output, path);
    return [...lateFirst(scenario, quarters), ...gaps(quarters), ...earlyLast(scenario, quarters)];
  });
}

function quartersOf(
  { asOf }: RolloutScenario,
  output: Exclude<OutputScenario, { kind: 'lots' }>,
  path: Path,
): Quarter[] {
  const stated = (output.quarters ?? []).map(({ from }, index) => ({
    from,
    path: [...path, 'quarters', index, 'from'],
  }));
  if (output.kind === 'series') return stated;
  const reported = stated.filter(({ from }) => endOf(from) <= asOf);
  const derived: Quarter[] = [];
  for (let { from } = output; from <= output.until; from = endOf(from))
    derived.push({ from, path: [...path, endOf(from) > output.until ? 'until' : 'from'] });
  const known = new Set(reported.map(({ from }) => from));
  return [...reported, ...derived.filter(({ from }) => !known.has(from))].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
}

/** The first day after a quarter. */
function endOf(from: string): string {
  return addMonths(from, MONTHS_IN_A_QUARTER);
}

function lateFirst({ start }: RolloutScenario, [first]: readonly Quarter[]): Warning[] {
  if (first === undefined || first.from <= start) return [];
  const message = `the output begins on ${first.from}, after the start ${start}: nothing is made until then`;
  return [{ path: first.path, because: [['start']], message }];
}

function gaps(quarters: readonly Quarter[]): Warning[] {
  return quarters.flatMap(({ from, path }, index) => {
    const before = quarters[index - 1];
    if (before === undefined || endOf(before.from) >= from) return [];
    return [
      { path, message: `no output is stated from ${endOf(before.from)} up to ${from}: nothing is made then` },
    ];
  });
}

function earlyLast({ horizon }: RolloutScenario, quarters: readonly Quarter[]): Warning[] {
  const last = quarters.at(-1);
  if (last === undefined || endOf(last.from) > horizon) return [];
  const message = `the output ends on ${dateOfDay(endOf(last.from), -1)} and the horizon is ${horizon}: nothing is made after it`;
  return [{ path: last.path, because: [['horizon']], message }];
}

/** Lots are as many as are stated: too few for the contract is worth a word. */
function fewLots(
  { chips, contract, product }: RolloutScenario,
  { racks, count }: Extract<OutputScenario, { kind: 'lots' }>,
  path: Path,
): Warning[] {
  if (chips.otherVendors !== undefined) return [];
  const part = median(chips.providerShare) * Math.min(median(chips.tenantCap), median(chips.rackScalePart));
  const taken = Math.round(racks * count * part);
  const needed = contractRacks(contract, {
    pricePerGpuHour: median(contract.price),
    gpusPerRack: product.gpusPerRack,
  });
  if (taken >= needed) return [];
  const message = `the lots bring the tenant about ${taken} racks, and the contract is for ${needed}: nothing is made after them`;
  const because = [
    ...['racks', 'kind'].map((key) => [...path, key]),
    ...['providerShare', 'tenantCap', 'rackScalePart'].map((key) => ['chips', key]),
    ...['gpus', 'commitment', 'effectiveTerm', 'price'].map((key) => ['contract', key]),
    ['product', 'gpusPerRack'],
  ];
  return [{ path: [...path, 'count'], because, message }];
}
