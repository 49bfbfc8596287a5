import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { moduleUrl, portablePath } from '../../src/app/packagePath.ts';
import { packageRoot } from '../../src/experiment/index.ts';

const MODEL = pathToFileURL(join(packageRoot(), 'models/rollout/rollout.ts')).href;

describe('paths in a manifest', () => {
  test('name a file of the package by its place in it, and lead back to it', () => {
    expect(portablePath(MODEL)).toBe('gigaramp:models/rollout/rollout.ts');
    expect(moduleUrl(portablePath(MODEL))).toBe(MODEL);
    expect(portablePath(join(packageRoot(), 'models/scenarios/a.yaml'))).toBe(
      'gigaramp:models/scenarios/a.yaml',
    );
  });

  test('leave any other file as it is', () => {
    expect(portablePath('file:///elsewhere/model.ts')).toBe('file:///elsewhere/model.ts');
    expect(moduleUrl('file:///elsewhere/model.ts')).toBe('file:///elsewhere/model.ts');
  });
});
