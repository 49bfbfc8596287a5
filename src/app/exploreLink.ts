import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  canonicalJson,
  fromCanonicalJson,
  InputError,
  packageRoot,
  storedIdentity,
  type Identity,
} from '../experiment/index.ts';
import { extendFiles, LIMITS, shippedPlace } from '../scenario/index.ts';
import { readManifest } from './outputFolder.ts';
import { placeOnDisk } from './packagePath.ts';
import { scenarioOf } from './scenarioOf.ts';
import type { ScenarioModel } from './scenarioModel.ts';
import { scenarioText } from './scenarioText.ts';

/** What the explorer is opened with. */
export interface ExploreLink {
  /** What stands after `#` in its address. */
  readonly link: string;
  /** Files that are served beside the page, by their names. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the explorer cannot show of it, in words. */
  readonly remarks: readonly string[];
}

/**
 * How the explorer opens a scenario file, or the scenario of a results folder with its seed and replications.
 *
 * @throws InputError where there is no such file or folder.
 */
export function exploreLink<S>(scenarioModel: ScenarioModel<S>, path: string | undefined): ExploreLink {
  if (path === undefined) return { link: '', texts: {}, remarks: [] };
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  return isFolder ? folderLink(scenarioModel, path) : fileLink(path, new URLSearchParams(), []);
}

function fileLink(path: string, words: URLSearchParams, remarks: readonly string[]): ExploreLink {
  const text = scenarioText(path);
  if (text === undefined)
    throw new InputError(`${path}: no such file, expected a scenario or a results folder`);
  const name = basename(path);
  const shipped = join(packageRoot(), 'models', 'scenarios', name);
  if (resolve(path) === shipped) {
    words.set('scenario', name.replace(/\.yaml$/, ''));
    return { link: words.toString(), texts: {}, remarks };
  }
  const bases = basesOf(path);
  words.set('open', name);
  for (const base of Object.keys(bases)) words.append('with', base);
  const texts = Object.entries({ ...bases, [name]: text }).map(([file, own]) => [`opened/${file}`, own]);
  return { link: words.toString(), texts: Object.fromEntries(texts) as ExploreLink['texts'], remarks };
}

/** The files that a scenario extends and that are not of the package, by their paths from it. */
function basesOf(path: string): Record<string, string> {
  const name = basename(path);
  const bases: Record<string, string> = {};
  // What is wrong with them is for the page to say.
  extendFiles(
    { file: name },
    (file) => {
      if (file === name) return scenarioText(path);
      const place = shippedPlace(file);
      if (place !== undefined) return scenarioText(join(packageRoot(), 'models', place));
      const text = scenarioText(resolve(dirname(path), file));
      if (text !== undefined) bases[file] = text;
      return text;
    },
    { limits: LIMITS },
  );
  return bases;
}

function folderLink<S>(scenarioModel: ScenarioModel<S>, folder: string): ExploreLink {
  const manifest = readManifest(folder);
  const scenario = manifest?.run.scenario;
  if (manifest === undefined || scenario === undefined)
    throw new InputError(`${folder}: names no scenario file, expected the output folder of a run`);
  const file = scenario.startsWith('gigaramp:') ? placeOnDisk(scenario) : scenario;
  const { settings = {} } = manifest.run;
  const words = new URLSearchParams({ seed: manifest.seed, replications: String(manifest.replications) });
  for (const [path, value] of Object.entries(settings)) words.append('set', `${path}=${value}`);
  const identity = storedIdentity(join(folder, 'records'));
  const run = identity && (fromCanonicalJson(identity) as Identity<S>).points[0]?.scenario;
  const isSame =
    run === undefined ||
    (existsSync(file) &&
      canonicalJson(scenarioOf(scenarioModel, file, settings).scenario) === canonicalJson(run));
  const remarks = isSame
    ? []
    : [
        `${folder}: was run with settings that its manifest does not tell, or ${scenario} has changed since: the explorer opens the file as it is`,
      ];
  return fileLink(file, words, remarks);
}
