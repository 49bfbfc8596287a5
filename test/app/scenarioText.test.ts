import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validate } from '../../src/app/cli/validate.ts';
import { resultJson } from '../../src/app/cli/resultJson.ts';
import { run } from '../../src/app/cli/run.ts';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import { packageRoot } from '../../src/experiment/index.ts';
import { kept } from './kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, bytes: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const reason = (file: string): string => {
  try {
    validate(kept().console, rolloutScenarioModel, file);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('what is no scenario file says why, in one line', () => {
  test('a folder, a device, nothing', () => {
    expect(reason(folder)).toBe(`${folder}: a folder, expected a scenario file`);
    expect(reason('/dev/null')).toBe(
      '/dev/null: a stream or device, expected a scenario file: save it as one first',
    );
    expect(reason(join(folder, 'none.yaml'))).toBe(
      `${join(folder, 'none.yaml')}: no such file, expected a scenario`,
    );
  });

  test('a text in another encoding, with the place of the first wrong byte', () => {
    const latin = written('latin.yaml', Buffer.from('name: x\ntitle: caf\u00e9\n', 'latin1'));
    expect(reason(latin)).toBe(
      `${latin}:2:11: the byte 0xE9 is not UTF-8 text, expected a file saved as UTF-8`,
    );
    const wide = written('wide.yaml', Buffer.from('\ufeffname: x\n', 'utf16le'));
    expect(reason(wide)).toBe(`${wide}:1:1: the byte 0xFF is not UTF-8 text, expected a file saved as UTF-8`);
    const cut = written('cut.yaml', Buffer.from('title: \u6771').subarray(0, 9));
    expect(reason(cut)).toMatch(/^.*cut\.yaml:1:\d+: the byte 0x[0-9A-F]{2} is not UTF-8 text/);
  });

  test('the same of a file that is extended', () => {
    written('base.yaml', Buffer.from('title: caf\u00e9\n', 'latin1'));
    const over = written('over.yaml', 'extends: base.yaml\n');
    expect(reason(over)).toContain('base.yaml:1:11: the byte 0xE9');
  });

  test('but any script in UTF-8 is read', () => {
    const paper = join(packageRoot(), 'models/scenarios/paper-and-pencil.yaml');
    expect(reason(paper)).toBe('');
  });
});

describe('warnings', () => {
  let file: string;
  let console: ReturnType<typeof kept>;
  beforeAll(() => {
    file = join(packageRoot(), 'models/scenarios/h100-era.yaml');
    console = kept();
  });
  const WARNING =
    /^warning: .*h100-era\.yaml:\d+:\d+: chips\.output\.quarters\[9\]\.from: the output ends on 2025-12-31 and the horizon is 2026-12-31/;

  test('are printed by validate beside its line, and the file stays valid', () => {
    validate(console.console, rolloutScenarioModel, file);
    expect(console.error()).toMatch(WARNING);
    expect(console.out()).toContain('valid scenario "h100-era"');
  });

  test('are printed by run, its result and its JSON carry them, and they stand in manifest and report', async () => {
    const own = kept();
    const options = { replications: 1, workers: 1, out: join(folder, 'h100') };
    await run(own.console, rolloutScenarioModel, file, { ...options, json: true });
    expect(own.error()).toMatch(WARNING);
    const result = await runScenario({
      scenarioModel: rolloutScenarioModel,
      file,
      ...options,
    });
    expect(result.warnings.map(({ path }) => path)).toEqual(['chips.output.quarters[9].from']);
    expect(JSON.parse(resultJson(result))).toMatchObject({
      warnings: [expect.stringContaining('2025-12-31')],
    });
    expect(JSON.parse(own.out())).toMatchObject({ warnings: [expect.stringContaining('2025-12-31')] });
    const line = expect.stringMatching(/^gigaramp:models\/scenarios\/h100-era\.yaml:\d+:\d+: chips\.output/);
    expect(JSON.parse(readFileSync(join(result.out, 'manifest.json'), 'utf8'))).toMatchObject({
      warnings: [line],
    });
    expect(readFileSync(join(result.out, 'report.html'), 'utf8')).toContain('this may not be what was meant');
  });
});
