/** The Vietnamese words of the menu of question files, which stands on the page of a bank. */
export const filesVi = {
  files: {
    menu: 'Nhập, xuất',
    import: 'Nhập câu hỏi từ tệp…',
    importHint: 'Word, Excel, GIFT, JSON; xem trước rồi mới nhập',
    exportBank: 'Xuất cả ngân hàng',
    exportCategory: 'Xuất danh mục “{{name}}”',
    xlsx: 'Excel (.xlsx)',
    xlsxHint: 'Mọi loại câu; xem, in, sửa rồi nhập lại được',
    gift: 'GIFT (.gift)',
    giftHint: 'Cho Moodle; một số loại câu chỉ còn ghi chú',
    json: 'JSON (.json)',
    jsonHint: 'Giữ nguyên mọi chi tiết, để chuyển sang ngân hàng khác',
  },
};
