import { InputError } from '../experiment/index.ts';
import type { Setting } from '../scenario/index.ts';

/**
 * A copy of a plain scenario value with some of its parameters replaced, by dotted path; items of lists by `name` or
 * index. For models that have no schema for scenario files.
 *
 * @throws InputError on a path that the scenario does not have, or a value of another type.
 */
export function withSettings<S>(scenario: S, settings: Readonly<Record<string, Setting>>): S {
  return Object.entries(settings).reduce<S>(
    (value, [path, setting]) => replaced(value, path.split('.'), setting, path) as S,
    scenario,
  );
}

function replaced(
  value: unknown,
  [part, ...rest]: readonly string[],
  setting: Setting,
  path: string,
): unknown {
  if (part === undefined) {
    if (typeof value !== typeof setting) {
      const expected = typeof value === 'object' ? 'the path of a single value' : `a ${typeof value}`;
      throw new InputError(`setting ${path}: ${JSON.stringify(setting)}, expected ${expected}`);
    }
    return setting;
  }
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const named = list.findIndex((item) => (item as { name?: unknown } | null)?.name === part);
    const index = named >= 0 ? named : /^\d+$/.test(part) ? Number(part) : -1;
    if (index < 0 || index >= list.length)
      throw unknownPath(
        path,
        part,
        list.map((_, place) => String(place)),
      );
    return list.with(index, replaced(list[index], rest, setting, path));
  }
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) {
    throw unknownPath(path, part, value !== null && typeof value === 'object' ? Object.keys(value) : []);
  }
  return { ...value, [part]: replaced((value as Record<string, unknown>)[part], rest, setting, path) };
}

function unknownPath(path: string, part: string, known: readonly string[]): InputError {
  const expected = known.length === 0 ? 'nothing below a single value' : `one of ${known.join(', ')}`;
  return new InputError(`setting ${path}: unknown ${part}, expected ${expected}`);
}
