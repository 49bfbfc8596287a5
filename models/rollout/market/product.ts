/** A product as its racks are in one replication. */
export interface Product {
  /** Place in the list of the scenario's products; the first is the one that `product:` describes. */
  readonly index: number;
  readonly name: string;
  readonly gpusPerRack: number;
  /** Facility kW of one rack: server, its share of the network, cooling and losses. */
  readonly kilowattsPerRack: number;
  /** Racks of one pod. */
  readonly podRacks: number;
}

/**
 * Positions that one rack takes where halls are laid out for another product, by facility power: 1 for the product
 * itself.
 *
 * @example loadOf({ kilowattsPerRack: 62.5 }, { kilowattsPerRack: 125 }) // 0.5
 */
export function loadOf(
  rack: Pick<Product, 'kilowattsPerRack'>,
  layout: Pick<Product, 'kilowattsPerRack'>,
): number {
  return rack.kilowattsPerRack / layout.kilowattsPerRack;
}
