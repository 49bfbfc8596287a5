import type { DesignRow } from '../design/index.ts';
import { seedText } from '../random/index.ts';
import { asInputError } from './asInputError.ts';
import { designPoints } from './designPoints.ts';
import type { PointsOptions } from './runPoints.ts';
import type { ScenarioModel } from './scenarioModel.ts';
import type { SensitivityOptions } from './sensitivityOptions.ts';

/** The points of some rows, over the scenario as it is set. */
export function designOf<S>(
  { scenarioModel, file = scenarioModel.defaultFile, settings = {} }: SensitivityOptions<S>,
  rows: readonly DesignRow[],
): ReturnType<typeof designPoints<S>> {
  return designPoints({ scenarioModel, file, settings, rows });
}

/** Options of the run and its folder, without those of the analysis. */
export function folderOptions<S>({
  file,
  settings: _settings,
  method: _method,
  varied: _varied,
  size: _size,
  designSeed: _designSeed,
  responses: _responses,
  onPlan: _onPlan,
  ...options
}: SensitivityOptions<S>): PointsOptions & {
  scenarioModel: ScenarioModel<S>;
  kind: 'sensitivity';
  suffix: string;
  scenarioFile: string | undefined;
} {
  return {
    ...options,
    kind: 'sensitivity',
    suffix: 'sensitivity',
    scenarioFile: file ?? options.scenarioModel.defaultFile,
  };
}

/** @throws InputError where it is none. */
export function designSeedOf<S>({ designSeed = '1' }: SensitivityOptions<S>): string {
  return orInputError(() => seedText(designSeed, 'seed of the design'));
}

/** A row that changes nothing. */
export function plainRow(name: string): DesignRow {
  return { name, settings: {}, inputs: {}, atPlan: [] };
}

/** What is made, or as InputError what is thrown. */
export function orInputError<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw asInputError(error);
  }
}
