import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { ActualDate } from '../scoreFolder.ts';

/** Reads `gpus_100000=2026-10-14`, added to those before. */
export function actualFrom(text: string, before: readonly ActualDate[] = []): readonly ActualDate[] {
  const [, milestone, date] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (milestone === undefined || date === undefined)
    throw new InvalidArgumentError('Expected a milestone and its date, such as gpus_100000=2026-10-14.');
  return [...before, { milestone: milestone.trim(), date: date.trim() }];
}
