/**
 * Writes a plain value as JSON with sorted keys and no white space, so that equal values give equal text.
 *
 * Typed arrays and numbers that JSON lacks are kept, as `{"$float64":[…]}` and `{"$number":"Infinity"}`; properties
 * that are undefined are left out, and −0 becomes 0.
 *
 * @throws on anything that is not plain: functions, class instances, symbols, cycles.
 * @example canonicalJson({ b: 1, a: [Infinity] }); // {"a":[{"$number":"Infinity"}],"b":1}
 */
export function canonicalJson(value: unknown): string {
  return write(value, 'value', []);
}

/** Reads back what `canonicalJson` wrote. */
export function fromCanonicalJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (value === null || typeof value !== 'object') return value;
    if ('$number' in value) return Number(value.$number);
    if ('$float64' in value) return Float64Array.from(value.$float64 as number[]);
    return value;
  });
}

function write(value: unknown, path: string, above: readonly object[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? JSON.stringify(value) : `{"$number":"${value}"}`;
  }
  if (typeof value !== 'object') throw new Error(`${path}: a ${typeof value}, expected a plain value`);
  if (above.includes(value)) throw new Error(`${path}: a value that contains itself, expected a plain value`);
  const within = [...above, value];
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => write(item, `${path}[${index}]`, within)).join(',')}]`;
  }
  if (value instanceof Float64Array) {
    const numbers = Array.from(value, (number, index) => write(number, `${path}[${index}]`, within));
    return `{"$float64":[${numbers.join(',')}]}`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Error(`${path}: a ${value.constructor.name}, expected a plain value`);
  }
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${write(item, `${path}.${key}`, within)}`);
  return `{${entries.join(',')}}`;
}
