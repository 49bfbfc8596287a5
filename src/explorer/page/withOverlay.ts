/** How marks look that a file has to keep without the style of the page. */
const LOOKS = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity'] as const;

/** What is there for the pointer alone. */
const NOT_KEPT = '.rule, .period, .reach';

/**
 * The text of a chart with what the page draws over it, as it looks there: the baseline, single runs, the mark of the
 * milestone.
 */
export function withOverlay(svg: string, over: SVGSVGElement | null | undefined): string {
  if (over === null || over === undefined) return svg;
  const marks = over.cloneNode(true) as SVGSVGElement;
  const [shown, kept] = [[...over.querySelectorAll('*')], [...marks.querySelectorAll('*')]];
  kept.forEach((mark, index) => {
    const style = getComputedStyle(shown[index]!);
    for (const name of LOOKS) mark.setAttribute(name, style.getPropertyValue(name));
    mark.removeAttribute('class');
    if (shown[index]!.matches(NOT_KEPT)) mark.remove();
  });
  return svg.replace(/<\/svg>\s*$/, () => `${marks.innerHTML}</svg>`);
}
