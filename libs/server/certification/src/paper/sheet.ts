/** The room of the sheet's measures, in points: A4 across. */
export const WIDTH = 841.89;
export const HEIGHT = 595.28;
export const MIDDLE = WIDTH / 2;
/** Middles of the two halves of head and foot. */
export const LEFT = 232;
export const RIGHT = 612;
