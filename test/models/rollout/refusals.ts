import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { rollout, scenarioSchema } from '../../../models/rollout/index.ts';
import {
  formatIssue,
  loadScenario,
  ScenarioError,
  shippedPlace,
  type Loaded,
} from '../../../src/scenario/index.ts';

const MODELS = new URL('../../../models/', import.meta.url);
const FILE = new URL('scenarios/over.yaml', MODELS).pathname;

/** Loads `over.yaml`, a file that would lie beside the shipped scenarios. */
export function loadOver(text: string): Loaded<unknown> {
  return loadScenario({
    file: FILE,
    load: (path) =>
      path === FILE ? text : readFileSync(new URL(shippedPlace(path) ?? path, MODELS), 'utf8'),
    catalog: (room) => readFileSync(new URL(`catalog/${room}.yaml`, MODELS), 'utf8'),
    schema: scenarioSchema,
    warn: rollout.warnings,
  });
}

/** A line of an issue, without the folder of the shipped scenarios. */
export function issueLine(issue: Parameters<typeof formatIssue>[0]): string {
  return formatIssue(issue).replaceAll(new URL('scenarios/', MODELS).pathname, '');
}

/** The lines of a refused overlay of a shipped scenario; line 1 is `extends`. */
export function refusals(lines: string, base = 'openai-aws-38b'): string[] {
  try {
    loadOver(`extends: ${base}.yaml\n${lines}\n`);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.issues.map(issueLine);
  }
}

/** Asserts that an overlay is refused, with a line that reads so, and every line with its place. */
export function expectRefused(lines: string, issue: RegExp, base?: string): void {
  const found = refusals(lines, base);
  expect(found.join('\n')).toMatch(new RegExp(issue.source, 'm'));
  for (const line of found) expect(line).toMatch(/^[\w-]+\.yaml:\d+:\d+: /);
}
