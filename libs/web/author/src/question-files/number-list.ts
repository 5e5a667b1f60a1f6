/** The room of many numbers in few letters. */

/** 1, 2, 3, 5 -> "1-3,5", as the server reads it. */
export function numberList(numbers: Iterable<number>): string {
  const parts: string[] = [];
  let from = NaN;
  let to = NaN;
  const end = () => {
    if (!Number.isNaN(from)) parts.push(from === to ? String(from) : `${from}-${to}`);
  };
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (number === to + 1) to = number;
    else {
      end();
      from = to = number;
    }
  }
  end();
  return parts.join(',');
}
