/** Whether a value is a promise, or waited for as one is. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return hasFunction(value, 'then');
}

/** Whether a value is what a `function*` gives when it is called: nothing of its body has run. */
export function isGenerator(value: unknown): boolean {
  return hasFunction(value, 'next') && hasFunction(value, 'return');
}

function hasFunction(value: unknown, name: string): boolean {
  // A proxy may throw where what it has not is read.
  if (typeof value !== 'object' || value === null || !(name in value)) return false;
  return typeof (value as Readonly<Record<string, unknown>>)[name] === 'function';
}
