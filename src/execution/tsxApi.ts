import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * URL of what `import 'tsx/esm/api'` loads; `require.resolve` would give its CommonJS twin, which cannot be imported.
 */
export function tsxApi(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('tsx/package.json');
  const { exports } = require(manifest) as { exports: { './esm/api': { import: { default: string } } } };
  return new URL(exports['./esm/api'].import.default, pathToFileURL(manifest)).href;
}
