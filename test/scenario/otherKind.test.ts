import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { issuesOf, load } from './load.ts';

const schema = z.strictObject({
  output: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('series'), quarters: z.number(), every: z.number() }),
    z.strictObject({ kind: z.literal('lots'), racks: z.number(), every: z.number() }),
  ]),
});
const base = 'output: { kind: series, quarters: 4, every: 7 }\n';

describe('a file that states another kind than the one it extends', () => {
  test('keeps the keys that its kind has too, and leaves the others behind', () => {
    const files = {
      'over.yaml': 'extends: base.yaml\noutput: { kind: lots, racks: 9 }\n',
      'base.yaml': base,
    };
    expect(load({ files, schema }).scenario).toEqual({ output: { kind: 'lots', racks: 9, every: 7 } });
  });

  test('is told of what its kind needs and of what it writes itself', () => {
    const files = {
      'over.yaml': 'extends: base.yaml\noutput: { kind: lots, quarters: 5 }\n',
      'base.yaml': base,
    };
    expect(issuesOf({ files, schema })).toEqual([
      expect.stringMatching(/output\.racks: expected a number, got nothing/),
      'over.yaml:2:23: output.quarters: unknown key quarters, expected one of kind, racks, every',
    ]);
  });

  test('is told so too where the kind was changed in a file between', () => {
    const files = {
      'top.yaml': 'extends: over.yaml\noutput: { quarters: 5 }\n',
      'over.yaml': 'extends: base.yaml\noutput: { kind: lots, racks: 9 }\n',
      'base.yaml': base,
    };
    expect(issuesOf({ files, schema })).toEqual([
      expect.stringMatching(/^top\.yaml:2:11: output\.quarters: unknown key/),
    ]);
  });

  test('may do so by settings, in any order', () => {
    const files = { 'base.yaml': base };
    const settings = { 'output.racks': 9, 'output.kind': 'lots' };
    expect(load({ files, schema, settings }).scenario).toEqual({
      output: { kind: 'lots', racks: 9, every: 7 },
    });
    expect(issuesOf({ files, schema, settings: { ...settings, 'output.quarters': 5 } })).toEqual([
      expect.stringMatching(/output\.quarters: unknown key/),
    ]);
  });

  test('of the same kind inherits as before, wrong keys included', () => {
    const files = {
      'over.yaml': 'extends: base.yaml\noutput: { kind: series, quarters: 5 }\n',
      'base.yaml': 'output: { kind: series, quarters: 4, every: 7, racks: 9 }\n',
    };
    expect(issuesOf({ files, schema })).toEqual([
      expect.stringMatching(/^base\.yaml:1:48: output\.racks: unknown key/),
    ]);
  });
});
