// @ts-check
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildModules } from './buildModules.js';

/** What is started beside the doors of the package: the command line, worker threads, the process of a notebook's script. */
const STARTED = [
  'src/app/cli/main.ts',
  'src/execution/worker.ts',
  'src/output/csvThread.ts',
  'src/notebook/runner.ts',
  'models/rollout/rollout.ts',
];

/** Stands for where a module is until it is known into which file it is built. */
const MARK = 'gigaramp-module:';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, 'dist'));

const { files, meta } = await buildModules({
  root,
  modules: [...new Set([...STARTED, ...doors()])],
  folder,
  urlOf: (path) => JSON.stringify(MARK + path.replace(/\.ts$/, '.js')),
});
for (const { path, text } of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, withUrls(text, dirname(path)));
}
writeFileSync(join(folder, 'third-party-licenses.txt'), licenses());

/** Sources of what `exports` in package.json names. */
function doors() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.values(exports).map(({ default: path }) =>
    path.replace('./dist/', '').replace(/\.js$/, '.ts'),
  );
}

/**
 * Where modules are, from the file that they were built into.
 *
 * @param {string} text
 * @param {string} from folder of the file.
 */
function withUrls(text, from) {
  return text.replaceAll(new RegExp(`"${MARK}([^"]*)"`, 'g'), (_, path) => {
    const place = relative(from, join(folder, path)).split(sep).join('/');
    return `new URL(${JSON.stringify(place.startsWith('.') ? place : `./${place}`)},import.meta.url).href`;
  });
}

/** The licence of every package that is in the files, as it asks for. */
function licenses() {
  const packages = new Set(
    Object.keys(meta.inputs).flatMap(
      (path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
    ),
  );
  return [...packages]
    .sort()
    .map((path) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
      return `${name} ${version} (${license})\n\n${licenseText(join(root, path))}`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * Where a package has no file for its licence, it stands in its read-me.
 *
 * @param {string} path folder of a package.
 */
function licenseText(path) {
  const names = readdirSync(path).sort();
  const name = names.find((each) => /^licen[cs]e/i.test(each)) ?? names.find((each) => /^readme/i.test(each));
  if (name === undefined) throw new Error(`${path}: no licence, expected one of a package that is built in`);
  return readFileSync(join(path, name), 'utf8');
}
