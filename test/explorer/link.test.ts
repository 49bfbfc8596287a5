import { describe, expect, test } from 'vitest';
import { commandLine } from '../../src/explorer/link/commandLine.ts';
import { linkOf, stateOf, unheldParts } from '../../src/explorer/link/link.ts';
import { FRESH, type PageState } from '../../src/explorer/link/pageState.ts';
import { readSettings } from '../../src/explorer/link/settings.ts';

describe('a link', () => {
  test('of a fresh page is empty, and an empty link is a fresh page', async () => {
    expect(await linkOf(FRESH)).toBe('');
    expect(await stateOf('#')).toEqual(FRESH);
  });

  test('holds the files that a text of one’s own extends', async () => {
    const source = {
      kind: 'own',
      name: 'a.yaml',
      text: 'extends: b.yaml',
      bases: { 'b.yaml': 'name: b', 'sub/c.yaml': 'name: c' },
    } as const;
    expect((await stateOf(await linkOf({ ...FRESH, source }))).source).toEqual(source);
  });

  test('says which of its parts are damaged or make no sense', async () => {
    const whole = await linkOf({
      ...FRESH,
      source: { kind: 'own', name: 'a.yaml', text: 'name: a' },
      settings: { 'deployment.crews': '2 crew' },
      replications: 200,
    });
    const unheld = async (link: string): Promise<string[]> => await unheldParts(link, await stateOf(link));
    expect(await unheld(whole)).toEqual([]);
    expect(await unheld('replications=1000&view=readiness&open=a.yaml')).toEqual([]);
    expect(await unheld(whole.replace(/yaml=[^&]*/, 'yaml=AAAA'))).toEqual(['file', 'yaml']);
    expect(await unheld('replications=1e9&set=%zz&date=2026-02-31&view=nope')).toEqual([
      'replications',
      'set',
      'date',
      'view',
    ]);
  });

  test('holds all that decides the picture, a text of one’s own among it', async () => {
    const state: PageState = {
      source: { kind: 'own', name: 'mine & yours.yaml', text: 'name: ä\n# = + / %\n'.repeat(40) },
      settings: { 'deployment.crews': '2 crew', 'sites.a=b.power': '1 / 2 / 3 MW' },
      baseline: { 'provider.pace': '0.9' },
      seed: 'a b#c',
      replications: 5000,
      milestone: 'gpus_10000',
      view: 'spend',
      date: '2027-02-01',
      site: 'north & south',
      replication: 7,
      from: '2026-06-01',
      to: '2027-01-31',
      blame: 200,
      size: 0.2,
      spend: 5e7,
      costs: { 'start of new sites': 2e8, 'a=b': 3 },
    };
    const link = await linkOf(state);
    // The path of a setting ends at the first =, as on the command line.
    const { settings, ...rest } = state;
    expect(await stateOf(`#${link}`)).toEqual({
      ...rest,
      settings: { 'deployment.crews': settings['deployment.crews'], 'sites.a': 'b.power=1 / 2 / 3 MW' },
    });
    expect(link.length).toBeLessThan(620);
  });

  test('of a baseline as the scenario is keeps it, and what makes no sense is as on a fresh page', async () => {
    const state = { ...FRESH, baseline: {} };
    expect(await stateOf(await linkOf(state))).toEqual(state);
    expect(
      await stateOf(
        '#replications=0&view=nothing&date=2026-02-31&replication=-1&yaml=%21%21&set=x&from=2027-01-01&to=2026-01-01&blame=1.5&size=2&spend=-1&cost=x',
      ),
    ).toEqual(FRESH);
  });
});

test('settings are read as --set reads them, and what is empty is not set', () => {
  expect(readSettings({ a: ' 3 ', b: '2w', c: 'true', d: '1 / 2 / 3 MW', e: ' ' })).toEqual({
    a: 3,
    b: '2 weeks',
    c: true,
    d: '1 / 2 / 3 MW',
  });
});

describe('the command line of a page', () => {
  test('needs no file for the scenario that runs when none is named', () => {
    expect(commandLine({ ...FRESH, settings: { 'deployment.crews': '2 crew', empty: '' } }, 'first')).toBe(
      `gigaramp run --seed 1 --replications 1000 --set 'deployment.crews=2 crew'`,
    );
  });

  test('writes the file of another scenario first, and names a file of one’s own', () => {
    const shipped: PageState = { ...FRESH, source: { kind: 'shipped', name: 'other' } };
    expect(commandLine(shipped, 'first')).toBe(
      'gigaramp init other.yaml --template other && gigaramp run other.yaml --seed 1 --replications 1000',
    );
    const own: PageState = { ...FRESH, source: { kind: 'own', name: "it's.yaml", text: '' } };
    expect(commandLine(own, 'first')).toBe(`gigaramp run 'it'\\''s.yaml' --seed 1 --replications 1000`);
  });
});
