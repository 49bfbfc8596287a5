import { readFileSync } from 'node:fs';
import { rollout, scenarioSchema, type RolloutScenario } from '../../models/rollout/index.ts';
import { openShippedCatalog } from '../../src/app/loadScenarioFile.ts';
import { basePoint, replicate } from '../../src/experiment/index.ts';
import { layoutOf, type Layout } from '../../src/record/index.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { loadScenario, ScenarioError } from '../../src/scenario/index.ts';
import type { Mutant } from './mutant.ts';

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

const COUNTED = new Set([
  'gpu',
  'MW',
  'rack',
  'position',
  'slot',
  'event',
  'rack-day',
  'position-day',
  'MW-day',
  'GPU-day',
]);

/** What in a record cannot be, in words. */
function outOfBounds(layout: Layout, record: Float64Array, horizonDays: number): string | undefined {
  for (const { column, offset, width } of layout.fields) {
    const values = record.subarray(offset, offset + width);
    for (const value of values) {
      if (column.mayBeMissing === true && Number.isNaN(value)) continue;
      // Of a milestone that was not reached: its days, and whether its drags are bounds.
      const isNever =
        column.kind !== 'series' &&
        (column.unit === 'day' || column.role === 'drag bound') &&
        value === Infinity;
      if (!Number.isFinite(value) && !isNever) return `${column.name}: ${value}, expected a finite number`;
      if (COUNTED.has(column.unit) && value < -1e-6) return `${column.name}: ${value}, expected at least 0`;
      // Use may be worth more than the commitment.
      const isPart = column.unit === 'fraction' && column.name !== 'committed_part';
      if (isPart && !(value >= 0 && value <= 1 + 1e-9)) return `${column.name}: ${value}, expected 0 to 1`;
    }
    if (column.kind === 'milestone' && values[0]! < Infinity && values[0]! > horizonDays)
      return `${column.name}: day ${values[0]}, expected up to the horizon`;
    if (column.name === 'gpus' && values.some((value, day) => day > 0 && value < values[day - 1]!))
      return 'gpus: falls, expected a count that never does';
  }
  return undefined;
}
