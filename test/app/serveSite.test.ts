import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exploreLink } from '../../src/app/exploreLink.ts';
import { explorerSite } from '../../src/app/explorerSite.ts';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { serveSite } from '../../src/app/serveSite.ts';
import { copiesOfResults } from '../results/copies.ts';

const resultsCopy = copiesOfResults();
const root = mkdtempSync(join(tmpdir(), 'gigaramp-serve-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function status(
  address: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('a site serves its folder and the texts beside it on loopback, and nothing else to nobody else', async () => {
  const folder = join(root, 'site');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<p>page</p>');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  const site = await serveSite({ folder, texts: { 'opened/my file.yaml': 'name: mine\n' } });
  const page = await fetch(site.address);
  expect([await page.text(), page.headers.get('content-type')]).toEqual([
    '<p>page</p>',
    'text/html; charset=utf-8',
  ]);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe-eval|https?:/);
  expect(await (await fetch(`${site.address}opened/my%20file.yaml`)).text()).toBe('name: mine\n');
  for (const path of ['/../secret.txt', '/..%2Fsecret.txt', '/%2e%2e/secret.txt', '/none.js', '/%E0%A4%A'])
    expect(await status(site.address, path), path).toBe(404);
  expect(await status(site.address, '/', { host: 'evil.example' })).toBe(403);
  expect((await fetch(site.address, { method: 'POST' })).status).toBe(405);
  await site.close();
  await expect(fetch(site.address)).rejects.toThrow();
});

describe('the built explorer', () => {
  test('is refused in one line where it is not there or older than its source', () => {
    const checkout = join(root, 'checkout');
    expect(() => explorerSite(checkout)).toThrow(
      'explorer: not built, expected dist/explorer: npm run build:explorer',
    );
    mkdirSync(join(checkout, 'dist', 'explorer'), { recursive: true });
    const page = join(checkout, 'dist', 'explorer', 'index.html');
    writeFileSync(page, '');
    expect(explorerSite(checkout)).toBe(join(checkout, 'dist', 'explorer'));
    mkdirSync(join(checkout, 'src', 'explorer'), { recursive: true });
    mkdirSync(join(checkout, 'models'));
    writeFileSync(join(checkout, 'src', 'explorer', 'page.tsx'), '');
    utimesSync(page, 1, 1);
    expect(() => explorerSite(checkout)).toThrow(
      `explorer: older than its source (${join('src', 'explorer', 'page.tsx')}), expected a new one: npm run build:explorer`,
    );
  });
});

describe('what the explorer is opened with', () => {
  const open = (path: string | undefined): ReturnType<typeof exploreLink> =>
    exploreLink(rolloutScenarioModel, path);

  test('is a scenario of the package by name, and any other file as it stands', () => {
    expect(open(undefined)).toEqual({ link: '', texts: {}, remarks: [] });
    expect(open(rolloutScenarioModel.defaultFile!).link).toBe('scenario=openai-aws-38b');
    const file = join(root, 'my own.yaml');
    writeFileSync(file, 'name: mine\n');
    expect(open(file)).toEqual({
      link: 'open=my+own.yaml',
      texts: { 'opened/my own.yaml': 'name: mine\n' },
      remarks: [],
    });
    mkdirSync(join(root, 'sub'));
    writeFileSync(join(root, 'sub', 'base.yaml'), 'extends: gigaramp:models/scenarios/h100-era.yaml\n');
    writeFileSync(join(root, 'over.yaml'), 'extends: sub/base.yaml\n');
    expect(open(join(root, 'over.yaml'))).toEqual({
      link: 'open=over.yaml&with=sub%2Fbase.yaml',
      texts: {
        'opened/over.yaml': 'extends: sub/base.yaml\n',
        'opened/sub/base.yaml': 'extends: gigaramp:models/scenarios/h100-era.yaml\n',
      },
      remarks: [],
    });
    expect(() => open(join(root, 'none.yaml'))).toThrow(
      'none.yaml: no such file, expected a scenario or a results folder',
    );
  });

  test('is the scenario of a results folder with what was set, its seed and replications', () => {
    expect(open('results/01-baseline')).toEqual({
      link: 'seed=1&replications=40&scenario=openai-aws-38b',
      texts: {},
      remarks: [],
    });
    const folder = resultsCopy();
    const manifest = join(folder, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(
      manifest,
      text.replace(
        '"run": {',
        '"run": {\n    "settings": { "deployment.crews": "2 crew", "provider.pace": 0.9 },',
      ),
    );
    expect(open(folder).link).toBe(
      'seed=1&replications=40&set=deployment.crews%3D2+crew&set=provider.pace%3D0.9&scenario=openai-aws-38b',
    );
    expect(() => open(root)).toThrow(`${root}: names no scenario file, expected the output folder of a run`);
  });
});
