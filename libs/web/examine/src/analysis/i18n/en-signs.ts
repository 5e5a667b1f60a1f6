/** English of the signs. */
import type { Dictionary } from '@tap-huan/web/ui';
import type { itemSigns as viItems, quizSigns as viQuiz } from './vi-signs';

export const quizSigns: Dictionary<typeof viQuiz> = {
  few_attempts: {
    short: 'Few attempts',
    long: 'Only {{attempts}} attempts, fewer than {{least}}: the figures still vary a lot; take them as a hint.',
  },
  mean_low: {
    short: 'A hard quiz',
    long: 'The mean is {{mean}}, below the 50–75% to aim at. It may be too hard, or its content not well taught.',
  },
  mean_high: {
    short: 'An easy quiz',
    long: 'The mean is {{mean}}, above the 50–75% to aim at. It hardly tells thorough from superficial knowledge.',
  },
  spread_low: {
    short: 'Scores lie close together',
    long: 'The standard deviation is {{spread}}, below the 12–18% to aim at: officers have much the same score.',
  },
  spread_high: {
    short: 'Scores lie far apart',
    long: 'The standard deviation is {{spread}}, above the 12–18% to aim at: one group scores very high, another very low.',
  },
  skewness_low: {
    short: 'Strongly skewed to high scores',
    long: 'Skewness {{value}}: most scores are high, and a few very low ones form a long tail.',
  },
  skewness_high: {
    short: 'Skewed to low scores',
    long: 'Skewness {{value}}: most scores are low; near the pass mark officers are hard to tell apart.',
  },
  kurtosis_low: {
    short: 'Scores spread evenly',
    long: 'Kurtosis {{value}}: flatter than a bell curve. For information only.',
  },
  kurtosis_high: {
    short: 'Scores crowd in the middle',
    long: 'Kurtosis {{value}}, above 1: the best and the weakest hardly stand out from the rest.',
  },
  cic_satisfactory: {
    short: 'Consistent enough',
    long: 'Internal consistency {{cic}}%, above 75%: the questions measure one ability together.',
  },
  cic_unsatisfactory: {
    short: 'Low consistency',
    long: 'Internal consistency {{cic}}%, below 64%: much of a score is chance. Add questions, and mend those that discriminate weakly.',
  },
};

export const itemSigns: Dictionary<typeof viItems> = {
  few_attempts: {
    short: 'Few attempts',
    long: 'Only {{attempts}} attempts met this question, fewer than {{least}}: take the figures as a hint.',
  },
  key_may_be_wrong: {
    short: 'The key may be wrong',
    long: 'The best officers choose {{answer}} ({{share}} of the attempts): they reach {{mean}} elsewhere, those who give the key {{key}} reach {{keyMean}}.',
  },
  key_never_chosen: {
    short: 'Nobody gives the key',
    long: 'No attempt gives the key {{key}}. Check the key and how it is worded.',
  },
  discriminates_negatively: {
    short: 'Discriminates the wrong way',
    long: 'Discrimination {{value}}: those who do well elsewhere often get this one wrong. The key or the wording may be at fault.',
  },
  effective_weight_negative: {
    short: 'Works against the total',
    long: 'Whoever earns marks here tends to have a lower total: the question makes the result less reliable.',
  },
  same_mark_for_all: {
    short: 'The same mark for all',
    long: 'Everybody earned the same mark ({{facility}}), so the question does not tell who knows more.',
  },
  too_easy: {
    short: 'Too easy',
    long: 'Officers earn {{facility}} of its marks on average: almost everybody gets it right.',
  },
  too_hard: { short: 'Too hard', long: 'Officers earn only {{facility}} of its marks on average.' },
  below_guess: {
    short: 'Worse than guessing',
    long: 'Officers earn {{facility}}, less than random choices would ({{guess}}): the question misleads, or the key is wrong.',
  },
  guessing_likely: {
    short: 'Like guessing',
    long: 'Officers earn {{facility}}, about what random choices would ({{guess}}): the content may not have been taught.',
  },
  guess_high: {
    short: 'Easily guessed',
    long: 'Random choices earn {{guess}} of the marks. Add plausible wrong options.',
  },
  discriminates_weakly: {
    short: 'Discriminates weakly',
    long: 'Discrimination {{value}}, below 20: those who know much and those who know little do about the same.',
  },
  efficiency_low: {
    short: 'Low discriminative efficiency',
    long: 'It discriminates only {{value}}% as well as it could: it may measure something else than the other questions.',
  },
  distractor_unused: {
    short: '{{answer}}: hardly taken',
    long: 'Only {{share}} of the attempts choose {{answer}}. It does no work; rewrite it.',
  },
};
