import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { standalone } from '../../src/plot/index.ts';
import { charts, document } from './samples.ts';
import { crossedWords, parseSvg, textFaults } from './textBoxes.ts';

/** Charts whose axis is time: their words keep off the lines at the as-of date and at the target date. */
const OVER_TIME = new Set(['readiness', 'fan', 'spend', 'binding', 'largestCluster', 'owners', 'fleets']);

const WIDTHS = [240, 320, 360, 480, 560, 720, 1100];

describe.each(Object.entries(charts))('%s chart', (name, draw) => {
  test('is the committed picture', async () => {
    await expect(draw({ document }).svg).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  test('is the committed picture on a telephone', async () => {
    await expect(draw({ document, width: 360 }).svg).toMatchFileSnapshot(`snapshots/${name}-360.svg`);
  });

  test('is the same bytes when drawn again', () => {
    expect(draw({ document }).svg).toBe(draw({ document }).svg);
  });

  test.each(WIDTHS)('at %i px no text is clipped, below 10 px, or over another', (width) => {
    expect(textFaults(draw({ document, width }).svg)).toEqual([]);
  });

  test.each(OVER_TIME.has(name) ? WIDTHS.filter((width) => width >= 320) : [])(
    'at %i px no word is crossed out by a line',
    (width) => {
      for (const asOf of [undefined, '2026-03-31', '2026-11-30'])
        expect(crossedWords(draw({ document, width, asOf }).svg), asOf).toEqual([]);
    },
  );

  test('stands alone: namespace, box, role, title and text alternative', () => {
    const { svg, title, alternative } = draw({ document });
    const root = parseSvg(svg);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg.match(/xmlns=/g)).toHaveLength(1);
    expect(root.getAttribute('viewBox')).toMatch(/^0 0 720 \d+$/);
    expect(root.getAttribute('role')).toBe('img');
    expect(root.querySelector('title')!.textContent).toBe(title);
    expect(root.querySelector('desc')!.textContent).toBe(alternative);
  });

  test('has numbers in its finding or names what it found, and numbers in its alternative', () => {
    const { title, alternative } = draw({ document });
    expect(title).toMatch(/\d|chips/);
    expect(alternative).toMatch(/\d/);
    expect(`${title} ${alternative}`).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  test('has no coordinate that is none, no id and no class but its own', () => {
    const { svg } = draw({ document });
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg).not.toMatch(/\bid=/);
    expect(new Set(svg.match(/class="[^"]*"/g))).toEqual(new Set(['class="chart"']));
  });

  test('leaves its title to the page when asked, but keeps it for who does not see', () => {
    const { svg, title } = draw({ document, heading: false });
    const root = parseSvg(svg);
    expect([...root.querySelectorAll('text')].map((text) => text.textContent)).not.toContain(title);
    expect(root.querySelector('title')!.textContent).toBe(title);
    expect(height(svg)).toBeLessThan(height(draw({ document }).svg));
  });

  test('alone has colours of its scheme and no variable', () => {
    const { svg } = draw({ document });
    expect(svg).toContain('currentColor');
    for (const scheme of ['light', 'dark'] as const) {
      expect(standalone(svg, { scheme })).not.toMatch(/var\(|currentColor/i);
    }
    expect(standalone(svg)).not.toBe(standalone(svg, { scheme: 'dark' }));
  });

  test('refuses a width without room', () => {
    expect(() => draw({ document, width: 100 })).toThrow('width: 100, expected at least 240 px');
    expect(() => draw({ document, width: NaN })).toThrow('width: NaN, expected at least 240 px');
  });
});

test('every file of the room is free of Node, of the clock and of the locale', () => {
  const room = new URL('../../src/plot/', import.meta.url);
  const files = readdirSync(room);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const source = readFileSync(new URL(file, room), 'utf8');
    expect(source, file).not.toMatch(/node:|process\.|Math\.random|Date\.now|new Date\(\)|toLocale|Intl\./);
  }
});

test('a text outside, one too small and one over another are found', () => {
  const text = (x: number, y: number, size: number, words: string): string =>
    `<text x="${x}" y="${y}" font-size="${size}">${words}</text>`;
  const inside = `<g transform="translate(0,50)" font-size="12" text-anchor="end"><text y="0.32em" transform="translate(5,5)">out</text></g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${text(0, 20, 12, 'fine')}${text(90, 40, 12, 'beyond')}${text(5, 24, 8, 'small')}${inside}</svg>`;
  expect(textFaults(svg)).toEqual([
    'over each other: fine | small',
    'clipped: beyond',
    'small: small',
    'clipped: out',
  ]);
});

function height(svg: string): number {
  return Number(parseSvg(svg).getAttribute('height'));
}
