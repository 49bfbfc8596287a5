import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/record/index.ts';
import { plainText } from '../../src/notebook/plainText.ts';
import { portableText } from '../../src/notebook/portableText.ts';
import { shownOf } from '../../src/notebook/shownOf.ts';
import type { Displayable, Shown } from '../../src/notebook/shown.ts';
import { runAnswer, runResults, targetOf } from '../../src/answer/index.ts';
import { milestonesTable, readinessTable, runsTable } from '../../src/output/index.ts';
import { recordsOf } from '../fixtures/toy/records.ts';

const milestone: Column = {
  name: 'done',
  unit: 'day',
  kind: 'milestone',
  description: 'all done',
  threshold: { amount: 10_000, unit: 'gpu' },
};
const power: Column = { name: 'power', unit: 'MW', kind: 'scalar', description: 'power' };

function tableOf(displayed: Displayable): Extract<Shown, { kind: 'table' }> {
  const shown = shownOf(displayed);
  if (shown.kind !== 'table') throw new Error(`shown: ${shown.kind}, expected a table`);
  return shown;
}

describe('a table of results', () => {
  const days = Array.from({ length: 100 }, (_, index) => (index < 80 ? index / 10 : Infinity));

  test('has a column an estimate, its interval below it, and says later and … for what is not there', () => {
    const { title, columns, rows } = tableOf(milestonesTable(recordsOf([milestone], [{ done: days }])));
    expect(title).toBe('Milestones');
    expect(columns.map((column) => column.title)).toEqual([
      'milestone',
      'gpus',
      'date P10',
      'date P50',
      'date P90',
      'reached',
      'due date',
      'status',
    ]);
    expect(rows).toEqual([
      [
        { text: 'done' },
        { text: '10,000' },
        { text: '2026-01-01', interval: '2026-01-01 to 2026-01-02' },
        { text: '2026-01-05', interval: '2026-01-04 to 2026-01-07' },
        { text: 'later', interval: '… to …' },
        { text: '80.0 %', interval: '71.1 % to 86.7 %' },
        { text: '' },
        { text: 'forecast' },
      ],
    ]);
  });

  test('names the unit of what stands alone', () => {
    const { columns, rows } = tableOf(runsTable(recordsOf([power], [{ power: [12.345] }])));
    expect(columns.map((column) => column.title)).toContain('power mw');
    expect(rows[0]!.at(-1)!.text).toBe('12.35');
  });

  test('is cut after a hundred rows, and says so', () => {
    const shown = tableOf(readinessTable(recordsOf([milestone], [{ done: days }], { horizonDays: 300 })));
    expect(shown.rows).toHaveLength(100);
    expect(plainText(shown)).toContain('The first 100 of 300 rows.');
  });
});

describe('the answer of a run', () => {
  const days = Array.from({ length: 100 }, (_, index) => (index < 80 ? index / 10 : Infinity));
  const due: Column = { ...milestone, name: 'due', title: 'all of it', role: 'readiness', due: '2026-01-05' };

  test('is headed by the probability of the target, and has a row a milestone with intervals', () => {
    const records = recordsOf([milestone, due], [{ done: days, due: days }]);
    const { title, columns, rows } = tableOf(runAnswer(records));
    const { probability } = targetOf(runResults(records))!;
    const percent = (share = NaN): string => `${(share * 100).toFixed(1)} %`;
    expect(title).toBe(
      `All of it is reached by 2026-01-05 with a probability of ${percent(probability.estimate)} (${percent(probability.low)} to ${percent(probability.high)})`,
    );
    expect(columns.map((column) => column.title)).toEqual(['reached', 'P10', 'P50', 'P90', 'by the horizon']);
    expect(rows.map(([first]) => first?.text)).toEqual(['done', 'all of it, due 2026-01-05']);
    expect(rows[0]?.[3]).toEqual({ text: 'later', interval: '… to …' });
  });
});

describe("a table of one's own", () => {
  test('keeps text and numbers as they are, and rounds estimates to what their intervals allow one to see', () => {
    const { columns, rows } = tableOf({
      title: 'Crews',
      columns: [
        'crews',
        { title: 'days', unit: 'd' },
        { title: 'on time', unit: 'share' },
        { title: 'gain', unit: 'pp' },
      ],
      rows: [
        [
          1,
          { estimate: 123.456, low: 120.1, high: 130.9 },
          { estimate: 0.5, low: 0.4, high: 0.6 },
          undefined,
        ],
        ['two', { estimate: -0.01, low: -0.02 }, {}, { estimate: 0.018, low: 0.009, high: 0.027 }],
      ],
    });
    expect(columns.map(({ title, isNumeric }) => [title, isNumeric])).toEqual([
      ['crews', false],
      ['days, d', true],
      ['on time', true],
      ['gain', true],
    ]);
    expect(rows).toEqual([
      [
        { text: '1' },
        { text: '123', interval: '120 to 131' },
        { text: '50.0 %', interval: '40.0 % to 60.0 %' },
        { text: '…' },
      ],
      [
        { text: 'two' },
        { text: '-0.01', interval: '-0.02 to …' },
        { text: '…', interval: '… to …' },
        { text: '1.8 pp', interval: '0.9 pp to 2.7 pp' },
      ],
    ]);
  });
});

describe('display refuses', () => {
  test.for([
    [
      'a text that is no SVG',
      'hello',
      'display: "hello", expected an answer, a chart, a table or the text of an SVG',
    ],
    ['a number', 7, 'display: number, expected an answer, a chart, a table or the text of an SVG'],
    ['nothing', undefined, 'display: undefined, expected an answer, a chart, a table or the text of an SVG'],
    [
      'another object',
      { a: 1 },
      'display: object, expected an answer, a chart, a table or the text of an SVG',
    ],
  ] as const)('%s', ([, value, message]) => {
    expect(() => shownOf(value as unknown as Displayable)).toThrow(new TypeError(message));
  });
});

describe('portable text', () => {
  const portable = portableText({
    folders: [
      ['/home/me/work', '.'],
      ['/home/me', '~'],
      ['/', 'root'],
    ],
  });

  test.for([
    ['in /home/me/work/results/a.csv:3', 'in results/a.csv:3'],
    ['file:///home/me/work/a%20b.ts', 'a%20b.ts'],
    ['/home/me/work', '.'],
    ['/home/me/other and /home/me', '~/other and ~'],
    ['/home/me/workshop stays below home', '~/workshop stays below home'],
    ['/data/home/me/x and /home/mel stay', '/data/home/me/x and /home/mel stay'],
    ['10 %\r20 %\nnext\r\nbell\u0007', '20 %\nnext\nbell'],
  ] as const)('%j', ([text, expected]) => {
    expect(portable(text)).toBe(expected);
  });
});
