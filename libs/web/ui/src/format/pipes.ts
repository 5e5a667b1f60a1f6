/** The room of pipes over the pure formats; those that differ by language follow the language on screen. */
import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Texts } from '../i18n/texts';
import * as format from './format';

/** `'2026-11-25' | thDay` -> 25/11/2026 */
@Pipe({ name: 'thDay' })
export class DayPipe implements PipeTransform {
  transform(day: string | null | undefined): string {
    return format.formatDay(day);
  }
}

/** `instant | thInstant` -> 25/11/2026 14:03; `thInstant: 'time'` -> 14:03; `'day'` -> 25/11/2026 */
@Pipe({ name: 'thInstant' })
export class InstantPipe implements PipeTransform {
  transform(value: string | Date | null | undefined, part?: 'time' | 'day'): string {
    if (part === 'time') return format.formatTime(value);
    return part === 'day' ? format.formatInstantDay(value) : format.formatInstant(value);
  }
}

// The language is not an argument of these pipes, so they are impure: a cheap read at every check.

/** `850 | thMarks` -> 8,5 */
@Pipe({ name: 'thMarks', pure: false })
export class MarksPipe implements PipeTransform {
  private readonly language = inject(Texts).language;
  transform(hundredths: number | null | undefined): string {
    return format.formatMarks(hundredths, this.language());
  }
}

/** `1414 | thNumber` -> 1.414 */
@Pipe({ name: 'thNumber', pure: false })
export class NumberPipe implements PipeTransform {
  private readonly language = inject(Texts).language;
  transform(value: number | null | undefined): string {
    return format.formatNumber(value, this.language());
  }
}

/** `0.8394 | thPercent: 2` -> 83,93 % */
@Pipe({ name: 'thPercent', pure: false })
export class PercentPipe implements PipeTransform {
  private readonly language = inject(Texts).language;
  transform(ratio: number | null | undefined, digits = 0): string {
    return format.formatPercent(ratio, this.language(), digits);
  }
}

/** `1400000 | thSize` -> 1,4 MB */
@Pipe({ name: 'thSize', pure: false })
export class SizePipe implements PipeTransform {
  private readonly language = inject(Texts).language;
  transform(bytes: number | null | undefined): string {
    return format.formatSize(bytes, this.language());
  }
}

/** `80 | thMinutes` -> 1 giờ 20 phút */
@Pipe({ name: 'thMinutes', pure: false })
export class MinutesPipe implements PipeTransform {
  private readonly language = inject(Texts).language;
  transform(minutes: number | null | undefined): string {
    return format.formatMinutes(minutes, this.language());
  }
}
