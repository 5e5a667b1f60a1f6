/** The room of the forms of matching, ordering and grouping. */
import type { ContentOf } from '@tap-huan/contract';
import { emptyRows } from '../../parts/free-id';
import { clean, found } from './form-parts';
import type { KindForm } from './kind-form';

export interface FormItem {
  id: string;
  text: string;
}
export interface FormPair {
  id: string;
  prompt: string;
  answer: string;
}
export interface MatchingForm {
  pairs: readonly FormPair[];
  distractors: readonly string[];
}
export interface OrderingForm {
  items: readonly FormItem[];
  scoring: ContentOf<'ordering'>['scoring'];
}
export interface FormGroup {
  id: string;
  title: string;
}
export interface FormThing {
  id: string;
  text: string;
  groupId: string | null;
}
export interface GroupsForm {
  groups: readonly FormGroup[];
  things: readonly FormThing[];
  scoring: ContentOf<'categorise'>['scoring'];
}

export const newItem = (id: string): FormItem => ({ id, text: '' });
export const newPair = (id: string): FormPair => ({ id, prompt: '', answer: '' });
export const newGroup = (id: string): FormGroup => ({ id, title: '' });
export const newThing = (id: string): FormThing => ({ id, text: '', groupId: null });

const filledItems = (items: readonly FormItem[]) =>
  items.map(({ id, text }) => ({ id, text: clean(text) })).filter(({ text }) => text !== '');
const filledPairs = ({ pairs }: MatchingForm) =>
  pairs
    .map(({ id, prompt, answer }) => ({ id, prompt: clean(prompt), answer: clean(answer) }))
    .filter(({ prompt, answer }) => prompt !== '' || answer !== '');
const filledGroups = ({ groups }: GroupsForm) =>
  groups.map(({ id, title }) => ({ id, title: clean(title) })).filter(({ title }) => title !== '');
const filledThings = ({ things }: GroupsForm) =>
  things
    .map(({ id, text, groupId }) => ({ id, text: clean(text), groupId: groupId ?? '' }))
    .filter(({ text }) => text !== '');

export const matchingForm: KindForm<'matching', MatchingForm> = {
  empty: () => ({ pairs: emptyRows(3, newPair), distractors: [] }),
  of: ({ pairs, distractors }) => ({ pairs, distractors }),
  part: (form) => ({ pairs: filledPairs(form), distractors: [...form.distractors] }),
  problems(form) {
    const pairs = filledPairs(form);
    const half = pairs.some(({ prompt, answer }) => prompt === '' || answer === '');
    return found([
      [pairs.length < 2, 'too_few_pairs'],
      [half, 'pair_half_empty'],
    ]);
  },
};

export const orderingForm: KindForm<'ordering', OrderingForm> = {
  empty: () => ({ items: emptyRows(4, newItem), scoring: 'adjacent' }),
  of: ({ items, scoring }) => ({ items, scoring }),
  part: ({ items, scoring }) => ({ items: filledItems(items), scoring }),
  problems: ({ items }) => found([[filledItems(items).length < 2, 'too_few_items']]),
};

export const categoriseForm: KindForm<'categorise', GroupsForm> = {
  empty: () => ({
    groups: emptyRows(2, newGroup),
    things: emptyRows(4, newThing),
    scoring: 'partial',
  }),
  of: ({ groups, items, scoring }) => ({ groups, things: items, scoring }),
  part: (form) => ({
    groups: filledGroups(form),
    items: filledThings(form),
    scoring: form.scoring,
  }),
  problems(form) {
    const groups = new Set(filledGroups(form).map(({ id }) => id));
    const things = filledThings(form);
    return found([
      [groups.size < 2, 'too_few_groups'],
      [things.length < 2, 'too_few_things'],
      [things.some(({ groupId }) => !groups.has(groupId)), 'thing_without_group'],
    ]);
  },
};
