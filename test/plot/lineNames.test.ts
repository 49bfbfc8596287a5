import { expect, test } from 'vitest';
import { fleetsChart, lockInChart, ownersChart } from '../../src/plot/index.ts';
import { document, monthEnds } from './samples.ts';
import { expectSound } from './sound.ts';
import { textBoxes } from './textBoxes.ts';

const NAMES = [
  'OpenAI at Azure',
  'others at CoreWeave',
  'others at the halls of somebody else entirely',
  'AWS',
];
const dates = monthEnds(12);

const CHARTS = {
  owners: (width: number) =>
    ownersChart({
      document,
      width,
      fleets: NAMES.map((name, i) => ({
        name,
        fan: dates.map((date, day) => ({ date, p10: day * i, p50: day * (i + 2), p90: day * (i + 4) })),
      })),
    }),
  fleets: (width: number) =>
    fleetsChart({
      document,
      width,
      fleets: NAMES.flatMap((provider, i) =>
        ['one', 'two'].map((tenant) => ({
          tenant,
          provider,
          points: dates.map((date, day) => ({ date, gpus: (day + 1) * (i + 1) })),
        })),
      ),
    }),
  'lock-in': (width: number) =>
    lockInChart({
      document,
      width,
      offers: NAMES.map((name, i) => ({
        name,
        points: dates.map((date, day) => ({
          date,
          cost: { estimate: day * (i + 1) * 1e6, low: 0, high: day * (i + 2) * 1e6 },
          pays: { estimate: (i + 1) / 10, low: 0.1, high: 0.5 },
        })),
      })),
    }),
};

for (const [name, draw] of Object.entries(CHARTS)) {
  test.each([240, 300, 358, 390, 720, 860])(
    `the names of lines of ${name} are whole at %i px, and the plot keeps its width`,
    (width) => {
      const chart = draw(width);
      expectSound(chart);
      const texts = textBoxes(chart.svg).map(({ text }) => text);
      for (const line of NAMES) {
        const words = texts.join(' ');
        expect(words).toContain(line);
      }
      expect(texts.join('')).not.toContain('…');
      const { left, right } = chart.area!;
      const plots = width >= 640 && name !== 'owners' ? 2 : 1;
      expect(right - left).toBeGreaterThan(0.5 * (width / plots) - 20);
    },
  );
}

test('names that have room stand at the ends of their lines, and nothing below the plot', () => {
  const draw = (name: string): string =>
    ownersChart({
      document,
      fleets: [{ name, fan: dates.map((date, day) => ({ date, p10: day, p50: day, p90: day })) }],
    }).svg;
  const place = (svg: string, text: string): number =>
    textBoxes(svg).findLast((box) => box.text.startsWith(text))!.left;
  expect(place(draw('AWS'), 'AWS')).toBeGreaterThan(600);
  const long = 'the halls of somebody else entirely';
  expect(place(draw(long), long)).toBeLessThan(60);
  expect(textBoxes(draw(long)).some(({ text, left }) => text === '11' && left > 600)).toBe(true);
});

test('panels side by side have time axes of one length, whatever stands beside their lines', () => {
  const fleet = (tenant: string, provider: string, gpus: number) => ({
    tenant,
    provider,
    points: dates.map((date) => ({ date, gpus })),
  });
  const { svg } = fleetsChart({
    document,
    width: 860,
    fleets: [fleet('one', 'AWS', 5), fleet('two', 'CoreWeave', 123_456)],
  });
  const rules = [...svg.matchAll(/<line y2="([\d.]+)" y1="\1" x2="([\d.]+)" x1="([\d.]+)"/g)];
  const lengths = new Set(rules.map(([, , right, left]) => Number(right) - Number(left)));
  expect(rules.length).toBeGreaterThan(4);
  expect(lengths.size).toBe(1);
});
