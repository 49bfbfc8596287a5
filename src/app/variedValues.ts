import { factorTitles } from '../answer/index.ts';
import type { Experiment } from '../experiment/index.ts';

/** More are told by their ends. */
const MOST_TOLD = 6;

/**
 * What the points of a design differ in, a phrase each: `transformer lead time 40 weeks, 120 weeks, 200 weeks`.
 *
 * Of inputs the values are points of their distribution.
 */
export function variedValues<S>({ points, model }: Experiment<S>): readonly string[] {
  if (points.length === 1) return [];
  const all = points.map(({ settings, inputs }) => ({
    ...settings,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, u]) => [name, `P${Number((100 * u).toFixed(1))}`]),
    ),
  }));
  const paths = [...new Set(all.flatMap((point) => Object.keys(point)))];
  const values = paths.map((path) => [...new Set(all.flatMap((point) => point[path] ?? []))].map(String));
  const titles = factorTitles(paths, model.outputs(points[0]!.scenario).titles);
  return titles.flatMap((title, index) => {
    const own = values[index]!;
    if (own.length < 2) return [];
    return own.length <= MOST_TOLD
      ? `${title} ${own.join(', ')}`
      : `${title} in ${own.length} values from ${own[0]!} to ${own.at(-1)!}`;
  });
}
