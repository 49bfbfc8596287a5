/** What a lane answers to a chunk. */
export type LaneReply =
  | { readonly kind: 'packed'; readonly packed: Float64Array }
  | {
      readonly kind: 'failed';
      readonly point: string;
      readonly replication: number;
      readonly reason: string;
    };
