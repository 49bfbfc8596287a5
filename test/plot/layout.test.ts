import { describe, expect, test } from 'vitest';
import { dateOf } from '../../src/plot/calendarText.ts';
import { placeLabels } from '../../src/plot/placeLabels.ts';
import { roomInBand } from '../../src/plot/roomInBand.ts';
import { spreadLabels } from '../../src/plot/spreadLabels.ts';
import { textWidth } from '../../src/plot/textWidth.ts';
import { timeTicks } from '../../src/plot/timeTicks.ts';
import { valueTicks } from '../../src/plot/valueTicks.ts';
import { shortenText, wrapText } from '../../src/plot/wrapText.ts';

describe('labels along a line', () => {
  const limits = { gap: 14, low: 0, high: 100 };

  test('that do not meet stand where they want', () => {
    expect(spreadLabels([80, 20, 50], limits)).toEqual([80, 20, 50]);
  });

  test('that meet move apart by the same amount, in their order', () => {
    expect(spreadLabels([52, 50], limits)).toEqual([58, 44]);
  });

  test('that want one place keep the order they came in', () => {
    expect(spreadLabels([50, 50, 50], limits)).toEqual([36, 50, 64]);
  });

  test('keep inside of the edges, and push the others on', () => {
    expect(spreadLabels([0, 2, 99, 100], { ...limits })).toEqual([0, 14, 86, 100]);
  });

  test('of which there are too many start at the low edge', () => {
    expect(spreadLabels([10, 10, 10], { gap: 60, low: 0, high: 100 })).toEqual([0, 60, 120]);
  });

  test('of which there are none', () => {
    expect(spreadLabels([], limits)).toEqual([]);
  });
});

describe('labels of dots', () => {
  const bounds = { left: 0, right: 200, top: 0, bottom: 100 };

  test('stand left above, else right below, else nowhere', () => {
    const label = { y: 50, width: 60, height: 14 };
    const places = placeLabels(
      [
        { ...label, x: 100 },
        { ...label, x: 20 },
        { x: 100, y: 50, width: 500, height: 14 },
      ],
      bounds,
    );
    expect(places.map((placed) => placed?.place.textAnchor)).toEqual(['end', 'start', undefined]);
  });

  test('stand over no line, over the curve only where nothing else is free, and are short where the whole has no room', () => {
    const label = { x: 100, y: 50, width: 60, height: 14 };
    const rule = { left: 70, right: 74, top: 0, bottom: 100 };
    const curve = { left: 100, right: 200, top: 52, bottom: 70 };
    const [beside] = placeLabels([label], bounds, { never: [rule], rarely: [curve] });
    expect(beside).toEqual({ place: { dx: 9, dy: -9, textAnchor: 'start' }, isShort: false });
    const all = { left: 0, right: 200, top: 0, bottom: 100 };
    expect(placeLabels([label], bounds, { rarely: [all] })[0]?.place.textAnchor).toBe('end');
    expect(placeLabels([label], bounds, { never: [all] })).toEqual([undefined]);
    const walls = [40, 160].map((left) => ({ ...rule, left, right: left + 4 }));
    const [short] = placeLabels([{ ...label, width: 130, shortWidth: 30 }], bounds, { never: walls });
    expect(short?.isShort).toBe(true);
  });

  test('do not stand over one another', () => {
    const label = { x: 100, y: 50, width: 60, height: 14 };
    const places = placeLabels([label, label], bounds);
    expect(places[0]).not.toEqual(places[1]);
  });
});

describe('room in a band', () => {
  const band = [0, 50, 100].map((x) => ({ x, low: 0, high: x === 50 ? 40 : 20 }));

  test('is where the band is highest', () => {
    expect(roomInBand(band, { width: 20, height: 15 })).toEqual({ x: 50, y: 18 - 0 });
  });

  test('is over no box that stands already, and nowhere where only that is left', () => {
    const wide = [0, 50, 100, 150].map((x) => ({ x, low: 0, high: x === 50 ? 60 : 30 }));
    const box = { width: 20, height: 15 };
    const taken = [{ x: 50, y: 15, width: 40, height: 40 }];
    expect(roomInBand(wide, box)?.x).toBe(50);
    expect(roomInBand(wide, box, taken)?.x).toBe(100);
    expect(roomInBand(wide, box, [{ x: 75, y: 15, width: 200, height: 60 }])).toBeUndefined();
  });

  test('is nowhere in a band that is too thin', () => {
    expect(roomInBand(band, { width: 20, height: 60 })).toBeUndefined();
  });
});

describe('texts', () => {
  test('wrap at spaces, and inside of a word that is wider than a line', () => {
    const style = { size: 12 };
    const lines = wrapText('a long line of words and averyveryverylongword', 60, style);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(60);
    expect(lines.join('').replaceAll(' ', '')).toBe('alonglineofwordsandaveryveryverylongword');
  });

  test('keep a number and its percent sign on one line', () => {
    expect(wrapText('half 50 %', textWidth('half 50', { size: 12 }) + 1, { size: 12 })).toEqual([
      'half',
      '50 %',
    ]);
  });

  test('are shortened with a mark, not cut', () => {
    expect(shortenText('commissioning', 60, { size: 12 })).toMatch(/^comm.*…$/);
    expect(shortenText('short', 60, { size: 12 })).toBe('short');
  });

  test('are wider in bold, and a sign that is not known is wide', () => {
    expect(textWidth('word', { size: 12, bold: true })).toBeGreaterThan(textWidth('word', { size: 12 }));
    expect(textWidth('漢', { size: 12 })).toBe(12);
  });
});

describe('ticks', () => {
  test.each([
    [0, 187, [0, 50, 100, 150, 200]],
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-9, 0, [-10, -8, -6, -4, -2, 0]],
    [0, 0, [0, 1]],
    [0, 1.4e12, [0, 5e11, 1e12, 1.5e12]],
  ])('of %d to %d are round and cover it', (low, high, ticks) => {
    expect(valueTicks(low, high, 5)).toEqual(ticks);
  });

  const texts = (first: string, last: string, width: number): string[] =>
    timeTicks(dateOf(first), dateOf(last), width).map(({ text }) => text);

  test('of two years are quarters, and years where it is narrow', () => {
    expect(texts('2025-11-30', '2027-12-31', 400)).toEqual([
      '2026',
      'Apr',
      'Jul',
      'Oct',
      '2027',
      'Apr',
      'Jul',
      'Oct',
    ]);
    expect(texts('2025-11-30', '2027-12-31', 110)).toEqual(['2026', '2027']);
  });

  test('of some months without a January say their year', () => {
    expect(texts('2026-02-01', '2026-06-30', 600)).toEqual(['Feb 2026', 'Mar', 'Apr', 'May', 'Jun']);
  });

  test('of days are days', () => {
    expect(texts('2026-02-01', '2026-02-04', 400)).toEqual(['1 Feb 2026', '2 Feb', '3 Feb', '4 Feb']);
  });

  test('of sixty years are decades', () => {
    expect(texts('2000-01-01', '2060-01-01', 300)).toEqual([
      '2000',
      '2010',
      '2020',
      '2030',
      '2040',
      '2050',
      '2060',
    ]);
  });
});
