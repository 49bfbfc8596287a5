import { describe, expect, test } from 'vitest';
import { scenarioSchema } from '../../models/rollout/scenarioSchema.ts';
import { schemaNode } from '../../src/scenario/schemaNode.ts';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { loadScenarioFile, openShippedCatalog } from '../../src/app/loadScenarioFile.ts';
import { canonicalJson } from '../../src/experiment/index.ts';
import { choicesOf } from '../../src/explorer/desk/choices.ts';
import { ScenarioShelf } from '../../src/explorer/desk/openScenario.ts';
import { scenarioFile } from '../../src/explorer/desk/scenarioFile.ts';
import type { ShippedFiles } from '../../src/explorer/desk/shippedFiles.ts';
import { shippedJson } from '../../src/explorer/site/shippedJson.ts';
import type { Source } from '../../src/explorer/exchange.ts';

const shelf = new ScenarioShelf(JSON.parse(shippedJson()) as ShippedFiles);
const BASE: Source = { kind: 'shipped', name: 'openai-aws-38b' };

describe('the shelf of the page', () => {
  test('opens templates, and scenarios that extend another of the package, as the command line does', () => {
    const { scenarios } = JSON.parse(shippedJson()) as ShippedFiles;
    const some = scenarios.filter(
      ({ isTemplate, text }) => isTemplate || text.includes('extends: gigaramp:models/scenarios/'),
    );
    expect(some.length).toBeGreaterThan(8);
    const catalog = openShippedCatalog();
    for (const { name, isTemplate } of some) {
      const own = shelf.open({ kind: 'shipped', name }, {});
      const file = `${rolloutScenarioModel.scenarioFolder}/${isTemplate ? 'templates/' : ''}${name}.yaml`;
      const { scenario, ledger } = loadScenarioFile({ file, schema: rolloutScenarioModel.schema!, catalog });
      expect(canonicalJson(own.scenario), name).toBe(canonicalJson(scenario));
      expect(own.ledger, name).toEqual(ledger);
    }
  });

  test('knows no file outside of the package', () => {
    const text = 'extends: ../secret.yaml\n';
    expect(() => shelf.open({ kind: 'own', name: 'mine.yaml', text }, {})).toThrow(
      'mine.yaml:1:10: extends: file: ../secret.yaml, expected a file that can be read',
    );
  });

  test('takes what a scenario extends from the files that came with it, at their paths or by their names', () => {
    const base = shelf.textOf({ kind: 'shipped', name: 'paper-and-pencil' })!.text;
    for (const bases of [{ 'sub/base.yaml': base }, { 'base.yaml': base }]) {
      const text = 'extends: sub/base.yaml\ntitle: mine\n';
      const source: Source = { kind: 'own', name: 'over.yaml', text, bases };
      expect(shelf.open(source, {}).scenario.title).toBe('mine');
      const saved = scenarioFile(shelf, { source, settings: { 'deployment.crews': '2 crew' } });
      expect(saved.text).toContain('extends: sub/base.yaml');
    }
  });
});

describe('the choices of a scenario', () => {
  const { scenarios } = JSON.parse(shippedJson()) as ShippedFiles;
  const schema = schemaNode(scenarioSchema);
  test.each(scenarios.map(({ name }) => name))('of %s are words, and those that it has are taken', (name) => {
    const source: Source = { kind: 'shipped', name };
    const { scenario } = shelf.open(source, {});
    const choices = choicesOf(schema, scenario);
    expect(choices.length).toBeGreaterThan(3);
    for (const { path, value, options } of choices) {
      for (const option of options) expect(option, path).toMatch(/^[A-Za-z][\w/-]*$/);
      expect(
        options.filter((option) => option === 'undefined'),
        path,
      ).toEqual([]);
      const isFlag = value === 'true' || value === 'false';
      const again = shelf.open(source, { [path]: isFlag ? value === 'true' : value });
      expect(canonicalJson(again.scenario), path).toBe(canonicalJson(scenario));
    }
  });
});

describe('the scenario file of a changed scenario', () => {
  test('holds the settings in their places, in named items of lists too, and comes out the same', () => {
    const settings = {
      'deployment.crews': '3 crew',
      'sites.existing-1.ceiling': '150 MW',
      'policies.order.kind': 'push',
    };
    const { name, text } = scenarioFile(shelf, { source: BASE, settings });
    expect(name).toBe('openai-aws-38b.yaml');
    expect(text).toContain('crews: 3 crew');
    const again = shelf.open({ kind: 'own', name, text }, {});
    expect(canonicalJson(again.scenario)).toBe(canonicalJson(shelf.open(BASE, settings).scenario));
  });

  test('adds what the file inherits: a map, and a named item of a list', () => {
    const source: Source = { kind: 'shipped', name: 'openai-aws-38b-now' };
    const settings = { 'provider.pace': 0.9, 'sites.existing-1.ceiling': '120 MW' };
    const { text } = scenarioFile(shelf, { source, settings });
    const again = shelf.open({ kind: 'own', name: 'now.yaml', text }, {});
    expect(canonicalJson(again.scenario)).toBe(canonicalJson(shelf.open(source, settings).scenario));
    expect(text).toContain('# The same agreement as of 22 November 2026');
  });

  test('without changes is the text as it is', () => {
    expect(scenarioFile(shelf, { source: { kind: 'own', name: 'a.yaml', text: 'x' }, settings: {} })).toEqual(
      {
        name: 'a.yaml',
        text: 'x',
      },
    );
  });

  test('refuses a setting in a list that is inherited whole and has no names', () => {
    const source: Source = {
      kind: 'own',
      name: 'mine.yaml',
      text: 'extends: gigaramp:models/scenarios/openai-aws-38b.yaml\n',
    };
    expect(() =>
      scenarioFile(shelf, { source, settings: { 'chips.output.quarters.3.eligible': '90 %' } }),
    ).toThrow(
      'chips.output.quarters.3.eligible cannot be written into mine.yaml, expected the command line with its settings instead',
    );
  });
});
