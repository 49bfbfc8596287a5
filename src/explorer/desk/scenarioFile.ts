import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { canonicalJson } from '../../experiment/canonical.ts';
import { InputError } from '../../experiment/inputError.ts';
import type { Setting } from '../../scenario/applySettings.ts';
import type { Question, TextFile } from '../exchange.ts';
import type { ScenarioShelf } from './openScenario.ts';

/**
 * The scenario of a question as one YAML file, its comments kept and its settings written in their places.
 *
 * @throws InputError where a setting lies in a list that the file inherits whole and whose items have no names.
 */
export function scenarioFile(
  shelf: ScenarioShelf,
  { source, settings }: Pick<Question, 'source' | 'settings'>,
): TextFile {
  const own = shelf.textOf(source);
  if (own === undefined)
    throw new InputError(`scenario ${source.name}: not known, expected one of the package`);
  const paths = Object.entries(settings);
  if (paths.length === 0) return { name: own.file, text: own.text };
  const { scenario } = shelf.open(source, settings);
  const document: Document = parseDocument(own.text);
  for (const [path, value] of paths) write(document, scenario, path, value);
  const text = document.toString({ lineWidth: 0 });
  const isSame = (): boolean => {
    try {
      const bases = source.kind === 'own' ? source.bases : undefined;
      const again = shelf.open({ kind: 'own', name: own.file, text, bases }, {});
      return canonicalJson(again.scenario) === canonicalJson(scenario);
    } catch {
      return false;
    }
  };
  if (!isSame())
    throw new InputError(
      `scenario: ${paths.map(([path]) => path).join(', ')} cannot be written into ${own.file}, expected the command line with its settings instead`,
    );
  return { name: own.file, text };
}

/** Writes a value at a dotted path, with the maps and the named items on the way that the file does not have itself. */
function write(document: Document, scenario: unknown, path: string, value: Setting): void {
  let node: unknown = document.contents;
  let known: unknown = scenario;
  let rest = path;
  while (true) {
    const part = firstPart(known, rest);
    rest = rest.slice(part.length + 1);
    const items = Array.isArray(known) ? (known as readonly unknown[]) : undefined;
    const place = items === undefined ? -1 : placeOf(items, part);
    if (isSeq(node)) {
      const at = node.items.findIndex((item, index) => nameOf(item) === part || String(index) === part);
      if (at < 0) node.add(document.createNode({ name: part }));
      node = node.items.at(at);
    } else if (isMap(node)) {
      if (rest === '') {
        node.set(part, value);
        return;
      }
      const next = (known as Readonly<Record<string, unknown>> | undefined)?.[part];
      const held = node.get(part, true);
      if (!isMap(held) && !isSeq(held)) node.set(part, document.createNode(Array.isArray(next) ? [] : {}));
      node = node.get(part, true);
    } else {
      return;
    }
    known =
      items === undefined ? (known as Readonly<Record<string, unknown>> | undefined)?.[part] : items[place];
    if (rest === '') return;
  }
}

/** The part of a path up to the next dot, or the longest name of an item that it begins with: names may hold dots. */
function firstPart(known: unknown, rest: string): string {
  const names = Array.isArray(known) ? known.map((item) => plainName(item) ?? '') : [];
  const fitting = names.filter((name) => name !== '' && (rest === name || rest.startsWith(`${name}.`)));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? rest.split('.', 1)[0]!;
}

function placeOf(items: readonly unknown[], part: string): number {
  const named = items.findIndex((item) => plainName(item) === part);
  return named < 0 ? Number(part) : named;
}

function plainName(item: unknown): string | undefined {
  const name = item !== null && typeof item === 'object' && 'name' in item ? item.name : undefined;
  return typeof name === 'string' ? name : undefined;
}

function nameOf(item: unknown): string | undefined {
  if (!isMap(item)) return undefined;
  const name = item.get('name', true);
  return isScalar(name) ? String(name.value) : undefined;
}
