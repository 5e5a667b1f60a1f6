/** The room of zip packages, as Word and Excel files are: nothing is unfolded beyond the size that was asked for. */
import { inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';

const inflate = promisify(inflateRaw);

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** The end record and the longest comment behind it. */
const END_WITHIN = 22 + 0xffff;
const MOST_ENTRIES = 4_000;

interface Entry {
  method: number;
  packed: number;
  at: number;
}

/** The parts of a package by their names. */
export class Archive {
  private constructor(
    private readonly bytes: Buffer,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Null where the bytes are no zip file, or a broken or encrypted one. */
  static open(bytes: Buffer): Archive | null {
    try {
      const entries = entriesOf(bytes);
      return entries && new Archive(bytes, entries);
    } catch {
      return null;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Unfolds a part; null where there is none, or where it is broken or longer than `most` bytes. What the package says
   * of its sizes is not believed.
   */
  async read(name: string, most: number): Promise<Buffer | null> {
    const entry = this.entries.get(name);
    if (!entry) return null;
    try {
      const { bytes } = this;
      if (bytes.readUInt32LE(entry.at) !== LOCAL) return null;
      const from =
        entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
      const packed = bytes.subarray(from, from + entry.packed);
      if (entry.method === STORED) return packed.length <= most ? packed : null;
      if (entry.method !== DEFLATED) return null;
      return await inflate(packed, { maxOutputLength: most });
    } catch {
      return null;
    }
  }

  /** The same as text. */
  async text(name: string, most: number): Promise<string | null> {
    return (await this.read(name, most))?.toString('utf8') ?? null;
  }
}

function entriesOf(bytes: Buffer): Map<string, Entry> | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end < bytes.length - END_WITHIN || bytes.readUInt32LE(end) !== END) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return null;
  const entries = new Map<string, Entry>();
  let place = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (bytes.readUInt32LE(place) !== ENTRY) return null;
    const isEncrypted = (bytes.readUInt16LE(place + 8) & 1) === 1;
    if (isEncrypted) return null;
    const [name, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(place + at)) as [
      number,
      number,
      number,
    ];
    entries.set(bytes.toString('utf8', place + 46, place + 46 + name), {
      method: bytes.readUInt16LE(place + 10),
      packed: bytes.readUInt32LE(place + 20),
      at: bytes.readUInt32LE(place + 42),
    });
    place += 46 + name + extra + comment;
  }
  return entries;
}
