/** The room of expected failures: each code once, with its HTTP status; sentences live in the web app. */
export const ERRORS = {
  validation_failed: 422,
  not_signed_in: 401,
  not_permitted: 403,
  not_found: 404,
  cross_site_request: 403,
  too_many_requests: 429,
  internal: 500,

  invalid_credentials: 401,
  account_disabled: 403,
  too_many_sign_in_attempts: 429,
  wrong_current_password: 422,
  username_taken: 409,
  last_administrator: 409,

  unit_code_taken: 409,
  unit_has_members: 409,
  unit_would_contain_itself: 409,
  unit_kind_not_in_force: 422,
  reorganisation_not_open: 409,
  reorganisation_impossible: 422,
  reorganisation_built_upon: 409,
  staff_code_taken: 409,
  holiday_exists: 409,
  swap_not_on_weekend: 422,
  positions_overlap: 409,
  position_days_taken: 409,
  position_not_removable: 409,
  unit_not_then: 422,
  change_planned: 409,
  import_not_ready: 409,
  import_has_errors: 422,
  import_leavers_differ: 409,

  course_code_taken: 409,
  no_draft: 409,
  draft_exists: 409,
  course_not_publishable: 422,
  version_is_published: 409,
  stale_revision: 409,
  file_too_large: 413,
  file_kind_not_allowed: 415,

  question_in_use: 409,
  quiz_has_no_questions: 422,
  not_enough_questions: 422,
  category_name_taken: 409,
  category_in_use: 409,
  category_would_contain_itself: 409,

  assignment_state: 409,
  assignment_dates_wrong: 422,
  nothing_chosen: 422,
  extension_in_the_past: 422,
  exemption_ended: 409,

  hours_in_future: 422,
  dates_reversed: 422,
  evidence_missing: 422,
  hours_entered_already: 409,
  hours_entry_closed: 409,
  hours_list_unreadable: 422,
  hours_list_columns: 422,
  hours_list_too_long: 422,
  hours_import_applied: 409,
  hours_rule_overlaps: 409,

  class_list_too_long: 422,
  class_list_outdated: 409,

  enrolment_closed: 409,
  course_not_published: 409,
  attempts_exhausted: 409,
  lessons_not_finished: 409,
  already_passed: 409,
  not_open_yet: 409,
  quiz_closed: 409,
  wait_first: 409,
  wrong_quiz_password: 422,
  network_not_allowed: 403,
  quiz_not_in_course: 404,

  attempt_closed: 409,
  attempt_taken_over: 409,
  deadline_passed: 409,
  result_not_shown_yet: 409,
  not_practice: 409,
  no_tries_left: 409,
  no_hints_left: 409,
  already_marked: 409,
  mark_incomplete: 422,
  appeal_not_possible: 409,
  appeal_exists: 409,
  appeal_answered: 409,
  nobody_sits: 409,
  answer_file_unreadable: 422,
  reason_missing: 422,
  officer_has_no_account: 409,
  doubt_decided: 409,

  audience_in_use: 409,
  audience_completion_unclear: 422,
  programme_code_taken: 409,
  programme_not_approvable: 422,
  programme_not_approved: 409,
  decision_in_future: 422,

  certificate_not_ready: 409,
  certificate_not_found: 404,
  certificate_details_do_not_match: 422,
  export_not_ready: 409,
  nothing_to_export: 422,
  mail_not_failed: 409,
  mail_not_set_up: 409,
  mail_not_sent: 502,
  no_mail_address: 422,
  unknown_placeholder: 422,
  correction_closed: 409,
  list_not_valid: 422,
  analysis_not_ready: 409,
  no_results: 422,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERRORS;

/** One wrong field: where it is and what is wrong, in words of the schema library. */
export interface FieldIssue {
  path: string;
  code: string;
  message: string;
}

/** The body of every failure, as RFC 9457 `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  /** Values for the translated sentence, e.g. `{ seconds: 30 }`. Never personal data. */
  params?: Record<string, string | number>;
  issues?: FieldIssue[];
}
