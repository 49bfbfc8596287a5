import { listText } from '../wording/index.ts';
import { asWritten } from './asWritten.ts';

/**
 * What is wrong with an options object: that it is none, or has a name that none of the options has; else undefined.
 */
export function unknownOption(options: unknown, names: readonly string[]): string | undefined {
  if (typeof options !== 'object' || options === null)
    return `options ${asWritten(options)}, expected { ${names.join(', ')} }`;
  for (const name in options)
    if (!names.includes(name)) return `option "${name}", expected ${listText(names, 'or')}`;
  return undefined;
}

/** Throws on what is wrong with an options object: whose options they are, and the time where there is one. */
export function refuseUnknown(owner: string, options: unknown, names: readonly string[], now?: number): void {
  const wrong = unknownOption(options, names);
  if (wrong === undefined) return;
  const when = now === undefined ? '' : ` (day ${now})`;
  throw new Error(`${owner}: ${wrong}${when}`);
}
