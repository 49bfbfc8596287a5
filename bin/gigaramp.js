#!/usr/bin/env node
// @ts-check
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// Most of a short run is code that runs a few times: what V8 spends on making it fast never comes back. A third of the time of
// `run --replications 2`, and no part of a long run's. That of Node 20 alone knows the option.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=500000');

const root = fileURLToPath(new URL('..', import.meta.url));
const { main } = await import(await mainModule());
await main();

/** The command line: of the installed package, of a build of a checkout as it stands, or its sources. */
async function mainModule() {
  const source = new URL('../src/app/cli/main.ts', import.meta.url);
  // A checkout may have a `dist` too, of whatever day.
  if (!existsSync(source)) return new URL('../dist/src/app/cli/main.js', import.meta.url).href;
  const build = wantsSources() ? undefined : await builtMain();
  if (build !== undefined) return build;
  const { register } = await import('tsx/esm/api');
  register();
  return source.href;
}

/** Somebody's own model imports sources, and has to meet the same ones here; and who asks for source maps wants to see sources. */
function wantsSources() {
  const isOwnModel = process.argv.some((word) => /^--model(=|$)/.test(word));
  const options = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ');
  return isOwnModel || /--(enable-source-maps|inspect)/.test(options);
}

async function builtMain() {
  const { freshBuild } = await import('./freshBuild.js');
  const build = await freshBuild(root);
  return build === undefined ? undefined : pathToFileURL(`${build}/src/app/cli/main.js`).href;
}
