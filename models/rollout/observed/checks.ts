import { expectedOneOf } from '../../../src/scenario/index.ts';
import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { checkPossible, placedTotals } from './impossible.ts';

/** Refuses what cannot have been observed: after the as-of date, before the start, at no site, or twice. */
export function checkObserved(scenario: RolloutScenario, refuse: Refuse): void {
  const { observed, start, asOf, sites } = scenario;
  if (observed === undefined) return;
  const known = sites.map(({ name }) => name);
  const dedicated = sites.filter(({ kind }) => kind === 'dedicated').map(({ name }) => name);
  const checkDate = (on: string, earliest: string | undefined, path: Path): void => {
    if (on > asOf) refuse(path, `expected a day up to asOf ${asOf}, got ${on}`);
    else if (earliest !== undefined && on < earliest)
      refuse(path, `expected a day from the start ${earliest} on, got ${on}`);
  };
  for (const key of ['gpusInService', 'racksDocked', 'megawattsEnergized'] as const)
    observed[key]?.forEach((one, index) => {
      checkDate(one.on, start, ['observed', key, index, 'on']);
    });
  observed.megawattsEnergized?.forEach(({ site }, index) => {
    if (site !== undefined && !known.includes(site))
      refuse(['observed', 'megawattsEnergized', index, 'site'], `${expectedOneOf(site, known)}, got ${site}`);
  });
  observed.firstBlockEnergized?.forEach(({ site, on }, index) => {
    const path = ['observed', 'firstBlockEnergized', index] as const;
    checkDate(on, undefined, [...path, 'on']);
    if (!dedicated.includes(site))
      refuse([...path, 'site'], `expected a dedicated site, ${expectedOneOf(site, dedicated)}, got ${site}`);
  });
  const seen = new Map<string, Path>();
  for (const { column, path } of placedTotals(scenario)) {
    const first = seen.get(column.name);
    if (first === undefined) seen.set(column.name, path);
    else
      refuse(path, `expected each total once, got ${column.observation!.what} beside another of it`, first);
  }
  checkPossible(scenario, refuse);
  const { effectiveReplications = 200, mostReplications = 20_000 } = observed;
  if (mostReplications < effectiveReplications)
    refuse(
      ['observed', observed.mostReplications === undefined ? 'effectiveReplications' : 'mostReplications'],
      `expected at most as many effective replications as replications, got ${effectiveReplications} of ${mostReplications}`,
    );
}
