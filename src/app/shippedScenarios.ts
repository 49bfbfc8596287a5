import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED } from '../scenario/index.ts';

/** A scenario of the package that somebody may begin with. */
export interface ShippedScenario {
  readonly name: string;
  /** Made to be changed: commented, in round numbers. */
  readonly isTemplate: boolean;
  /** What it is, in one line. */
  readonly line: string;
  /** Its text, as it stands wherever it is copied to. */
  readonly text: string;
}

const TEMPLATES = 'templates';

/** The templates of a folder of scenarios, and the scenarios themselves, each by name. */
export function shippedScenarios(folder: string): ShippedScenario[] {
  return [
    ...namesIn(join(folder, TEMPLATES)).map((name) => template(name, textOf(join(folder, TEMPLATES), name))),
    ...namesIn(folder).map((name) => scenario(name, textOf(folder, name))),
  ];
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''))
    .sort();
}

function textOf(folder: string, name: string): string {
  return readFileSync(join(folder, `${name}.yaml`), 'utf8');
}

function template(name: string, text: string): ShippedScenario {
  return { name, isTemplate: true, line: /^# (.*)/.exec(text)?.[1] ?? '', text };
}

function scenario(name: string, text: string): ShippedScenario {
  const line = /^title: (.*)$/m.exec(text)?.[1] ?? '';
  // What lies beside it in the package does not lie beside a copy.
  const anywhere = text.replace(/^extends: (?!gigaramp:)(\S+)$/m, `extends: ${SHIPPED}models/scenarios/$1`);
  return { name, isTemplate: false, line, text: anywhere };
}
