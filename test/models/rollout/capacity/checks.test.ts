import { expect, test } from 'vitest';
import { scenarioOf } from '../randomScenario.ts';
import { shippedScenario } from '../shippedScenario.ts';
import { paperTree } from '../variedPaper.ts';

type Change = Parameters<typeof paperTree>[0];

const REFUSED: [string, RegExp, Change][] = [
  [
    'racks held for a campus that no site is',
    /policies\.placement: expected a dedicated site/,
    (tree) => {
      tree.policies.placement = 'hold';
      tree.sites = tree.sites.slice(0, 2);
    },
  ],
  [
    'a holding time without holding',
    /policies\.holdFor: expected placement hold/,
    (tree) => {
      tree.policies.holdFor = '10 days';
    },
  ],
  [
    'a dock without room',
    /policies\.stagingLimit: .*at least 1 rack/,
    (tree) => {
      tree.policies.stagingLimit = '0 rack';
    },
  ],
  [
    'no crew',
    /deployment\.crews: .*at least 1 crew/,
    (tree) => {
      tree.deployment.crews = '0 crew';
    },
  ],
  [
    'the return of a site that is not there',
    /policies\.returns\[0\]\.site: expected the name of a site, got "E9"/,
    (tree) => {
      tree.policies.returns = [{ site: 'E9', on: '2026-07-01', notice: '1 day' }];
    },
  ],
  [
    'the return of a dedicated campus',
    /policies\.returns\[0\]\.site: expected a site with existing halls/,
    (tree) => {
      tree.policies.returns = [{ site: 'D1', on: '2026-07-01', notice: '1 day' }];
    },
  ],
  [
    'halls lent faster than the provider builds',
    /provider\.additions: expected additions of at least the 7 MW a month/,
    (tree) => {
      tree.provider.additions = {
        monthly: '10 MW/month',
        acceleratorPart: '60 %',
        namedCampuses: '1 MW/month',
      };
      tree.sites[0]!.monthly = '7 MW/month';
    },
  ],
  [
    'a hall that two sources lend',
    /provider\.halls\[1\]\.name: expected a name of its own, got "H1" again/,
    (tree) => {
      tree.provider.halls = [
        { name: 'H1', power: '10 MW', source: 'E1' },
        { name: 'H1', power: '10 MW', source: 'E2' },
      ];
    },
  ],
  [
    'more megawatts than the halls of a source have',
    /sites\[0\]: expected at most the 4 MW of its halls, got up to 5 MW/,
    (tree) => {
      tree.provider.halls = [{ name: 'H1', power: '4 MW', source: 'E1' }];
    },
  ],
];

test.each(REFUSED)('refuses %s', (_, message, change) => {
  expect(() => scenarioOf(paperTree(change))).toThrow(message);
});

test('takes halls and additions that are enough', () => {
  const tree = paperTree(({ provider }) => {
    provider.additions = { monthly: '10 MW/month', acceleratorPart: '60 %', namedCampuses: '1 MW/month' };
    provider.halls = [{ name: 'H1', power: '5 MW', source: 'E1' }];
  });
  expect(scenarioOf(tree).provider.halls).toHaveLength(1);
});

test('the kind of order can be changed alone, either way', () => {
  const settings = { 'policies.order.kind': 'push' };
  expect(shippedScenario('openai-aws-38b', settings).scenario.policies.order.kind).toBe('push');
  expect(shippedScenario('push-no-divert').scenario.policies.divert.kind).toBe('never');
});
