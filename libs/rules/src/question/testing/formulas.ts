/** The room of arbitrary formulas that have a result for all numbers of a small size. */
import fc from 'fast-check';

/** At most four numbers or variables, so that no product of numbers up to 50 leaves the range of exact results. */
export const arbitraryFormula = (names: readonly string[]): fc.Arbitrary<string> => {
  const leaf = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...names).map((name) => `${name}^2`),
    fc.constantFrom(...names).map((name) => `-${name}`),
    fc.integer({ min: 0, max: 50 }).map(String),
    fc.constantFrom('0.5', '1.25', '(3)'),
  );
  const join = (term: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .tuple(
        term,
        term,
        fc.constantFrom(
          (a: string, b: string) => `${a} + ${b}`,
          (a: string, b: string) => `(${a}) - (${b})`,
          (a: string, b: string) => `(${a})*(${b})`,
          (a: string, b: string) => `(${a}) / (abs(${b}) + 1)`,
          (a: string, b: string) => `max(${a}, ${b})`,
          (a: string, b: string) => `min(${a}, round(${b}, 1))`,
          (a: string, b: string) => `floor(${a}) + ceil(${b})`,
          (a: string, b: string) => `sqrt(abs(${a})) + ${b}`,
        ),
      )
      .map(([a, b, build]) => build(a, b));
  return fc.oneof(leaf, join(leaf), join(fc.oneof(leaf, join(leaf))));
};
