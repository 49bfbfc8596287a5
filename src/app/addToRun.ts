import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalJson,
  fromCanonicalJson,
  InputError,
  isFileThere,
  parseManifest,
  resultText,
  sha256,
  storedIdentity,
  writeWholeFile,
  type Experiment,
  type Identity,
} from '../experiment/index.ts';
import type { RunResult } from './runToFolder.ts';

/**
 * Puts the table of an analysis, which is called as its command is, beside those of a run of the same scenario and
 * seed, and writes the run's report anew: one folder then says what made it late, what to do and what is not known.
 *
 * @throws InputError on a folder that holds no run, or one of another scenario, seed, model or version.
 */
export async function addToRun<S>(
  into: string,
  { out, experiment, records }: RunResult<S>,
  table: string,
): Promise<void> {
  checkSameRun(into, experiment);
  const file = `${table}.csv`;
  const text = readFileSync(join(out, file), 'utf8');
  const resource = resourcesOf(out).find(({ name }) => name === table);
  const whole = JSON.parse(resultText(join(into, 'datapackage.json'))!) as DataPackage;
  const manifest = JSON.parse(resultText(join(into, 'manifest.json'))!) as { added?: Added[] };
  writeWholeFile(join(into, file), text);
  const resources = [...whole.resources.filter(({ name }) => name !== table), resource];
  writeWholeFile(join(into, 'datapackage.json'), `${JSON.stringify({ ...whole, resources }, null, 2)}\n`);
  const added = [
    ...(manifest.added ?? []).filter(({ name }) => name !== file),
    {
      name: file,
      sha256: sha256(text),
      by: `gigaramp ${table}, ${records.replications} replications`,
      replications: records.replications,
    },
  ];
  writeWholeFile(join(into, 'manifest.json'), `${JSON.stringify({ ...manifest, added }, null, 2)}\n`);
  const { writeReport } = await import('../report/index.ts');
  await writeReport({ folder: into });
}

interface DataPackage {
  readonly resources: readonly { readonly name: string }[];
}

interface Added {
  readonly name: string;
  readonly sha256: string;
  readonly by: string;
  readonly replications?: number;
}

function resourcesOf(folder: string): DataPackage['resources'] {
  return (JSON.parse(resultText(join(folder, 'datapackage.json'))!) as DataPackage).resources;
}

/**
 * Refuses a folder that is not that of a run of the scenario that an analysis begins with, under its seed.
 *
 * @throws InputError.
 */
export function checkSameRun<S>(into: string, experiment: Experiment<S>): void {
  const manifest = isFileThere(join(into, 'manifest.json'))
    ? parseManifest(resultText(join(into, 'manifest.json')) ?? '').value
    : undefined;
  const stored = storedIdentity(join(into, 'records'));
  if (manifest === undefined || stored === undefined || !isFileThere(join(into, 'datapackage.json')))
    throw new InputError(`into: ${into}, expected the folder of a run that is finished`);
  const [run, own] = [stored, experiment.identity].map((text) => fromCanonicalJson(text) as Identity<S>);
  // A point that a design changed has more settings than the scenario itself.
  const scenarioOf = ({ points }: Identity<S>): string =>
    canonicalJson(
      points
        .filter(({ atPlan }) => atPlan.length === 0)
        .toSorted((a, b) => Object.keys(a.settings).length - Object.keys(b.settings).length)[0]?.scenario ??
        null,
    );
  const differs = [
    ['seed', run!.seed !== own!.seed],
    ['version', run!.gigaramp !== own!.gigaramp],
    ['model', canonicalJson(run!.model) !== canonicalJson(own!.model)],
    ['scenario', run!.points.length > 1 || scenarioOf(run!) !== scenarioOf(own!)],
  ].find(([, isOther]) => isOther === true);
  if (differs !== undefined)
    throw new InputError(`into: ${into} is of another ${String(differs[0])}, expected a run of the same`);
}
