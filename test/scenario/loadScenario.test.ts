import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import {
  count,
  date,
  loadScenario,
  power,
  quantity,
  ratio,
  ScenarioError,
  stage,
  uncertain,
} from '../../src/scenario/index.ts';
import { issuesOf, load } from './load.ts';

const policy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('push') }),
  z.strictObject({ kind: z.literal('need-by'), buffer: quantity('duration') }),
]);
const schema = z.strictObject({
  name: z.string().optional(),
  start: date().optional(),
  share: ratio().default(0.5),
  policy: policy.optional(),
  sites: z
    .array(
      z.strictObject({
        name: z.string(),
        power: z.strictObject({ firm: power(), lead: stage(uncertain('duration')).optional() }),
        size: z.union([count('rack'), z.strictObject({ halls: count('hall') })]).optional(),
      }),
    )
    .default([]),
});
const one = `name: one
start: 2025-11-03
share: 40 %
policy: { kind: need-by, buffer: 30 days }
sites:
  - name: d-1
    power: { firm: 120 MW, lead: 20 / 50 / 80 weeks }
    size: { halls: 2 halls }
  - name: d-2
    power:
      firm: { value: 100 MW, source: a filing, asOf: 2026-01, basis: fact, confidence: high }
    size: 40 racks
`;

describe('loadScenario', () => {
  test('gives plain values, the name, and the files read', () => {
    const { scenario, name, files } = load({ files: { 'x/one.yaml': one }, schema });
    expect(name).toBe('one');
    expect(files).toEqual([{ path: 'x/one.yaml', text: one }]);
    expect(scenario.sites[0].power.firm).toBe(120);
    expect(structuredClone(scenario)).toEqual(scenario);
  });

  test('names a scenario without name after its file', () => {
    expect(load({ files: { 'x/colossus-1.yaml': 'share: 1 %\n' }, schema }).name).toBe('colossus-1');
  });

  test('reports every issue of a file at once, each where it is', () => {
    const text = one
      .replace('firm: 120 MW', 'firm: 120')
      .replace('share: 40 %', 'shrae: 40 %')
      .replace('kind: need-by', 'kind: needby')
      .replace('value: 100 MW', 'vlaue: 100 MW')
      .replace('40 racks', '40 gpus');
    expect(issuesOf({ files: { 'one.yaml': text }, schema })).toEqual([
      'one.yaml:4:17: policy.kind: expected one of "push", "need-by", got "needby", did you mean need-by?',
      'one.yaml:7:20: sites[0].power.firm: expected a power such as "120 MW", got "120"',
      'one.yaml:11:15: sites[1].power.firm.vlaue: unknown key vlaue, did you mean value?',
      'one.yaml:12:11: sites[1].size: expected a quantity in rack such as "7 rack" or a map, got "40 gpus" (not a matter of gpus)',
      'one.yaml:3:1: shrae: unknown key shrae, did you mean share?',
    ]);
  });

  test('points to the map around a key that is missing', () => {
    expect(issuesOf({ files: { 'a.yaml': 'sites:\n  - name: a\n    power: {}\n' }, schema })).toEqual([
      'a.yaml:3:12: sites[0].power.firm: expected a power such as "120 MW", got nothing',
    ]);
    expect(issuesOf({ files: { 'a.yaml': 'sites:\n  - name: a\n    power:\n' }, schema })).toEqual([
      'a.yaml:3:5: sites[0].power: expected a map, got nothing',
    ]);
  });

  test('throws one error whose message has a line an issue', () => {
    expect(() => load({ files: { 'a.yaml': 'a: 1\nb: 2\n' }, schema })).toThrow(ScenarioError);
    expect(() => load({ files: { 'a.yaml': 'a: 1\nb: 2\n' }, schema })).toThrow(
      /^a\.yaml:1:1: a: .*\na\.yaml:2:1: b: .*$/,
    );
  });

  test('a text in place of a map, a number in place of a text', () => {
    expect(issuesOf({ files: { 'a.yaml': 'name: 7\nsites: none\n' }, schema })).toEqual([
      'a.yaml:1:7: name: expected a text, got 7',
      'a.yaml:2:8: sites: expected a list, got "none"',
    ]);
  });
});

describe('the ledger', () => {
  test('has a row for each quantity, items named', () => {
    const { ledger } = load({ files: { 'one.yaml': one }, schema });
    expect(ledger.map(({ path, value, unit, basis }) => [path, value, unit, basis])).toEqual([
      ['start', '2025-11-03', 'date', 'assumption'],
      ['share', '40 %', '%', 'assumption'],
      ['policy.buffer', '30 days', 'days', 'assumption'],
      ['sites.d-1.power.firm', '120 MW', 'MW', 'assumption'],
      ['sites.d-1.power.lead', '20 / 50 / 80 weeks', 'weeks', 'assumption'],
      ['sites.d-1.size.halls', '2 halls', 'halls', 'assumption'],
      ['sites.d-2.power.firm', '100 MW', 'MW', 'fact'],
      ['sites.d-2.size', '40 racks', 'racks', 'assumption'],
    ]);
    expect(ledger[0]).toMatchObject({ source: 'scenario', role: 'input', catalogId: '', overridden: false });
    expect(ledger[6]).toMatchObject({ source: 'a filing', asOf: '2026-01', confidence: 'high' });
  });

  test('says what an overlay or a setting replaced', () => {
    const files = {
      'over.yaml': 'extends: one.yaml\nshare: 60 %\nsites: [{ name: d-3, power: { firm: 5 MW } }]\n',
      'one.yaml': one,
    };
    const { ledger } = load({ files, schema, settings: { 'sites.d-2.power.firm': '90 MW' } });
    expect(
      ledger.filter(({ overridden }) => overridden).map(({ path, source, basis }) => [path, source, basis]),
    ).toEqual([
      ['share', 'scenario', 'assumption'],
      ['sites.d-2.power.firm', 'setting', 'choice'],
    ]);
  });
});

describe('settings', () => {
  const set = (settings: Record<string, string | number | boolean>): string[] =>
    issuesOf({ files: { 'one.yaml': one }, schema, settings });

  test('replace values by dotted path, through names and indices', () => {
    const { scenario } = load({
      files: { 'one.yaml': one },
      schema,
      settings: {
        'sites.d-1.power.firm': '99 MW',
        'sites.1.size': '9 racks',
        share: 0.7,
        'policy.kind': 'need-by',
      },
    });
    expect([scenario.sites[0].power.firm, scenario.sites[1].size, scenario.share]).toEqual([99, 9, 0.7]);
  });

  test('may set what the schema knows and the file leaves out', () => {
    const { scenario } = load({
      files: { 'one.yaml': 'name: x\n' },
      schema,
      settings: { 'policy.kind': 'push' },
    });
    expect(scenario.policy).toEqual({ kind: 'push' });
  });

  test('may give an actual date to a stage that is written as a duration', () => {
    const { scenario } = load({
      files: { 'one.yaml': one },
      schema,
      settings: { 'sites.d-1.power.lead.started': '2025-01-01' },
    });
    expect(scenario.sites[0].power.lead).toMatchObject({
      started: '2025-01-01',
      duration: { kind: 'lowModeHigh' },
    });
  });

  test('with an unknown path are refused with a suggestion', () => {
    expect(set({ 'sites.d-3.power.firm': '1 MW' })).toEqual([
      'settings: sites.d-3.power.firm: unknown name d-3, did you mean d-1?',
    ]);
    expect(set({ 'sites.d-1.powr.firm': '1 MW' })).toEqual([
      'settings: sites[0].powr: unknown key powr, did you mean power?',
    ]);
    expect(set({ 'sites.d-1.power.firm.much': '1 MW' })).toEqual([
      'settings: sites.d-1.power.firm.much: unknown key much: there is a single value, not a map',
    ]);
    expect(set({ '': 1 })[0]).toContain('expected a dotted path');
    expect(set({ '__proto__.x': 1 })[0]).toContain('expected a dotted path');
  });

  test('of the wrong kind are refused like any value', () => {
    expect(set({ 'sites.d-1.power.firm': 5 })).toEqual([
      'settings: sites[0].power.firm: expected a power such as "120 MW", got "5"',
    ]);
  });
});

describe('a scenario from TypeScript', () => {
  const fromTree = (tree: unknown): ReturnType<typeof loadScenario<z.output<typeof schema>>> =>
    loadScenario({ source: { name: 'script', tree }, schema, catalog: () => undefined });

  test('goes through the same validation', () => {
    const { scenario, name, ledger } = fromTree({ sites: [{ name: 'a', power: { firm: '5 MW' } }] });
    expect(scenario.sites[0].power.firm).toBe(5);
    expect(name).toBe('script');
    expect(ledger.map(({ path }) => path)).toEqual(['sites.a.power.firm']);
  });

  test('has issues with the path alone', () => {
    expect(() => fromTree({ sites: [{ name: 'a', power: { firm: 5 } }] })).toThrow(
      /^script: sites\[0\]\.power\.firm: expected a power such as "120 MW", got "5"$/,
    );
  });

  test('may extend a file', () => {
    const { scenario } = loadScenario({
      source: { name: 'script', tree: { extends: 'one.yaml', share: 0.1 } },
      load: (path) => (path === 'one.yaml' ? one : undefined),
      schema,
      catalog: () => undefined,
    });
    expect([scenario.share, scenario.sites.length]).toEqual([0.1, 2]);
  });

  test('with a circle, a function or a Date in it is refused', () => {
    const circle: Record<string, unknown> = {};
    circle.policy = circle;
    expect(() => fromTree(circle)).toThrow('nested deeper than 48 levels');
    expect(() => fromTree({ name: () => 1 })).toThrow(
      'name: expected a text, a number, true, false, a list or a map, got function',
    );
    expect(() => fromTree({ start: new Date(0) })).toThrow('got a Date');
  });
});
