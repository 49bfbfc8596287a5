import { canonicalJson } from '../../experiment/canonical.ts';
import type { Identity } from '../../experiment/experiment.ts';
import { parseIdentity } from '../../experiment/identity.ts';
import { InputError } from '../../experiment/inputError.ts';
import { parseManifest, type Manifest } from '../../experiment/manifest.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import type { OpenedRun, RunFolder } from '../exchange.ts';
import { MOST_REPLICATIONS } from '../limits.ts';
import type { ScenarioShelf } from './openScenario.ts';

/** The model of this page. */
const MODEL = 'rollout';

/**
 * How a results folder is opened again: its scenario, what was set over it, seed and replications.
 *
 * @throws InputError where the manifest cannot be used, or is of another model.
 */
export function openedRun({ name, manifest: text, experiment }: RunFolder, shelf: ScenarioShelf): OpenedRun {
  const { value: manifest, problem } = parseManifest(text);
  if (manifest === undefined) throw new InputError(`${name}/manifest.json: ${problem ?? 'cannot be used'}`);
  const { model, run, seed, replications } = manifest;
  if (model.name !== MODEL)
    throw new InputError(`${name}/manifest.json: of the model ${model.name}, expected ${MODEL}`);
  if (run.scenario === undefined)
    throw new InputError(`${name}/manifest.json: names no scenario file, expected the manifest of a run`);
  const settings = Object.fromEntries(
    Object.entries(run.settings ?? {}).map(([path, value]) => [path, String(value)]),
  );
  const scenario = scenarioOf(run.scenario, shelf);
  const remarks = [
    scenario.kind === 'file' ? undefined : remarkOn({ name, experiment, manifest, shelf, scenario }),
    replications > MOST_REPLICATIONS
      ? `${name}: has ${replications.toLocaleString('en-US')} replications; the page runs the first ${MOST_REPLICATIONS.toLocaleString('en-US')} of them`
      : undefined,
  ].filter((remark) => remark !== undefined);
  return {
    name,
    scenario,
    settings,
    seed,
    replications: Math.min(replications, MOST_REPLICATIONS),
    remark: remarks.length === 0 ? undefined : remarks.join('. '),
  };
}

function scenarioOf(path: string, shelf: ScenarioShelf): OpenedRun['scenario'] {
  const [, shipped] = /^gigaramp:models\/scenarios\/(?:templates\/)?([^/]+)\.yaml$/.exec(path) ?? [];
  if (shipped !== undefined && shelf.textOf({ kind: 'shipped', name: shipped }) !== undefined)
    return { kind: 'shipped', name: shipped };
  return { kind: 'file', name: path.split(/[\\/]/).at(-1)! };
}

/** Whether what is opened is what was run, as far as the folder tells. */
function remarkOn({
  name,
  experiment,
  manifest,
  shelf,
  scenario,
}: {
  name: string;
  experiment: string | undefined;
  manifest: Manifest;
  shelf: ScenarioShelf;
  scenario: OpenedRun['scenario'];
}): string | undefined {
  if (manifest.points.length > 1)
    return `${name}: has ${manifest.points.length} points; the scenario that they were made from is opened`;
  const { value } =
    experiment === undefined ? { value: undefined } : parseIdentity<RolloutScenario>(experiment);
  const run = (value as Identity<RolloutScenario> | undefined)?.points[0]?.scenario;
  const opened = shelf.open({ kind: 'shipped', name: scenario.name }, manifest.run.settings ?? {}).scenario;
  return run === undefined || canonicalJson(run) === canonicalJson(opened)
    ? undefined
    : `${name}: was run with settings that its manifest does not tell, or with another version of ${scenario.name}: the scenario is opened as it is`;
}
