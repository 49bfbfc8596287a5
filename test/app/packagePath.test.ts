import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isSameModule, portablePath } from '../../src/app/packagePath.ts';
import { packageRoot } from '../../src/experiment/index.ts';

const MODEL = pathToFileURL(join(packageRoot(), 'models/rollout/rollout.ts')).href;

describe('paths in a manifest', () => {
  test('name a file of the package by its place in it', () => {
    expect(portablePath(MODEL)).toBe('gigaramp:models/rollout/rollout.ts');
    expect(portablePath(join(packageRoot(), 'models/scenarios/a.yaml'))).toBe(
      'gigaramp:models/scenarios/a.yaml',
    );
  });

  test('leave any other file as it is', () => {
    expect(portablePath('gigaramp:models/scenarios/a.yaml')).toBe('gigaramp:models/scenarios/a.yaml');
    expect(portablePath('file:///elsewhere/model.ts')).toBe('file:///elsewhere/model.ts');
  });

  test('are one for a module and what it was compiled to, and for no other', () => {
    expect(isSameModule('gigaramp:dist/models/a.js', 'gigaramp:models/a.ts')).toBe(true);
    expect(isSameModule('gigaramp:models/a.ts', 'gigaramp:models/b.ts')).toBe(false);
    expect(isSameModule('file:///elsewhere/models/a.ts', 'gigaramp:models/a.ts')).toBe(false);
  });
});
