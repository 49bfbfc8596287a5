import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { ownModel } from '../../src/app/scenarioModel.ts';
import { commandLine } from '../fixtures/toy/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-own-'));
afterAll(() => rmSync(folder, { recursive: true }));
const toy = JSON.stringify(fileURLToPath(new URL('../fixtures/toy/model.ts', import.meta.url)));

/** A module with the toy model, and a number that it imports from another. */
function written(name: string, { remark = '', number = 1 } = {}): string {
  writeFileSync(join(folder, `${name}-number.mts`), `export const number = ${number};\n`);
  const file = join(folder, `${name}.mts`);
  writeFileSync(
    file,
    `export { model, scenario } from ${toy};\nimport './${name}-number.mts';\n${remark === '' ? '' : `// ${remark}\n`}`,
  );
  return file;
}

describe('the version of a model of one’s own', () => {
  test('says its code, and that of what it imports, whatever it is called', async () => {
    const versionOf = async (file: string): Promise<string> => (await ownModel(file)).model.version;
    const first = await versionOf(written('a'));
    expect(first).toMatch(/, code [\da-f]{12}$/);
    expect(await versionOf(`${written('a')}#model`)).toBe(first);
    expect(await versionOf(written('b', { remark: 'other' }))).not.toBe(first);
    writeFileSync(join(folder, 'a-number.mts'), 'export const number = 2;\n');
    expect(await versionOf(join(folder, 'a.mts'))).not.toBe(first);
  });

  test('keeps shards of other code out of a folder', async () => {
    const out = join(folder, 'out');
    const shard = (file: string, which: string) =>
      commandLine('run', '-n', '10', '-w', '1', '--model', file, '--out', out, '--shard', which);
    const [own, changed] = [written('own'), written('changed', { remark: 'changed' })];
    expect(await shard(own, '0/2')).toMatchObject({ exitCode: 0 });
    const refused = await shard(changed, '1/2');
    expect(refused.exitCode).toBe(2);
    expect(refused.error).toContain('holds another experiment (not the same: model)');
    expect(await shard(own, '1/2')).toMatchObject({ exitCode: 0 });
    const merged = await commandLine('merge', out, '--model', changed);
    expect(merged.exitCode).toBe(2);
    expect(merged.error).toMatch(
      /of version .*, code [\da-f]{12} of the model, expected .*, code [\da-f]{12}/,
    );
    expect(await commandLine('merge', out, '--model', own)).toMatchObject({ exitCode: 0 });
  });
});
