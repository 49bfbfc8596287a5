import seedrandom from 'seedrandom';
import { seedText, type Seed } from './seedText.ts';

/**
 * The two 32-bit key words of a seed: any text but the empty one, or a number, which stands for its text.
 *
 * Different seeds give different ARC4 keys up to 255 escaped characters; longer ones are folded by `seedrandom`. The
 * seed is escaped to printable ASCII first, because `seedrandom` takes code units modulo 256, and ends with a NUL,
 * because it repeats a short key in a cycle ('1' and '11' would be one stream).
 *
 * @throws RangeError on anything that is no seed
 * @example const [low, high] = seedKey('2026-11');
 */
export function seedKey(seed: Seed): [number, number] {
  const generator = seedrandom(`${escapeSeed(seedText(seed))}\0`);
  return [generator.int32(), generator.int32()];
}

function escapeSeed(seed: string): string {
  let escaped = '';
  for (let i = 0; i < seed.length; i++) {
    const unit = seed.charCodeAt(i);
    const plain = unit >= 0x20 && unit < 0x7f && unit !== 0x25;
    escaped += plain ? seed[i] : `%${unit.toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
