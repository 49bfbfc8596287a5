import { expect, test } from 'vitest';
import { oneCampus, type Parts } from './oneCampus.ts';

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
