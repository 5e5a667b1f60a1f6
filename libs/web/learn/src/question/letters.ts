/** The room of the letters before options. */

/** 0 -> "A", 1 -> "B". Papers have twelve options at most. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);
