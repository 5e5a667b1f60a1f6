/** The room of short rows of whole numbers by owner, all in one array: a million of them are counted in milliseconds. */

/** "Never": later than any day. */
export const NEVER = 0x3fffffff;

/** Rows of equal width; what an owner had before stays as a gap until the array is full. */
export class Pool {
  cells: Int32Array;
  private starts = new Int32Array(16);
  private lengths = new Int32Array(16);
  private end = 0;
  private gaps = 0;

  constructor(readonly width: number) {
    this.cells = new Int32Array(width * 64);
  }

  /** First cell of the owner's rows. */
  from(owner: number): number {
    return this.starts[owner] ?? 0;
  }

  /** The cell after the owner's last one. */
  to(owner: number): number {
    return (this.starts[owner] ?? 0) + (this.lengths[owner] ?? 0);
  }

  /** Puts rows, cell after cell, in place of those that the owner had. */
  set(owner: number, rows: readonly number[]): void {
    this.room(owner + 1);
    this.gaps += this.lengths[owner] ?? 0;
    if (this.end + rows.length > this.cells.length) this.make(rows.length);
    this.cells.set(rows, this.end);
    this.starts[owner] = this.end;
    this.lengths[owner] = rows.length;
    this.end += rows.length;
  }

  private room(owners: number): void {
    if (owners <= this.starts.length) return;
    const longer = (old: Int32Array) => {
      const wider = new Int32Array(Math.max(owners, old.length * 2));
      wider.set(old);
      return wider;
    };
    this.starts = longer(this.starts);
    this.lengths = longer(this.lengths);
  }

  /** Closes the gaps where they are many, and makes the array longer. */
  private make(needed: number): void {
    const live = this.end - this.gaps + needed;
    const wider = new Int32Array(Math.max(Math.ceil(live * 1.5), 64));
    let at = 0;
    for (let owner = 0; owner < this.starts.length; owner++) {
      const length = this.lengths[owner] ?? 0;
      if (length === 0) continue;
      const from = this.starts[owner] ?? 0;
      wider.set(this.cells.subarray(from, from + length), at);
      this.starts[owner] = at;
      at += length;
    }
    this.cells = wider;
    this.end = at;
    this.gaps = 0;
  }
}
