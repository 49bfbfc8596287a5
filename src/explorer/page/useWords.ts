import { useEffect, useState } from 'preact/hooks';
import type { Bounds } from '../../plot/placeLabels.ts';
import { wordsIn } from '../../plot/ruleParts.ts';

/** Where the words of the chart in a box stand, measured once it is painted: in a task of its own, as it is drawn. */
export function useWords(
  box: { readonly current: HTMLElement | null },
  svg: string | undefined,
): readonly Bounds[] {
  const [words, setWords] = useState<readonly Bounds[]>([]);
  useEffect(() => {
    const picture = box.current?.querySelector<SVGSVGElement>('svg.chart');
    setWords(picture === null || picture === undefined ? [] : wordsIn(picture));
  }, [svg]);
  return words;
}
