import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { formatIssue, openCatalog, power, uncertain } from '../../src/scenario/index.ts';
import { issuesOf, load } from './load.ts';

const entry = {
  id: 'S12',
  quantity: 'order to delivery',
  value: '80 / 130 / 210 weeks',
  asOf: '2026',
  source: 'somewhere',
  confidence: 'low',
  basis: 'assumption',
  role: 'input',
};

function room(name: string, fields: Record<string, string | undefined>): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key}: ${value}`],
  );
  return `${name}:\n${lines.join('\n')}\n`;
}

function problems(fields: Record<string, string | undefined>): string[] {
  return openCatalog(() => room('lead-time', { ...entry, ...fields }))
    .check('power')
    .map(formatIssue);
}

describe('an entry', () => {
  test('is complete', () => {
    expect(problems({})).toEqual([]);
  });

  test.each(['id', 'quantity', 'asOf', 'source', 'confidence', 'basis', 'role'])(
    'without %s is refused',
    (key) => {
      expect(problems({ [key]: undefined }).join()).toContain(`lead-time.${key}: expected`);
    },
  );

  test.each<[Record<string, string | undefined>, string]>([
    [{ value: '130' }, 'catalog/power.yaml:4:10: lead-time.value: expected a value with its unit, got "130"'],
    [
      { value: '80 / 130 / 210' },
      'catalog/power.yaml:4:10: lead-time.value: expected a value with its unit, got "80 / 130 / 210"',
    ],
    [
      { value: '210 / 130 / 80 weeks' },
      'catalog/power.yaml:4:10: lead-time.value: expected low ≤ mode ≤ high, got "210 / 130 / 80 weeks"',
    ],
    [
      { value: '2 MW / 3 weeks / 4 weeks' },
      'catalog/power.yaml:4:10: lead-time.value: expected units of one kind, got "2 MW / 3 weeks / 4 weeks"',
    ],
    [
      { value: '130 wekes' },
      'catalog/power.yaml:4:10: lead-time.value: unknown unit wekes, did you mean weeks?, got "130 wekes"',
    ],
    [{ value: undefined }, 'catalog/power.yaml:2:3: lead-time: expected either a value or a series'],
    [
      { role: 'inputs' },
      'catalog/power.yaml:9:9: lead-time.role: expected one of "input", "check", "correction", got "inputs", did you mean input?',
    ],
    [
      { asOf: 'lately' },
      'catalog/power.yaml:5:9: lead-time.asOf: expected a year, month, quarter or day such as 2026-01',
    ],
    [{ origin: 'x' }, 'catalog/power.yaml:10:3: lead-time.origin: unknown key origin'],
  ])('%j is refused with its position', (fields, expected) => {
    expect(problems(fields).join('\n')).toContain(expected);
  });

  test('has a name in kebab-case', () => {
    expect(
      openCatalog(() => room('leadTime', entry))
        .check('power')
        .map(formatIssue),
    ).toEqual(['catalog/power.yaml:2:3: leadTime: expected a name in kebab-case']);
  });
});

describe('a reference', () => {
  const schema = z.strictObject({ lead: uncertain('duration') });
  const read = (lead: string, text = room('lead-time', entry)): string[] =>
    issuesOf({ files: { 'a.yaml': `lead: ${lead}\n` }, schema, catalog: { power: text } });

  test('takes the value with its provenance into the ledger', () => {
    const { scenario, ledger, files } = load({
      files: { 'a.yaml': 'lead: catalog:power.lead-time\n' },
      schema,
      catalog: { power: room('lead-time', entry) },
    });
    expect(scenario.lead.kind).toBe('lowModeHigh');
    expect(ledger).toEqual([
      {
        path: 'lead',
        value: '80 / 130 / 210 weeks',
        unit: 'weeks',
        source: 'somewhere',
        asOf: '2026',
        confidence: 'low',
        basis: 'assumption',
        role: 'input',
        catalogId: 'power.lead-time',
        overridden: false,
        note: '',
      },
    ]);
    expect(files.map(({ path }) => path)).toEqual(['a.yaml', 'catalog/power.yaml']);
  });

  test('may be written in a map, which may say more', () => {
    const { ledger } = load({
      files: { 'a.yaml': 'lead: { catalog: power.lead-time, note: our reading, confidence: high }\n' },
      schema,
      catalog: { power: room('lead-time', entry) },
    });
    expect(ledger).toMatchObject([
      { catalogId: 'power.lead-time', note: 'our reading', confidence: 'high', source: 'somewhere' },
    ]);
  });

  test('that is missing is named with a suggestion', () => {
    expect(read('catalog:power.lead-tiem')).toEqual([
      'a.yaml:1:7: lead: catalog entry lead-tiem not found in power, did you mean lead-time?',
    ]);
    expect(read('{ catalog: power.lead }')).toEqual([
      'a.yaml:1:18: lead.catalog: catalog entry lead not found in power, did you mean lead-time?',
    ]);
    expect(read('catalog:pwoer.lead-time')).toEqual(['a.yaml:1:7: lead: catalog room pwoer not found']);
    expect(read('catalog:lead-time')[0]).toContain('expected room.entry such as');
    expect(read('catalog:../../secret.lead')[0]).toContain('expected room.entry such as');
    expect(read('catalog:a/b.lead')[0]).toContain('catalog room a/b not found');
  });

  test('to an unknown room names the nearest one, where the rooms are known', () => {
    const catalog = openCatalog(() => undefined, { rooms: ['power', 'chips'] });
    expect(catalog.look('powr.x')).toEqual({
      kind: 'missing',
      message: 'catalog room powr not found, did you mean power?',
    });
  });

  test('to a broken entry reports what is broken where it is', () => {
    expect(read('catalog:power.lead-time', room('lead-time', { ...entry, confidence: 'sure' }))).toEqual([
      'catalog/power.yaml:7:15: lead-time.confidence: expected one of "high", "medium", "low", got "sure"',
    ]);
    expect(read('catalog:power.lead-time', 'a: [')[0]).toMatch(/^catalog\/power\.yaml:1:/);
  });

  test('to a value of another kind points to the value', () => {
    const megawatts = z.strictObject({ lead: power() });
    expect(
      issuesOf({
        files: { 'a.yaml': 'lead: catalog:power.lead-time\n' },
        schema: megawatts,
        catalog: { power: room('lead-time', { ...entry, value: '9 weeks' }) },
      }),
    ).toEqual([
      'a.yaml:1:7: lead: expected a power such as "120 MW", got "9 weeks" (not a matter of weeks) of catalog:power.lead-time, at catalog/power.yaml:4:10',
    ]);
  });

  test.each(['check', 'correction'] as const)(
    'to an entry of role %s is refused unless the block allows it',
    (role) => {
      const text = room('lead-time', { ...entry, role });
      expect(read('catalog:power.lead-time', text)).toEqual([
        `a.yaml:1:7: lead: expected a duration such as "90 days" or a range of it, got catalog:power.lead-time with role ${role}, which is no input`,
      ]);
      const allowed = z.strictObject({ lead: uncertain('duration', { allowRole: [role] }) });
      expect(
        load({
          files: { 'a.yaml': 'lead: catalog:power.lead-time\n' },
          schema: allowed,
          catalog: { power: text },
        }).ledger,
      ).toMatchObject([{ role }]);
    },
  );
});
