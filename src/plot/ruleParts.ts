import type { Bounds } from './placeLabels.ts';

/** px between a rule and a word. */
const GAP = 2;

/**
 * A vertical rule at a place as the path of an SVG, without the parts in which a word stands: a rule that is moved over
 * a chart does not cross out what is written there.
 *
 * @example rulePath({ x: 5, top: 0, bottom: 50 }, [{ left: 0, right: 10, top: 20, bottom: 30 }]); // 'M5,0V18M5,32V50'
 */
export function rulePath(
  { x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number },
  words: readonly Bounds[],
): string {
  const inTheWay = words
    .filter(({ left, right }) => left - GAP < x && x < right + GAP)
    .sort((a, b) => a.top - b.top);
  const parts: string[] = [];
  let from = top;
  for (const word of [...inTheWay, { top: bottom + GAP, bottom: bottom + GAP }]) {
    const to = Math.min(bottom, word.top - GAP);
    if (to > from) parts.push(`M${x.toFixed(1)},${from.toFixed(1)}V${to.toFixed(1)}`);
    from = Math.max(from, word.bottom + GAP);
  }
  return parts.join('');
}

/** Where the words of a picture stand that is shown, in units of its `viewBox`. */
export function wordsIn(picture: SVGSVGElement): Bounds[] {
  const frame = picture.getBoundingClientRect();
  const { x, y, width } = picture.viewBox.baseVal;
  if (frame.width === 0) return [];
  const unit = width / frame.width;
  return [...picture.querySelectorAll('text')].map((text) => {
    const box = text.getBoundingClientRect();
    return {
      left: x + (box.left - frame.left) * unit,
      right: x + (box.right - frame.left) * unit,
      top: y + (box.top - frame.top) * unit,
      bottom: y + (box.bottom - frame.top) * unit,
    };
  });
}
