/** The room where tables of contents are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { withHeadings } from './headings';

describe('withHeadings', () => {
  it('numbers headings and keeps their words', () => {
    const { html, headings } = withHeadings(
      '<h2>Nghe ở <em>đâu</em></h2><p>x</p><h3>A &amp; B</h3><h4>no</h4>',
    );
    expect(headings).toEqual([
      { id: 'muc-1', level: 2, text: 'Nghe ở đâu' },
      { id: 'muc-2', level: 3, text: 'A & B' },
    ]);
    expect(html).toBe(
      '<h2 id="muc-1" tabindex="-1">Nghe ở <em>đâu</em></h2><p>x</p><h3 id="muc-2" tabindex="-1">A &amp; B</h3><h4>no</h4>',
    );
  });

  it('leaves alone what is empty or strange', () => {
    const odd = '<h2> </h2><h2 class="x">a</h2><h2>open';
    expect(withHeadings(odd)).toEqual({ html: odd, headings: [] });
  });
});
