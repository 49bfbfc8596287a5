import { expect } from 'vitest';
import type { Chart } from '../../src/plot/index.ts';
import { parseSvg, textFaults } from './textBoxes.ts';

/** Expects a chart whose numbers are numbers and whose texts are whole, apart, and the same in the picture as beside it. */
export function expectSound({ svg, title, alternative }: Chart): void {
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(`${title} ${alternative}`).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  expect(textFaults(svg)).toEqual([]);
  expect(parseSvg(svg).querySelector('title')!.textContent).toBe(title);
}

/** A name that breaks what does not escape it. */
export const WILD = 'a <b> & "c" d\'e';
