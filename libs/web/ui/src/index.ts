/**
 * The room of presentational components, tokens, pipes and the two languages. No HTTP, no router.
 *
 * By `export *`: a name that is exported singly keeps this file alive in the first chunk, and with it every part of the
 * kit that any page uses. What is not for others has no `export` in its file.
 */
export * from './feedback/callout.component';
export * from './feedback/progress-bar.component';
export * from './feedback/saved-state.component';
export * from './feedback/states.component';
export * from './feedback/status-chip.component';
export * from './feedback/toasts';
export * from './form/date-input.component';
export * from './form/error-sentence';
export * from './form/field.component';
export * from './form/file-drop.component';
export * from './form/search-field.component';
export * from './form/select.component';
export * from './form/unit-picker.component';
export * from './form/unit-tree';
export * from './format/format';
export * from './format/local-time';
export * from './format/pipes';
export * from './i18n/text';
export * from './i18n/texts';
export * from './icon/icon.component';
export * from './icon/icons';
export * from './layout/page-header.component';
export * from './layout/person.component';
export * from './layout/prose.component';
export * from './layout/section.component';
export * from './layout/tabs.component';
export * from './layout/theme';
export * from './table/data-table.component';
export * from './table/table.types';
export * from './dialog/dialog-frame.component';
export * from './dialog/dialogs';
export * from './layout/page-title';
export * from './icon/logo.component';
export * from './layout/language-switch.component';
