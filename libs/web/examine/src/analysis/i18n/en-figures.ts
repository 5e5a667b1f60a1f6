/** English of the statistics. */
import type { Dictionary } from '@tap-huan/web/ui';
import type { figures as viFigures } from './vi-figures';

export const figures: Dictionary<typeof viFigures> = {
  attempts: { name: 'Marked attempts', about: 'How many attempts this analysis is of.' },
  passShare: { name: 'Passed', about: 'The part of the attempts that meets the pass mark.' },
  mean: {
    name: 'Mean score',
    about: 'The sum of all totals by the number of attempts. Aim at 50–75% of the maximum.',
  },
  median: {
    name: 'Median',
    about: 'Half of the attempts do not score above it; a few odd scores hardly move it.',
  },
  sd: {
    name: 'Standard deviation',
    about: 'How far scores lie from the mean. Aim at 12–18% of the maximum.',
  },
  skewness: {
    name: 'Skewness',
    about: 'Negative: many high scores; positive: many low ones. About −1 is to be expected.',
  },
  kurtosis: {
    name: 'Kurtosis',
    about: 'High: scores crowd in the middle; low: they spread evenly. Expect 0 to 1.',
  },
  cic: {
    name: 'Internal consistency',
    about:
      'How far the questions measure one ability (Cronbach’s alpha). Above 75% is satisfactory, below 64% is not.',
  },
  errorRatio: {
    name: 'Error ratio',
    about:
      'The part of the differences in score that is chance and not ability. The lower, the better.',
  },
  standardError: {
    name: 'Standard error',
    about: 'Sitting it again, a person’s score would mostly differ by no more than this.',
  },
  facility: {
    name: 'Facility',
    about: 'Which part of its marks officers earn on average: the lower, the harder.',
  },
  sdShare: {
    name: 'Standard deviation of the question',
    about: 'How much its marks differ between officers.',
  },
  guess: { name: 'Random guess', about: 'The part of the marks that random choices would earn.' },
  discrimination: {
    name: 'Discrimination',
    about:
      'Whether those who do well in the rest do well here: 100 is clearest, below 20 weak, negative the wrong way.',
  },
  efficiency: {
    name: 'Discriminative efficiency',
    about: 'How well it discriminates compared with the best that its difficulty allows.',
  },
  intendedWeight: { name: 'Intended weight', about: 'Its part of the total by design.' },
  effectiveWeight: {
    name: 'Effective weight',
    about: 'Its real part in the differences between totals.',
  },
};
