import { estimateCells, estimateFields } from './estimateFields.ts';
import type { DealEffect } from '../explain/index.ts';
import type { Table } from './table.ts';

/** `deals.csv`: what each deal costs or brings each party, deal by deal and way by way. */
export function dealsTable(found: readonly DealEffect[]): Table {
  return {
    name: 'deals',
    description:
      'What one deal does to each tenant: the scenario with it less the same without, on common draws. Days are counted up to the horizon; above 0 the deal makes it later, or more. 95 % intervals, paired t; of the share Wilson.',
    fields: [
      { name: 'deal', type: 'string', description: 'name of the deal' },
      { name: 'of', type: 'string', description: 'who made it, with whom' },
      { name: 'buyer', type: 'string', description: 'the party that made it' },
      ...estimateFields('happens', 'number', 'share of the replications in which it is signed', 'share'),
      { name: 'removal', type: 'string', description: 'how it was taken out' },
      { name: 'party', type: 'string', description: 'whom it concerns' },
      { name: 'measure', type: 'string', description: 'what is measured, by its name' },
      { name: 'title', type: 'string', description: 'what that is called' },
      { name: 'unit', type: 'string', description: 'its unit' },
      ...estimateFields('with', 'number', 'mean with the deal'),
      ...estimateFields('without', 'number', 'mean without it'),
      ...estimateFields('caused', 'number', 'with it less without'),
      {
        name: 'censored',
        type: 'integer',
        unit: 'replications',
        description: 'replications that the horizon cut, with or without',
      },
    ],
    *rows() {
      for (const each of found) {
        yield [
          each.deal,
          each.of,
          each.buyer,
          ...estimateCells(each.happens),
          each.removal,
          each.party,
          each.measure,
          each.title,
          each.unit,
          ...estimateCells(each.withDeal),
          ...estimateCells(each.without),
          ...estimateCells(each.caused),
          each.censored,
        ];
      }
    },
  };
}
