import { asWritten } from '../refusal/index.ts';

/** The names of all kinds of distributions, here so that what holds distributions can check them. */
export const DISTRIBUTION_KINDS = [
  'beta',
  'binomial',
  'clamped',
  'constant',
  'custom',
  'discrete',
  'exponential',
  'gamma',
  'geometric',
  'gumbel',
  'loglogistic',
  'lognormal',
  'lowModeHigh',
  'mixture',
  'negativeBinomial',
  'normal',
  'pareto',
  'poisson',
  'studentT',
  'triangular',
  'truncatedNormal',
  'uniform',
  'weibull',
] as const;

/** Throws unless the value is of one of the kinds. */
export function requireDistribution(noun: string, value: unknown): void {
  const kind = (value as { kind?: unknown } | null | undefined)?.kind;
  if (!DISTRIBUTION_KINDS.some((known) => known === kind)) refuseDistribution(noun, value);
}

/** @throws TypeError on what is no distribution, naming the value or the kind that it claims to be */
export function refuseDistribution(noun: string, value: unknown): never {
  if (value === null || typeof value !== 'object' || !('kind' in value))
    throw new TypeError(`${noun}: ${asWritten(value)}, expected one that a function such as normal makes`);
  throw new TypeError(
    `${noun} kind: ${typeof value.kind === 'string' ? value.kind : asWritten(value.kind)}, expected one of ${DISTRIBUTION_KINDS.join(', ')}`,
  );
}
