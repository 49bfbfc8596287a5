import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { CauseGroup } from '../../design/index.ts';

/** A group of causes as `name: cause, cause`. */
export function causeGroupFrom(text: string): CauseGroup {
  const [, name, list] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (name === undefined || list === undefined) {
    throw new InvalidArgumentError('expected name: cause, cause, such as power: substation, transformer.');
  }
  return { name: name.trim(), causes: list.split(',').map((cause) => cause.trim()) };
}
