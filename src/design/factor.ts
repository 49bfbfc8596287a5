import { percentileName } from '../wording/index.ts';
import { asWritten } from '../refusal/index.ts';
import { commonScale, type Setting } from '../scenario/index.ts';

/** A scenario parameter or an uncertain input that a design varies. */
export type Factor = ListedFactor | RangedFactor | InputFactor;

/** A scenario parameter by its dotted path, with the values it may take. */
export interface ListedFactor {
  readonly kind: 'values';
  readonly name: string;
  /** What it is called in the names of points; without one they say `name=value`. */
  readonly title?: string | undefined;
  readonly values: readonly Setting[];
}

/** A scenario parameter by its dotted path, anywhere between two numbers of one unit. */
export interface RangedFactor {
  readonly kind: 'range';
  readonly name: string;
  /** What it is called in the names of points; without one they say `name=value`. */
  readonly title?: string | undefined;
  readonly low: number;
  readonly high: number;
  /** Text after the number, such as `weeks`; without one the setting is a number. */
  readonly unit?: string | undefined;
}

/** A named uncertain input, at points u in (0, 1) of its distribution. */
export interface InputFactor {
  readonly kind: 'input';
  readonly name: string;
  /** What it is called in the names of points; without one they say `name=value`. */
  readonly title?: string | undefined;
  readonly levels?: readonly number[] | undefined;
}

/** One row of a design: what it sets in the scenario, what it holds, and what it puts at plan. */
export interface DesignRow {
  /** Differs from those of all other rows. */
  readonly name: string;
  readonly settings: Readonly<Record<string, Setting>>;
  /** Input name → u in (0, 1). */
  readonly inputs: Readonly<Record<string, number>>;
  readonly atPlan: readonly string[];
}

/** A value of a factor, ready to be put into a row. */
export type Level =
  | { readonly factor: Factor; readonly setting: Setting }
  | { readonly factor: InputFactor; readonly u: number };

/** The value at a position of a factor's range; 0 and 1 are its ends, and a list is cut into equal parts. */
export function levelAt(factor: Factor, position: number): Level {
  switch (factor.kind) {
    case 'values':
      return {
        factor,
        setting:
          factor.values[Math.min(factor.values.length - 1, Math.floor(position * factor.values.length))],
      };
    case 'range':
      return { factor, setting: rangeSetting(factor, position) };
    case 'input': {
      if (factor.levels === undefined) return { factor, u: position };
      const place = Math.min(factor.levels.length - 1, Math.floor(position * factor.levels.length));
      return { factor, u: factor.levels[place] };
    }
  }
}

/**
 * Where in the range of its factor a value lies, from 0 to 1: by its number where all values of the factor lie on one
 * scale, else by its place in the list. Of an input without levels the range is that of its points, from 0 to 1.
 */
export function placeInRange(level: Level): number {
  const { factor } = level;
  switch (factor.kind) {
    case 'input': {
      const { u } = level as Extract<Level, { u: number }>;
      return factor.levels === undefined ? u : between(u, factor.levels);
    }
    case 'range':
      return between(parseFloat(String(levelValue(level))), [factor.low, factor.high]);
    case 'values': {
      const scale = commonScale(factor.values) ?? factor.values.map((_, index) => index);
      return between(scale[factor.values.indexOf(levelValue(level))], scale);
    }
  }
}

function between(value: number, values: readonly number[]): number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high > low ? (value - low) / (high - low) : 0;
}

/** The values of a factor in designs that need few of them: those listed, else low, middle and high. */
export function levelsOf(factor: Factor): Level[] {
  switch (factor.kind) {
    case 'values':
      return factor.values.map((setting) => ({ factor, setting }));
    case 'range':
      return [0, 0.5, 1].map((position) => ({ factor, setting: rangeSetting(factor, position) }));
    case 'input':
      return (factor.levels ?? [0.1, 0.5, 0.9]).map((u) => ({ factor, u }));
  }
}

/** A row from the values of its factors; its name says them. */
export function rowOf(levels: readonly Level[], name: string = levels.map(levelText).join(', ')): DesignRow {
  const settings: Record<string, Setting> = {};
  const inputs: Record<string, number> = {};
  for (const level of levels) {
    if ('u' in level) inputs[level.factor.name] = level.u;
    else settings[level.factor.name] = level.setting;
  }
  return { name, settings, inputs, atPlan: [] };
}

/** The value as a cell of `points.csv`. */
export function levelValue(level: Level): Setting {
  return 'u' in level ? level.u : level.setting;
}

/** @throws RangeError on a factor that no design can use: no values, a range without length, a u outside (0, 1). */
export function checkFactors(factors: readonly Factor[]): void {
  if (!Array.isArray(factors))
    throw new TypeError(`factors: ${asWritten(factors)}, expected a list of factors`);
  if (factors.length === 0) throw new RangeError('factors: none, expected at least one');
  const names = new Set<string>();
  for (const factor of factors) {
    const { name } = factor;
    if (names.has(name)) throw new RangeError(`factor ${name}: twice, expected it once`);
    names.add(name);
    if (factor.kind === 'values' && !Array.isArray(factor.values)) {
      throw new TypeError(`factor ${name}: values ${asWritten(factor.values)}, expected a list of them`);
    }
    if (factor.kind === 'values' && factor.values.length === 0) {
      throw new RangeError(`factor ${name}: no values, expected at least one`);
    }
    if (factor.kind === 'values' && new Set(factor.values).size < factor.values.length) {
      throw new RangeError(`factor ${name}: a value twice, expected values that differ`);
    }
    if (factor.kind === 'range' && !isRange(factor)) {
      throw new RangeError(
        `factor ${name}: range ${asWritten(factor.low)} to ${asWritten(factor.high)}, expected a low below a high`,
      );
    }
    if (factor.kind === 'input') checkLevels(name, factor.levels);
  }
}

// By the type too: of texts the sum of low and a step is another text.
function isRange({ low, high }: RangedFactor): boolean {
  return Number.isFinite(low) && Number.isFinite(high) && low < high && high - low < Infinity;
}

function checkLevels(name: string, levels: readonly number[] | undefined): void {
  if (levels !== undefined && !Array.isArray(levels))
    throw new TypeError(`factor ${name}: levels ${asWritten(levels)}, expected a list of numbers`);
  if (levels?.length === 0) throw new RangeError(`factor ${name}: no levels, expected at least one`);
  for (const u of levels ?? []) {
    if (typeof u !== 'number' || !(u > 0 && u < 1)) {
      throw new RangeError(
        `factor ${name}: level ${asWritten(u)}, expected a point of its distribution strictly between 0 and 1`,
      );
    }
  }
  if (levels !== undefined && new Set(levels).size < levels.length) {
    throw new RangeError(`factor ${name}: a level twice, expected levels that differ`);
  }
}

function rangeSetting({ low, high, unit }: RangedFactor, position: number): Setting {
  const value = position === 1 ? high : low + position * (high - low);
  // Twelve digits are more than any parameter has, and keep rounding noise out of names and tables.
  const rounded = Number(value.toPrecision(12));
  return unit === undefined ? rounded : `${rounded} ${unit}`;
}

function levelText(level: Level): string {
  const { name, title } = level.factor;
  const value = `${levelValue(level)}`;
  if (title === undefined) return `${name}=${value}`;
  // A level of a distribution is a quantile and not yet a value.
  if ('u' in level) return `${title} at ${percentileName(level.u)}`;
  // Of crews it need not be said that they are crews.
  const [number = '', unit] = value.split(' ');
  return `${title} ${unit !== undefined && title.endsWith(`${unit}s`) ? number : value}`;
}
