import type { RolloutScenario } from '../scenario.ts';

/** Refuses schedules that say nothing or everything twice, and clauses that name none. */
export function checkContract(
  { contract }: RolloutScenario,
  refuse: (path: (string | number)[], message: string) => void,
): void {
  const { schedules = [], takeOrPay, finance } = contract;
  const names = schedules.map(({ name }) => name);
  schedules.forEach(({ name, capacity, spend }, i) => {
    if ((capacity === undefined) === (spend === undefined))
      refuse(['contract', 'schedules', i], 'expected either capacity or spend');
    if (names.indexOf(name) !== i)
      refuse(['contract', 'schedules', i, 'name'], `expected a name of its own, got "${name}" again`);
  });
  if (takeOrPay !== undefined && !names.includes(takeOrPay.schedule))
    refuse(
      ['contract', 'takeOrPay', 'schedule'],
      `expected the name of a schedule, got "${takeOrPay.schedule}"`,
    );
  if (finance === undefined) return;
  for (const life of ['rackLife', 'plantLife'] as const)
    if (!(finance[life] > 0)) refuse(['contract', 'finance', life], 'expected more than 0 days');
}
