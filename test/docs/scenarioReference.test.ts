import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { scenarioSchema } from '../../models/rollout/index.ts';
import { schema } from '../../src/app/cli/schema.ts';
import { openShippedCatalog } from '../../src/app/loadScenarioFile.ts';
import { rolloutScenarioModel } from '../../src/app/rollout.ts';
import { withSweep } from '../../src/app/sweepSchema.ts';
import { jsonSchema } from '../../src/scenario/index.ts';
import { withLoadContext } from '../../src/scenario/loadContext.ts';
import { schemaNode, type SchemaNode } from '../../src/scenario/schemaNode.ts';
import { exampleValue, keyWords } from '../../src/scenario/schemaWords.ts';
import { kept } from '../app/kept.ts';

const ROOT = new URL('../../', import.meta.url);
const whole = withSweep(scenarioSchema);

/** Every key of every map under a place, by path. */
function keysOf(node: SchemaNode, path = ''): { path: string; key: SchemaNode; isRequired: boolean }[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([name, key]) => {
    const at = `${path}.${name}`;
    return [{ path: at, key, isRequired: node.required?.includes(name) ?? false }, ...keysOf(key, at)];
  });
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.items ? [node.items] : [])];
  const defined = Object.values(node.$defs ?? {});
  return [...own, ...[...inner, ...defined].flatMap((each) => keysOf(each, path))];
}

describe('the schema of scenario files', () => {
  test('leaves no key without a description', () => {
    const keys = keysOf(jsonSchema(whole) as SchemaNode);
    expect(keys.length).toBeGreaterThan(500);
    expect(keys.filter(({ key }) => !key.description).map(({ path }) => path)).toEqual([]);
  });

  test('says of every key what it means, and what holds where it is not there', () => {
    const words = keysOf(schemaNode(whole)).map(({ path, key, isRequired }) => ({
      path,
      ...keyWords(key, isRequired),
    }));
    expect(words.filter(({ meaning }) => !/^[A-Z].*\.$/.test(meaning)).map(({ path }) => path)).toEqual([]);
    expect(words.filter(({ absent }) => absent === '').map(({ path }) => path)).toEqual([]);
  });

  test('gives every single value an example', () => {
    const leaves = keysOf(schemaNode(whole)).filter(
      ({ key }) => key.properties === undefined && key.items === undefined && key.oneOf === undefined,
    );
    expect(leaves.filter(({ key }) => exampleValue(key) === undefined).map(({ path }) => path)).toEqual([]);
  });

  test('takes every example that it gives', () => {
    const context = withLoadContext({ catalog: openShippedCatalog(), gather: false });
    const refused: string[] = [];
    let taken = 0;
    const visit = (schemaOf: z.ZodType, node: SchemaNode, path: string): void => {
      const example = exampleValue(node);
      const isLeaf = node.properties === undefined && node.items === undefined && node.oneOf === undefined;
      if (example !== undefined && (isLeaf || node.examples !== undefined)) {
        const result = schemaOf.safeParse(example, context);
        if (result.success) taken++;
        else refused.push(`${path}: ${JSON.stringify(example)}: ${result.error.issues[0]?.message}`);
      }
      const bare = schemaOf instanceof z.ZodOptional ? (schemaOf.unwrap() as z.ZodType) : schemaOf;
      if (bare instanceof z.ZodOptional) visit(bare, node, path);
      else if (bare instanceof z.ZodObject)
        for (const [key, inner] of Object.entries(bare.shape))
          visit(inner as z.ZodType, node.properties![key]!, `${path}.${key}`);
      else if (bare instanceof z.ZodArray) visit(bare.element as z.ZodType, node.items!, `${path}[]`);
      // Unions of plain types are one type list in JSON Schema.
      else if (bare instanceof z.ZodUnion)
        (node.oneOf ?? node.anyOf ?? []).forEach((option, index) =>
          visit(bare.options[index] as z.ZodType, option, path),
        );
    };
    visit(whole, schemaNode(whole), '');
    expect(refused).toEqual([]);
    expect(taken).toBeGreaterThan(300);
  });
});

describe('docs/scenario-reference.md', () => {
  const written = readFileSync(new URL('docs/scenario-reference.md', ROOT), 'utf8');

  test('is what `npm run docs:scenario` writes', () => {
    const console = kept();
    schema(console.console, rolloutScenarioModel, { markdown: true });
    expect(written).toBe(console.out());
  });

  test('links only to tables that it has', () => {
    const anchors = new Set(
      Array.from(written.matchAll(/^## (.*)$/gm), ([, heading]) =>
        heading!
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .replaceAll(' ', '-'),
      ),
    );
    const links = Array.from(written.matchAll(/\]\(#([^)]*)\)/g), ([, anchor]) => anchor!);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });

  test('is linked from the page on scenario files', () => {
    expect(readFileSync(new URL('docs/scenario.md', ROOT), 'utf8')).toContain('(scenario-reference.md)');
  });
});
