/** The room of addresses that rich text may hold: files of this product, and links; the same as the server allows. */

const MEDIA = /^\/api\/media\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LINK = /^(?:https?:\/\/|mailto:|\/api\/media\/)[^\s\\]+$/i;

export const isMediaAddress = (address: string | null | undefined): address is string =>
  MEDIA.test(address ?? '');

/**
 * What a writer typed as a link, as an address: "luatvietnam.vn/x" -> "https://luatvietnam.vn/x", "a@b.vn" -> "mailto:…";
 * null where it can be none.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (LINK.test(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  if (/^[^\s:/]+\.[^\s:/.]{2,}(?:[/?#:]\S*)?$/.test(text) && !text.includes('\\'))
    return `https://${text}`;
  return null;
}
