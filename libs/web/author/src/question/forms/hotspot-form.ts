/** The room of the form of the question that is answered by pointing at a picture. */
import type { ContentOf, ImageArea } from '@tap-huan/contract';
import { clean, found } from './form-parts';
import type { KindForm } from './kind-form';

export type FormImage = ContentOf<'hotspot'>['image'];
export interface FormArea {
  id: string;
  label: string;
  feedback: string;
  right: boolean;
  area: ImageArea;
}
export interface HotspotForm {
  /** Null until a picture was chosen. */
  image: FormImage | null;
  areas: readonly FormArea[];
}

/** Stands for the picture that is not chosen yet. */
const NO_IMAGE: FormImage = { url: '', alt: '', width: 4, height: 3 };

export const hotspotForm: KindForm<'hotspot', HotspotForm> = {
  empty: () => ({ image: null, areas: [] }),
  of: ({ image, areas, correct }) => ({
    image,
    areas: areas.map(({ id, label, area, feedback = '' }) => ({
      id,
      label,
      feedback,
      right: correct.includes(id),
      area,
    })),
  }),
  part: ({ image, areas }) => ({
    image: image ? { ...image, alt: clean(image.alt) } : NO_IMAGE,
    areas: areas.map(({ id, label, area, feedback }) => {
      const own = { id, label: clean(label), area };
      return clean(feedback) === '' ? own : { ...own, feedback: clean(feedback) };
    }),
    correct: areas.filter(({ right }) => right).map(({ id }) => id),
  }),
  problems: ({ image, areas }) =>
    found([
      [image === null, 'image_missing'],
      [image !== null && clean(image.alt) === '', 'image_words_missing'],
      [areas.length < 2, 'too_few_areas'],
      [areas.some(({ label }) => clean(label) === ''), 'area_without_label'],
      [areas.length > 0 && !areas.some(({ right }) => right), 'no_right_area'],
    ]),
};
