/** Every expected failure as a Vietnamese sentence: what happened, what was kept, what to do. */
import type { FailureCode } from './failure';

export const problemsVi: Record<FailureCode, string> = {
  offline: 'Chưa kết nối được máy chủ. Nội dung đã nhập vẫn còn; kiểm tra mạng rồi thử lại.',
  validation_failed: 'Có mục chưa điền đúng. Kiểm tra các mục được đánh dấu rồi gửi lại.',
  not_signed_in: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.',
  not_permitted: 'Tài khoản này không có quyền thực hiện việc này.',
  not_found:
    'Không tìm thấy nội dung này. Nội dung có thể đã được gỡ hoặc nằm ngoài phạm vi quản lý.',
  cross_site_request: 'Yêu cầu bị từ chối vì không gửi từ trang này. Tải lại trang rồi thử lại.',
  too_many_requests: 'Có quá nhiều yêu cầu trong thời gian ngắn. Chờ một phút rồi thử lại.',
  internal: 'Máy chủ gặp lỗi ngoài dự kiến. Thử lại sau ít phút; nếu vẫn lỗi, báo quản trị viên.',

  invalid_credentials:
    'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock.',
  account_disabled: 'Tài khoản đã bị khóa. Liên hệ phòng Đào tạo – Biên chế để được mở lại.',
  too_many_sign_in_attempts: 'Đăng nhập sai quá nhiều lần. Thử lại sau ít phút.',
  wrong_current_password: 'Mật khẩu hiện tại chưa đúng. Mật khẩu chưa được đổi.',
  username_taken: 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
  last_administrator: 'Đây là quản trị viên cuối cùng; phải có ít nhất một người giữ quyền này.',

  unit_code_taken: 'Mã đơn vị này đã được dùng. Chọn mã khác.',
  unit_has_members:
    'Đơn vị còn cán bộ hoặc còn đơn vị trực thuộc. Chuyển hết sang nơi khác rồi mới kết thúc.',
  unit_would_contain_itself: 'Không thể đặt một đơn vị vào bên trong chính nó.',
  unit_kind_not_in_force: 'Loại đơn vị này không còn hiệu lực vào ngày đó. Chọn loại khác.',
  reorganisation_not_open:
    'Phương án này không còn mở: đã thực hiện, đã hoàn tác hoặc đã quá ngày hoàn tác. Tải lại trang.',
  reorganisation_impossible:
    'Chưa thể thực hiện phương án. Xem trước để biết từng vướng mắc rồi sửa.',
  reorganisation_built_upon:
    'Không hoàn tác được vì các đơn vị, cán bộ hoặc quyền liên quan đã có thay đổi sau khi sắp xếp.',
  staff_code_taken: 'Mã cán bộ này đã được dùng. Chọn mã khác.',
  holiday_exists: 'Ngày này đã có trong lịch. Gỡ ngày cũ trước nếu muốn ghi lại.',
  swap_not_on_weekend: 'Ngày làm bù phải là thứ bảy hoặc Chủ nhật.',
  positions_overlap:
    'Thời gian này trùng với một vị trí công tác khác của cán bộ. Kiểm tra lại ngày.',
  position_days_taken:
    'Thời gian này trùng với vị trí {{job}}, {{unit}} ({{from}} – {{to}}). Sửa ngày để hai vị trí không chung ngày nào.',
  position_not_removable:
    'Vị trí đang giữ, hoặc vị trí duy nhất của cán bộ, không gỡ được. Dùng "Đính chính" nếu ghi sai.',
  unit_not_then:
    'Đơn vị {{unit}} không hoạt động suốt thời gian này ({{from}} – {{to}}). Chọn đơn vị của thời gian đó hoặc sửa ngày.',
  change_planned: 'Cán bộ đã có một thay đổi chờ đến ngày này. Hủy thay đổi đó trước.',
  import_not_ready: 'Danh sách đang được xử lý hoặc đã kết thúc. Tải lại để xem.',
  import_has_errors: 'Danh sách còn dòng sai nên chưa áp dụng được. Sửa các dòng đó rồi nhập lại.',
  import_leavers_differ: 'Số cán bộ sẽ thôi công tác đã thay đổi. Tải lại và xem lại danh sách.',

  course_code_taken: 'Mã khóa bồi dưỡng này đã được dùng. Chọn mã khác.',
  no_draft: 'Khóa này chưa có bản nháp. Tạo bản nháp mới để chỉnh sửa.',
  draft_exists: 'Khóa này đã có bản nháp. Mở bản nháp đó để chỉnh sửa tiếp.',
  course_not_publishable:
    'Bản nháp chưa đủ điều kiện phát hành. Xem các mục còn thiếu trong danh sách.',
  version_is_published: 'Phiên bản đã phát hành không sửa được. Tạo bản nháp mới để thay đổi.',
  stale_revision: 'Nội dung này vừa được sửa ở nơi khác. Tải bản mới nhất rồi nhập lại thay đổi.',
  file_too_large: 'Tệp quá lớn. Chọn tệp nhỏ hơn hoặc nén lại.',
  file_kind_not_allowed: 'Loại tệp này không được nhận. Xem các loại được nhận rồi chọn tệp khác.',

  question_in_use: 'Câu hỏi đang được dùng trong bài kiểm tra. Bỏ câu hỏi khỏi bài đó trước.',
  quiz_has_no_questions: 'Bài kiểm tra chưa có câu hỏi nào.',
  not_enough_questions:
    'Ngân hàng không đủ câu hỏi phù hợp để rút cho bài kiểm tra. Thêm câu hỏi hoặc giảm số câu rút.',
  category_name_taken: 'Trong danh mục này đã có danh mục cùng tên. Chọn tên khác.',
  category_in_use: 'Danh mục còn câu hỏi hoặc danh mục con. Chuyển hết sang nơi khác rồi mới xóa.',
  category_would_contain_itself: 'Không thể đặt một danh mục vào bên trong chính nó.',

  hours_in_future: 'Ngày kết thúc bồi dưỡng chưa đến.',
  class_list_too_long: 'Danh sách lớp có quá nhiều dòng: mỗi lớp tối đa 1.000 người.',
  class_list_outdated:
    'Danh sách đã thay đổi từ khi kiểm tra: có người không còn ghi nhận được vào lớp này. Kiểm tra lại danh sách.',
  dates_reversed: 'Ngày bắt đầu sau ngày kết thúc.',
  evidence_missing: 'Cần ít nhất một minh chứng (ảnh hoặc PDF).',
  hours_entered_already: 'Khóa này đã có trong sổ giờ hoặc đang chờ duyệt.',
  hours_entry_closed: 'Dòng này đã được xử lý. Tải lại để xem hiện trạng.',
  hours_list_unreadable: 'Không đọc được tệp. Chọn tệp Excel (.xlsx) theo mẫu.',
  hours_list_columns: 'Tệp thiếu cột bắt buộc: {{columns}}. Dùng tệp mẫu.',
  hours_list_too_long: 'Tệp có quá {{rows}} dòng. Chia tệp nhỏ hơn.',
  hours_import_applied: 'Danh sách này đã được ghi vào sổ.',
  hours_rule_overlaps: 'Đã có quy định từ ngày này hoặc sau đó cho nhóm này.',
  assignment_state:
    'Đợt giao này đang ở tình trạng không làm được việc đó. Tải lại trang để xem tình trạng mới.',
  assignment_dates_wrong:
    'Các ngày chưa khớp nhau: ngày kết thúc và ngày hết hạn không được trước ngày bắt đầu.',
  nothing_chosen: 'Không còn cán bộ nào phù hợp trong phạm vi quản lý. Chọn lại danh sách.',
  extension_in_the_past: 'Hạn mới phải từ hôm nay trở đi.',
  exemption_ended: 'Việc miễn này đã hết hiệu lực từ trước.',

  enrolment_closed: 'Lượt ghi danh này đã kết thúc.',
  course_not_published: 'Khóa bồi dưỡng chưa được phát hành hoặc đã ngừng nhận học viên mới.',
  attempts_exhausted: 'Đã dùng hết số lượt làm bài.',
  lessons_not_finished: 'Cần học xong các bài trước khi làm bài kiểm tra.',
  already_passed: 'Bài kiểm tra này đã đạt, không cần làm lại.',
  not_open_yet: 'Bài kiểm tra chưa mở. Chờ đến giờ mở rồi vào làm bài.',
  quiz_closed: 'Bài kiểm tra đã đóng, không bắt đầu lượt mới được nữa.',
  wait_first: 'Chưa đến lúc làm lượt tiếp theo. Xem thời điểm được làm lại trên trang này.',
  wrong_quiz_password: 'Mật khẩu vào thi chưa đúng. Hỏi lại giảng viên hoặc cán bộ coi thi.',
  network_not_allowed:
    'Bài này chỉ làm được từ mạng quy định. Chuyển sang mạng đó rồi thử lại; câu trả lời đã lưu không mất.',
  quiz_not_in_course: 'Bài kiểm tra không thuộc khóa bồi dưỡng này.',

  attempt_closed: 'Lượt làm bài này đã nộp. Các câu trả lời đã lưu trước đó được chấm.',
  attempt_taken_over:
    'Bài đang được làm ở một cửa sổ hoặc thiết bị khác. Trang này chỉ còn để xem.',
  deadline_passed: 'Đã hết thời hạn nhận câu trả lời. Các câu đã nhận trước đó vẫn được chấm.',
  result_not_shown_yet: 'Chưa đến lúc xem kết quả chi tiết.',
  not_practice: 'Bài này không phải bài luyện tập nên không kiểm tra từng câu được.',
  no_tries_left: 'Đã hết số lần kiểm tra của câu này.',
  no_hints_left: 'Câu này không còn gợi ý nào.',

  already_marked:
    'Bài này đã có điểm, không nhận thêm điểm. Nội dung đã nhập vẫn được giữ; tải lại để xem điểm.',
  mark_incomplete:
    'Điểm chưa đủ để chốt: cần mức của mọi tiêu chí, hoặc một số điểm không quá điểm của câu.',
  appeal_not_possible: 'Không đề nghị phúc khảo được: chưa có kết quả hoặc đã hết hạn phúc khảo.',
  appeal_exists: 'Đã có đề nghị phúc khảo về nội dung này, đang chờ trả lời.',
  appeal_answered: 'Đề nghị phúc khảo này đã có người trả lời. Tải lại để xem.',
  nobody_sits: 'Không có ai đang làm bài này, nên không có lượt nào được gia hạn.',
  answer_file_unreadable:
    'Không đọc được tệp bài làm: tệp bị hỏng hoặc không thuộc bài kiểm tra này.',
  reason_missing: 'Cần nêu lý do.',
  officer_has_no_account:
    'Cán bộ này chưa có tài khoản nên chưa làm bài được. Tạo tài khoản trước rồi thử lại.',
  doubt_decided: 'Trường hợp này đã có người quyết định. Tải lại để xem.',
  audience_in_use:
    'Nhóm đối tượng đang được dùng trong một phân công còn hiệu lực. Kết thúc phân công trước.',
  audience_completion_unclear: 'Điều kiện hoàn thành cần đúng một khóa hoặc một chương trình.',
  programme_code_taken: 'Mã chương trình này đã có.',
  programme_not_approvable: 'Chương trình chưa thể phê duyệt. Xem những điểm còn thiếu.',
  programme_not_approved: 'Chương trình chưa được phê duyệt hoặc đã lưu trữ.',
  decision_in_future: 'Ngày quyết định không thể ở tương lai.',

  certificate_not_ready: 'Giấy chứng nhận đang được tạo. Thử lại sau ít phút.',
  certificate_not_found:
    'Không có giấy chứng nhận nào mang mã này. Kiểm tra lại từng ký tự của mã.',
  certificate_details_do_not_match: 'Thông tin nhập vào không khớp với giấy chứng nhận này.',
  export_not_ready: 'Tệp đang được chuẩn bị. Thử lại sau ít phút.',
  mail_not_failed: 'Thư này không ở trạng thái gửi lỗi.',
  mail_not_set_up:
    'Hệ thống chưa được cấu hình máy chủ gửi thư. Thông báo chỉ hiện trong phần mềm.',
  mail_not_sent: 'Máy chủ thư chưa nhận thư. Kiểm tra cấu hình gửi thư rồi thử lại.',
  no_mail_address: 'Chưa có địa chỉ thư điện tử để gửi đến.',
  unknown_placeholder: 'Không có từ thay thế "{{word}}" cho loại thông báo này.',
  correction_closed: 'Yêu cầu này đã được trả lời. Tải lại để xem.',
  list_not_valid:
    'Danh sách có cột hoặc điều kiện không dùng được. Kiểm tra lại các cột và điều kiện lọc.',
  analysis_not_ready: 'Phần phân tích đang được tính. Hãy thử lại sau ít phút.',
  no_results: 'Không có kết quả nào trong phạm vi đã chọn.',
  nothing_to_export: 'Không có giấy chứng nhận nào trong phạm vi và thời gian đã chọn.',
};
