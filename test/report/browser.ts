import sparticuz from '@sparticuz/chromium';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--headless=shell', '--disable-gpu', '--no-zygote'];

/**
 * Headless Chromium from npm, or the one that `CHROME` names.
 *
 * @throws with what to do when it does not start.
 */
export async function startBrowser(): Promise<Browser> {
  try {
    const executablePath = process.env['CHROME'] ?? (await unpackedChromium());
    return await chromium.launch({ executablePath, args: ARGUMENTS, env: withFonts(executablePath) });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    throw new Error(
      `browser: headless Chromium did not start (${reason}), expected it to: npm ci brings one for Linux on x64, which needs libnss3; elsewhere set CHROME=/path/to/chrome`,
      { cause: error },
    );
  }
}

/** The environment with the fonts that the package brings beside those of the system, which may have none. */
function withFonts(executablePath: string): Record<string, string> {
  const own = join(dirname(executablePath), 'fonts');
  const environment = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  if (!existsSync(own) || environment['FONTCONFIG_FILE'] !== undefined) return environment;
  const file = join(dirname(executablePath), 'gigaramp-fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${own}</dir></fontconfig>\n`,
  );
  return { ...environment, FONTCONFIG_FILE: file };
}

/**
 * The package unpacks into the folder for temporary files and takes whatever is there for whole. Here it unpacks into
 * a folder of its own that gets its name when it is done, so that neither a second process nor a killed one does harm.
 */
async function unpackedChromium(): Promise<string> {
  const whole = join(tmpdir(), `gigaramp-chromium-${packageVersion()}`);
  const executable = join(whole, 'chromium');
  if (existsSync(executable)) return executable;
  const own = mkdtempSync(`${whole}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = own;
  try {
    await sparticuz.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(own, whole);
  } catch (error) {
    if (!existsSync(executable)) throw error;
    rmSync(own, { recursive: true });
  }
  return executable;
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const [root] = entry.split(/build[\\/]/);
  return (JSON.parse(readFileSync(join(root!, 'package.json'), 'utf8')) as { version: string }).version;
}
