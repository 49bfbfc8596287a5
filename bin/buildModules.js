// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { directImports } from './directImports.js';

/** Has a native part, starts a file of its own, or loads what does. */
const LEFT_OUT = ['@resvg/resvg-js', 'esbuild', 'piscina', 'tsx', 'tsx/*'];

// Packages that are CommonJS ask for Node's own modules by `require`.
const REQUIRE = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`;

/**
 * Builds modules and what they import, packages too, into few files: modules that are imported on demand only are files
 * of their own, and every module is there once.
 *
 * @param {object} options
 * @param {string} options.root folder of the package.
 * @param {readonly string[]} options.modules paths from there, such as `src/app/cli/main.ts`.
 * @param {string} options.folder where the built files go, each module to its path.
 * @param {(path: string) => string} options.urlOf expression for what `import.meta.url` is in a module.
 * @param {Readonly<Record<string, string>>} [options.define] names that are replaced.
 * @returns {Promise<{ files: { path: string, text: string }[], meta: import('esbuild').Metafile }>} files to write.
 */
export async function buildModules({ root, modules, folder, urlOf, define = {} }) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...modules],
    outbase: root,
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: LEFT_OUT,
    banner: { js: REQUIRE },
    define,
    minifyWhitespace: true,
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [ownModules(root, urlOf)],
  });
  return { files: outputFiles.map(({ path, text }) => ({ path, text })), meta: metafile };
}

/**
 * Modules of this package: imports from the files themselves, and who asks where a module is means its source and not the file that
 * it was built into.
 *
 * @param {string} root
 * @param {(path: string) => string} urlOf
 * @returns {import('esbuild').Plugin}
 */
function ownModules(root, urlOf) {
  return {
    name: 'own-modules',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const inside = relative(root, path).split(sep).join('/');
        if (!/^(src|models)\//.test(inside)) return undefined;
        const text = directImports(readFileSync(path, 'utf8'), path);
        return {
          contents: text.replaceAll('import.meta.url', urlOf(inside)),
          loader: 'ts',
          resolveDir: dirname(path),
        };
      });
    },
  };
}
