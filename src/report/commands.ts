import type { Manifest } from '../experiment/index.ts';
import { shellCommand } from '../refusal/index.ts';

/** The model that needs no naming on the command line. */
const SHIPPED_MODEL = 'gigaramp:models/rollout/rollout.ts';

const SHIPPED_NAME = 'rollout';

/** Name of the point that sets nothing beyond the scenario. */
const BASE = 'base';

/** The words `--model …` where it has to be named. */
export function modelWords({ run }: Manifest): string[] {
  return run.module === undefined || run.module === SHIPPED_MODEL
    ? []
    : ['--model', `${run.module}#${run.export ?? 'default'}`];
}

/** What was laid over the scenario, as words. */
export function settingWords({ run }: Manifest): string[] {
  return Object.entries(run.settings ?? {}).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
}

/**
 * Whether a command can name all of the run: what a point sets beyond the scenario is in the records alone, and a model
 * without its module is not to be found.
 */
export function canBeNamed({ model, run, points }: Manifest, isSweep: boolean): boolean {
  const isPlain = points.length === 1 && points[0] === BASE && !isSweep;
  return isPlain && (run.module !== undefined || (run.scenario !== undefined && model.name === SHIPPED_NAME));
}

/**
 * A command that puts a table of the same scenario and seed into the folder of a run, and where it holds: in that
 * folder where the manifest knows the way from there to the scenario.
 */
export function intoCommand(
  command: 'blame' | 'relax',
  manifest: Manifest,
): { readonly where: string; readonly line: string } {
  const { run, seed } = manifest;
  const here = run.scenarioFromHere ?? run.scenario;
  const isFromHere = here === undefined || here !== run.scenario || isAnywhere(here);
  const line = shellCommand([
    'npx',
    'gigaramp',
    command,
    ...(here === undefined ? [] : [here]),
    ...modelWords(manifest),
    ...settingWords(manifest),
    ...(seed === '1' ? [] : ['--seed', seed]),
    '--into',
    isFromHere ? '.' : 'folder of this report',
  ]);
  return { where: isFromHere ? 'in the folder of this report' : 'where the run was started', line };
}

function isAnywhere(path: string): boolean {
  return /^(?:gigaramp:|\/|[A-Za-z]:[\\/])/.test(path);
}
