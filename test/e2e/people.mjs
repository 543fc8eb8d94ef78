// The people of every story; all invented. Two managers answer for Clinical, one, who reads Spanish, for
// Admin, Sue for the MOAs of Clinical only. Records is isolated: Ivan manages it, Hedda is its named HR
// person, and to Hana, who is HR too, it does not exist.
export const password = "windmill-river-42";
export const pin_of_ana = "8306";

const person = (number, name, team, position, role, language = "en") => {
  const first = name.split(" ")[0];
  return {
    number,
    name,
    first,
    team,
    position,
    role,
    language,
    email: `${first.toLowerCase()}@example.org`,
    phone: `+1555010${String(100 + number).padStart(4, "0")}`,
  };
};

export const ana = person(1, "Ana Ruiz", "Clinical", "RN", "employee");
export const ben = person(2, "Ben Okafor", "Clinical", "RN", "employee");
export const carla = person(3, "Carla Diaz", "Clinical", "MOA", "employee");
export const dev = person(4, "Dev Patel", "Clinical", "MOA", "employee");
export const fay = person(5, "Fay Front", "Admin", "Front Desk", "employee");
export const iris = person(6, "Iris Alone", "Records", "Clerk", "employee");
export const eva = person(7, "Eva Gil", "Clinical", "RN", "employee", "es");
export const boss = person(10, "Boss Lane", "Clinical", "APP", "employee+manager");
export const mia = person(11, "Mia Stone", "Clinical", "APP", "employee+manager");
export const sue = person(12, "Sue Wells", "Clinical", "MOA", "employee+manager");
export const adela = person(13, "Adela Vega", "Admin", "Front Desk", "employee+manager", "es");
export const ivan = person(14, "Ivan Isle", "Records", "Clerk", "employee+manager");
export const hana = person(20, "Hana Reed", "Admin", "Front Desk", "employee+hr");
export const hedda = person(21, "Hedda Holm", "Admin", "Front Desk", "employee+hr");
export const otto = person(30, "Otto Berg", "Admin", "Front Desk", "employee+administrator");
export const stranger = "+15550100199";

export const everybody = [
  ana,
  ben,
  carla,
  dev,
  fay,
  iris,
  eva,
  boss,
  mia,
  sue,
  adela,
  ivan,
  hana,
  hedda,
  otto,
];

export function spreadsheet(people = everybody) {
  const rows = people.map(({ number, name, email, phone, team, position, role, language }) => [
    number,
    name,
    email,
    phone,
    team,
    position,
    role,
    language,
    number === 1 ? pin_of_ana : "",
    "Main",
  ]);
  const header = "employee_number,name,email,phone,team,position,role,language,pin,site";
  return [header, ...rows.map((row) => row.join(","))].join("\n") + "\n";
}

const user = ({ email }) => `(SELECT id FROM users WHERE email = '${email}')`;

/** What the import does not say yet. */
export const scopes = [
  "UPDATE teams SET is_isolated = 1 WHERE name = 'Records'",
  `UPDATE scopes SET position_id = (SELECT id FROM positions WHERE name = 'MOA')
   WHERE manager_id = (SELECT id FROM managers WHERE user_id = ${user(sue)})`,
  `INSERT INTO managers (user_id, created_at) VALUES (${user(hedda)}, 0)`,
  `INSERT INTO scopes (manager_id, team_id)
   SELECT g.id, t.id FROM managers g, teams t WHERE g.user_id = ${user(hedda)} AND t.name = 'Records'`,
];
