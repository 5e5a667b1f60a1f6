/** The room of what invented officers write about the third visit of Mr Bảy: three grades, three hands each. */

/** 0 is the best. */
export type Grade = 0 | 1 | 2;

const GOOD = [
  `Tôi đứng dậy, mời ông Bảy ngồi ghế phía trong, rót nước và xưng tên. Tôi nghe ông nói hết, không ngắt lời, rồi nói: “Hai lần trước chúng tôi chưa hướng dẫn đủ cho ông ngay từ đầu, tôi xin lỗi ông. Hôm nay ông ngồi đây, tôi xem lại cả bộ cùng ông.”

Sau đó tôi đối chiếu toàn bộ hồ sơ với danh mục đang công khai, không dựa vào lời dặn của hai lần trước. Tờ khai là mẫu cũ nên tôi in mẫu mới, đọc cho ông nghe và điền cùng ông, ông ký. Giấy xác nhận nơi cư trú tra được trên cơ sở dữ liệu nên tôi không yêu cầu nộp thêm. Tôi quét hồ sơ, cập nhật hệ thống, lấy mã, chuyển bản điện tử ngay và giao bản giấy có ký nhận. Tôi trao giấy hẹn, đọc lại ba chỗ: mã hồ sơ, giờ trả, quầy nhận.

Vì cháu ông cần giấy trước ngày 25/11, tôi gọi công chức tư pháp báo việc gấp, ghi chú trên hệ thống.

Cuối ca tôi báo Phó Giám đốc Trung tâm, nộp phiếu xử lý, đề nghị thu hồi mẫu cũ ở quầy số 5 ngay trong ngày và từ mai mọi lần hướng dẫn đều in phiếu có tên người hướng dẫn. Hai tuần sau kiểm lại số lượt phải đến quá hai lần.`,
  `Việc đầu tiên là con người. Tôi rời màn hình, mời ông sang bàn riêng trong tầm nhìn chung, nói tên mình và xin lỗi vì đã để ông đi ba chuyến. Tôi nhắc lại điều ông cần: giấy có trước ngày 25/11 để cháu kịp nhập học. Ông gật đầu thì tôi mới mở hồ sơ.

Việc thứ hai là hồ sơ. Tôi xem một lượt từ đầu, tra thông tin cư trú trên cơ sở dữ liệu nên giấy ông mang theo chỉ để đối chiếu. Tờ khai mẫu cũ không phải lỗi của ông, tôi in mẫu mới và cùng ông điền trong mười phút. Tôi quét, lấy mã, chuyển điện tử lúc 14 giờ 50, bản giấy giao có ký. Giấy hẹn ghi 16 giờ ngày 23/11, tôi đọc to cho ông nghe và viết số điện thoại của quầy vào mặt sau.

Việc thứ ba là quy trình. Hai lần hướng dẫn miệng, mỗi lần một giấy là trái nguyên tắc yêu cầu bổ sung một lần. Tôi ghi phiếu, báo Trưởng phòng Tiếp nhận, đề nghị quầy số 5 bỏ mẫu cũ trong chiều nay; phòng rà lại toàn bộ mẫu ở năm quầy trước thứ sáu. Tôi là người theo dõi hồ sơ này và sẽ gọi cho ông Bảy nếu có gì thay đổi, không để ông phải gọi.`,
  `Ông Bảy nói to vì mệt, không phải vì muốn gây sự, nên tôi không bảo ông bình tĩnh. Tôi nói: “Tôi đang nghe, ông kể từ đầu giúp tôi.” Nghe xong tôi tóm lại ba lần ông đến và xin lỗi: lỗi là chúng tôi hướng dẫn không đủ, không có phiếu và còn để mẫu cũ trên bàn.

Tôi kiểm tra cả bộ theo danh mục công khai. Giấy xác nhận cư trú có trong cơ sở dữ liệu nên không đòi nữa. Tôi in tờ khai mới, điền sẵn những ô đã biết, ông kiểm tra và ký. Sau khi quét và có mã hồ sơ, tôi chuyển điện tử, giao bản giấy cho phòng tư pháp có chữ ký nhận. Tôi in giấy hẹn, đọc lại cho ông, dặn nếu mất giấy hẹn thì mang giấy tờ tùy thân đến vẫn nhận được.

Tôi hỏi phòng tư pháp có kịp trước ngày 25 không, được trả lời kịp thì mới nói với ông, không hứa thay người khác.

Hết giờ tôi viết phiếu xử lý tình huống, gửi người phụ trách: thu hồi mẫu cũ ngay hôm nay (anh Lộc quầy số 5), dán danh mục mới ở năm quầy trước ngày mai (tôi), đưa tình huống này vào buổi tập huấn tháng 12.`,
];

const FAIR = [
  `Tôi mời ông Bảy ngồi và nói ông thông cảm vì hôm nay đông. Tôi xem lại hồ sơ thì thấy tờ khai là mẫu cũ nên in mẫu mới cho ông điền. Giấy xác nhận nơi cư trú ông đã có nên tôi nhận luôn, quét vào hệ thống và lấy mã hồ sơ. Tôi in giấy hẹn, ghi rõ ngày trả kết quả và quầy nhận.

Tôi nói với ông là lần sau nên hỏi kỹ quầy hướng dẫn để khỏi đi lại nhiều lần. Vì cháu ông cần giấy gấp, tôi có gọi sang phòng tư pháp nhờ làm sớm.

Sau đó tôi báo với người phụ trách về việc ở quầy số 5 còn mẫu cũ. Theo tôi cần rà soát lại các mẫu tờ khai ở các quầy và nhắc mọi người hướng dẫn đầy đủ trong một lần, đúng Nghị định 118/2025/NĐ-CP. Bộ phận Một cửa cũng nên có bảng danh mục thành phần hồ sơ để người dân tự xem trước khi lấy số, như vậy sẽ bớt được những trường hợp phải bổ sung.`,
  `Khi ông Bảy nói to, tôi giữ bình tĩnh và giải thích rằng hồ sơ cần đúng mẫu mới giải quyết được. Tôi xin lỗi ông vì sự bất tiện. Tôi in mẫu mới, hướng dẫn ông điền, sau đó tiếp nhận hồ sơ, cập nhật hệ thống và trao giấy hẹn trả kết quả.

Về quy định, người dân chỉ bị yêu cầu bổ sung một lần, nên lần này tôi không yêu cầu ông bổ sung thêm mà nhận hồ sơ và tra thông tin cư trú trên hệ thống. Tôi chuyển hồ sơ cho công chức tư pháp trong ngày.

Tôi sẽ báo lại với lãnh đạo Trung tâm để nhắc quầy số 5 và quầy số 2 hướng dẫn kỹ hơn. Các mẫu cũ cần được bỏ đi. Nếu người dân còn thắc mắc thì mời gặp người phụ trách để được giải đáp cụ thể. Tôi cũng ghi lại số điện thoại của ông để khi có kết quả sẽ báo.`,
  `Trước hết tôi lắng nghe ông Bảy trình bày. Tôi thấy ông đã đến ba lần nên tôi ưu tiên giải quyết trước cho ông. Tôi kiểm tra, thấy tờ khai mẫu cũ thì đổi mẫu mới, hướng dẫn ông ghi lại. Giấy xác nhận cư trú thì đã đủ.

Tôi nhận hồ sơ, quét và nhập vào hệ thống, in giấy tiếp nhận hồ sơ và hẹn trả kết quả, đọc lại ngày hẹn cho ông. Tôi xin lỗi ông vì để ông phải đi lại. Tôi hứa với ông sẽ có kết quả trước ngày 25/11.

Tôi trao đổi với đồng nghiệp ở quầy số 5 để thay mẫu. Ngoài ra cần tập huấn lại về việc hướng dẫn thủ tục, lập phiếu hướng dẫn cho người dân. Việc này để lãnh đạo Trung tâm sắp xếp.`,
];

const POOR = [
  `Tôi giải thích cho ông Bảy hiểu là tờ khai không đúng mẫu thì không nhận được, đây là quy định. Tôi đưa mẫu mới để ông về điền lại cho đúng rồi sáng mai quay lại, tôi sẽ ưu tiên. Ông cần bình tĩnh vì sảnh còn nhiều người chờ. Các quầy khác hướng dẫn thế nào tôi không nắm được. Nếu ông chưa hài lòng thì có thể phản ánh qua đường dây nóng.`,
  `Ông Bảy đến ba lần là do không hỏi kỹ từ đầu. Tôi sẽ nói ông ngồi chờ, khi vắng khách tôi xem lại hồ sơ. Thiếu gì thì yêu cầu bổ sung nốt cho đủ. Khi đủ hồ sơ thì nhận và hẹn ngày trả. Tôi xin số điện thoại để có gì báo ông sau. Về quy trình thì hiện nay đã có quy định rồi, chỉ cần làm đúng là được.`,
  `Tôi nhận hồ sơ của ông Bảy để đó và bảo ông về, hôm nào có mẫu mới tôi điền hộ rồi gọi ông lên ký. Như vậy ông đỡ phải chờ. Tôi nói ông thông cảm vì mẫu mới thay đổi. Tôi sẽ nhắc các bạn ở quầy số 5 hướng dẫn cẩn thận hơn để người dân không phàn nàn.`,
];

const HANDS: Record<Grade, readonly string[]> = { 0: GOOD, 1: FAIR, 2: POOR };

/** An essay of the grade; the same index gives the same hand. */
export const essay = (grade: Grade, index: number): string =>
  HANDS[grade][index % HANDS[grade].length] ?? '';
