/** The room of lists of whole numbers that grow: compact where a JavaScript array is not. */

export class Growing {
  private values: Int32Array<ArrayBuffer>;
  private size = 0;

  constructor(room = 1_024) {
    this.values = new Int32Array(room);
  }

  push(value: number): void {
    if (this.size === this.values.length) {
      const wider = new Int32Array(2 * this.size);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.size] = value;
    this.size += 1;
  }

  get length(): number {
    return this.size;
  }

  /** What was pushed, without a copy; no longer valid after the next push. */
  all(): Int32Array<ArrayBuffer> {
    return this.values.subarray(0, this.size);
  }
}

/** Gives each text a number, 0, 1, 2 …, the same at each meeting. */
export class Codes {
  private readonly known = new Map<string, number>();
  readonly texts: string[] = [];

  of(text: string): number {
    let code = this.known.get(text);
    if (code === undefined) {
      code = this.texts.length;
      this.known.set(text, code);
      this.texts.push(text);
    }
    return code;
  }
}
