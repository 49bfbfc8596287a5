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

  const nested = z.strictObject({
    sites: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          name: z.string(),
          kind: z.literal('a'),
          place: z.strictObject({ site: z.number() }),
          halls: z.array(z.strictObject({ name: z.string(), fit: z.number() })),
        }),
        z.strictObject({
          name: z.string(),
          kind: z.literal('b'),
          place: z.strictObject({ hall: z.number() }),
          halls: z.array(z.strictObject({ name: z.string(), power: z.number() })),
        }),
      ]),
    ),
  });
  const inherited = 'sites: [{ name: x, kind: a, place: { site: 1 }, halls: [{ name: h, fit: 3 }] }]\n';
  const other = { name: 'x', kind: 'b', place: { hall: 2 }, halls: [{ name: 'h', power: 4 }] };

  test('leaves behind what lies deeper, in maps and in lists of named things', () => {
    const files = {
      'over.yaml':
        'extends: base.yaml\nsites: [{ name: x, kind: b, place: { hall: 2 }, halls: [{ name: h, power: 4 }] }]\n',
      'base.yaml': inherited,
    };
    expect(load({ files, schema: nested }).scenario).toEqual({ sites: [other] });
  });

  test.each([0, 1, 2])('does so by settings, the kind in place %i of them', (place) => {
    const settings = Object.entries({ 'sites.x.place.hall': 2, 'sites.x.halls.h.power': 4 }).toSpliced(
      place,
      0,
      ['sites.x.kind', 'b' as never],
    );
    const files = { 'base.yaml': inherited };
    expect(load({ files, schema: nested, settings: Object.fromEntries(settings) }).scenario).toEqual({
      sites: [other],
    });
  });

  test('is set in the order that was typed: a thing is found by its new name', () => {
    const settings = {
      'sites.x.name': 'y',
      'sites.y.kind': 'b',
      'sites.y.place.hall': 2,
      'sites.y.halls.h.power': 4,
    };
    expect(load({ files: { 'base.yaml': inherited }, schema: nested, settings }).scenario).toEqual({
      sites: [{ ...other, name: 'y' }],
    });
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
