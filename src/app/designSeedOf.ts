import { seedText } from '../random/index.ts';
import { orInputError } from './orInputError.ts';
import type { SensitivityOptions } from './sensitivityOptions.ts';

/** @throws InputError where it is none. */
export function designSeedOf<S>({ designSeed = '1' }: SensitivityOptions<S>): string {
  return orInputError(() => seedText(designSeed, 'seed of the design'));
}
