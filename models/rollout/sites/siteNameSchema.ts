import { nameText } from '../../../src/scenario/index.ts';

/** A name of the scenario. */
export const name = nameText();
export const siteName = name.meta({ description: 'Name of the site, its own.', examples: ['campus'] });
export const hallName = name.meta({
  description: 'Name of the hall, its own within the site.',
  examples: ['hall 1'],
});

export const MOST_HALLS = 500;

/** Whose site it is, and the product whose racks its halls are laid out for; the first of each by default. */
export const owned = {
  provider: name.optional().meta({
    description: 'Whose site it is, by the name of a provider.',
    absent: 'the first provider',
    examples: ['second provider'],
  }),
  product: name.optional().meta({
    description: 'Product whose racks its halls are laid out for.',
    absent: 'the first product',
    examples: ['GB300 NVL72'],
  }),
};
