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
  staff_code_taken: 'Mã cán bộ này đã được dùng. Chọn mã khác.',

  course_code_taken: 'Mã khóa bồi dưỡng này đã được dùng. Chọn mã khác.',
  no_draft: 'Khóa này chưa có bản nháp. Tạo bản nháp mới để chỉnh sửa.',
  draft_exists: 'Khóa này đã có bản nháp. Mở bản nháp đó để chỉnh sửa tiếp.',
  course_not_publishable:
    'Bản nháp chưa đủ điều kiện phát hành. Xem các mục còn thiếu trong danh sách.',
  version_is_published: 'Phiên bản đã phát hành không sửa được. Tạo bản nháp mới để thay đổi.',
  stale_revision: 'Nội dung này vừa được sửa ở nơi khác. Tải bản mới nhất rồi nhập lại thay đổi.',
  file_too_large: 'Tệp quá lớn. Chọn tệp nhỏ hơn hoặc nén lại.',
  file_kind_not_allowed: 'Loại tệp này không được nhận. Dùng ảnh, âm thanh, video hoặc PDF.',

  question_in_use: 'Câu hỏi đang được dùng trong bài kiểm tra. Bỏ câu hỏi khỏi bài đó trước.',
  quiz_has_no_questions: 'Bài kiểm tra chưa có câu hỏi nào.',

  enrolment_closed: 'Lượt ghi danh này đã kết thúc.',
  course_not_published: 'Khóa bồi dưỡng chưa được phát hành.',
  attempts_exhausted: 'Đã dùng hết số lượt làm bài.',
  lessons_not_finished: 'Cần học xong các bài trước khi làm bài kiểm tra.',
  already_passed: 'Bài kiểm tra này đã đạt, không cần làm lại.',
  quiz_not_in_course: 'Bài kiểm tra không thuộc khóa bồi dưỡng này.',

  attempt_closed: 'Lượt làm bài này đã nộp. Các câu trả lời đã lưu trước đó được chấm.',
  attempt_taken_over:
    'Bài đang được làm ở một cửa sổ hoặc thiết bị khác. Trang này chỉ còn để xem.',
  deadline_passed: 'Đã hết giờ làm bài. Các câu trả lời lưu trước đó vẫn được chấm.',
  result_not_shown_yet: 'Chưa đến lúc xem kết quả chi tiết.',

  certificate_not_ready: 'Giấy chứng nhận đang được tạo. Thử lại sau ít phút.',
  certificate_not_found:
    'Không có giấy chứng nhận nào mang mã này. Kiểm tra lại từng ký tự của mã.',
  certificate_details_do_not_match: 'Thông tin nhập vào không khớp với giấy chứng nhận này.',
  export_not_ready: 'Tệp đang được chuẩn bị. Thử lại sau ít phút.',
  nothing_to_export: 'Không có giấy chứng nhận nào trong phạm vi và thời gian đã chọn.',
};
