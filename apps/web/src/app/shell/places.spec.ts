/** Cases for the places of each role. */
import { describe, expect, it } from '@jest/globals';
import { grouped, homeOf, placeAt, PLACES, roleAt } from './places';

describe('places', () => {
  it('gives each role a home', () => {
    expect(homeOf('learner')).toBe('/hoc');
    expect(homeOf('hr')).toBe('/quan-ly');
    expect(homeOf('administrator')).toBe('/quan-ly/tai-khoan');
    expect(homeOf(null)).toBe('/khong-co-quyen');
  });

  it('presses the nearest place', () => {
    expect(placeAt(PLACES.learner, '/hoc/chung-chi?x=1')?.label).toBe('place.myCertificates');
    expect(placeAt(PLACES.learner, '/hoc/0f/bai/1')?.label).toBe('place.learn');
    expect(placeAt(PLACES.hr, '/quan-ly')?.label).toBe('place.overview');
    expect(placeAt(PLACES.hr, '/quan-ly/can-bo#top')?.label).toBe('place.people');
    expect(placeAt(PLACES.hr, '/hocvien')).toBeUndefined();
  });

  it('follows a link into the places of another role, and else stays', () => {
    expect(roleAt(['learner', 'hr'], 'hr', '/hoc/123')).toBe('learner');
    expect(roleAt(['learner', 'hr'], 'hr', '/doi-mat-khau')).toBe('hr');
    expect(roleAt(['hr', 'administrator'], 'administrator', '/quan-ly/tai-khoan')).toBe(
      'administrator',
    );
    expect(roleAt(['hr'], 'hr', '/soan')).toBe('hr');
  });

  it('gathers the many places of HR under headings and loses none', () => {
    const groups = grouped(PLACES.hr);
    expect(groups.map(({ group }) => group)).toEqual([
      null,
      'organisation',
      'training',
      'results',
      'system',
    ]);
    expect(groups.flatMap(({ places }) => places)).toEqual(PLACES.hr);
  });

  it('puts no heading over the few places of others', () => {
    for (const role of ['learner', 'instructor', 'inspector', 'administrator'] as const)
      expect(grouped(PLACES[role])).toEqual([{ group: null, places: PLACES[role] }]);
  });

  it('leaves out a heading whose places all stand in the bar of a phone', () => {
    const rest = grouped(PLACES.hr.slice(4));
    expect(rest.map(({ group }) => group)).toEqual(['training', 'results', 'system']);
  });
});
