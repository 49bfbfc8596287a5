import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, fromCanonicalJson } from '../../src/experiment/index.ts';

describe('canonical JSON', () => {
  test('gives equal text for values that differ only in the order of keys', () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe(canonicalJson({ a: { c: 3, d: 2 }, b: 1 }));
  });

  test('keeps infinite numbers, NaN and typed arrays, and makes −0 a 0', () => {
    const value = { a: Infinity, b: -Infinity, c: NaN, d: -0, e: Float64Array.of(1, Infinity) };
    expect(fromCanonicalJson(canonicalJson(value))).toEqual({ ...value, d: 0 });
  });

  test('leaves out what is undefined', () => {
    expect(canonicalJson({ a: undefined, b: [null] })).toBe('{"b":[null]}');
  });

  test('is read back as it was, for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(fromCanonicalJson(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test.each([
    ['a function', { f: () => 1 }, /value\.f: a function/],
    ['a class instance', { d: new Map() }, /value\.d: a Map/],
    ['undefined in a list', [undefined], /value\[0\]: a undefined/],
  ])('refuses %s, naming where it is', (_name, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  test('refuses a value that contains itself', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(() => canonicalJson(value)).toThrow(/contains itself/);
  });
});
