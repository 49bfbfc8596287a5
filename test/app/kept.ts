import { Writable } from 'node:stream';
import type { Console } from '../../src/app/cli/console.ts';

/** A console that keeps what is written. */
export function kept(): { console: Console; out: () => string; error: () => string } {
  const texts = { out: '', error: '' };
  const stream = (key: keyof typeof texts): Writable =>
    new Writable({
      write: (chunk: Buffer, _, done) => {
        texts[key] += chunk.toString();
        done();
      },
    });
  return {
    console: { out: stream('out'), error: stream('error') },
    out: () => texts.out,
    error: () => texts.error,
  };
}
