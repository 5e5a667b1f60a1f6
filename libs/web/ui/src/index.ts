/** The room of presentational components, tokens, pipes and the two languages. No HTTP, no router. */
export { CalloutComponent } from './feedback/callout.component';
export { ProgressBarComponent } from './feedback/progress-bar.component';
export { SavedStateComponent, type SavedState } from './feedback/saved-state.component';
export {
  EmptyStateComponent,
  ErrorStateComponent,
  SkeletonComponent,
} from './feedback/states.component';
export { StatusChipComponent, type Tone } from './feedback/status-chip.component';
export { ToastOutletComponent, Toasts } from './feedback/toasts';
export { DateInputComponent } from './form/date-input.component';
export { issueSentence } from './form/error-sentence';
export { FieldComponent, InputDirective } from './form/field.component';
export { FileDropComponent } from './form/file-drop.component';
export { SearchFieldComponent } from './form/search-field.component';
export { SelectComponent, type SelectOption } from './form/select.component';
export { UnitPickerComponent } from './form/unit-picker.component';
export { searchRows, unitPath, unitTree, type UnitLike, type UnitNode } from './form/unit-tree';
export {
  fold,
  formatClock,
  formatDay,
  formatInstant,
  formatInstantDay,
  formatMarks,
  formatMinutes,
  formatNumber,
  formatPercent,
  formatSize,
  formatTime,
  initialsOf,
  NOTHING,
  parseBirthDate,
  parseDay,
} from './format/format';
export {
  DayPipe,
  InstantPipe,
  MarksPipe,
  MinutesPipe,
  NumberPipe,
  PercentPipe,
  SizePipe,
} from './format/pipes';
export { injectText as injectUiText, uiTexts } from './i18n/text';
export {
  type Dictionary,
  injectLanguage,
  injectTexts,
  loadTexts,
  type TextKey,
  type TextParams,
  Texts,
  type TextScope,
  textScope,
  type Translate,
} from './i18n/texts';
export { IconComponent } from './icon/icon.component';
export { type IconName } from './icon/icons';
export { PageHeaderComponent } from './layout/page-header.component';
export { PersonComponent } from './layout/person.component';
export { ProseComponent } from './layout/prose.component';
export { SectionComponent } from './layout/section.component';
export { TabsComponent } from './layout/tabs.component';
export { Theme, type ThemeChoice } from './layout/theme';
export { CellDirective, DataTableComponent } from './table/data-table.component';
export {
  FIRST_PAGE,
  localPage,
  type TableColumn,
  type TableQuery,
  type TableSort,
} from './table/table.types';
export { DialogFrameComponent } from './dialog/dialog-frame.component';
export { Dialogs, type Question } from './dialog/dialogs';
export { PageTitle } from './layout/page-title';
export { LogoComponent } from './icon/logo.component';
export { LanguageSwitchComponent } from './layout/language-switch.component';
