/** Most lots that a vendor closes up to any horizon: eight vendors keep lot numbers below 2¹⁶. */
export const MOST_LOTS = 8192;
