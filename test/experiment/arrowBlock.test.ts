import { describe, expect, test } from 'vitest';
import { encodeBlock, inspectBlock } from '../../src/experiment/arrowBlock.ts';
import { layoutOf } from '../../src/record/index.ts';
import { model, scenario } from '../fixtures/toy/model.ts';

const layout = layoutOf(model.outputs(scenario));
const label = { experiment: 'e', point: 'base', from: 0 };
const whole = encodeBlock(
  label,
  layout,
  Float64Array.from({ length: 2 * layout.width }, (_, i) => i),
);

function flipped(at: number, bit: number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  bytes[at]! ^= 1 << bit;
  return bytes;
}

describe('a block of records', () => {
  test('is read as it was written', () => {
    expect(inspectBlock(whole, label, layout).rows).toBe(2);
  });

  // Byte 15 bit 7 makes the length negative, bytes 8 to 11 are the mark before it: the library had no end with either.
  test.each([0, 7, 8, 9, 10, 11, 15].flatMap((at) => [0, 3, 7].map((bit) => [at, bit])))(
    'is refused with bit %2$i of byte %1$i flipped, unless that is padding',
    (at, bit) => {
      const isLength = at === 15 && bit !== 7;
      const isPadding = at === 7;
      const read = (): unknown => inspectBlock(flipped(at, bit), label, layout);
      if (isPadding) expect(read()).toMatchObject({ rows: 2 });
      else expect(read).toThrow(isLength ? /./ : /no whole Arrow file|lengths that do not fit/);
    },
  );

  test('is refused where its end is torn off, wherever', () => {
    for (const size of [0, 5, 12, 30, 200, whole.length - 1])
      expect(() => inspectBlock(whole.slice(0, size), label, layout), `${size}`).toThrow(/^block: /);
  });
});
