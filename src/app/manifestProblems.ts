import { join } from 'node:path';
import {
  fromCanonicalJson,
  resultText,
  type Experiment,
  type Identity,
  type Manifest,
} from '../experiment/index.ts';
import { parsePackage } from '../report/packageFile.ts';

/** What does not fit together between a manifest, the records that were compared and the tables, in words. */
export function manifestProblems<S>(
  folder: string,
  manifest: Manifest | undefined,
  { experiment, replications }: { experiment: Experiment<S>; replications: number },
): string[] {
  if (manifest === undefined)
    return [
      'manifest.json: missing, so that nothing says whether these are all: the run has not finished, or files were taken out',
    ];
  return [
    ...(manifest.experiment === experiment.id
      ? []
      : ['manifest.json: of another experiment than the records']),
    ...contradictions(manifest, experiment).map(
      (what) => `manifest.json: another ${what} than records/experiment.json has`,
    ),
    ...(manifest.replications <= replications
      ? []
      : [
          `records: ${replications} whole replications a point, expected ${manifest.replications} as manifest.json says`,
        ]),
    ...unlistedTables(folder, manifest).map(
      (name) => `${name}: not in manifest.json, so that nothing says whose it is`,
    ),
  ];
}

function contradictions<S>(manifest: Manifest, { identity }: Experiment<S>): string[] {
  const { gigaramp, model, seed, points, given } = fromCanonicalJson(identity) as Identity<S>;
  const shown = points
    .map(({ name }) => name)
    .filter((name) => given?.isShown !== false || name !== given.point);
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return [
    ['seed', manifest.seed === seed],
    ['list of points', same(manifest.points, shown)],
    ['model', manifest.model.name === model.name && manifest.model.version === model.version],
    ['version of Gigaramp', manifest.gigaramp === gigaramp],
  ].flatMap(([what, isSame]) => (isSame === true ? [] : [String(what)]));
}

/** Tables that the data package describes and the manifest has no hash of. */
function unlistedTables(folder: string, { outputs, added = [] }: Manifest): string[] {
  const listed = new Set([...outputs, ...added].map(({ name }) => name));
  const tables = parsePackage(resultText(join(folder, 'datapackage.json')) ?? '').value?.resources ?? [];
  return tables.map(({ path }) => path).filter((path) => !listed.has(path));
}
