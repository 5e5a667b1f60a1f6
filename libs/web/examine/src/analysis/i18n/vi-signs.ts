/** Vietnamese of the signs: two or three words, then a sentence that says what to do about it. */
export const quizSigns = {
  few_attempts: {
    short: 'Ít lượt làm bài',
    long: 'Mới có {{attempts}} lượt, dưới {{least}}: các chỉ số còn dao động nhiều, chỉ nên tham khảo.',
  },
  mean_low: {
    short: 'Bài khó',
    long: 'Điểm trung bình {{mean}}, dưới khoảng nên có 50–75 %. Bài có thể quá khó, hoặc nội dung chưa được học kỹ.',
  },
  mean_high: {
    short: 'Bài dễ',
    long: 'Điểm trung bình {{mean}}, trên khoảng nên có 50–75 %. Bài khó tách được người nắm vững và người nắm sơ.',
  },
  spread_low: {
    short: 'Điểm ít phân tán',
    long: 'Độ lệch chuẩn {{spread}}, dưới khoảng nên có 12–18 %: điểm của học viên gần như nhau.',
  },
  spread_high: {
    short: 'Điểm phân tán rộng',
    long: 'Độ lệch chuẩn {{spread}}, trên khoảng nên có 12–18 %: có nhóm điểm rất cao và nhóm điểm rất thấp.',
  },
  skewness_low: {
    short: 'Lệch mạnh về điểm cao',
    long: 'Độ bất đối xứng {{value}}: phần lớn điểm cao, một số ít điểm rất thấp kéo đuôi dài.',
  },
  skewness_high: {
    short: 'Lệch về điểm thấp',
    long: 'Độ bất đối xứng {{value}}: phần lớn điểm thấp, quanh mức đạt khó phân biệt học viên.',
  },
  kurtosis_low: {
    short: 'Phổ điểm trải đều',
    long: 'Độ nhọn {{value}}: điểm trải đều hơn hình chuông. Chỉ để biết, không cần xử lý.',
  },
  kurtosis_high: {
    short: 'Điểm dồn vào giữa',
    long: 'Độ nhọn {{value}}, trên 1: người giỏi nhất và người yếu nhất khó tách khỏi số đông.',
  },
  cic_satisfactory: {
    short: 'Độ nhất quán đạt yêu cầu',
    long: 'Hệ số nhất quán nội tại {{cic}} %, trên 75 %: các câu hỏi cùng đo một năng lực.',
  },
  cic_unsatisfactory: {
    short: 'Độ nhất quán thấp',
    long: 'Hệ số nhất quán nội tại {{cic}} %, dưới 64 %: điểm chịu nhiều may rủi. Nên thêm câu hỏi và sửa các câu phân biệt yếu.',
  },
};

export const itemSigns = {
  few_attempts: {
    short: 'Ít lượt',
    long: 'Mới có {{attempts}} lượt gặp câu này, dưới {{least}}: số liệu chỉ để tham khảo.',
  },
  key_may_be_wrong: {
    short: 'Đáp án có thể sai',
    long: 'Học viên giỏi nhất chọn {{answer}} ({{share}} số lượt): họ đạt {{mean}} ở các câu khác, người chọn đáp án {{key}} đạt {{keyMean}}.',
  },
  key_never_chosen: {
    short: 'Không ai chọn đáp án',
    long: 'Không có lượt nào chọn đáp án {{key}}. Hãy kiểm tra đáp án và câu chữ của nó.',
  },
  discriminates_negatively: {
    short: 'Phân biệt ngược',
    long: 'Độ phân biệt {{value}}: ai làm tốt các câu khác lại hay sai câu này. Đáp án hoặc câu chữ có thể có vấn đề.',
  },
  effective_weight_negative: {
    short: 'Đi ngược tổng điểm',
    long: 'Ai được điểm câu này thì tổng điểm lại có xu hướng thấp: câu hỏi làm kết quả kém tin cậy.',
  },
  same_mark_for_all: {
    short: 'Cùng một mức điểm',
    long: 'Mọi học viên được cùng một mức điểm ({{facility}}), nên câu này không cho biết ai vững hơn.',
  },
  too_easy: {
    short: 'Quá dễ',
    long: 'Học viên đạt trung bình {{facility}} số điểm của câu: gần như ai cũng làm được.',
  },
  too_hard: {
    short: 'Quá khó',
    long: 'Học viên chỉ đạt trung bình {{facility}} số điểm của câu.',
  },
  below_guess: {
    short: 'Thấp hơn chọn ngẫu nhiên',
    long: 'Học viên đạt {{facility}}, thấp hơn cả chọn ngẫu nhiên ({{guess}}): câu hỏi dễ gây hiểu nhầm, hoặc đáp án sai.',
  },
  guessing_likely: {
    short: 'Như chọn ngẫu nhiên',
    long: 'Học viên đạt {{facility}}, gần bằng chọn ngẫu nhiên ({{guess}}): nội dung này có thể chưa được học.',
  },
  guess_high: {
    short: 'Dễ đoán trúng',
    long: 'Chọn ngẫu nhiên cũng được {{guess}} số điểm. Nên thêm phương án sai hợp lý.',
  },
  discriminates_weakly: {
    short: 'Phân biệt yếu',
    long: 'Độ phân biệt {{value}}, dưới 20: người vững và người chưa vững đạt gần như nhau.',
  },
  efficiency_low: {
    short: 'Hiệu suất phân biệt thấp',
    long: 'Câu hỏi chỉ phân biệt được {{value}} % mức có thể: có lẽ nó đo điều khác với các câu còn lại.',
  },
  distractor_unused: {
    short: '{{answer}}: ít ai chọn',
    long: 'Chỉ {{share}} số lượt chọn {{answer}}. Phương án này không có tác dụng, nên viết lại.',
  },
};
