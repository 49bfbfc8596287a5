import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROLLOUT = fileURLToPath(new URL('../../../models/rollout/', import.meta.url));

const sources = readdirSync(ROLLOUT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(ROLLOUT, name), 'utf8') }));

const bodiesWrittenOnce = sources.filter(({ text }) => /^(export )?function\* \w+\(/m.test(text));
const bodiesMadeAnew = sources.filter(
  ({ text }) => /^[ \t]+.*function\*/m.test(text) || /=\s*function\*/.test(text),
);

// A generator closure made in every replication keeps the whole replication in memory until a full garbage collection.
test('processes run generator functions that are written once, not made anew in every replication', () => {
  expect(bodiesWrittenOnce.length).toBeGreaterThan(10);
  expect(bodiesMadeAnew.map(({ name }) => name)).toEqual([]);
});
