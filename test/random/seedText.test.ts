import { describe, expect, test } from 'vitest';
import { latinHypercubeDesign, morrisDesign, sobolDesign, antitheticOrders } from '../../src/design/index.ts';
import { basePoint, defineExperiment, InputError } from '../../src/experiment/index.ts';
import { seedText, Streams, uniform, type Seed } from '../../src/random/index.ts';
import { model, scenario } from '../fixtures/toy/model.ts';

const NO_SEEDS: readonly unknown[] = [
  '',
  NaN,
  Infinity,
  -Infinity,
  true,
  false,
  null,
  undefined,
  {},
  [],
  Symbol('s'),
  () => 1,
];

describe('a seed', () => {
  test.each([
    [1, '1'],
    [77, '77'],
    [-0.5, '-0.5'],
    [10n, '10'],
    [1e21, '1000000000000000000000'],
    [10n ** 21n, '1000000000000000000000'],
    [-1.5e22, '-15000000000000000000000'],
    [2 ** 60, '1152921504606847000'],
    [1.25e-9, '0.00000000125'],
    [-1e-7, '-0.0000001'],
    [-0, '0'],
    ['1', '1'],
    ['any text', 'any text'],
  ] as const)('%s is the text %s', (seed, text) => {
    expect(seedText(seed)).toBe(text);
    const [one, two] = [seed, text].map((each) => new Streams({ seed: each }).open('a', 'b', 'c').uniform(0));
    expect(one).toBe(two);
  });

  test('and a name are told apart by every code unit, halves of characters too', () => {
    const texts = [
      '\ud800',
      '\ud801',
      '\udc00',
      '\ufffd',
      '\ud800\udc00',
      '\ud801\udc00',
      '%d800',
      '%25d800',
    ];
    const uniforms = texts.flatMap((text) => [
      new Streams({ seed: text }).open('a', 'b', 'c').uniform(0),
      new Streams({ seed: 's' }).open(text, 'b', 'c').uniform(0),
      new Streams({ seed: 's' }).open('a', text, 'c').uniform(0),
      new Streams({ seed: 's' }).open('a', 'b', text).uniform(0),
      new Streams({ seed: 's' }).input(text, uniform(0, 1), { cause: 'a' }),
    ]);
    expect(new Set(uniforms).size).toBe(uniforms.length);
    const ids = texts.map((seed) => defineExperiment({ model, seed, points: [basePoint(scenario)] }).id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('different numbers are different streams', () => {
    const first = [1, 2, 77, 1.5, 10n].map((seed) => new Streams({ seed }).open('a', 'b', 'c').uniform(0));
    expect(new Set(first).size).toBe(first.length);
  });

  test.each(NO_SEEDS.map((seed) => [String(seed), seed]))(
    '%s is refused by name, wherever it enters',
    (_, wrong) => {
      const seed = wrong as Seed;
      const factors = [{ kind: 'input', name: 'x', levels: undefined }] as const;
      expect(() => new Streams({ seed })).toThrow(/^seed: .*, expected some text or a finite number$/);
      for (const design of [
        () => latinHypercubeDesign(factors, { size: 4, seed }),
        () => sobolDesign(factors, { size: 4, seed }),
        () => morrisDesign(factors, { size: 4, seed }),
        () => antitheticOrders(3, { pairs: 1, seed }),
      ])
        expect(design).toThrow(/seed: .*, expected some text or a finite number/);
      expect(() => defineExperiment({ model, seed, points: [basePoint(scenario)] })).toThrow(InputError);
    },
  );

  test('stands in the identity as its text', () => {
    const of = (seed: Seed): string => defineExperiment({ model, seed, points: [basePoint(scenario)] }).id;
    expect(of(2)).toBe(of('2'));
    expect(of(2n)).toBe(of('2'));
  });
});
