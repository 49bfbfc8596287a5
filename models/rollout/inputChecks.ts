import { gaussianCopula } from '../../src/random/index.ts';
import { inputCorrelations, uncertainInputs } from './inputs.ts';
import type { Refuse } from './refuse.ts';
import type { RolloutScenario } from './scenario.ts';

/** Refuses correlations of inputs that are not there, of a pair twice, and those that no joint distribution has. */
export function checkInputs(scenario: RolloutScenario, refuse: Refuse): void {
  const { acrossRegions, campusTrades } = scenario.correlations;
  if (acrossRegions > campusTrades)
    refuse(
      ['correlations', 'acrossRegions'],
      `expected at most the correlation of one campus's trades, ${campusTrades}, got ${acrossRegions}`,
    );
  if (checkPairs(scenario, refuse)) checkJoint(scenario, refuse);
}

function checkPairs(scenario: RolloutScenario, refuse: Refuse): boolean {
  const names = uncertainInputs(scenario).map(({ name }) => name as string);
  const path = ['correlations', 'inputs'];
  const seen = new Map<string, number>();
  let problems = 0;
  const report: Refuse = (...issue) => {
    problems++;
    refuse(...issue);
  };
  scenario.correlations.inputs.forEach(({ between }, index) => {
    for (const name of between) {
      if (!names.includes(name))
        report([...path, index, 'between'], `expected two of ${names.join(', ')}, got "${name}"`);
    }
    const pair = between.toSorted().join(' and ');
    const first = seen.get(pair);
    if (between[0] === between[1])
      report([...path, index, 'between'], `expected two inputs that differ, got "${between[0]}" twice`);
    else if (first !== undefined)
      report([...path, index, 'between'], `expected each pair once, got ${pair} again`, [
        ...path,
        first,
        'between',
      ]);
    else seen.set(pair, index);
  });
  return problems === 0;
}

function checkJoint(scenario: RolloutScenario, refuse: Refuse): void {
  try {
    gaussianCopula(inputCorrelations(scenario));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const names = uncertainInputs(scenario).map(({ name }) => name as string);
    // A row of the matrix is an input, which has a name.
    const reason = error.message.replace(/at row (\d+)/, (_, row: string) => `at ${names[Number(row) - 1]}`);
    refuse(
      ['correlations', 'inputs'],
      `expected correlations that can hold together, got some that cannot (${reason})`,
    );
  }
}
