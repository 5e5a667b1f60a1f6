/** Vietnamese of the statistics: the name, and one plain sentence on what it says. */
export const figures = {
  attempts: { name: 'Lượt đã chấm', about: 'Số lượt làm bài có trong phần phân tích này.' },
  passShare: { name: 'Tỷ lệ đạt', about: 'Phần lượt làm bài đạt yêu cầu của bài.' },
  mean: {
    name: 'Điểm trung bình',
    about: 'Cộng mọi tổng điểm rồi chia cho số lượt. Nên trong khoảng 50–75 % điểm tối đa.',
  },
  median: {
    name: 'Trung vị',
    about: 'Một nửa số lượt có điểm không cao hơn mức này; ít bị điểm cá biệt kéo lệch.',
  },
  sd: {
    name: 'Độ lệch chuẩn',
    about: 'Điểm phân tán quanh trung bình bao nhiêu. Nên trong khoảng 12–18 % điểm tối đa.',
  },
  skewness: {
    name: 'Độ bất đối xứng',
    about: 'Âm: nhiều điểm cao; dương: nhiều điểm thấp. Mong đợi khoảng −1.',
  },
  kurtosis: {
    name: 'Độ nhọn',
    about: 'Cao: điểm dồn vào giữa; thấp: điểm trải đều. Mong đợi từ 0 đến 1.',
  },
  cic: {
    name: 'Hệ số nhất quán nội tại',
    about:
      'Các câu hỏi đo cùng một năng lực tới mức nào (Cronbach alpha). Trên 75 % là đạt, dưới 64 % là chưa đạt.',
  },
  errorRatio: {
    name: 'Tỷ lệ sai số',
    about: 'Phần chênh lệch điểm do ngẫu nhiên, không do năng lực. Càng thấp càng tốt.',
  },
  standardError: {
    name: 'Sai số chuẩn',
    about: 'Nếu làm lại, điểm của một người thường lệch không quá mức này.',
  },
  facility: {
    name: 'Độ khó',
    about: 'Học viên đạt trung bình bao nhiêu phần điểm của câu: càng thấp câu càng khó.',
  },
  sdShare: {
    name: 'Độ lệch chuẩn của câu',
    about: 'Điểm của câu này khác nhau nhiều hay ít giữa các học viên.',
  },
  guess: {
    name: 'Chọn ngẫu nhiên',
    about: 'Phần điểm mà người không biết gì cũng được nếu chọn ngẫu nhiên.',
  },
  discrimination: {
    name: 'Độ phân biệt',
    about:
      'Người làm tốt phần còn lại có làm tốt câu này không: 100 là rõ nhất, dưới 20 là yếu, âm là ngược.',
  },
  efficiency: {
    name: 'Hiệu suất phân biệt',
    about: 'Câu hỏi phân biệt tốt đến đâu so với mức tốt nhất có thể ở độ khó này.',
  },
  intendedWeight: {
    name: 'Trọng số dự kiến',
    about: 'Điểm của câu chiếm bao nhiêu phần tổng điểm theo thiết kế.',
  },
  effectiveWeight: {
    name: 'Trọng số thực tế',
    about: 'Câu hỏi thực sự quyết định bao nhiêu phần khác biệt về tổng điểm.',
  },
};
