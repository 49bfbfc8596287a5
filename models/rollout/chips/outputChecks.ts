import { formatDuration } from '../../../src/scenario/index.ts';
import { dayNumber } from '../calendars.ts';
import { horizonDays } from '../horizon.ts';
import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { MOST_LOTS } from './mostLots.ts';
import type { OutputScenario } from './outputSchema.ts';
import { placedOutputs } from './placedOutputs.ts';

/** Refuses parts that miss 1, derived quarters out of order, and more lots than a run can number. */
export function checkOutputs(scenario: RolloutScenario, refuse: Refuse): void {
  for (const { output, path, isLead } of placedOutputs(scenario)) {
    checkLots(scenario, output, path, refuse);
    if (output.kind === 'lots') continue;
    const weights = output.monthWeights.reduce((sum, part) => sum + part, 0);
    if (Math.abs(weights - 1) > 1e-6)
      refuse([...path, 'monthWeights'], `expected parts that sum to 1, got ${weights}`);
    if (output.kind !== 'packaging') continue;
    if (!/-(01|04|07|10)-01$/.test(output.from))
      refuse([...path, 'from'], `expected the first day of a calendar quarter, got ${output.from}`);
    if (output.until < output.from)
      refuse([...path, 'until'], `expected a day from ${output.from} on, got ${output.until}`);
    if (output.packagesPerWafer === undefined && !(isLead && scenario.chips.products !== undefined))
      refuse(path, `expected packagesPerWafer here${isLead ? ' or on products, got neither' : ', got none'}`);
  }
}

function checkLots(scenario: RolloutScenario, output: OutputScenario, path: Path, refuse: Refuse): void {
  const horizon = horizonDays(scenario);
  if (output.kind === 'lots') {
    const lots = Math.min(output.count, Math.floor(horizon / output.every));
    if (lots > MOST_LOTS) refuse([...path, 'every'], tooMany(horizon, output.every));
    return;
  }
  const first = output.quarters?.[0]?.from ?? (output.kind === 'packaging' ? output.from : scenario.start);
  const days = horizon - Math.min(0, dayNumber(scenario.start, first));
  if (days / output.lotEvery > MOST_LOTS) refuse([...path, 'lotEvery'], tooMany(days, output.lotEvery));
}

function tooMany(days: number, every: number): string {
  return `expected at least ${Math.ceil((days / MOST_LOTS) * 1000) / 1000} days between lots, so that there are at most ${MOST_LOTS} of them, got ${formatDuration(every)}`;
}
