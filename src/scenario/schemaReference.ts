import { upperFirst } from '../wording/index.ts';
import type * as z from 'zod';
import { STATED_QUANTITY } from './quantityMapSchema.ts';
import { schemaNode, type SchemaNode } from './schemaNode.ts';
import { keyWords } from './schemaWords.ts';

/** The keys of one map, and where the map stands: `sites[dedicated].halls[]`. */
interface Section {
  readonly path: string;
  readonly node: SchemaNode;
}

/**
 * All keys of a scenario file as Markdown, a table a map: meaning, unit, bounds, default and example of each, as the
 * schema says them.
 *
 * Maps with the same keys stand once. Items of a list are `list[]`, those of one kind `list[kind]`, a map of one kind
 * `map(kind)`.
 *
 * @example schemaReference(scenarioSchema, { title: 'Keys of a scenario file' })
 */
export function schemaReference(
  schema: z.ZodType,
  { title, foreword = [] }: { title: string; foreword?: readonly string[] },
): string {
  const root = schemaNode(schema);
  const sections = [
    { path: '', node: root },
    ...Array.from(languageMaps(root), ([path, node]): Section => ({ path, node })),
    ...sectionsBelow({ path: '', node: root }),
  ];
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    const rows = keyRows(section, () => '').join('\n');
    groups.set(rows, [...(groups.get(rows) ?? []), section]);
  }
  const heads = new Map<string, string>();
  for (const [first, ...others] of groups.values())
    for (const { path } of [first!, ...others]) heads.set(path, first!.path);
  const link = (path: string): string => `(#${anchorOf(heads.get(path)!)})`;
  const parts = Array.from(groups.values(), ([first, ...others]) => {
    const also = others.map(({ path }) => `\`${path}\``).join(', ');
    return [
      `## ${headingOf(first!.path)}`,
      ...(also === '' ? [] : [`The same at ${also}.`]),
      [
        '| key | meaning | unit | bounds | default | example |',
        '|---|---|---|---|---|---|',
        ...keyRows(first!, link),
      ].join('\n'),
    ];
  });
  return `${[`# ${title}`, ...foreword, ...parts.flat()].join('\n\n')}\n`;
}

/** Maps that the language itself has: a quantity with its source, a stage, the items of a series. */
function languageMaps(root: SchemaNode): Map<string, SchemaNode> {
  const found = new Map<string, SchemaNode>([[A_QUANTITY, root.$defs![STATED_QUANTITY]!]]);
  const visit = (node: SchemaNode): void => {
    const options = node.anyOf ?? node.oneOf ?? [];
    if (node.form === 'stage')
      found.set(
        A_STAGE,
        options.find(({ properties }) => properties !== undefined)!,
      );
    else if (node.form === 'series') {
      for (const item of options.find(({ items }) => items !== undefined)!.items!.anyOf!)
        found.set(item.properties!.from === undefined ? A_POINT : A_STEP, general(item));
    } else
      for (const inner of [
        ...Object.values(node.properties ?? {}),
        ...options,
        ...(node.items ? [node.items] : []),
      ])
        visit(inner);
  };
  visit(root);
  return found;
}

const A_QUANTITY = 'a quantity with its source';
const A_STAGE = 'a stage with its dates';
const A_STEP = 'a step of a series';
const A_POINT = 'a point of a series';

/** The item of any series: what it measures is said where the series stands. */
function general(item: SchemaNode): SchemaNode {
  const { description = '' } = item.properties!.value!;
  const value: SchemaNode = {
    description,
    unit: 'that of the series',
    form: 'number',
    bounds: 'those of the series',
    examples: ['120 MW'],
  };
  return { ...item, properties: { ...item.properties, value } };
}

/** Every map under one, in the order of the keys. */
function sectionsBelow(section: Section): Section[] {
  return Object.keys(section.node.properties ?? {})
    .flatMap((key) => mapsAt(section, key))
    .flatMap((below) => [below, ...sectionsBelow(below)]);
}

/** The maps that may stand at a key, or in its list. */
function mapsAt({ path, node }: Section, key: string): Section[] {
  const value = node.properties![key]!;
  const at = path === '' ? key : `${path}.${key}`;
  const inner = value.items ?? value;
  if (inner.form !== undefined) return [];
  const brackets = value.items === undefined ? ['(', ')'] : ['[', ']'];
  return [inner, ...(inner.anyOf ?? []), ...(inner.oneOf ?? [])]
    .filter(({ properties }) => properties !== undefined)
    .map((map) => {
      const kind = map.properties!.kind?.const;
      const mark = kind === undefined && value.items === undefined ? '' : brackets.join(String(kind ?? ''));
      return { path: `${at}${mark}`, node: map };
    });
}

function keyRows(section: Section, link: (path: string) => string): string[] {
  const { properties = {}, required = [] } = section.node;
  return Object.entries(properties).map(([key, node]) => {
    const { meaning, unit, bounds, absent, example } = keyWords(node, required.includes(key));
    const maps = mapsAt(section, key);
    const kinds = maps.map(
      ({ path, node: map }) => `[${String(map.properties!.kind?.const ?? 'map')}]${link(path)}`,
    );
    const kind = [unit, node.items === undefined ? '' : 'list', ...kinds].filter((word) => word !== '');
    const cells = [
      `\`${key}\``,
      meaning,
      kind.join(' '),
      maps.length > 1 ? 'one of these kinds' : bounds,
      absent,
      example === '' ? '' : `\`${example}\``,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
}

function headingOf(path: string): string {
  if (path === '') return 'The scenario';
  return path.startsWith('a ') ? upperFirst(path) : `\`${path}\``;
}

/** The anchor that Markdown makes of a heading. */
function anchorOf(path: string): string {
  return headingOf(path)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
