import type { RunFolder } from '../exchange.ts';

/** Most letters of a file that is taken: more than any scenario or manifest has. */
const MOST_BYTES = 2_000_000;

/** The text of `records/experiment.json` of a scenario with a thousand sites is longer than any other. */
const MOST_EXPERIMENT_BYTES = 20_000_000;

/** What YAML may be called that is not called so; a picture or a table is none. */
const MAYBE_YAML = /(?:\.(?:json|txt)|(?:^|\/)[^/.]+)$/i;

/** What somebody brought: a scenario, a results folder, or why neither. */
export type Brought =
  | {
      readonly kind: 'scenario';
      readonly name: string;
      readonly text: string;
      /** Further YAML files that came with it: path → text. */
      readonly bases: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'folder'; readonly folder: RunFolder }
  | { readonly kind: 'neither'; readonly problem: string };

/** A file with its path below what was brought. */
export interface BroughtFile {
  readonly path: string;
  readonly file: File;
}

/**
 * What some files are: with a manifest among them a results folder, else the first YAML file that no other one
 * extends.
 *
 * @example await broughtBy([{ path: 'a.yaml', file }]); // { kind: 'scenario', name: 'a.yaml', text: …, bases: {} }
 */
export async function broughtBy(files: readonly BroughtFile[]): Promise<Brought> {
  const manifest = files.filter(({ path }) => /(^|\/)manifest\.json$/.test(path)).sort(byDepth)[0];
  if (manifest !== undefined) return await folderOf(manifest, files);
  const yaml = files.filter(({ path }) => /\.ya?ml$/i.test(path));
  const own = files.length === 1 ? files.filter(({ path }) => MAYBE_YAML.test(path)) : [];
  const scenarios = yaml.length > 0 ? yaml : own;
  if (scenarios.length === 0)
    return {
      kind: 'neither',
      problem: `${files.length === 1 ? `${files[0]!.path}: ` : ''}neither a YAML file nor a manifest.json, expected a scenario or the folder of a run`,
    };
  const large = scenarios.find(({ file }) => file.size > MOST_BYTES);
  if (large !== undefined)
    return {
      kind: 'neither',
      problem: `${nameOf(large)}: ${large.file.size} bytes, expected at most ${MOST_BYTES}`,
    };
  const texts = await Promise.all(
    scenarios.map(async (one) => ({ name: nameOf(one), text: await one.file.text() })),
  );
  const extended = texts.map(({ text }) => extendsOf(text)).join('\n');
  const { name, text } = texts.find((one) => !extended.includes(one.name)) ?? texts[0]!;
  const others = texts.filter((one) => one.name !== name).map((one) => [one.name, one.text]);
  return { kind: 'scenario', name, text, bases: Object.fromEntries(others) as Record<string, string> };
}

function nameOf({ path }: BroughtFile): string {
  return path.split('/').at(-1)!;
}

/** The lines of a scenario that say what it extends. */
function extendsOf(text: string): string {
  return /^extends:.*(?:\n\s+-.*)*/m.exec(text)?.[0] ?? '';
}

async function folderOf({ path, file }: BroughtFile, files: readonly BroughtFile[]): Promise<Brought> {
  const folder = path.slice(0, -'manifest.json'.length);
  const name = folder === '' ? 'the run' : folder.slice(0, -1);
  if (file.size > MOST_BYTES)
    return { kind: 'neither', problem: `${path}: ${file.size} bytes, expected at most ${MOST_BYTES}` };
  const records = files.find((one) => one.path === `${folder}records/experiment.json`)?.file;
  const experiment =
    records === undefined || records.size > MOST_EXPERIMENT_BYTES ? undefined : await records.text();
  return { kind: 'folder', folder: { name, manifest: await file.text(), experiment } };
}

function byDepth(a: BroughtFile, b: BroughtFile): number {
  return a.path.split('/').length - b.path.split('/').length;
}

/** Files of an input, with their paths where a folder was chosen. */
export function filesOfInput({ files }: HTMLInputElement): BroughtFile[] {
  return Array.from(files ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Paths within a results folder that are worth reading. */
const WANTED = /^[^/]+\/(manifest\.json|[^/]+\.ya?ml|records\/experiment\.json)$/;

/** Files that were dropped; of a folder those alone that tell which run it is. */
export async function filesOfDrop(dropped: DataTransfer | null): Promise<BroughtFile[]> {
  if (dropped === null) return [];
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  const plain = Array.from(dropped.files, (file) => ({ path: file.name, file }));
  const folders = entries.filter((entry) => entry.isDirectory) as FileSystemDirectoryEntry[];
  if (folders.length === 0) return plain;
  const within = await Promise.all(
    folders.map(async (folder) => {
      const records = await entryIn(folder, 'records');
      const inside = [
        ...(await entriesOf(folder)),
        ...(records?.isDirectory === true ? await entriesOf(records as FileSystemDirectoryEntry) : []),
      ];
      return inside.filter(({ isFile, fullPath }) => isFile && WANTED.test(fullPath.slice(1)));
    }),
  );
  const read = within.flat().map(async (entry) => ({
    path: entry.fullPath.slice(1),
    file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
  }));
  return [...(await Promise.all(read)), ...plain.filter(({ path }) => /\.ya?ml$/i.test(path))];
}

async function entryIn(folder: FileSystemDirectoryEntry, name: string): Promise<FileSystemEntry | undefined> {
  return (await entriesOf(folder)).find((entry) => entry.name === name);
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  // It gives a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    found.push(...some);
  }
}
