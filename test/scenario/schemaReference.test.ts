import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import {
  differing,
  duration,
  ratio,
  schemaReference,
  series,
  stage,
  uncertain,
} from '../../src/scenario/index.ts';

const crane = z.strictObject({
  lift: stage(uncertain('duration')).meta({ description: 'One lift.', examples: ['2 / 3 / 5 days'] }),
  spare: ratio({ max: 1 }).optional().meta({ description: 'Spare | part.', default: '10 %' }),
});

const schema = z.strictObject({
  crane: crane.describe('The usual crane.'),
  sites: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('quay').describe('By the water.'),
          crane: differing(crane, 'the usual'),
        }),
        z.strictObject({ kind: z.literal('yard').describe('Inland.'), wait: duration().describe('A wait.') }),
      ]),
    )
    .min(1)
    .describe('Where.'),
  flow: series(ratio({ max: 1 })).describe('A flow.'),
});

const markdown = schemaReference(schema, { title: 'Keys', foreword: ['First.'] });

/** The rows of the table under a heading. */
function rows(heading: string): string[] {
  const [, after = ''] = markdown.split(`## ${heading}\n`);
  return after
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'));
}

describe('the reference of a schema', () => {
  test('has a table of every map, with meaning, unit, bounds, default and example of every key', () => {
    expect(rows('`crane`')).toEqual([
      '| `lift` | One lift. | days, or a range of it, with dates of what has happened | 0 to 1,000,000 | required | `2 / 3 / 5 days` |',
      '| `spare` | Spare \\| part. | fraction | 0 to 1 | 10 % | `95 %` |',
    ]);
    expect(rows('`sites[yard]`')[1]).toBe(
      '| `wait` | A wait. | days | 0 to 1,000,000 | required | `90 days` |',
    );
  });

  test('links lists and maps to their tables, one by one where there are kinds', () => {
    expect(rows('The scenario').find((row) => row.startsWith('| `sites`'))).toContain(
      'list [quay](#sitesquay) [yard](#sitesyard) | one of these kinds | required',
    );
  });

  test('says of a map that holds differences where the rest is read', () => {
    expect(rows('`sites[quay].crane`').map((row) => row.split(' | ')[4])).toEqual(['the usual', 'the usual']);
    // And the map itself is as it was.
    expect(rows('`crane`')[0]).toContain('| required |');
  });

  test('describes stages, steps and points of a series, and quantities with a source once', () => {
    for (const heading of [
      'A stage with its dates',
      'A step of a series',
      'A point of a series',
      'A quantity with its source',
    ])
      expect(rows(heading).length).toBeGreaterThan(1);
  });

  test('puts maps with the same keys into one table', () => {
    const twice = schemaReference(z.strictObject({ a: crane, b: crane }), { title: 'Keys' });
    expect(twice).toContain('## `a`\n\nThe same at `b`.');
    expect(twice).toContain('[map](#a) |  | required |');
    expect(twice).not.toContain('## `b`');
  });
});
