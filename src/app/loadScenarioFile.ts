import { join } from 'node:path';
import type { z } from 'zod';
import { announceInputFile, InputError, packageRoot } from '../experiment/index.ts';
import {
  loadScenario,
  openCatalog,
  SHIPPED,
  shippedPlace,
  type Catalog,
  type Loaded,
  type Refusal,
  type Warning,
} from '../scenario/index.ts';
import { scenarioText } from './scenarioText.ts';
import { withSweep, type Sweep } from './sweepSchema.ts';

/** A scenario file, and the sweep that it asks for. */
export interface ScenarioFile<S> extends Loaded<S> {
  readonly sweep?: Sweep | undefined;
}

/**
 * Loads a scenario file with the catalog of this package; a `sweep:` block is read beside the scenario and is no part
 * of it.
 *
 * @throws InputError when there is no such file, ScenarioError when its content is wrong.
 */
export function loadScenarioFile<S>({
  file,
  schema,
  settings = {},
  warn,
  refuseSweep,
  catalog = openShippedCatalog(),
}: {
  file: string;
  schema: z.ZodType<S>;
  settings?: Readonly<Record<string, string | number | boolean>>;
  /** Looks a valid scenario over for what may not be meant. */
  warn?: ((scenario: S) => readonly Warning[]) | undefined;
  /** What is wrong with its `sweep:` block, by paths within it. */
  refuseSweep?: ((sweep: Sweep, scenario: S) => readonly Refusal[]) | undefined;
  /** Share one between many loads. */
  catalog?: Catalog | undefined;
}): ScenarioFile<S> {
  const path = pathOf(file);
  if (scenarioText(path) === undefined)
    throw new InputError(`${file}: no such file, expected a scenario${shippedHint(file)}`);
  const refuse = ({ sweep, ...scenario }: S & { sweep?: Sweep }): readonly Refusal[] =>
    sweep === undefined ? [] : (refuseSweep?.(sweep, scenario as S) ?? []);
  const whole = withSweep(schema);
  const loaded = loadScenario({ file: path, load: textOf, schema: whole, catalog, settings, warn, refuse });
  const { sweep, ...scenario } = loaded.scenario;
  return { ...loaded, scenario: scenario as S, sweep };
}

/** Opens the catalog of this package. */
export function openShippedCatalog(): Catalog {
  return openCatalog((name) => textOf(join(packageRoot(), 'models', 'catalog', `${name}.yaml`)));
}

/** Where a file is: `gigaramp:` begins the place of one in the package. */
function pathOf(name: string): string {
  const place = shippedPlace(name);
  return place === undefined ? name : join(packageRoot(), 'models', place);
}

/** Where the package has a scenario of that name, for who takes it from the list of `gigaramp init`. */
function shippedHint(name: string): string {
  const place = `models/scenarios/${name}.yaml`;
  const isShipped = /^[\w-]+$/.test(name) && scenarioText(join(packageRoot(), place)) !== undefined;
  return isShipped ? `, such as ${SHIPPED}${place}` : '';
}

function textOf(name: string): string | undefined {
  const path = pathOf(name);
  const text = scenarioText(path);
  if (text !== undefined) announceInputFile({ path, text });
  return text;
}
