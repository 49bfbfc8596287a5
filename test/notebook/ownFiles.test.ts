import { expect, test } from 'vitest';
import { ownFiles } from '../../src/notebook/ownFiles.ts';

test('the footer of a notebook lists the files of the project, not what packages brought', () => {
  const of = (path: string) => ({ path, sha256: 'a'.repeat(64) });
  const own = ['/home/one/study.ts', '/home/one/my_node_modules.yaml', 'scenario.yaml'].map(of);
  const brought = [
    '/home/one/node_modules/gigaramp/models/catalog/chips.yaml',
    'C:\\study\\node_modules\\gigaramp\\models\\scenarios\\a.yaml',
  ].map(of);
  expect(ownFiles([...own, ...brought])).toEqual(own);
});
