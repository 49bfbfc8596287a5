import { asWritten } from './asWritten.ts';

/** Throws on an option that is to be true or false and is neither: 'no' would count as true. */
export function refuseFlag(owner: string, name: string, value: unknown, now: number): void {
  if (value !== undefined && typeof value !== 'boolean')
    throw new Error(`${owner}: ${name} ${asWritten(value)}, expected true or false (day ${now})`);
}
