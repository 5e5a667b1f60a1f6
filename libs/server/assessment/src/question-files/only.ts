/** The room of lists of numbers such as "1-40,45". */

/** Whether a number is on the list; undefined where there is no list. */
export function askedFor(list: string | undefined): ((number: number) => boolean) | undefined {
  if (list === undefined) return undefined;
  const ranges = list.split(',').map((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return { from, to };
  });
  return (number) => ranges.some(({ from, to }) => number >= from && number <= to);
}
