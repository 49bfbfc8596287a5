import { homedir } from 'node:os';
import { dirname, relative, sep } from 'node:path';
import { packageRoot } from '../experiment/index.ts';

/** Writes paths of this machine as a reader elsewhere can use them. */
export type PortableText = (text: string) => string;

/**
 * Removes from texts what names this machine: absolute paths below the working folder, this package and the home
 * folder become relative ones, and of a line that was printed over itself only its last state stays.
 *
 * @example portableText({ folders: [['/home/me/work', '.']] })('in /home/me/work/a.csv'); // 'in a.csv'
 */
export function portableText({
  folders = knownFolders(),
}: { folders?: readonly Folder[] } = {}): PortableText {
  const known = folders
    .filter(([path]) => path.length > 1)
    // In a URL it is encoded.
    .flatMap(([path, name]): Folder[] => [
      [path, name],
      [encodeURI(path), name],
    ])
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([path, name]): readonly [RegExp, string] => [pattern(path), name]);
  return (text) => {
    const shortened = known.reduce(
      (whole, [path, name]) =>
        whole.replaceAll(path, (_, separator: string | undefined) => {
          if (separator === undefined) return name;
          return name === '.' ? '' : `${name}/`;
        }),
      text,
    );
    return withoutControls(withoutForeignFrames(shortened));
  };
}

// Where a stack goes on below the script: in Node and in what runs the notebook, other lines in every version.
function withoutForeignFrames(text: string): string {
  return text.replaceAll(
    /^\s+at .*(?:\(|\s)(?:node:|(?:gigaramp\/)?src\/notebook\/|(?:gigaramp\/)?dist\/).*\n?/gm,
    '',
  );
}

/** An absolute path, and what stands for it. */
type Folder = readonly [path: string, name: string];

/** The folders that texts about a script may name; its own where it is not below the working folder. */
export function knownFolders(script?: string): Folder[] {
  const own = script === undefined ? undefined : dirname(script);
  const isElsewhere = own !== undefined && relative(process.cwd(), own).startsWith('..');
  return [
    ...(isElsewhere ? ([[own, '.']] as const) : []),
    [process.cwd(), '.'],
    [packageRoot(), 'gigaramp'],
    [homedir(), '~'],
  ];
}

function pattern(path: string): RegExp {
  const literal = path.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const mark = sep === '/' ? '/' : String.raw`[\\/]`;
  return new RegExp(String.raw`(?:file:\/\/)?(?<![\w.~-])${literal}(?:(${mark})|(?![\w.-]))`, 'g');
}

// What no page can hold: all controls but line feed and tab, and what a carriage return went back over.
function withoutControls(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/^.*\r/gm, '')
    .replaceAll(/\p{Cc}/gu, (control) => {
      return control === '\n' || control === '\t' ? control : '';
    });
}
