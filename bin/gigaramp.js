#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/src/app/cli/main.js', import.meta.url);
const source = new URL('../src/app/cli/main.ts', import.meta.url);
if (!existsSync(built)) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import((existsSync(built) ? built : source).href);
await main();
