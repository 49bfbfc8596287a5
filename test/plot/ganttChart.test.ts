import { expect, test } from 'vitest';
import { ganttChart, ganttPlaces, type GanttStage } from '../../src/plot/index.ts';
import { document, stages } from './samples.ts';
import { expectSound, WILD } from './sound.ts';
import { textBoxes } from './textBoxes.ts';

const settings = { document, start: '2026-01-01', end: '2027-12-31' };
const sure = (date: string) => ({ p10: date, p50: date, p90: date });
const stageOf = (site: string, stage: string, from: string, to: string): GanttStage => ({
  site,
  stage,
  start: sure(from),
  finish: sure(to),
});

test('the finding is what half of the runs leave unfinished', () => {
  expect(ganttChart({ ...settings, stages }).title).toBe(
    'Work at Shackelford is unfinished in Dec 2027 in half of the runs or more',
  );
});

test('when all is finished the finding is who is last', () => {
  const two = [
    stageOf('A', 'building', '2026-01-01', '2026-06-30'),
    stageOf('B', 'building', '2026-02-01', '2026-09-30'),
  ];
  expect(ganttChart({ ...settings, stages: two }).title).toBe(
    'Work on halls and power ends last at B, by the medians in Sep 2026',
  );
  expect(ganttChart({ ...settings, stages: two.slice(0, 1) }).title).toBe(
    'Work on halls and power ends last at A, by the medians in Jun 2026',
  );
});

test('what a site is used for is drawn, and is no finding', () => {
  const built = stageOf('A', 'building', '2026-01-01', '2026-06-30');
  const used = { ...stageOf('A', 'racks', '2026-07-01', '2026-08-01'), finish: {}, isUse: true };
  const chart = ganttChart({ ...settings, stages: [built, used] });
  expect(chart.title).toBe('Work on halls and power ends last at A, by the medians in Jun 2026');
  expect(chart.alternative).toContain('A, racks: start 1 Jul 2026');
  expect(ganttChart({ ...settings, stages: [used] }).title).toContain('unfinished');
});

test('work that half of the runs do not begin is not unfinished: it may not be needed', () => {
  const built = stageOf('A', 'building', '2026-01-01', '2026-06-30');
  const spare = { site: 'B', stage: 'building', start: {}, finish: {} };
  expect(ganttChart({ ...settings, stages: [built, spare] }).title).toBe(
    'Work on halls and power ends last at A, by the medians in Jun 2026',
  );
  expect(ganttChart({ ...settings, stages: [spare] }).title).toBe(
    'Half of the runs or more begin no work by Dec 2027',
  );
});

test('of two sites each is unfinished for itself, not both at once', () => {
  const open = ['A', 'B'].map((site) => ({ site, stage: 's', start: sure('2027-01-01'), finish: {} }));
  expect(ganttChart({ ...settings, stages: open }).title).toBe(
    'Work at A and at B is unfinished in Dec 2027 in half of the runs or more, each for itself',
  );
});

test('the alternative gives every stage with P10 to P90, and says later', () => {
  const { alternative } = ganttChart({ ...settings, stages });
  expect(alternative).toContain(
    'Abilene, building: start 1 Jan 2026 (1 Jan 2026 to 1 Jan 2026), finish 1 Jul 2026 (1 May 2026 to 15 Oct 2026).',
  );
  expect(alternative).toContain(
    'Shackelford, commissioning: start 2 Jun 2027 (2 Jan 2027 to later), finish later (1 May 2027 to later).',
  );
});

test('a date after the horizon ends at the edge with an arrow, never at the start', () => {
  const late: GanttStage = { site: 'A', stage: 's', start: sure('2027-01-01'), finish: {} };
  const chart = ganttChart({ ...settings, stages: [late] });
  expectSound(chart);
  const bars = [...chart.svg.matchAll(/<rect y="[^"]*" x="([^"]*)"[^>]*width="([^"]*)"|<rect [^>]*>/g)];
  expect(bars.length).toBeGreaterThan(0);
  expect(chart.svg).toContain('rotate(90)');
  expect(chart.title).toContain('Work at A is unfinished');
});

test('what starts after the horizon in all runs is later, what was over before the axis earlier', () => {
  const chart = ganttChart({
    ...settings,
    stages: [
      { site: 'A', stage: 'never', start: {}, finish: {} },
      stageOf('A', 'long ago', '2024-01-01', '2025-01-01'),
    ],
  });
  expectSound(chart);
  const texts = textBoxes(chart.svg).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['later', 'earlier']));
});

test('sixty sites of six stages are drawn as a row each, readable', () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    ['a', 'b', 'c', 'd', 'e', 'f'].map((stage) =>
      stageOf(`site ${i + 1}`, stage, '2026-03-01', '2027-03-01'),
    ),
  ).flat();
  const chart = ganttChart({ ...settings, stages: many });
  expectSound(chart);
  expect(textBoxes(chart.svg).filter(({ text }) => /^site \d+$/.test(text))).toHaveLength(60);
  expect(chart.svg).toContain('One row a site');
});

test('long and wild names keep inside of the picture', () => {
  const name = `${WILD} and a name that goes on for longer than anybody would give a stage of a data center site`;
  for (const width of [320, 720]) {
    const chart = ganttChart({
      ...settings,
      width,
      stages: [stageOf(name, name, '2026-02-01', '2026-03-01')],
    });
    expectSound(chart);
    expect(chart.alternative).toContain(name);
  }
});

test('an event without length is drawn', () => {
  const chart = ganttChart({ ...settings, stages: [stageOf('A', 'permit', '2026-06-01', '2026-06-01')] });
  expectSound(chart);
  expect(chart.svg).toMatch(/<path [^>]*transform="translate/);
});

test('no stages and an end before the start are refused', () => {
  expect(() => ganttChart({ ...settings, stages: [] })).toThrow('gantt: no stages, expected at least one');
  expect(() => ganttChart({ ...settings, stages, end: '2025-12-31' })).toThrow(
    'gantt: end 2025-12-31, expected after the start 2026-01-01',
  );
});

test('a long name is shortened in its middle, where its ends tell it apart', () => {
  const name = 'commissioning of the northern substation, second half';
  const chart = ganttChart({
    ...settings,
    width: 344,
    stages: [stageOf('A', name, '2026-01-01', '2026-06-30')],
  });
  expectSound(chart);
  expect(textBoxes(chart.svg).some(({ text }) => /^commiss.*….*half$/.test(text))).toBe(true);
});

test('a period is drawn alone, with arrows at what goes on outside of it, and the finding stays that of the whole', () => {
  const whole = ganttChart({ ...settings, stages });
  const close = ganttChart({ ...settings, stages, period: { from: '2026-04-01', to: '2026-08-31' } });
  expect(close.title).toBe(whole.title);
  expect(close.area).toMatchObject({ first: new Date('2026-04-01'), last: new Date('2026-08-31') });
  expect(close.svg).toContain('before 1 Apr 2026, after 31 Aug 2026.');
  expect(() => ganttChart({ ...settings, stages, period: { from: '2026-08-31', to: '2026-08-31' } })).toThrow(
    'gantt: period to 2026-08-31, expected after 2026-08-31',
  );
});

test('its rows stand where they are said to stand, by the name of the stage and not by what is said of it', () => {
  const some = stages.map((stage, i) => (i === 1 ? { ...stage, begun: 0.4 } : stage));
  const places = ganttPlaces(some);
  expect(places.map(({ site, name }) => [site, name])).toEqual(some.map(({ site, stage }) => [site, stage]));
  const { area } = ganttChart({ ...settings, stages: some });
  // The first row lies below the name of its site, the last at the lower edge.
  expect(places[0]!.top).toBeGreaterThan(0);
  expect(places.at(-1)!.bottom).toBeCloseTo(area!.bottom - area!.top, 6);
  expect(
    places.every(({ top, bottom }, i) => bottom > top && (i === 0 || top >= places[i - 1]!.bottom)),
  ).toBe(true);
});

test('a name that is too long for a narrow chart is shortened, and the share of the runs stands whole', () => {
  const begun = ['commissioning of the hall', 'in service'].map((stage) => ({
    ...stageOf('A', stage, '2026-01-01', '2026-06-30'),
    begun: 0.73,
  }));
  const texts = (width: number): string[] =>
    textBoxes(ganttChart({ ...settings, width, stages: begun }).svg).map(({ text }) => text);
  expect(texts(300).filter((text) => text.endsWith(', 73 %'))).toHaveLength(2);
  expect(texts(300)).toContain('in service, 73 %');
  expect(texts(860).filter((text) => text.endsWith(', 73 % of runs'))).toHaveLength(2);
});

test('stages are called whole beside the share of the runs that do them, on the narrowest telephone too', () => {
  const edge = { p10: '2026-01-31', p50: '2026-03-31', p90: '2026-05-31' };
  const later = { p10: '2026-06-30', p50: '2026-07-31', p90: '2026-09-30' };
  const stages = [{ site: 'east', stage: 'commissioning', start: edge, finish: later, begun: 0.95 }];
  for (const width of [300, 328, 344]) {
    const { svg } = ganttChart({ ...settings, width, stages });
    expect(textBoxes(svg).map(({ text }) => text)).toContain('commissioning, 95 %');
  }
});
