/** The room of symmetric matrices: the inverse of a positive definite one. */

/** Lower triangle G with G G' = matrix (Cholesky); null where the matrix is not positive definite. */
function factored(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * size + column] as number;
      for (let k = 0; k < column; k += 1) {
        rest -= (lower[row * size + k] as number) * (lower[column * size + k] as number);
      }
      if (row !== column) {
        lower[row * size + column] = rest / (lower[column * size + column] as number);
      } else if (rest > 0) {
        lower[row * size + row] = Math.sqrt(rest);
      } else {
        return null;
      }
    }
  }
  return lower;
}

/** Inverse of a symmetric positive definite matrix, row by row; null where it is not positive definite. */
export function invert(matrix: Float64Array, size: number): Float64Array | null {
  const lower = factored(matrix, size);
  if (lower === null) return null;
  const at = (row: number, column: number): number => lower[row * size + column] as number;
  const inverse = new Float64Array(size * size);
  for (let unit = 0; unit < size; unit += 1) {
    const solution = new Float64Array(size);
    for (let row = unit; row < size; row += 1) {
      let rest = row === unit ? 1 : 0;
      for (let k = unit; k < row; k += 1) rest -= at(row, k) * (solution[k] as number);
      solution[row] = rest / at(row, row);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let rest = solution[row] as number;
      for (let k = row + 1; k < size; k += 1) rest -= at(k, row) * (solution[k] as number);
      solution[row] = rest / at(row, row);
      inverse[row * size + unit] = solution[row] as number;
    }
  }
  return inverse;
}
