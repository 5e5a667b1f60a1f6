/** The room of the invented province: real kinds of units, invented names. */

export const PROVINCE = { code: 'BA', name: 'Tỉnh Bình An', place: 'Bình An' };
export const CENTRE = {
  code: 'BA-TTHCC',
  name: 'Trung tâm Phục vụ hành chính công tỉnh Bình An',
};

/** Departments of a province after the reorganisation of 2025. */
export const DEPARTMENTS = [
  ['VP', 'Văn phòng Ủy ban nhân dân tỉnh'],
  ['SNV', 'Sở Nội vụ'],
  ['STP', 'Sở Tư pháp'],
  ['STC', 'Sở Tài chính'],
  ['SCT', 'Sở Công Thương'],
  ['SNNMT', 'Sở Nông nghiệp và Môi trường'],
  ['SXD', 'Sở Xây dựng'],
  ['SKHCN', 'Sở Khoa học và Công nghệ'],
  ['SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['SGDDT', 'Sở Giáo dục và Đào tạo'],
  ['SYT', 'Sở Y tế'],
  ['TTR', 'Thanh tra tỉnh'],
] as const;

/** Codes of those that came of the reorganisation; the others bore their names in 2017 too. */
export const NEW_DEPARTMENTS: readonly string[] = ['SNNMT'];

export const TRAINING_OFFICE = { code: 'BA-SNV-DTBC', name: 'Phòng Đào tạo - Biên chế' };

/** The tier that ended on 1 July 2025; every name is invented. */
export const DISTRICTS = [
  'Thành phố Bình An',
  'Thành phố Hòa Lợi',
  'Thành phố Thuận Khánh',
  'Thị xã Gò Sao',
  'Thị xã Tân Lập',
  'Huyện Bàu Trâm',
  'Huyện Hồ Sen',
  'Huyện Rừng Cấm',
  'Huyện Suối Đá',
];

/** 24 wards and 12 communes, as many as the story's province had; every name is invented. */
export const WARDS = [
  'An Lộc Thành',
  'Bến Sông',
  'Bình Hưng Trung',
  'Cầu Đá Mới',
  'Chánh Hòa',
  'Đông Thạnh Bình',
  'Gò Sao',
  'Hòa Mỹ Lợi',
  'Hưng Thịnh Đông',
  'Khánh Vân Tây',
  'Lái Hiêu Mới',
  'Long Phước Hòa',
  'Mỹ Khánh Trung',
  'Phú Gia Thuận',
  'Phú Mỹ Xuân',
  'Tân An Khánh',
  'Tân Đông Phước',
  'Tân Lập Thuận',
  'Thạnh Mỹ Đông',
  'Thới Bình Trung',
  'Thuận Hòa Lợi',
  'Tương Hiệp Mới',
  'Vĩnh Phú Trung',
  'Xuân Hiệp Bình',
];
export const COMMUNES = [
  'Bàu Trâm',
  'Cây Dầu',
  'Đất Cuốc Mới',
  'Hồ Sen',
  'Lạc Thiện An',
  'Minh Hòa Đông',
  'Nha Bích Tây',
  'Phước Sang Mới',
  'Rừng Cấm',
  'Suối Đá',
  'Tân Thành Bắc',
  'Trừ Thọ',
];

export const JOBS = {
  commune: [
    'Giám đốc Trung tâm',
    'Phó Giám đốc Trung tâm',
    'Chuyên viên tiếp nhận và trả kết quả',
    'Công chức tư pháp - hộ tịch',
    'Công chức địa chính - xây dựng',
    'Chuyên viên hỗ trợ dịch vụ công trực tuyến',
  ],
  centre: [
    'Chuyên viên tiếp nhận và trả kết quả',
    'Chuyên viên tổng hợp',
    'Trưởng phòng Tiếp nhận',
    'Chuyên viên công nghệ thông tin',
  ],
  department: [
    'Chuyên viên',
    'Chánh Văn phòng Sở',
    'Chuyên viên đầu mối một cửa',
    'Phó Chánh Văn phòng Sở',
  ],
} as const;

/** Posts of the years before the reorganisation. */
export const OLD_COMMUNE_JOBS = [
  'Công chức văn phòng - thống kê',
  'Công chức tư pháp - hộ tịch',
  'Công chức địa chính - xây dựng - đô thị và môi trường',
  'Công chức văn hóa - xã hội',
  'Công chức tài chính - kế toán',
] as const;
export const DISTRICT_JOBS = [
  'Chuyên viên Văn phòng HĐND và UBND',
  'Chuyên viên tiếp nhận và trả kết quả',
  'Chuyên viên Phòng Nội vụ',
  'Chuyên viên Phòng Tư pháp',
  'Chuyên viên Phòng Quản lý đô thị',
] as const;
export const OLD_DEPARTMENT_JOBS = [
  'Chuyên viên',
  'Chuyên viên Văn phòng Sở',
  'Công chức tiếp nhận và trả kết quả',
] as const;
