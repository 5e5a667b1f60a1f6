/** Cases for HTML made ready for reading. */
import { describe, expect, it } from '@jest/globals';
import { readable } from './readable';

describe('readable', () => {
  it('wraps every table and marks call-outs as notes', () => {
    const html =
      '<table class="x"><tr></tr></table><p>a</p><table></table><aside data-callout="law"></aside>';
    expect(readable(html)).toBe(
      '<div class="th-scroll"><table class="x"><tr></tr></table></div><p>a</p>' +
        '<div class="th-scroll"><table></table></div><aside role="note" data-callout="law"></aside>',
    );
  });

  it('leaves the rest alone', () => {
    const html = '<p>Bảng &lt;table&gt; và <b>tablet</b></p>';
    expect(readable(html)).toBe(html);
  });
});
