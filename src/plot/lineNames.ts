import type { Panel } from './frame.ts';
import { textWidth, widestText } from './textWidth.ts';
import type { EndLabel } from './timePlot.ts';
import { LABEL_SIZE } from './typeface.ts';
import { wrapText } from './wrapText.ts';
import { SVG_NAMESPACE } from './svgNamespace.ts';

/** A line over time: what it is called, and how it looks. */
export interface NamedLine {
  readonly name: string;
  readonly colour: string;
  readonly dash: string;
  /** Where it ends, and that in words. */
  readonly value: number;
  readonly text: string;
}

/** Part of the width that names may take beside the ends of lines. */
const NAMES_PART = 0.3;

const BOLD = { size: LABEL_SIZE, bold: true };

/** px of a piece of the line before its name, and from there to the name; between names; from line to line. */
const PIECE = 26;
const GAP = 6;
const BETWEEN = 16;
const LINE = 17;

/** Whether names of lines have room beside their ends in a plot of a width. */
export function fitBeside(names: readonly string[], width: number): boolean {
  return widestText(names, BOLD) <= width * NAMES_PART;
}

/** What stands at the ends of lines: their names, and where these stand below the plot how high they end. */
export function endLabelsOf(lines: readonly NamedLine[], areBelow: boolean): EndLabel[] {
  return lines.map(({ name, text, value, colour }) => ({
    text: areBelow ? text : name,
    value,
    colour,
    bold: true,
  }));
}

/** Names of lines as a panel below their plot, each whole and behind a piece of its line, the highest first. */
export function namesBelow(
  document: Document,
  lines: readonly Omit<NamedLine, 'text'>[],
  { width, y }: { readonly width: number; readonly y: number },
): Panel {
  const plot = document.createElementNS(SVG_NAMESPACE, 'svg');
  const add = (name: string, attributes: Readonly<Record<string, string | number>>): Element => {
    const made = document.createElementNS(SVG_NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    plot.append(made);
    return made;
  };
  let [x, row] = [0, 0];
  for (const { name, colour, dash } of lines.toSorted((a, b) => b.value - a.value)) {
    const words = wrapText(name, width - PIECE - GAP, BOLD);
    const needed = PIECE + GAP + Math.max(...words.map((line) => textWidth(line, BOLD)));
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    const middle = row * LINE + LINE / 2;
    add('line', {
      x1: x,
      x2: x + PIECE,
      y1: middle,
      y2: middle,
      stroke: colour,
      'stroke-width': 2.25,
      'stroke-dasharray': dash === '' ? 'none' : dash,
    });
    words.forEach((line, i) => {
      add('text', {
        x: x + PIECE + GAP,
        y: middle + i * LINE + LABEL_SIZE * 0.35,
        'text-anchor': 'start',
        'font-size': LABEL_SIZE,
        'font-weight': 600,
        fill: colour,
      }).textContent = line;
    });
    row += words.length - 1;
    x += needed + BETWEEN;
  }
  plot.setAttribute('height', String((row + 1) * LINE + 4));
  return { plot, y };
}
