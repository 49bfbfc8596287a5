import {
  gridDesign,
  latinHypercubeDesign,
  listDesign,
  morrisDesign,
  oneAtATimeDesign,
  sobolDesign,
  type DesignRow,
  type Factor,
} from '../design/index.ts';
import type { Point } from '../experiment/index.ts';
import { seedText, type Seed } from '../random/index.ts';
import type { Loaded, Setting } from '../scenario/index.ts';
import type { ScenarioChoice } from './chosenScenario.ts';
import { openShippedCatalog } from './loadScenarioFile.ts';
import { scenarioOf } from './scenarioOf.ts';
import { orInputError } from './orInputError.ts';
import type { DesignName } from './designNames.ts';

/** The points of a design with the scenario that they were made from. */
export interface DesignPoints<S> {
  readonly base: Loaded<S>;
  readonly points: readonly Point<S>[];
  /** Every file that any of the points was made from. */
  readonly files: readonly { path: string; text: string }[];
}

/**
 * Turns the rows of a design into points: settings are laid over the scenario and checked like a file, inputs and
 * causes at plan are taken over.
 *
 * @throws InputError, and ScenarioError naming the settings that are wrong.
 * @example designPoints({ scenarioModel: rolloutScenarioModel, rows:
 *   gridDesign([vary<RolloutScenario>('deployment.crews', ['1 crew'])]) })
 */
export function designPoints<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings = {},
  rows,
}: ScenarioChoice<S> & { rows: readonly DesignRow[] }): DesignPoints<S> {
  const catalog = openShippedCatalog();
  const load = (more: Readonly<Record<string, Setting>>): Loaded<S> =>
    scenarioOf(scenarioModel, file, { ...settings, ...more }, catalog);
  const base = load({});
  const loaded = new Map<string, Loaded<S>>([['{}', base]]);
  const files = new Map(base.files.map((one) => [one.path, one]));
  const points = rows.map((row): Point<S> => {
    const key = JSON.stringify(row.settings);
    const scenario = loaded.get(key) ?? load(row.settings);
    loaded.set(key, scenario);
    for (const one of scenario.files) files.set(one.path, one);
    return {
      name: row.name,
      scenario: scenario.scenario,
      settings: { ...settings, ...row.settings },
      atPlan: row.atPlan,
      inputs: row.inputs,
    };
  });
  return { base, points, files: [...files.values()] };
}

/** Rows of a design by its name. */
export function designRows(
  design: DesignName,
  factors: readonly Factor[],
  { size, seed = '1' }: { size?: number | undefined; seed?: Seed | undefined } = {},
): DesignRow[] {
  return orInputError(() => {
    seedText(seed, 'seed of the design');
    switch (design) {
      case 'list':
        return listDesign(factors);
      case 'grid':
        return gridDesign(factors);
      case 'oat':
        return oneAtATimeDesign(factors);
      case 'lhs':
        return latinHypercubeDesign(factors, { size: size ?? 32, seed });
      case 'sobol':
        return sobolDesign(factors, { size: size ?? 32, seed });
      case 'morris':
        return morrisDesign(factors, { size: size ?? 10, seed });
    }
  });
}
