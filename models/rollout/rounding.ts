/** Racks, GPUs, megawatts: far below one that is counted, far above the rounding error of a sum or a division. */
export const ROUNDING = 1e-6;
