// Many people, and many who are out on one day.
const padded = (number) => String(number).padStart(3, "0");

/** The telephone of the nth of them, from 0 on. */
export const phone_of = (at) => `+1555010${1000 + at}`;

/** A spreadsheet of that many RNs. */
export function crowd(count) {
  const header = "employee_number,name,email,phone,team,position,role,language,pin,site";
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `${1000 + at},Person ${padded(at + 1)},person${padded(at + 1)}@example.org,${phone_of(at)},Clinical,RN,employee,en,,Main`,
  );
  return [header, ...rows].join("\n") + "\n";
}

/** The first `count` of them have called out today, by text and by phone in turn. Nobody is told: this sets a scene. */
export async function all_call_out(house, day, count) {
  const now = Math.floor(house.now() / 1000);
  await house.sql(
    `INSERT INTO pto_requests (member_id, start_date, end_date, pto_type, status, is_call_out, created_at, updated_at)
     SELECT id, '${day}', '${day}', 'sick', 'pending', 1, ${now} - 3600 + id, ${now}
     FROM team_members WHERE CAST(employee_number AS INTEGER) BETWEEN 1000 AND ${999 + count}`,
  );
  await house.sql(
    `INSERT INTO call_out_records (receipt_number, member_id, pto_request_id, day, source, verified,
       authentication_method, created_at)
     SELECT 100000 + r.id, r.member_id, r.id, r.start_date, CASE r.id % 2 WHEN 0 THEN 'sms' ELSE 'phone' END, 1,
       'phone_match', r.created_at
     FROM pto_requests r JOIN team_members m ON m.id = r.member_id
     WHERE CAST(m.employee_number AS INTEGER) BETWEEN 1000 AND ${999 + count} AND r.is_call_out = 1`,
  );
}
