// The explorer in a real Chromium: what is loaded before a scenario runs, when the page paints, how soon a curve follows a change, the
// longest task of the page's own thread, and 1,000 replications against Node with as many workers.
//
//   npm run bench:explorer
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { loadScenarioFile, rolloutScenarioModel } from '../../src/app/index.ts';
import { threads } from '../../src/execution/index.ts';
import { basePoint, defineExperiment, memoryStore, runExperiment } from '../../src/experiment/index.ts';
import { startExplorer } from '../explorer/site.ts';

const REPLICATIONS = 1000;
const CHANGES = ['0.7', '0.9', '1.1', '0.6', '0.8'];

const site = await startExplorer();
try {
  const kilobytes = (names: readonly string[]): string =>
    (
      names.reduce((sum, name) => sum + gzipSync(readFileSync(join(site.folder, name))).length, 0) / 1000
    ).toFixed(0);
  const loaded = (entry: string): string[] => {
    const found = [entry];
    for (const name of found) {
      const text = readFileSync(join(site.folder, name), 'utf8');
      for (const [, other] of text.matchAll(/["']\.\/([\w.-]+\.js)["']/g))
        if (!found.includes(other!) && !['desk.js', 'lane.js'].includes(other!)) found.push(other!);
    }
    return found;
  };
  console.log(
    `gzipped, kB: page with its charts ${kilobytes(['index.html', 'explorer.css', ...loaded('page.js')])}, simulator ${kilobytes(['shipped.json', ...loaded('desk.js')])}`,
  );

  const { page, answer, close } = await site.open(`replications=${REPLICATIONS}`);
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
  );
  console.log(`first paint ${paint.toFixed(0)} ms`);
  const finished = async (count: number): Promise<number> => {
    await page.waitForFunction((wanted) => document.querySelector('progress')?.value === wanted, count);
    return performance.now();
  };
  const started = await finished(200);
  const inBrowser = (await finished(REPLICATIONS)) - started;
  await answer();

  await page.evaluate(() => {
    const seen = globalThis as unknown as { longest: number };
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.getByLabel('Search inputs').fill('provider.pace');
  const waits: number[] = [];
  for (const value of CHANGES) {
    waits.push(
      await page.evaluate(async (text) => {
        const field = document.querySelector<HTMLInputElement>('.entry input')!;
        const before = document.querySelector('.sentence')!.textContent;
        const from = performance.now();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        while (
          document.querySelector('.sentence.stale') !== null ||
          document.querySelector('.sentence')!.textContent === before
        )
          await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now() - from;
      }, value),
    );
  }
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
  console.log(`first curve after a change, ms: ${waits.map((wait) => wait.toFixed(0)).join(', ')}`);
  console.log(`longest task of the page ${longest.toFixed(0)} ms`);
  await close();

  const workers = availableParallelism();
  const { model, source, defaultFile, schema } = rolloutScenarioModel;
  const { scenario } = loadScenarioFile({ file: defaultFile!, schema: schema! });
  const experiment = defineExperiment({ model, seed: '1', points: [basePoint(scenario)] });
  const executor = threads<typeof scenario>({ source, workers });
  const options = { experiment, executor, store: memoryStore(experiment) };
  await runExperiment({ ...options, replications: 200 });
  const from = performance.now();
  await runExperiment({ ...options, replications: REPLICATIONS });
  const inNode = performance.now() - from;
  await executor.close();
  console.log(
    `replications 200 to 1,000 with ${workers} workers: browser ${(inBrowser / 1000).toFixed(1)} s, Node ${(inNode / 1000).toFixed(1)} s, ratio ${(inBrowser / inNode).toFixed(2)}`,
  );
} finally {
  await site.close();
}
