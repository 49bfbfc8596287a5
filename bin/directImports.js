// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** `import { … } from './room/index.ts';` and the same with `export`. */
const FROM_A_DOOR = /^(import|export) (type )?\{([^}]*)\} from '(\.[^']*\/index\.ts|\.\/index\.ts)';$/gm;

const PASSED_ON = /^export (?:type )?\{([^}]*)\} from '(\.[^']*)';$/gm;

/**
 * Imports from the door of a room as imports from the files behind it. Who builds files that load on demand counts a whole
 * room as needed where one name of it is, and with it every package that any of its files uses.
 *
 * @param {string} text of a module, as prettier writes it.
 * @param {string} path of the module.
 * @returns {string} with as many lines.
 */
export function directImports(text, path) {
  return text.replace(FROM_A_DOOR, (statement, verb, type, list, door) => {
    if (type !== undefined) return statement;
    const behind = filesBehind(join(dirname(path), door));
    const direct = namesIn(list)
      .filter((name) => !name.startsWith('type '))
      .map((name) => {
        const file = behind.get(name.split(' as ')[0]);
        if (file === undefined) return `${verb} { ${name} } from '${door}';`;
        const from = relative(dirname(path), file).split(sep).join('/');
        return `${verb} { ${name} } from '${from.startsWith('.') ? from : `./${from}`}';`;
      });
    return direct.join(' ') + statement.replace(/[^\n]/g, '');
  });
}

/**
 * @param {string} door
 * @returns {ReadonlyMap<string, string>} exported name → file, of those that keep their name.
 */
function filesBehind(door) {
  const behind = new Map();
  for (const [, list, from] of readFileSync(door, 'utf8').matchAll(PASSED_ON))
    for (const name of namesIn(list))
      if (!/ as |^type /.test(name)) behind.set(name, join(dirname(door), from));
  return behind;
}

/** @param {string} list */
function namesIn(list) {
  return list
    .split(',')
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => name !== '');
}
