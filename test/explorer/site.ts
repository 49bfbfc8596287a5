import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serveSite, type ServedSite } from '../../src/app/serveSite.ts';
import { buildSite } from '../../src/explorer/site/buildSite.ts';
import { startBrowser } from '../report/browser.ts';

/** The built explorer on a server of its own, with a browser. */
export interface ExplorerSite {
  readonly folder: string;
  /** A page at a link that notes every complaint: what the console says, what fails, what is asked of anybody else. */
  open(link: string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

/** A page of the explorer. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** The sentence of the answer once all replications are finished. */
  answer(): Promise<string>;
  close(): Promise<void>;
}

/** Longer than any run of a test takes, on a machine that does much else. */
const PATIENCE_MILLISECONDS = 90_000;

/** A text without its spaces that do not break. */
export function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** Waits until every chart shows what was asked for last: each is drawn in a task of its own. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('figure[aria-busy=true]') === null);
}

/** Builds the site once and serves it for the tests of a file. */
export async function startExplorer(): Promise<ExplorerSite> {
  const folder = mkdtempSync(join(tmpdir(), 'gigaramp-explorer-'));
  const [browser] = await Promise.all([startBrowser(), buildSite(folder)]);
  const site = await serveSite({ folder });
  return {
    folder,
    open: async (link, options = {}) => await opened(browser, site, link, options),
    async close() {
      await browser.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function opened(
  browser: Browser,
  site: ServedSite,
  link: string,
  options: BrowserContextOptions,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.address) && !/^(?:data|blob):/.test(url)) complaints.push(`request: ${url}`);
  });
  await page.goto(`${site.address}${link === '' ? '' : `#${link}`}`);
  return {
    page,
    complaints,
    async answer() {
      await page.waitForFunction(
        () => document.querySelector('.running [role=status]')?.textContent.startsWith('done'),
        undefined,
        { timeout: PATIENCE_MILLISECONDS },
      );
      await drawn(page);
      return plainSpaces((await page.locator('.sentence').textContent()) ?? '');
    },
    close: async () => await context.close(),
  };
}
