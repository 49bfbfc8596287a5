import { readFileSync } from 'node:fs';
import { rollout, scenarioSchema, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { withFlowSites } from '../../../../models/rollout/sites/flowSites.ts';
import { loadScenario, type Loaded } from '../../../../src/scenario/index.ts';

const FILE = new URL('handSolvedMarket.yaml', import.meta.url).pathname;
const OVER = FILE.replace('handSolvedMarket', 'over');

/** The hand-solved market with lines laid over it, line 1 being `extends`; flows are sites, as in a run. */
export function handSolvedMarket(...lines: string[]): Loaded<RolloutScenario> {
  const loaded = loadScenario({
    file: OVER,
    load: (path) =>
      path === OVER
        ? ['extends: handSolvedMarket.yaml', ...lines, ''].join('\n')
        : readFileSync(path, 'utf8'),
    catalog: () => undefined,
    schema: scenarioSchema,
    warn: rollout.warnings,
  });
  return { ...loaded, scenario: withFlowSites(loaded.scenario) };
}
