/** The driving path of the milestone in one replication. */
export interface PathStory {
  readonly replication: number;
  readonly milestone: string;
  readonly date: string | undefined;
  readonly stretches: readonly {
    readonly from: string;
    readonly to: string;
    readonly days: number;
    readonly activity: string;
    readonly entity: string;
    readonly cause: string | undefined;
    readonly how: string;
  }[];
  readonly daysByCause: readonly { readonly cause: string; readonly days: number }[];
}
