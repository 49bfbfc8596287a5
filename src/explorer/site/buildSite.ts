import { build, type BuildOptions, type Plugin } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../experiment/index.ts';
import { SLIDER_STYLE } from '../../page/sliderStyle.ts';
import { STYLE } from '../../page/style.ts';
import { indexHtml } from './indexHtml.ts';
import { shippedJson } from './shippedJson.ts';
import { thirdPartyLicenses } from './thirdPartyLicenses.ts';

/** zod brings its messages in fifty languages; the house speaks one. */
const englishOnly: Plugin = {
  name: 'english only',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: `export { default as en } from './en.js';`,
      resolveDir: dirname(path),
    }));
  },
};

/**
 * Writes the explorer as a static site that any host can serve: a page, its workers, its style, and the scenarios
 * of the package.
 *
 * @example await buildSite('dist/explorer');
 */
export async function buildSite(out: string): Promise<void> {
  const explorer = join(packageRoot(), 'src', 'explorer');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const common = {
    bundle: true,
    minify: true,
    format: 'esm' as const,
    platform: 'browser' as const,
    target: 'es2022',
    outdir: out,
    legalComments: 'none' as const,
    plugins: [englishOnly],
    logLevel: 'silent' as const,
    splitting: true,
    metafile: true as const,
  } satisfies BuildOptions;
  // Charts are a part of their own, which comes after the page stands; the two workers share the model.
  const page = await build({
    ...common,
    entryPoints: { page: join(explorer, 'page', 'page.tsx') },
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const workers = await build({
    ...common,
    entryPoints: {
      desk: join(explorer, 'desk', 'deskWorker.ts'),
      lane: join(explorer, 'desk', 'lane.ts'),
    },
  });
  writeFileSync(
    join(out, 'explorer.css'),
    `${STYLE}\n${SLIDER_STYLE}\n${readFileSync(join(explorer, 'site', 'explorer.css'), 'utf8')}`,
  );
  writeFileSync(join(out, 'shipped.json'), shippedJson());
  copyFileSync(join(packageRoot(), 'LICENSE'), join(out, 'LICENSE'));
  const inputs = [page, workers].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(out, 'third-party-licenses.txt'), thirdPartyLicenses(inputs));
  // Last: where it is, the site is whole.
  writeFileSync(join(out, 'index.html'), indexHtml());
}
