import { DOMParser } from 'linkedom';
import { textWidth } from '../../src/plot/textWidth.ts';

/** A text of an SVG and the box it takes in the widest usual typeface, px. */
export interface TextBox {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** An SVG as elements. */
export function parseSvg(svg: string): Element {
  return new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement as unknown as Element;
}

/** Every text of an SVG with its box. */
export function textBoxes(svg: string): TextBox[] {
  return [...parseSvg(svg).querySelectorAll('text')].map((element) => {
    const text = element.textContent ?? '';
    const size = Number(inherited(element, 'font-size'));
    const isBold = Number(inherited(element, 'font-weight') ?? 400) >= 600;
    const width = textWidth(text, { size, bold: isBold });
    // Plot lowers the base line by a part of the size, so that the place is the middle.
    const isMiddle = element.getAttribute('y') === '0.32em';
    const { x, y } = origin(element);
    const shift = { start: 0, middle: 0.5, end: 1 }[inherited(element, 'text-anchor') ?? 'start'] ?? 0;
    const middle = isMiddle ? y : y - size * 0.35;
    return {
      text,
      size,
      left: x - width * shift,
      right: x + width * (1 - shift),
      top: middle - size / 2,
      bottom: middle + size / 2,
    };
  });
}

/** What is wrong with the texts of an SVG: outside of the picture, too small, or over another. */
export function textFaults(svg: string): string[] {
  const [, , width, height] = parseSvg(svg).getAttribute('viewBox')!.split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const boxes = textBoxes(svg);
  const faults: string[] = [];
  boxes.forEach((box, i) => {
    if (box.left < -0.6 || box.right > width + 0.6 || box.top < 0 || box.bottom > height) {
      faults.push(`clipped: ${box.text}`);
    }
    if (!(box.size >= 10)) faults.push(`small: ${box.text}`);
    for (const other of boxes.slice(i + 1)) {
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      if (across > 0.5 && down > 1) faults.push(`over each other: ${box.text} | ${other.text}`);
    }
  });
  return faults;
}

function ancestors(element: Element): Element[] {
  return element.parentElement === null ? [element] : [element, ...ancestors(element.parentElement)];
}

function inherited(element: Element, name: string): string | undefined {
  return (
    ancestors(element)
      .find((one) => one.hasAttribute(name))
      ?.getAttribute(name) ?? undefined
  );
}

function origin(element: Element): { x: number; y: number } {
  let x = Number(element.getAttribute('x') ?? 0);
  const line = element.getAttribute('y') ?? '0';
  let y = line.endsWith('em') ? 0 : Number(line);
  for (const one of ancestors(element)) {
    const [, dx = '0', dy = '0'] =
      /translate\(([^,]+),([^)]+)\)/.exec(one.getAttribute('transform') ?? '') ?? [];
    x += Number(dx);
    y += Number(dy);
  }
  return { x, y };
}

/** Words of an SVG that a line across the height of its plot crosses out: such as the one at a target date. */
export function crossedWords(svg: string): string[] {
  const lines = [...parseSvg(svg).querySelectorAll('line')].flatMap((line) => {
    const at = (name: string): number => Number(line.getAttribute(name));
    const { x, y } = origin(line);
    const isTall = at('x1') === at('x2') && Math.abs(at('y1') - at('y2')) > 60;
    return isTall
      ? [{ x: x + at('x1'), top: y + Math.min(at('y1'), at('y2')), bottom: y + Math.max(at('y1'), at('y2')) }]
      : [];
  });
  return textBoxes(svg)
    .filter((box) =>
      lines.some(
        ({ x, top, bottom }) =>
          // Words above a line stand at its end.
          box.left < x - 0.5 && box.right > x + 0.5 && box.top < bottom - 1 && box.bottom > top + 6,
      ),
    )
    .map(({ text }) => text);
}
