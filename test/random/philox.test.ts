import { expect, test } from 'vitest';
import { philox4x32, philoxUniform } from '../../src/random/index.ts';
import reference from '../fixtures/rng.json' with { type: 'json' };

interface KnownAnswer {
  rounds: number;
  counter: string[];
  key: string[];
  expected: string[];
}

const hex = (words: string[]): number[] => words.map((word) => Number.parseInt(word, 16));
const found = reference.cases.find(({ name }) => name === 'random123_philox4x32');
const answers = found?.expected as unknown as KnownAnswer[];

test.each(answers)(
  'Philox4x32-$rounds of $counter under $key is the known answer',
  ({ rounds, ...words }) => {
    const counter = hex(words.counter) as [number, number, number, number];
    const key = hex(words.key) as [number, number];
    expect(philox4x32(counter, key, rounds)).toEqual(hex(words.expected));
  },
);

test('a uniform is made of the first two words of the ten-round block', () => {
  for (const { rounds, ...words } of answers) {
    if (rounds !== 10) continue;
    const [c0, c1, c2, c3] = hex(words.counter);
    const [k0, k1] = hex(words.key);
    const [a, b] = hex(words.expected);
    const uniform = ((a >>> 6) * 2 ** 26 + (b >>> 6) + 0.5) / 2 ** 52;
    expect(philoxUniform(c0, c1, c2, c3, k0, k1)).toBe(uniform);
  }
});

test('a uniform is an odd multiple of 2⁻⁵³, so that neither it nor one minus it rounds', () => {
  for (let i = 0; i < 1000; i++) {
    const u = philoxUniform(i, 0, 0, 0, 1, 2);
    expect((u * 2 ** 53) % 2).toBe(1);
    expect(1 - (1 - u)).toBe(u);
  }
});
