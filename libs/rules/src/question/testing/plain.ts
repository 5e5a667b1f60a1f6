/** The room of what every question of a test has beside the point: a stem, and nothing else. */

/** The fields that all kinds share. */
export const plain = {
  stem: '<p>Hỏi?</p>',
  feedback: '',
  hints: [] as string[],
  legalBasis: [] as string[],
  asOf: null,
  reviewOn: null,
  era: 'any' as const,
  difficulty: 'recall' as const,
  tags: [] as string[],
  stimulusId: null,
};

/** How a typed number is judged where nothing is lenient. */
export const strictNumber = {
  tolerance: 0,
  toleranceKind: 'absolute' as const,
  unit: '',
  units: [] as { name: string; factor: number }[],
};
