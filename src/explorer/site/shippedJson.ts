import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolloutScenarioModel } from '../../app/rollout.ts';
import { shippedLeftOut } from '../../app/shippedLeftOut.ts';
import { shippedScenarios } from '../../app/shippedScenarios.ts';
import { packageRoot } from '../../experiment/index.ts';
import type { ShippedFiles } from '../desk/shippedFiles.ts';

/** Folders below `models/` that scenarios are made from, beside each other. */
const FOLDERS = ['catalog', 'practice'] as const;

/** The scenarios of the package and all that they extend or look up, as one text. */
export function shippedJson(): string {
  const models = join(packageRoot(), 'models');
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(models, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [`${folder}/${name}`, readFileSync(join(models, folder, name), 'utf8')]),
  );
  const { scenarioFolder, defaultFile } = rolloutScenarioModel;
  const shipped: ShippedFiles = {
    first: basename(defaultFile!, '.yaml'),
    scenarios: shippedScenarios(scenarioFolder!),
    files: Object.fromEntries(files) as Record<string, string>,
    leftOut: shippedLeftOut(),
  };
  return JSON.stringify(shipped);
}
