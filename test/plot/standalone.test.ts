import { expect, test } from 'vitest';
import { darkChartColours, standalone } from '../../src/plot/index.ts';
import { charts, document } from './samples.ts';
import { parseSvg } from './textBoxes.ts';

const { svg } = charts['tornado']!({ document });

test('a chart alone lies on paper of its scheme, with a margin', () => {
  const [light, dark] = [standalone(svg), standalone(svg, { scheme: 'dark' })].map(parseSvg);
  expect(light!.getAttribute('viewBox')).toMatch(/^-16 -16 752 \d+$/);
  expect(light!.getAttribute('width')).toBe('752');
  const paper = (root: Element): Element => root.querySelector('rect')!;
  expect(paper(light!).getAttribute('fill')).toBe('#ffffff');
  expect(paper(dark!).getAttribute('fill')).toBe('#15181c');
  expect(paper(dark!).getAttribute('width')).toBe('752');
});

test('a chart that was drawn without its title gets it above, on the same paper', () => {
  const bare = charts['tornado']!({ document, heading: false }).svg;
  const [without, withTitle] = [standalone(bare), standalone(bare, { heading: true })].map(parseSvg);
  const box = (root: Element): number[] => root.getAttribute('viewBox')!.split(' ').map(Number);
  const lines = Math.round((box(withTitle!)[3]! - box(without!)[3]! - 4) / 21);
  expect(lines).toBeGreaterThanOrEqual(1);
  const texts = [...withTitle!.querySelectorAll('text')].slice(0, lines);
  expect(texts.map(({ textContent }) => textContent).join(' ')).toBe(
    withTitle!.querySelector('title')!.textContent,
  );
  for (const text of texts) expect(Number(text.getAttribute('y'))).toBeGreaterThan(box(withTitle!)[1]!);
});

test('every variable of a chart has a dark colour', () => {
  const names = new Set(
    Object.values(charts).flatMap((draw) => draw({ document }).svg.match(/--chart-[\w-]+/g) ?? []),
  );
  expect(names.size).toBeGreaterThan(4);
  for (const name of names) expect(Object.keys(darkChartColours())).toContain(name);
});

test('series stand at least 4.5:1 on their paper, light and dark', () => {
  const light = new Map(
    Object.values(charts).flatMap((draw) =>
      [...draw({ document }).svg.matchAll(/var\((--chart-[\w-]+), (#\w{6})\)/g)].map(
        ([, name, colour]) => [name!, colour!] as const,
      ),
    ),
  );
  for (const [name, colour] of light) {
    if (name === '--chart-paper') continue;
    expect(contrast(colour, '#ffffff'), `${name} light`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(darkChartColours()[name]!, '#15181c'), `${name} dark`).toBeGreaterThanOrEqual(4.5);
  }
});

/** Contrast of two colours by WCAG 2. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
