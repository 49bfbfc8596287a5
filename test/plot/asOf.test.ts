import { describe, expect, test } from 'vitest';
import { charts, document } from './samples.ts';
import { textFaults } from './textBoxes.ts';

const OVER_TIME = ['fan', 'readiness', 'gantt', 'binding', 'chipsAndMegawatts', 'spend', 'largestCluster'];

/** A chart with an as-of date, which only charts over time take. */
const drawn = (name: string, asOf: string, width?: number) => charts[name]!({ document, width, asOf });

describe.each(OVER_TIME)('the %s chart', (name) => {
  test('draws a line at the as-of date, shades what lies before it, and says what the shade is', () => {
    const { svg } = drawn(name, '2026-11-22');
    expect(svg).toContain('as of 22 Nov 2026');
    expect(words(svg)).toMatch(/Shaded: before 22 Nov 2026/);
    expect(svg.match(/fill-opacity="0.07"/g)?.length).toBeGreaterThan(0);
  });

  test('that begins after the as-of date has nothing to shade', () => {
    const { svg } = drawn(name, '2025-11-22');
    expect(svg).toContain('as of 22 Nov 2025');
    expect(words(svg)).not.toContain('Shaded');
    // Totals may have been observed, and stages stated.
    expect(words(svg)).not.toMatch(/observed|not known/);
  });

  test('has no line without an as-of date', () => {
    expect(charts[name]!({ document }).svg).not.toContain('as of ');
  });

  test.each([240, 360, 720])('at %i px the words at the line stand over no others', (width) => {
    expect(textFaults(drawn(name, '2026-11-22', width).svg)).toEqual([]);
    expect(textFaults(drawn(name, '2025-11-22', width).svg)).toEqual([]);
  });
});

test('no finding names a date before the as-of date', () => {
  const titles = OVER_TIME.map((name) => drawn(name, '2027-06-30').title);
  for (const title of titles) expect(title).not.toMatch(/2025|2026/);
});

/** All text of a picture, its lines joined. */
function words(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
}
