import { factorTitles } from '../answer/index.ts';
import type { Experiment } from '../experiment/index.ts';
import { percentileName } from '../wording/index.ts';

/** Of more only their number is told. */
const MOST_TOLD = 6;

/**
 * What the points of a design differ in, a phrase each: `transformer lead time 40 weeks, 120 weeks, 200 weeks`.
 *
 * Of inputs the values are points of their distribution. Where some points leave a value as it is, the phrase says so.
 */
export function variedValues<S>({ points, model }: Experiment<S>): readonly string[] {
  if (points.length === 1) return [];
  const settings = points.map((point) => point.settings);
  const inputs = points.map((point) => point.inputs);
  const factors = [
    ...valuesOf(settings).map((one) => ({ ...one, rest: 'as the scenario has it', text: String })),
    ...valuesOf(inputs).map((one) => ({ ...one, rest: 'as drawn', text: percentileName })),
  ];
  const titles = factorTitles(
    factors.map(({ name }) => name),
    model.outputs(points[0]!.scenario).titles,
  );
  return factors.flatMap(({ values, text, isEverywhere, rest }, index) => {
    if (values.length < 2 && isEverywhere) return [];
    const told =
      values.length > MOST_TOLD
        ? [`in ${values.length} values`]
        : values.map((value) => (text as (value: unknown) => string)(value));
    return `${titles[index]!} ${[...told, ...(isEverywhere ? [] : [rest])].join(', ')}`;
  });
}

/** The values that each name has at some of the points, and whether it has one at all of them. */
function valuesOf<T>(
  points: readonly Readonly<Record<string, T>>[],
): { name: string; values: T[]; isEverywhere: boolean }[] {
  return [...new Set(points.flatMap((point) => Object.keys(point)))].map((name) => {
    const stated = points.filter((point) => Object.hasOwn(point, name));
    return {
      name,
      values: [...new Set(stated.map((point) => point[name]!))],
      isEverywhere: stated.length === points.length,
    };
  });
}
