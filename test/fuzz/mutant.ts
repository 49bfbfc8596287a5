import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { isMap, isScalar, isSeq, parse, parseDocument, stringify, type Document, type Scalar } from 'yaml';

/** The shipped scenarios, and those that state what no shipped one does: from them mutants are made. */
const BASES = ['../../models/scenarios/', './bases/'].flatMap((path) => {
  const folder = new URL(path, import.meta.url).pathname;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      file: join(folder, name),
      text: withoutAliases(readFileSync(join(folder, name), 'utf8')),
    }));
});

/** A text in which every alias is written out: what an anchor stands on may be removed. */
function withoutAliases(text: string): string {
  return /: \*\w/.test(text) ? stringify(parse(text), { aliasDuplicateObjects: false }) : text;
}

/** A shipped scenario with something changed. */
export interface Mutant {
  readonly index: number;
  /** Path of the shipped file whose place it takes. */
  readonly file: string;
  readonly text: string;
  /** What was changed, in words. */
  readonly change: string;
}

type Path = readonly (string | number)[];
type Random = () => number;

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Makes one mutant; it is a function of seed and index, so that a finding can be made again. */
export function mutant(seed: string, index: number): Mutant {
  const random = seedrandom(`${seed} ${index}`);
  const base = pick(random, BASES);
  const kind = random();
  const { text, change } =
    kind < 0.6
      ? withExtremeLeaves(base.text, random)
      : kind < 0.85
        ? withOtherStructure(base.text, random)
        : withOtherText(base.text, random);
  return { index, file: base.file, text, change };
}

/** Paths of all values of a document, leaves apart from maps and lists. */
function pathsOf(document: Document): { leaves: Path[]; nodes: Path[] } {
  const leaves: Path[] = [];
  const nodes: Path[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (path.length > 0) nodes.push(path);
    if (isMap(node))
      for (const { key, value } of node.items) walk(value, [...path, (key as Scalar).value as string]);
    else if (isSeq(node)) for (const [place, item] of node.items.entries()) walk(item, [...path, place]);
    else if (isScalar(node)) leaves.push(path);
  };
  walk(document.contents, []);
  return { leaves, nodes };
}

const NUMBER = /[\d.]+(?:e[+-]?\d+)?/g;
const FACTORS = ['0', '-1', '1e-9', '1e-3', '0.5', '1.5', '1e3', '1e9', '1e300', '1e308'] as const;
const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1e-300',
  '0.1',
  '1.5',
  '100',
  '1e6',
  '1e15',
  '1e308',
  '1e999',
  'NaN',
  '.inf',
] as const;

/** Values that no unit makes sense of, or that make no sense with any. */
const ODD = [
  '',
  'null',
  '~',
  'true',
  'yes',
  '0001-01-01',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '2025-11-03',
  '2028-12-31',
  'catalog:',
  'catalog:chips.nothing',
  '5 to 1 days',
  '0.1 to 5',
  '1 to 1e300 weeks',
  '3 / 2 / 1 days',
  '0 / 0 / 0 days',
  '1e308 weeks',
  'exponential(2.5)',
  'normal(0 days, 1000 days)',
  'discrete(0: 1, 1: 1)',
  '東京',
  '\u202eabc',
  '=HYPERLINK("x")',
  'a\nerror: other.yaml:1:1: b',
  '\u001b[2Jx',
  'x'.repeat(5000),
] as const;

const FORMS = [
  (a: string, unit: string) => `${a} / ${a} / ${a} ${unit}`,
  (a: string, unit: string) => `0 to ${a} ${unit}`,
  (a: string, unit: string) => `${a} to 1e6 ${unit}`,
  (a: string, unit: string) => `uniform(0 ${unit}, ${a} ${unit})`,
  (a: string, unit: string) => `exponential(${a} ${unit})`,
  (a: string, unit: string) => `normal(${a} ${unit}, ${a} ${unit})`,
  (a: string, unit: string) => `lognormal(${a} ${unit}, 5)`,
  (a: string, unit: string) => `triangular(0 ${unit}, ${a} ${unit}, 1e6 ${unit})`,
] as const;

function extremeOf(value: unknown, random: Random): unknown {
  const text = String(value);
  const kind = random();
  if (kind < 0.3) {
    const factor = pick(random, FACTORS);
    return text.replaceAll(NUMBER, (number) => String(Number(number) * Number(factor)));
  }
  if (kind < 0.5) return text.replaceAll(NUMBER, () => pick(random, NUMBERS));
  if (kind < 0.7) {
    const unit = text.replaceAll(NUMBER, '').replaceAll('/ ', '').trim();
    return pick(random, FORMS)(/[\d.]+/.exec(text)?.[0] ?? '1', unit);
  }
  if (kind < 0.8) return pick(random, [0, -1, 1e308, 0.5, 12, true, false, null]);
  return pick(random, ODD);
}

function withExtremeLeaves(text: string, random: Random): { text: string; change: string } {
  const document = parseDocument(text);
  const { leaves } = pathsOf(document);
  const changes = Array.from({ length: random() < 0.7 ? 1 : 1 + Math.floor(random() * 3) }, () => {
    const path = pick(random, leaves);
    const value = extremeOf(document.getIn(path), random);
    document.setIn(path, value);
    return `${path.join('.')} = ${JSON.stringify(value)}`;
  });
  return { text: document.toString(), change: changes.join('; ') };
}

function withOtherStructure(text: string, random: Random): { text: string; change: string } {
  const document = parseDocument(text);
  const { nodes } = pathsOf(document);
  const path = pick(random, nodes);
  const name = path.join('.');
  const above = path.slice(0, -1);
  const parent = above.length === 0 ? document.contents : document.getIn(above, true);
  const node = document.getIn(path, true);
  const kinds = ['delete', 'replace', 'wrap', 'exchange', 'twice'] as const;
  const kind = pick(random, isMap(parent) ? [...kinds, 'add' as const, 'rename' as const] : kinds);
  switch (kind) {
    case 'delete':
      document.deleteIn(path);
      return { text: document.toString(), change: `${name} deleted` };
    case 'replace': {
      const value = pick(random, [null, [], {}, '', 0, [[]], { name: 'x' }, [null]]);
      document.setIn(path, value);
      return { text: document.toString(), change: `${name} = ${JSON.stringify(value)}` };
    }
    case 'wrap':
      document.setIn(path, document.createNode([plain(node)]));
      return { text: document.toString(), change: `${name} in a list` };
    case 'exchange': {
      const other = pick(random, nodes);
      // As plain data: a part of itself put into itself would have no end.
      document.setIn(path, document.createNode(plain(document.getIn(other, true))));
      return { text: document.toString(), change: `${name} = what ${other.join('.')} is` };
    }
    case 'add':
    case 'rename': {
      const key = pick(random, [
        'name',
        'sites',
        'extends',
        'remove',
        'kind',
        'ready',
        '__proto__',
        'constructor',
        'x',
      ]);
      document.setIn([...above, key], document.createNode(plain(node)));
      if (kind === 'rename') document.deleteIn(path);
      return { text: document.toString(), change: `${name} ${kind === 'add' ? 'also' : 'called'} ${key}` };
    }
    case 'twice':
      if (isSeq(parent)) parent.items.push(document.createNode(plain(node)));
      else if (isMap(parent)) parent.items.push(pick(random, parent.items));
      return { text: document.toString(), change: `${name} twice` };
  }
}

function plain(node: unknown): unknown {
  return isMap(node) || isSeq(node) || isScalar(node) ? (node.toJSON() as unknown) : node;
}

const INSERTS = [
  '\t',
  '\n',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  '*a',
  '&a ',
  '!!int ',
  '"',
  "'",
  '\0',
  '\ufeff',
  '#',
  '|',
  '<<: ',
];

function withOtherText(text: string, random: Random): { text: string; change: string } {
  const lines = text.split('\n');
  const at = Math.floor(random() * text.length);
  const line = Math.floor(random() * lines.length);
  const kinds = ['cut', 'insert', 'drop', 'swap', 'repeat', 'indent', 'deep'] as const;
  switch (pick(random, kinds)) {
    case 'cut':
      return { text: text.slice(0, at), change: `cut at ${at}` };
    case 'insert': {
      const insert = pick(random, INSERTS);
      return {
        text: text.slice(0, at) + insert + text.slice(at),
        change: `${JSON.stringify(insert)} at ${at}`,
      };
    }
    case 'drop':
      return { text: lines.toSpliced(line, 1).join('\n'), change: `no line ${line + 1}` };
    case 'swap': {
      const other = Math.floor(random() * lines.length);
      const swapped = lines.with(line, lines[other]!).with(other, lines[line]!);
      return { text: swapped.join('\n'), change: `lines ${line + 1} and ${other + 1} exchanged` };
    }
    case 'repeat':
      return { text: lines.toSpliced(line, 0, lines[line]!).join('\n'), change: `line ${line + 1} twice` };
    case 'indent':
      return { text: lines.with(line, `  ${lines[line]!}`).join('\n'), change: `line ${line + 1} indented` };
    case 'deep':
      return { text: `${text}\nx: ${'['.repeat(3000)}`, change: 'a list 3,000 deep' };
  }
}
