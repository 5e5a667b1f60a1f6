/** The room of words for keys that come from the server. */
import type { RecordText } from './i18n/text';

/** The server's groups are keys of the dictionary; one that is not known is shown as it is. */
export const groupWords = (t: RecordText, key: string): string =>
  t(`group.${key}` as 'group.job_position');
export const formWords = (t: RecordText, key: string): string => t(`form.${key}` as 'form.online');
export const staffWords = (t: RecordText, key: string): string => t(`staff.${key}` as 'staff.khac');

/** The years that a choice offers: from the present one back to 2017. */
export function yearOptions(): { value: number; label: string }[] {
  const present = new Date().getFullYear();
  return Array.from({ length: present - 2016 }, (_, index) => ({
    value: present - index,
    label: String(present - index),
  }));
}

/** A year of the address; 0 stands for all of them. */
export const yearOf = (value: number): number | undefined =>
  Number.isInteger(value) && value >= 1990 && value <= 2100 ? value : undefined;
