import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import { startExplorer, type ExplorerSite } from './site.ts';

const root = mkdtempSync(join(tmpdir(), 'gigaramp-pick-'));
let site: ExplorerSite;
beforeAll(async () => {
  site = await startExplorer();
});
afterAll(async () => {
  await site?.close();
  rmSync(root, { recursive: true, force: true });
});

const FEW = 'replications=6';

/** Drops files on the page as the reader's file manager does. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((texts) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) transfer.items.add(new File([text], name));
    dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
  }, files);
}

const warning = (page: Page) => page.locator('header [role=status]');

describe('a results folder', () => {
  test('opens with its scenario, what was set over it, its seed and its replications', async () => {
    const folder = join(root, 'with-settings');
    await runScenario({
      scenarioModel: rolloutScenarioModel,
      settings: { 'deployment.crews': '2 crew' },
      replications: 5,
      seed: 'seven',
      workers: 1,
      out: folder,
    });
    const { page, complaints, answer, close } = await site.open(FEW);
    await answer();
    await page.getByLabel('Open a results folder').setInputFiles(folder);
    await page.waitForURL(/seed=seven/);
    const words = new URLSearchParams(new URL(page.url()).hash.slice(1));
    expect([words.get('replications'), words.getAll('set')]).toEqual(['5', ['deployment.crews=2 crew']]);
    await answer();
    expect(await page.locator('.share code').first().textContent()).toBe(
      `gigaramp run --seed seven --replications 5 --set 'deployment.crews=2 crew'`,
    );
    // The scenario is the one that was run: there is nothing to remark.
    expect(await warning(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  test('whose scenario lies elsewhere asks for that file, and then opens it', async () => {
    const folder = join(root, 'own');
    mkdirSync(folder);
    const manifest = readFileSync('results/01-baseline/manifest.json', 'utf8').replace(
      /"scenario": "[^"]*"/,
      '"scenario": "/home/somebody/mine.yaml"',
    );
    const { page, answer, close } = await site.open(FEW);
    await answer();
    await drop(page, { 'manifest.json': manifest });
    await warning(page).waitFor();
    expect(await warning(page).textContent()).toBe(
      'the run: its scenario is mine.yaml, which a page cannot read by itself: open or drop that file too',
    );
    await drop(page, {
      'mine.yaml': 'extends: gigaramp:models/scenarios/paper-and-pencil.yaml\nname: mine\n',
    });
    await page.waitForURL(/replications=40/);
    await answer();
    expect(await page.title()).toBe('mine · Gigaramp explorer');
    expect(await warning(page).count()).toBe(0);
    await close();
  });

  test('of another model, of another version of its scenario, and what is no folder are said in words', async () => {
    const { page, answer, close } = await site.open(FEW);
    await answer();
    const manifest = readFileSync('results/01-baseline/manifest.json', 'utf8');
    await drop(page, { 'manifest.json': manifest.replace('"name": "rollout"', '"name": "other"') });
    await page.getByText('the run/manifest.json: of the model other, expected rollout').waitFor();
    await drop(page, { 'manifest.json': manifest.replace(/"replications": \d+/, '"replications": 1000000') });
    await page.getByText('the run: has 1,000,000 replications; the page runs the first 20,000').waitFor();
    expect(page.url()).not.toContain('1000000');
    await drop(page, { 'manifest.json': '{' });
    await page.getByText('error: the run/manifest.json: ').waitFor();
    await drop(page, {
      'base.yaml': 'extends: gigaramp:models/scenarios/paper-and-pencil.yaml\n',
      'over.yaml': 'extends: dir/base.yaml\ntitle: on top\n',
    });
    await page.locator('h2', { hasText: 'on top' }).waitFor();
    await drop(page, { 'over.yaml': 'extends: dir/base.yaml\n' });
    await page
      .locator('.problems', { hasText: 'drop or open the file that it extends together with it' })
      .waitFor();
    await drop(page, { 'a.txt': 'x', 'b.txt': 'y' });
    await page.getByText('error: neither a YAML file nor a manifest.json').waitFor();
    const folder = join(root, 'changed');
    cpSync('results/01-baseline', folder, { recursive: true });
    mkdirSync(join(folder, 'records'), { recursive: true });
    writeFileSync(join(folder, 'records', 'experiment.json'), experimentOf(manifest));
    await page.getByLabel('Open a results folder').setInputFiles(folder);
    await page.getByText('changed: was run with settings that its manifest does not tell').waitFor();
    await answer();
    await close();
  });
});

/** An experiment whose scenario is not that of the package. */
function experimentOf(manifest: string): string {
  const { gigaramp, model, seed } = JSON.parse(manifest) as Record<string, unknown>;
  const point = { name: 'base', scenario: { other: true }, settings: {}, atPlan: [], inputs: {} };
  return JSON.stringify({ schema: 1, gigaramp, model, seed, files: [], points: [point] });
}

describe('a template', () => {
  test('runs, and its text is there to be edited; an error leads to its line', async () => {
    const { page, complaints, answer, close } = await site.open(FEW);
    await answer();
    const select = page.locator('.picker select');
    const templates = await select.locator('optgroup').last().locator('option').allTextContents();
    expect(templates.some((line) => line.startsWith('blank'))).toBe(true);
    await select.selectOption('blank');
    await page.waitForURL(/scenario=blank/);
    await answer();
    await page.getByText('Paste or edit YAML').click();
    const area = page.getByLabel('Scenario as YAML');
    const text = await area.inputValue();
    expect(text).toBe(readFileSync('models/scenarios/templates/blank.yaml', 'utf8'));
    await area.fill(text.replace(/^target:.*$/m, 'target: { fraction: 100 %, by: soon }'));
    await page.getByRole('button', { name: 'Run this scenario' }).click();
    const alert = page.locator('main [role=alert]');
    await alert.waitFor();
    const [, line] = /error: blank\.yaml:(\d+):\d+: target\.by: /.exec((await alert.textContent())!)!;
    await page.getByRole('button', { name: `Go to line ${line}` }).click();
    const chosen = await area.evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart, element.selectionEnd),
    );
    expect(chosen).toMatch(/^soon/);
    expect(complaints).toEqual([]);
    await close();
  });
});
