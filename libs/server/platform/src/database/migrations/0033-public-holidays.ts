/** Days on which nobody works, and weekends on which people do: what time limits in working days are counted by. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  create table organisation.public_holiday (
    id uuid primary key default gen_random_uuid(),
    day date not null constraint public_holiday_day unique,
    -- holiday: nobody works; working_swap: a Saturday or Sunday worked in exchange for another day
    kind text not null check (kind in ('holiday', 'working_swap')),
    name_vi text not null check (name_vi is nfc normalized and name_vi <> ''),
    name_en text not null check (name_en is nfc normalized and name_en <> ''),
    -- the decision, or that there is none yet
    note text check (note is nfc normalized and note <> ''),
    -- null: shipped
    entered_by uuid references identity.account (id),
    entered_at timestamptz not null default now(),
    check (kind <> 'working_swap' or extract(isodow from day) >= 6)
  );
`;

/** Twins of isWorkingDay and workingDaysAfter in libs/rules; a test holds them against each other. */
const COUNTING = `
  create function organisation.is_working_day(day date) returns boolean
  language sql stable parallel safe as $$
    select coalesce(
      (select h.kind = 'working_swap' from organisation.public_holiday h where h.day = $1),
      extract(isodow from $1) < 6)
  $$;

  -- The last of so many working days after a day; the day itself where there are none.
  create function organisation.working_days_after(since date, days integer) returns date
  language plpgsql stable parallel safe as $$
  declare
    at date := since;
    remaining integer := days;
  begin
    while remaining > 0 loop
      at := at + 1;
      if organisation.is_working_day(at) then remaining := remaining - 1; end if;
    end loop;
    return at;
  end $$;
`;

/**
 * Labour Code 2019 (45/2019/QH14) art. 112, days in lieu by art. 111.3. The days of Tết, the day beside 2 September and
 * exchanged days are decided for each year: 2027 is what is expected, and says so.
 */
const SHIPPED = `
  insert into organisation.public_holiday (day, kind, name_vi, name_en, note) values
    ('2025-01-01', 'holiday', 'Tết Dương lịch', 'New Year’s Day', null),
    ('2025-01-27', 'holiday', 'Tết Nguyên đán Ất Tỵ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2025-01-28', 'holiday', 'Tết Nguyên đán Ất Tỵ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2025-01-29', 'holiday', 'Tết Nguyên đán Ất Tỵ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2025-01-30', 'holiday', 'Tết Nguyên đán Ất Tỵ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2025-01-31', 'holiday', 'Tết Nguyên đán Ất Tỵ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration Day', 'Mồng 10 tháng 3 âm lịch'),
    ('2025-04-26', 'working_swap', 'Làm bù', 'Working day in exchange', 'Thay cho ngày 02/05/2025'),
    ('2025-04-30', 'holiday', 'Ngày Chiến thắng', 'Reunification Day', null),
    ('2025-05-01', 'holiday', 'Ngày Quốc tế lao động', 'International Labour Day', null),
    ('2025-05-02', 'holiday', 'Nghỉ hoán đổi', 'Day off in exchange', 'Làm bù ngày 26/04/2025'),
    ('2025-09-01', 'holiday', 'Quốc khánh', 'National Day', 'Ngày liền kề trước'),
    ('2025-09-02', 'holiday', 'Quốc khánh', 'National Day', null),
    ('2026-01-01', 'holiday', 'Tết Dương lịch', 'New Year’s Day', null),
    ('2026-01-02', 'holiday', 'Nghỉ hoán đổi', 'Day off in exchange', 'Làm bù ngày 10/01/2026'),
    ('2026-01-10', 'working_swap', 'Làm bù', 'Working day in exchange', 'Thay cho ngày 02/01/2026'),
    ('2026-02-16', 'holiday', 'Tết Nguyên đán Bính Ngọ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2026-02-17', 'holiday', 'Tết Nguyên đán Bính Ngọ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2026-02-18', 'holiday', 'Tết Nguyên đán Bính Ngọ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2026-02-19', 'holiday', 'Tết Nguyên đán Bính Ngọ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2026-02-20', 'holiday', 'Tết Nguyên đán Bính Ngọ', 'Lunar New Year', 'Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration Day', 'Mồng 10 tháng 3 âm lịch; trùng Chủ nhật'),
    ('2026-04-27', 'holiday', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Day in lieu of Hùng Kings’ Commemoration Day', 'Điều 111 khoản 3'),
    ('2026-04-30', 'holiday', 'Ngày Chiến thắng', 'Reunification Day', null),
    ('2026-05-01', 'holiday', 'Ngày Quốc tế lao động', 'International Labour Day', null),
    ('2026-08-22', 'working_swap', 'Làm bù', 'Working day in exchange', 'Thay cho ngày 31/08/2026'),
    ('2026-08-31', 'holiday', 'Nghỉ hoán đổi', 'Day off in exchange', 'Làm bù ngày 22/08/2026'),
    ('2026-09-01', 'holiday', 'Quốc khánh', 'National Day', 'Ngày liền kề trước'),
    ('2026-09-02', 'holiday', 'Quốc khánh', 'National Day', null),
    ('2027-01-01', 'holiday', 'Tết Dương lịch', 'New Year’s Day', null),
    ('2027-02-05', 'holiday', 'Tết Nguyên đán Đinh Mùi', 'Lunar New Year', 'Dự kiến; Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2027-02-06', 'holiday', 'Tết Nguyên đán Đinh Mùi', 'Lunar New Year', 'Dự kiến; Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2027-02-07', 'holiday', 'Tết Nguyên đán Đinh Mùi', 'Lunar New Year', 'Dự kiến; Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2027-02-08', 'holiday', 'Tết Nguyên đán Đinh Mùi', 'Lunar New Year', 'Dự kiến; Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2027-02-09', 'holiday', 'Tết Nguyên đán Đinh Mùi', 'Lunar New Year', 'Dự kiến; Thủ tướng quyết định hằng năm (điều 112 khoản 3)'),
    ('2027-02-10', 'holiday', 'Nghỉ bù Tết Nguyên đán', 'Day in lieu of Lunar New Year', 'Dự kiến; hai ngày Tết trùng thứ bảy, Chủ nhật (điều 111 khoản 3)'),
    ('2027-02-11', 'holiday', 'Nghỉ bù Tết Nguyên đán', 'Day in lieu of Lunar New Year', 'Dự kiến; hai ngày Tết trùng thứ bảy, Chủ nhật (điều 111 khoản 3)'),
    ('2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Commemoration Day', 'Mồng 10 tháng 3 âm lịch'),
    ('2027-04-30', 'holiday', 'Ngày Chiến thắng', 'Reunification Day', null),
    ('2027-05-01', 'holiday', 'Ngày Quốc tế lao động', 'International Labour Day', 'Trùng thứ bảy'),
    ('2027-05-03', 'holiday', 'Nghỉ bù Ngày Quốc tế lao động', 'Day in lieu of International Labour Day', 'Điều 111 khoản 3'),
    ('2027-09-02', 'holiday', 'Quốc khánh', 'National Day', null),
    ('2027-09-03', 'holiday', 'Quốc khánh', 'National Day', 'Dự kiến ngày liền kề sau; Thủ tướng quyết định hằng năm (điều 112 khoản 3)');
`;

export class PublicHolidays0033 implements MigrationInterface {
  name = 'PublicHolidays9000000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(COUNTING);
    await runner.query(SHIPPED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
