import { expect, test } from 'vitest';
import { oneCampus, type Parts } from './oneCampus.ts';
import { refusals } from './refusals.ts';

type Rooms = Record<string, Record<string, unknown>>;

/** The place of a stage of a hundred days that began so many days before it is known to be under way yet. */
function refused(room: string, stage: string, started: string): string {
  const change = ({ scenario, construction }: Parts): void => {
    scenario.asOf = '2026-06-01';
    scenario.provider.pace = 2;
    (construction as unknown as Rooms)[room]![stage] = { duration: '100 days', started };
  };
  try {
    oneCampus(change);
    return '';
  } catch (error) {
    return String(error);
  }
}

const [DAYS_151, DAYS_212, DAYS_90] = ['2026-01-01', '2025-11-01', '2026-03-03'] as const;

test.each([
  ...['sitePreparation', 'shell', 'fitOut'].map((stage) => ['building', stage] as const),
  ...['concept', 'design', 'permits', 'civil', 'steel', 'dressOut', 'checkout'].map(
    (stage) => ['substation', stage] as const,
  ),
])('at half the pace, %s: %s of a hundred days may be under way for 151 and not for 212', (room, stage) => {
  expect(refused(room, stage, DAYS_151)).toBe('');
  expect(refused(room, stage, DAYS_212)).toContain(
    `construction.${room}.${stage}.started: expected a stage that can still be under way on 2026-06-01, got one begun 212 days before and longer than its longest, 200 days`,
  );
});

test.each([
  ['building', 'permits'],
  ['network', 'switchLeadTime'],
  ['cooling', 'installation'],
  ['commissioning', 'l3'],
])('a pace of building does not stretch %s: %s', (room, stage) => {
  expect(refused(room, stage, DAYS_90)).toBe('');
  expect(refused(room, stage, DAYS_151)).toContain(`construction.${room}.${stage}.started: expected a stage`);
});

test('a stage that begins on the very day to which all is known may be of no length', () => {
  const change = ({ scenario, construction }: Parts): void => {
    scenario.asOf = '2026-06-01';
    construction.building.shell = { duration: '0 days', started: '2026-06-01' };
  };
  expect(() => oneCampus(change)).not.toThrow();
});

test('engines on order are refused as their permit and the study are, each at its line, unless the tempo may stretch them', () => {
  const stage = '{ duration: 12 months, started: 2026-12-01 }';
  const lines = (provider: string): string =>
    [
      'asOf: 2028-09-30',
      `provider: ${provider}`,
      'sites:',
      '  - name: campus',
      '    power:',
      `      connection: { utility: ERCOT, requested: 2026-11-23, study: ${stage} }`,
      '      bridging:',
      '        - name: engines',
      '          kind: engines',
      '          power: 60 MW',
      `          leadTime: ${stage}`,
      `          permit: ${stage}`,
      '          trigger: { kind: date, on: 2026-12-01 }',
    ].join('\n');
  const found = refusals(lines('{ tempo: { shift: 0, logSpread: -10 } }'), 'templates/campus');
  expect(
    found.map((line) => /^over.yaml:(\d+):\d+: (\S+): .*longest, 366 days/.exec(line)?.slice(1)),
  ).toEqual([
    ['7', 'sites[0].power.connection.study.started'],
    ['12', 'sites[0].power.bridging[0].leadTime.started'],
    ['13', 'sites[0].power.bridging[0].permit.started'],
  ]);
  expect(refusals(lines('{ pace: 1 }'), 'templates/campus')).toEqual([]);
});
