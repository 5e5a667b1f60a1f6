/** Every expected failure as an English sentence. */
import type { FailureCode } from './failure';

export const problemsEn: Record<FailureCode, string> = {
  offline:
    'The server cannot be reached. What was typed is kept; check the connection and try again.',
  validation_failed: 'Some entries are not right. Check the marked ones and send again.',
  not_signed_in: 'The session has ended. Sign in again to go on.',
  not_permitted: 'This account may not do that.',
  not_found: 'This was not found. It may have been removed, or lie outside your scope.',
  cross_site_request:
    'The request did not come from this page and was refused. Reload and try again.',
  too_many_requests: 'Too many requests in a short time. Wait a minute and try again.',
  internal:
    'The server met an unexpected error. Try again later; if it stays, tell the administrator.',

  invalid_credentials: 'User name or password is not right. Check the input method and Caps Lock.',
  account_disabled: 'This account is disabled. Ask the training office to open it again.',
  too_many_sign_in_attempts: 'Too many failed sign-ins. Try again in a few minutes.',
  wrong_current_password: 'The current password is not right. The password was not changed.',
  username_taken: 'This user name is taken. Choose another.',
  last_administrator: 'This is the last administrator; at least one must remain.',

  unit_code_taken: 'This unit code is taken. Choose another.',
  unit_has_members:
    'The unit still has officers or units below it. Move them first, then close it.',
  unit_would_contain_itself: 'A unit cannot be placed inside itself.',
  unit_kind_not_in_force: 'This kind of unit is not in force on that day. Choose another.',
  reorganisation_not_open:
    'This plan is no longer open: it has been carried out, undone, or its day is over. Reload the page.',
  reorganisation_impossible:
    'The plan cannot be carried out yet. The preview names what stands in the way.',
  reorganisation_built_upon:
    'It cannot be undone: units, officers or grants in it have changed since.',
  staff_code_taken: 'This staff code is taken. Choose another.',
  holiday_exists: 'This day is in the calendar already. Remove it first to write it anew.',
  swap_not_on_weekend: 'A day worked in exchange must be a Saturday or a Sunday.',
  positions_overlap: 'These days overlap another position of the officer. Check the dates.',
  position_days_taken:
    'These days are taken by {{job}}, {{unit}} ({{from}} – {{to}}). Change the days so that none is shared.',
  position_not_removable:
    'The present position, or the only one of an officer, cannot be removed. Correct it where it is wrong.',
  unit_not_then:
    'The unit {{unit}} was not there all that time ({{from}} – {{to}}). Choose a unit of those days, or change them.',
  change_planned: 'A change is already waiting for that day. Cancel it first.',
  import_not_ready: 'The list is being worked on, or is finished. Reload to see.',
  import_has_errors:
    'The list still has wrong lines, so it cannot be applied. Mend them and import again.',
  import_leavers_differ: 'The number of people who would leave has changed. Reload and look again.',

  course_code_taken: 'This course code is taken. Choose another.',
  no_draft: 'This course has no draft. Begin a new draft to make changes.',
  draft_exists: 'This course already has a draft. Open it to go on.',
  course_not_publishable: 'The draft cannot be published yet. See the list of what is missing.',
  version_is_published: 'A published version cannot be changed. Begin a new draft.',
  stale_revision:
    'This was changed elsewhere just now. Load the newest state and enter the change again.',
  file_too_large: 'The file is too large. Choose a smaller one or compress it.',
  file_kind_not_allowed:
    'This kind of file is not accepted. See which kinds are, and choose another.',

  question_in_use: 'The question is used in a quiz. Take it out of the quiz first.',
  quiz_has_no_questions: 'The quiz has no questions.',
  not_enough_questions:
    'The bank has too few fitting questions for the draw. Add some, or draw fewer.',
  category_name_taken: 'There is a category of this name here already. Choose another.',
  category_in_use: 'The category still has questions or categories below it. Move them first.',
  category_would_contain_itself: 'A category cannot be placed inside itself.',

  hours_in_future: 'The last day of the training is still to come.',
  class_list_too_long: 'The list has too many lines: a class holds at most 1,000 people.',
  class_list_outdated:
    'The list has changed since it was checked: somebody can no longer be entered in this class. Check the list again.',
  dates_reversed: 'The first day is after the last day.',
  evidence_missing: 'At least one paper is needed as evidence (picture or PDF).',
  hours_entered_already: 'This training is in the ledger already, or waits for a decision.',
  hours_entry_closed: 'This entry has been dealt with. Reload to see how it stands.',
  hours_list_unreadable:
    'The file cannot be read. Choose an Excel file (.xlsx) made from the template.',
  hours_list_columns: 'Columns are missing: {{columns}}. Use the template.',
  hours_list_too_long: 'The file has more than {{rows}} rows. Split it.',
  hours_import_applied: 'This list has been entered already.',
  hours_rule_overlaps: 'There is a rule from this day or later for this kind of staff.',
  assignment_state:
    'The assignment is in a state in which this cannot be done. Reload the page to see it.',
  assignment_dates_wrong:
    'The days do not fit: neither the end nor the due date may come before the start.',
  nothing_chosen: 'None of the officers chosen is in your scope any more. Choose again.',
  extension_in_the_past: 'The new due date must be today or later.',
  exemption_ended: 'This exemption has ended already.',

  enrolment_closed: 'This enrolment is closed.',
  course_not_published: 'The course is not published, or takes nobody new.',
  attempts_exhausted: 'All attempts have been used.',
  lessons_not_finished: 'Finish the lessons before taking the quiz.',
  already_passed: 'This quiz has been passed already.',
  not_open_yet: 'The quiz is not open yet. Wait for its opening.',
  quiz_closed: 'The quiz is closed; no attempt can begin any more.',
  wait_first: 'It is too early for the next attempt. This page says from when it is possible.',
  wrong_quiz_password: 'The access password is not right. Ask the instructor or the invigilator.',
  network_not_allowed:
    'The quiz can only be taken from certain networks. Change the network and try again; saved answers are not lost.',
  quiz_not_in_course: 'The quiz is not part of this course.',

  attempt_closed: 'This attempt has been submitted. The answers saved before count.',
  attempt_taken_over: 'The quiz is open in another window or device. This page is read-only now.',
  deadline_passed: 'The time for answers is over. Those received before still count.',
  result_not_shown_yet: 'The detailed result is not shown yet.',
  not_practice: 'This is no practice; questions cannot be checked one by one.',
  no_tries_left: 'No checks are left for this question.',
  no_hints_left: 'There are no more hints for this question.',

  already_marked:
    'This answer is marked already and takes no other mark. What was typed is kept; reload to see the mark.',
  mark_incomplete:
    'The mark is not complete: it takes a level for every criterion, or points up to those of the question.',
  appeal_not_possible:
    'An appeal is not possible: there is no result yet, or the time for appeals is over.',
  appeal_exists: 'There is an appeal about this already; it waits for an answer.',
  appeal_answered: 'Somebody has answered this appeal already. Reload to see the answer.',
  nobody_sits: 'Nobody is sitting this quiz, so there is no time to extend.',
  answer_file_unreadable:
    'The answer file cannot be read: it is damaged, or belongs to another quiz.',
  reason_missing: 'Give a reason.',
  officer_has_no_account:
    'This officer has no account yet and cannot sit a quiz. Make an account first, then try again.',
  doubt_decided: 'Somebody has decided this case already. Reload to see the decision.',
  audience_in_use: 'A running assignment uses this audience. End the assignment first.',
  audience_completion_unclear:
    'The completion condition needs exactly one course or one programme.',
  programme_code_taken: 'There is already a programme with this code.',
  programme_not_approvable: 'The programme cannot be approved yet. See what is missing.',
  programme_not_approved: 'The programme has not been approved, or it has been archived.',
  decision_in_future: 'The day of the decision cannot lie ahead.',

  certificate_not_ready: 'The certificate is being made. Try again in a few minutes.',
  certificate_not_found: 'No certificate has this code. Check every character.',
  certificate_details_do_not_match: 'The details do not match this certificate.',
  export_not_ready: 'The file is being prepared. Try again in a few minutes.',
  mail_not_failed: 'This mail has not failed.',
  mail_not_set_up: 'No mail server is set up. Notices appear in the product only.',
  mail_not_sent: 'The mail server did not take the mail. Check its settings and try again.',
  no_mail_address: 'There is no e-mail address to send to.',
  unknown_placeholder: 'There is no placeholder "{{word}}" for this kind of notice.',
  correction_closed: 'This request has been answered already. Reload to see it.',
  list_not_valid:
    'The list has a column or a condition that cannot be used. Check columns and filters.',
  analysis_not_ready: 'The analysis is being computed. Try again in a few minutes.',
  no_results: 'There are no results in the chosen scope.',
  nothing_to_export: 'There are no certificates in the chosen scope and period.',
};
