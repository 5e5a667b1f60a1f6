/** The room of how a paper is shown to most people. No schema, so that a page may know it without any. */
import type { ScreenSettings } from './attempt';

export const USUAL_SCREEN: ScreenSettings = {
  textPercent: 100,
  highContrast: false,
  oneQuestionPerPage: false,
  withoutDragging: false,
  hideClock: false,
};
