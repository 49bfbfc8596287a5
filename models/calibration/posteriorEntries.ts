import type { Calibration } from './calibration.ts';
import { placesOf, type LayerFit, type LayerModel, type LayerNames } from './layer.ts';
import { FIRST_BLOCK_MODEL, STEP_MODEL } from './layerModels.ts';
import type { LognormalFit } from './lognormalFit.ts';
import { KINDS, type SiteKind } from './siteOfRecord.ts';

/** One number of the posterior as a catalog holds it. */
export interface PosteriorEntry {
  readonly name: string;
  readonly quantity: string;
  /** `normal(mean, sd) ratio` or `lognormal(median m, sigma s) unit`. */
  readonly value: string;
  readonly role: 'input' | 'check';
  /** Name of another entry → correlation, for entries that stand before. */
  readonly correlations?: Readonly<Record<string, number>> | undefined;
}

const LAYERS = {
  unstated: {
    prefix: 'first-block',
    of: 'time to the first block, kind not stated',
    model: FIRST_BLOCK_MODEL,
  },
  stated: {
    prefix: 'stated-first-block',
    of: 'time to the first block, kind stated',
    model: FIRST_BLOCK_MODEL,
  },
  gap: { prefix: 'step-gap', of: 'time from one step to the next', model: STEP_MODEL },
  megawatts: { prefix: 'step-power', of: 'power of a step', model: STEP_MODEL },
} as const;

const NAIVE = {
  firstBlock: { name: 'lognormal-first-block', of: 'land clearing to the first block', unit: 'days' },
  gap: { name: 'lognormal-step-gap', of: 'one step to the next', unit: 'days' },
  megawatts: { name: 'lognormal-step-power', of: 'power of a step', unit: 'MW' },
} as const;

type LayerKey = keyof typeof LAYERS;
type NaiveKey = keyof typeof NAIVE;

/** Writes a calibration as catalog entries, in a fixed order. */
export function posteriorEntries(calibration: Calibration): PosteriorEntry[] {
  return [
    ...(Object.keys(LAYERS) as LayerKey[]).flatMap((key) => layerEntries(key, calibration[key])),
    ...(Object.keys(NAIVE) as NaiveKey[]).flatMap((key) => {
      const fit = calibration.naive[key];
      return fit === undefined ? [] : [naiveEntry(key, fit)];
    }),
  ];
}

function layerEntries(key: LayerKey, fit: LayerFit | undefined): PosteriorEntry[] {
  if (fit === undefined) return [];
  const { prefix, of } = LAYERS[key];
  const all = parametersOf(fit);
  const sd = (i: number): number => Math.sqrt(fit.covariance[i]![i]!);
  return all.map(({ name, quantity }, i) => {
    const correlations = all.slice(0, i).flatMap((other, j): [string, number][] => {
      const rho = Number((fit.covariance[i]![j]! / (sd(i) * sd(j))).toFixed(4));
      return rho === 0 ? [] : [[`${prefix}-${other.name}`, rho]];
    });
    return {
      name: `${prefix}-${name}`,
      quantity: `${of}: ${quantity}`,
      value: `normal(${digits(fit.mode[i]!)}, ${digits(sd(i))}) ratio`,
      role: 'input',
      ...(correlations.length === 0 ? {} : { correlations: Object.fromEntries(correlations) }),
    };
  });
}

/** Parameters in the order of a fit's mode. */
function parametersOf(names: LayerNames): { name: string; quantity: string }[] {
  const places = placesOf(names);
  const all: { name: string; quantity: string }[] = [];
  for (const kind of names.kinds) {
    all[places.shift(kind)] = { name: `shift-${kind}`, quantity: `a, shift of the logarithm, ${kind}` };
    all[places.logSpread(kind)] = {
      name: `log-spread-${kind}`,
      quantity: `log τ, what the chain leaves unexplained, ${kind}`,
    };
  }
  all[places.era] = { name: 'era', quantity: 'b, a year before July 2023' };
  names.owners.forEach((owner, i) => {
    all[places.owner(i)] = { name: `owner-${owner}`, quantity: `u of the owner ${owner}` };
  });
  return all;
}

function naiveEntry(key: NaiveKey, { median, sigma }: LognormalFit): PosteriorEntry {
  const { name, of, unit } = NAIVE[key];
  return {
    name,
    quantity: `${of}: lognormal fitted to the same table, as a yardstick`,
    value: `lognormal(median ${digits(median)}, sigma ${digits(sigma)}) ${unit}`,
    role: 'check',
  };
}

const digits = (value: number): string => String(Number(value.toPrecision(6)));

const NORMAL = /^normal\(([^,]+), ([^)]+)\) ratio$/;
const LOGNORMAL = /^lognormal\(median ([^,]+), sigma ([^)]+)\) \w+$/;

/**
 * Reads a calibration back from catalog entries.
 *
 * @throws RangeError naming an entry that is missing or is not as `posteriorEntries` writes it.
 */
export function posteriorOf(entries: readonly Omit<PosteriorEntry, 'quantity' | 'role'>[]): Calibration {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const naive = (key: NaiveKey): LognormalFit | undefined => {
    const entry = byName.get(NAIVE[key].name);
    if (entry === undefined) return undefined;
    const [median, sigma] = numbersOf(entry, LOGNORMAL);
    return { median, sigma };
  };
  const layer = (key: LayerKey): LayerFit | undefined =>
    layerOf(byName, LAYERS[key].prefix, LAYERS[key].model);
  const [unstated, firstBlock] = [layer('unstated'), naive('firstBlock')];
  if (unstated === undefined)
    throw new RangeError('calibration first-block-era: missing, expected what calibrate wrote');
  if (firstBlock === undefined)
    throw new RangeError('calibration lognormal-first-block: missing, expected what calibrate wrote');
  return {
    unstated,
    stated: layer('stated'),
    gap: layer('gap'),
    megawatts: layer('megawatts'),
    naive: { firstBlock, gap: naive('gap'), megawatts: naive('megawatts') },
  };
}

type Entries = ReadonlyMap<string, Omit<PosteriorEntry, 'quantity' | 'role'>>;

function layerOf(byName: Entries, prefix: string, model: LayerModel): LayerFit | undefined {
  if (!byName.has(`${prefix}-era`)) return undefined;
  const kinds = KINDS.filter((kind: SiteKind) => byName.has(`${prefix}-shift-${kind}`));
  const ownerPrefix = `${prefix}-owner-`;
  const owners = [...byName.keys()]
    .filter((name) => name.startsWith(ownerPrefix))
    .map((name) => name.slice(ownerPrefix.length));
  const all = parametersOf({ kinds, owners }).map(({ name }) => {
    const entry = byName.get(`${prefix}-${name}`);
    if (entry === undefined)
      throw new RangeError(`calibration ${prefix}-${name}: missing, expected what calibrate wrote`);
    const [mean, sd] = numbersOf(entry, NORMAL);
    return { entry, mean, sd };
  });
  const covariance = all.map((row, i) =>
    Float64Array.from(all, (column, j) => {
      const [later, earlier] = i > j ? [row, column] : [column, row];
      const rho = i === j ? 1 : (later.entry.correlations?.[earlier.entry.name] ?? 0);
      return rho * row.sd * column.sd;
    }),
  );
  return {
    model,
    kinds,
    owners,
    mode: Float64Array.from(all, ({ mean }) => mean),
    covariance,
  };
}

function numbersOf({ name, value }: { name: string; value: string }, form: RegExp): [number, number] {
  const [first = NaN, second = NaN] = (form.exec(value)?.slice(1) ?? []).map(Number);
  if (!Number.isFinite(first) || !(second > 0))
    throw new RangeError(`calibration ${name}: "${value}", expected what calibrate wrote`);
  return [first, second];
}
