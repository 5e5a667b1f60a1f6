/** The room where the bytes of a text file become letters: UTF-8, UTF-16, or what old Vietnamese editors wrote. */

const strict = new TextDecoder('utf-8', { fatal: true });

/** Text in NFC with `\n` at the end of lines, whatever the file was saved as. */
export function decodedText(bytes: Buffer): string {
  return decoded(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}

function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return strict.decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}
