import { tableFromIPC } from 'apache-arrow';
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

describe('a block of records', () => {
  test('is read as it was written', () => {
    expect(inspectBlock(whole, label, layout).rows).toBe(2);
  });

  test('is an Arrow file to whoever reads such', () => {
    const { numRows, schema } = tableFromIPC(whole);
    expect(numRows).toBe(2);
    expect(schema.fields.map(({ name }) => name)).toEqual([
      'replication',
      ...layout.fields.map(({ column }) => column.name),
    ]);
  });

  // The library that reads the file has no end with some of them: the checksum is looked at before.
  test('is refused with any of its bits flipped', () => {
    const bytes = Uint8Array.from(whole);
    for (let at = 0; at < bytes.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        bytes[at]! ^= 1 << bit;
        expect(() => inspectBlock(bytes, label, layout), `byte ${at} bit ${bit}`).toThrow(
          'block: checksum does not match',
        );
        bytes[at]! ^= 1 << bit;
      }
    expect(inspectBlock(bytes, label, layout).rows).toBe(2);
  });

  test('is refused with its end torn off, wherever, and with something behind it', () => {
    for (let size = 0; size < whole.length; size++)
      expect(() => inspectBlock(whole.slice(0, size), label, layout), `${size}`).toThrow(/^block: /);
    expect(() => inspectBlock(Uint8Array.from([...whole, 0]), label, layout)).toThrow(/^block: /);
  });
});
