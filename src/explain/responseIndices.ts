import { Streams } from '../random/index.ts';
import type { Records } from '../record/index.ts';
import { sobolIndices, type SobolIndex } from '../statistics/index.ts';
import type { Response } from './response.ts';

/** Name of the factor that stands for the replication's random numbers. */
export const SEED_FACTOR = 'replication seed';

/** The indices of one response. */
export interface ResponseIndices {
  readonly response: Response;
  readonly rows: number;
  readonly factors: readonly { readonly name: string; readonly index: SobolIndex }[];
}

/** Sobol indices from the records of points A, B, AB_1 … AB_d and A with the seed of B, in that order. */
export function responseIndices(
  records: Records,
  inputs: readonly string[],
  responses: readonly Response[],
): ResponseIndices[] {
  const names = [...inputs, SEED_FACTOR];
  return responses.map((response) => {
    const [a, b, ...mixed] = records.points.map((point) => response.values(point));
    const stream = new Streams({ seed: 'bootstrap' }).open('sobol', response.name, 'rows');
    const indices = sobolIndices(a, b, mixed, { stream });
    return {
      response,
      rows: records.replications,
      factors: names.map((name, factor) => ({ name, index: indices[factor] })),
    };
  });
}
