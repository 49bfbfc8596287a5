import { useEffect, useState } from 'preact/hooks';
import type { Chart, ChartSettings } from '../../plot/index.ts';

const NARROWEST = 300;
const WIDEST = 860;

/**
 * Draws in a task of its own, so that several charts together do not hold the page up; the one before stands until
 * then.
 */
export function useDrawing(
  draw: (settings: ChartSettings) => Chart,
  width: number | undefined,
  of: readonly unknown[],
): { drawn: Chart | string | undefined; isCurrent: boolean } {
  const asked = [width, ...of];
  const [last, setLast] = useState<{ drawn: Chart | string; of: readonly unknown[] } | undefined>(undefined);
  useEffect(() => {
    if (width === undefined) return;
    const later = setTimeout(() => setLast({ drawn: drawnBy(draw, width), of: asked }));
    return () => clearTimeout(later);
  }, asked);
  return { drawn: last?.drawn, isCurrent: last !== undefined && isSame(last.of, asked) };
}

/** What cannot be drawn is said in words. */
function drawnBy(draw: (settings: ChartSettings) => Chart, width: number): Chart | string {
  try {
    return draw({ document, width, heading: false });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((one, place) => Object.is(one, right[place]));
}

/** Nothing before it was measured. */
export function useWidth(box: { readonly current: HTMLElement | null }): number | undefined {
  const [width, setWidth] = useState<number | undefined>(undefined);
  useEffect(() => {
    const measure = (): void => {
      const found = Math.floor(box.current?.clientWidth ?? 0);
      if (found > 0) setWidth(Math.min(WIDEST, Math.max(NARROWEST, found)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return width;
}
