import type { Relaxation } from '../../src/design/index.ts';
import { quantile, type Distribution } from '../../src/random/index.ts';
import type { Stage } from '../../src/scenario/index.ts';

/** One part of a scenario that a step scales. */
export type Part = readonly [
  path: string,
  range: Distribution | undefined,
  options?: { unit?: string; max?: number },
];

/** The duration of a stage of which nothing has happened yet: what has begun is no longer to be had faster. */
export function whole(stage: Stage | undefined): Distribution | undefined {
  return stage?.started === undefined && stage?.finished === undefined ? stage?.duration : undefined;
}

/** A step that scales ranges together, none where no range can be written or would change. */
export function step(name: string, by: string, size: number, parts: readonly Part[]): Relaxation[] {
  const settings = Object.fromEntries(
    parts.flatMap(([path, range, options]) => scaled(path, range, 1 + size, options)),
  );
  if (Object.keys(settings).length === 0) return [];
  return [{ name, step: `${percent(Math.abs(size))} ${size < 0 ? 'less' : 'more'}`, by, settings }];
}

/** The setting that scales one range; none where no text says such a range, or nothing would change. */
function scaled(
  path: string,
  range: Distribution | undefined,
  factor: number,
  { unit, max = Infinity }: { unit?: string; max?: number } = {},
): [string, string][] {
  if (range === undefined) return [];
  const text = scaledText(range, factor, max);
  if (text === undefined || text === scaledText(range, 1, max)) return [];
  return [[path, unit === undefined ? text : `${text} ${unit}`]];
}

/** A range as a scenario writes it, so many times as large, and nowhere above `max`; nothing where no text says it. */
function scaledText(range: Distribution, factor: number, max: number): string | undefined {
  // Twelve digits are more than any range has, and keep rounding noise out of the settings.
  const times = (value: number): string => String(Number(Math.min(max, value * factor).toPrecision(12)));
  switch (range.kind) {
    case 'constant':
      return times(range.value);
    case 'lowModeHigh':
      return [quantile(range, 0.1), range.mode, quantile(range, 0.9)].map(times).join(' / ');
    case 'triangular':
      return `triangular(${[range.min, range.mode, range.max].map(times).join(', ')})`;
    case 'uniform':
      return `uniform(${[range.min, range.max].map(times).join(', ')})`;
    case 'lognormal':
      return `lognormal(${times(Math.exp(range.meanLog))}, ${range.sdLog})`;
    case 'exponential':
      return `exponential(${times(range.mean)})`;
    // What holds a range inside bounds is said by the key, and holds the scaled one too.
    case 'clamped':
      return scaledText(range.of, factor, max);
    default:
      return undefined;
  }
}

export function percent(part: number): string {
  return `${Number((100 * part).toPrecision(3))} %`;
}

export function dayCount(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** A number of days as a step sets it. */
export function daysSetting(days: number): string {
  return `${days} days`;
}

/**
 * The days that a step sets; nothing where it sets none.
 *
 * @throws on what `daysSetting` did not write: 3 weeks are not 3 days
 */
export function settingDays(setting: Relaxation['settings'][string] | undefined): number | undefined {
  if (setting === undefined) return undefined;
  const text = String(setting);
  const days = text.endsWith(' days') ? Number(text.slice(0, -' days'.length)) : NaN;
  if (Number.isNaN(days)) throw new Error(`setting: ${text}, expected days`);
  return days;
}
