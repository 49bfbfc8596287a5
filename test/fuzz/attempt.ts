import { readFileSync } from 'node:fs';
import { rollout, scenarioSchema, type RolloutScenario } from '../../models/rollout/index.ts';
import { openShippedCatalog } from '../../src/app/loadScenarioFile.ts';
import { basePoint, replicate } from '../../src/experiment/index.ts';
import { layoutOf } from '../../src/record/index.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { loadScenario, ScenarioError } from '../../src/scenario/index.ts';
import type { Mutant } from './mutant.ts';
import { outOfBounds } from './outOfBounds.ts';

/** What became of a mutant: it ran, it was refused with a position, or something is wrong with us. */
export type Outcome =
  { readonly kind: 'ran' } | { readonly kind: 'refused' } | { readonly kind: 'fault'; readonly what: string };

const catalog = openShippedCatalog();
const simulation = new Simulation();

/** Validates a mutant and runs one replication of what is valid. */
export function attempt({ file, text }: Pick<Mutant, 'file' | 'text'>): Outcome {
  let scenario: RolloutScenario;
  try {
    const load = (path: string): string | undefined => (path === file ? text : readIfThere(path));
    ({ scenario } = loadScenario({ file, load, schema: scenarioSchema, catalog }));
  } catch (error) {
    if (!(error instanceof ScenarioError)) return fault('validation', error);
    const unplaced = error.issues.find(({ line }) => line === 0);
    if (unplaced !== undefined) return { kind: 'fault', what: `no position: ${unplaced.message}` };
    const lines = error.message.split('\n');
    if (lines.length !== error.issues.length || lines.some((line) => line.length > 3000))
      return { kind: 'fault', what: `an issue is not one short line: ${lines[0]!.slice(0, 200)}` };
    return { kind: 'refused' };
  }
  try {
    const layout = layoutOf(rollout.outputs(scenario));
    const record = replicate(rollout, simulation, basePoint(scenario), 'fuzz', 0);
    const wrong = outOfBounds(layout, record, rollout.outputs(scenario).horizonDays);
    return wrong === undefined ? { kind: 'ran' } : { kind: 'fault', what: wrong };
  } catch (error) {
    return fault('run', error);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function fault(where: string, error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'fault', what: `${where}: ${message.slice(0, 300)}` };
}
