import * as mathjs from 'mathjs';
import { describe, expect, test } from 'vitest';
import { productFactor, unitProduct } from '../../src/scenario/unitProduct.ts';
import { unitSizes } from '../../src/scenario/unitSizes.ts';

const SIZES = unitSizes(['gpu', 'rack']);
const read = (text: string): ReturnType<typeof unitProduct> => unitProduct(text, (word) => SIZES.get(word));

// Another's library with the same units, as the scenario language had it.
const reference = mathjs.create(mathjs.all);
for (const noun of ['gpu', 'rack', 'dollar', 'ratio']) reference.createUnit!(noun, { prefixes: 'none' });
reference.createUnit!('percent', { definition: '0.01 ratio', prefixes: 'none' });
reference.createUnit!('quarter', { definition: '91.3125 day', prefixes: 'none' });
reference.createUnit!('VA', { prefixes: 'short' }, { override: true });
reference.createUnit!('flop', { prefixes: 'short' });

const WORDS = (
  'second minute hour day week month quarter year W kW MW GW Wh kWh TWh V kV VA MVA b Gb B GB EB Tflop kg ' +
  'gpu rack dollar ratio percent'
).split(' ');

describe('unitProduct', () => {
  test('gives the numbers of the reference library to the last bit, and measures alike what it does', () => {
    const products = WORDS.flatMap((word, index) => {
      const other = WORDS[(index * 7 + 3) % WORDS.length]!;
      return [word, `${word}/${other}`, `dollar/(${word} ${other})`, `${word} ${other} / rack * day`];
    });
    let alike = 0;
    for (const from of products) {
      for (const to of products) {
        const [unit, target] = [reference.unit(1, from), reference.unit(1, to)];
        const expected = unit.equalBase(target) ? unit.toNumber(to) : undefined;
        const factor = productFactor(read(from)!, read(to)!);
        if (!Object.is(factor, expected)) expect.fail(`${from} in ${to}: ${factor}, expected ${expected}`);
        if (expected !== undefined) alike++;
      }
    }
    expect(alike).toBeGreaterThan(300);
  });

  test.each([
    '',
    'gpu/',
    '/gpu',
    '(gpu',
    'gpu)',
    'gpu*',
    'gpu//day',
    '()',
    'gpu (',
    'gpu\nday',
    'furlong',
    'gpu (/day)',
  ])('refuses %j, as the reference library does', (text) => {
    expect(read(text)).toBeUndefined();
    expect(() => reference.unit(1, text)).toThrow();
  });
});
