-- The whole house in one schema. Ids are 64-bit; moments are epoch seconds UTC, days ISO text, durations
-- minutes, flags 0/1. Columns called *_sealed, and reason, denial_reason, message_text and transcripts, hold
-- ciphertexts. Statements end with a semicolon at the end of a line; no triggers.

-- Settings, keys, counters ---------------------------------------------------------------------------

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by INTEGER
) STRICT;

-- Random keys that encrypt fields, each wrapped by the installation's secret key, which is never here.
CREATE TABLE data_keys (
  id INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL UNIQUE,
  wrapped BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;

-- How far reconciliation has read the provider's lists.
CREATE TABLE watermarks (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;

-- The organisation -----------------------------------------------------------------------------------

CREATE TABLE sites (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  time_zone TEXT NOT NULL
) STRICT;

CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  site_id INTEGER REFERENCES sites (id),
  is_isolated INTEGER NOT NULL DEFAULT 0 CHECK (is_isolated IN (0, 1)),
  -- From this time of day on, "which day?" is asked.
  ask_day_from INTEGER NOT NULL DEFAULT 840,
  call_outs_need_approval INTEGER NOT NULL DEFAULT 1 CHECK (call_outs_need_approval IN (0, 1)),
  reasons_for_hr_only INTEGER NOT NULL DEFAULT 0 CHECK (reasons_for_hr_only IN (0, 1)),
  summary_at INTEGER NOT NULL DEFAULT 510,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE working_patterns (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  rotation_weeks INTEGER NOT NULL DEFAULT 1 CHECK (rotation_weeks BETWEEN 1 AND 52),
  first_monday TEXT
) STRICT;

-- A shift that ends before it starts ends on the next day. weekday 0 is Sunday.
CREATE TABLE working_pattern_days (
  pattern_id INTEGER NOT NULL REFERENCES working_patterns (id) ON DELETE CASCADE,
  week INTEGER NOT NULL DEFAULT 0,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  starts_at INTEGER NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
  ends_at INTEGER NOT NULL CHECK (ends_at BETWEEN 0 AND 1440),
  paid_minutes INTEGER NOT NULL CHECK (paid_minutes BETWEEN 0 AND 1440),
  PRIMARY KEY (pattern_id, week, weekday)
) STRICT;

CREATE TABLE positions (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES teams (id),
  name TEXT NOT NULL,
  pattern_id INTEGER REFERENCES working_patterns (id),
  pto_on_paper INTEGER NOT NULL DEFAULT 0 CHECK (pto_on_paper IN (0, 1)),
  UNIQUE (team_id, name)
) STRICT;

CREATE TABLE holidays (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  site_id INTEGER REFERENCES sites (id)
) STRICT;
CREATE UNIQUE INDEX holidays_by_day ON holidays (day, COALESCE(site_id, 0));

CREATE TABLE site_closures (
  id INTEGER PRIMARY KEY,
  site_id INTEGER NOT NULL REFERENCES sites (id),
  day TEXT NOT NULL,
  announced_by INTEGER,
  announced_at INTEGER NOT NULL,
  UNIQUE (site_id, day)
) STRICT;

-- People ---------------------------------------------------------------------------------------------

-- Who can sign in. phone is the number for receipts; all numbers stand in phone_numbers.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  language TEXT NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
  pin_hash BLOB,
  pin_issued_at INTEGER,
  password_hash TEXT,
  totp_sealed BLOB,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX users_by_email ON users (LOWER(email)) WHERE email IS NOT NULL AND is_active = 1;
CREATE UNIQUE INDEX users_by_pin ON users (pin_hash) WHERE pin_hash IS NOT NULL AND is_active = 1;

CREATE TABLE user_roles (
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('employee', 'manager', 'hr', 'administrator')),
  PRIMARY KEY (user_id, role)
) STRICT;

-- Who can be absent.
CREATE TABLE team_members (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL UNIQUE REFERENCES users (id),
  employee_number TEXT NOT NULL UNIQUE,
  team_id INTEGER NOT NULL REFERENCES teams (id),
  position_id INTEGER REFERENCES positions (id),
  site_id INTEGER REFERENCES sites (id),
  pattern_id INTEGER REFERENCES working_patterns (id),
  first_day TEXT,
  last_day TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX team_members_by_team ON team_members (team_id);
CREATE INDEX team_members_by_position ON team_members (position_id);

CREATE TABLE member_positions (
  member_id INTEGER NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
  position_id INTEGER NOT NULL REFERENCES positions (id),
  PRIMARY KEY (member_id, position_id)
) STRICT;

-- A date on which somebody works other hours, or none (paid_minutes 0).
CREATE TABLE working_day_overrides (
  member_id INTEGER NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  starts_at INTEGER NOT NULL DEFAULT 0,
  ends_at INTEGER NOT NULL DEFAULT 0,
  paid_minutes INTEGER NOT NULL,
  PRIMARY KEY (member_id, day)
) STRICT;

-- Up to three numbers a person. A number belongs to one person unless it is marked shared; a leaver's is
-- released when somebody else takes it over.
CREATE TABLE phone_numbers (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  phone TEXT NOT NULL,
  is_shared INTEGER NOT NULL DEFAULT 0 CHECK (is_shared IN (0, 1)),
  for_receipts INTEGER NOT NULL DEFAULT 0 CHECK (for_receipts IN (0, 1)),
  released_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (user_id, phone)
) STRICT;
CREATE UNIQUE INDEX phone_numbers_unshared ON phone_numbers (phone) WHERE is_shared = 0 AND released_at IS NULL;
CREATE INDEX phone_numbers_by_phone ON phone_numbers (phone);
CREATE UNIQUE INDEX phone_numbers_for_receipts ON phone_numbers (user_id) WHERE for_receipts = 1 AND released_at IS NULL;

-- What the carrier's STOP and START words did. Asked before anything is texted.
CREATE TABLE phone_opt_outs (
  phone TEXT PRIMARY KEY,
  is_opted_out INTEGER NOT NULL CHECK (is_opted_out IN (0, 1)),
  learned_from TEXT NOT NULL CHECK (learned_from IN ('text', 'provider')),
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE managers (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL UNIQUE REFERENCES users (id),
  created_at INTEGER NOT NULL
) STRICT;

-- What a manager answers for: a team, or a position of one.
CREATE TABLE scopes (
  id INTEGER PRIMARY KEY,
  manager_id INTEGER NOT NULL REFERENCES managers (id) ON DELETE CASCADE,
  team_id INTEGER NOT NULL REFERENCES teams (id),
  position_id INTEGER REFERENCES positions (id)
) STRICT;
CREATE UNIQUE INDEX scopes_once ON scopes (manager_id, team_id, COALESCE(position_id, 0));
CREATE INDEX scopes_by_team ON scopes (team_id);

-- Who else hears of a team's call-outs. No account, so no reason and no audio.
CREATE TABLE notice_recipients (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES teams (id),
  name TEXT NOT NULL DEFAULT '',
  phone TEXT,
  email TEXT,
  is_paused INTEGER NOT NULL DEFAULT 0 CHECK (is_paused IN (0, 1)),
  created_at INTEGER NOT NULL,
  CHECK (phone IS NOT NULL OR email IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX notice_recipients_once ON notice_recipients (team_id, COALESCE(phone, ''), COALESCE(email, ''));

CREATE TABLE registrations (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT,
  team_id INTEGER REFERENCES teams (id),
  position_id INTEGER REFERENCES positions (id),
  language TEXT NOT NULL DEFAULT 'en',
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'denied')),
  decided_by INTEGER REFERENCES users (id),
  decided_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

-- Signing in -----------------------------------------------------------------------------------------

CREATE TABLE sessions (
  token_hash BLOB PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  is_remembered INTEGER NOT NULL DEFAULT 0 CHECK (is_remembered IN (0, 1)),
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  confirmed_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id);

-- Links and codes that work once: first administrator, sign-in codes, signed audio, new numbers.
CREATE TABLE one_time_tokens (
  token_hash BLOB PRIMARY KEY,
  purpose TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  subject TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

-- Failed sign-ins, on the line and on the web; they throttle and survive a restart.
CREATE TABLE sign_in_failures (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('pin', 'password', 'code')),
  call_sid TEXT,
  caller TEXT,
  user_id INTEGER,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_failures_by_time ON sign_in_failures (kind, at);
CREATE INDEX sign_in_failures_by_caller ON sign_in_failures (caller, at);

-- Leave ----------------------------------------------------------------------------------------------

CREATE TABLE banks (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  opening_minutes INTEGER NOT NULL DEFAULT 0,
  may_go_negative INTEGER NOT NULL DEFAULT 1 CHECK (may_go_negative IN (0, 1)),
  rank INTEGER NOT NULL
) STRICT;

CREATE TABLE pto_types (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  needs_approval INTEGER NOT NULL DEFAULT 1 CHECK (needs_approval IN (0, 1)),
  is_hourly INTEGER NOT NULL DEFAULT 1 CHECK (is_hourly IN (0, 1)),
  valid_from TEXT,
  source TEXT,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  rank INTEGER NOT NULL
) STRICT;

-- In which order a type draws on the banks.
CREATE TABLE pto_type_banks (
  pto_type TEXT NOT NULL REFERENCES pto_types (code),
  rank INTEGER NOT NULL,
  bank TEXT NOT NULL REFERENCES banks (code),
  PRIMARY KEY (pto_type, rank)
) STRICT;

CREATE TABLE pto_requests (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES team_members (id),
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  pto_type TEXT NOT NULL REFERENCES pto_types (code),
  status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'denied', 'cancelled', 'completed')),
  is_call_out INTEGER NOT NULL DEFAULT 0 CHECK (is_call_out IN (0, 1)),
  is_partial_day INTEGER NOT NULL DEFAULT 0 CHECK (is_partial_day IN (0, 1)),
  start_time INTEGER,
  end_time INTEGER,
  reason BLOB,
  denial_reason BLOB,
  fmla TEXT NOT NULL DEFAULT 'none' CHECK (fmla IN ('none', 'claimed', 'designated', 'refused')),
  fmla_claimed_at INTEGER,
  is_charged INTEGER NOT NULL DEFAULT 1 CHECK (is_charged IN (0, 1)),
  during_request_id INTEGER REFERENCES pto_requests (id),
  extends_request_id INTEGER REFERENCES pto_requests (id),
  timekeeping_entered INTEGER NOT NULL DEFAULT 0 CHECK (timekeeping_entered IN (0, 1)),
  coverage_arranged INTEGER NOT NULL DEFAULT 0 CHECK (coverage_arranged IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  decided_by INTEGER REFERENCES users (id),
  decided_at INTEGER,
  CHECK (start_date <= end_date)
) STRICT;
CREATE INDEX pto_requests_by_member ON pto_requests (member_id, start_date);
CREATE INDEX pto_requests_by_day ON pto_requests (start_date, end_date);
CREATE INDEX pto_requests_by_status ON pto_requests (status, created_at);

-- A balance is the sum of its entries, always. reverses_id makes a correction exact.
CREATE TABLE ledger_entries (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES team_members (id),
  bank TEXT NOT NULL REFERENCES banks (code),
  minutes INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening', 'accrual', 'carry_over', 'absence', 'reversal', 'correction')),
  day TEXT NOT NULL,
  pto_request_id INTEGER REFERENCES pto_requests (id),
  reverses_id INTEGER UNIQUE REFERENCES ledger_entries (id),
  note TEXT,
  created_by INTEGER REFERENCES users (id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_entries_by_member ON ledger_entries (member_id, bank);
CREATE INDEX ledger_entries_by_request ON ledger_entries (pto_request_id);

-- FMLA's entitlement is a counter beside the banks, over the rolling 12 months (29 CFR 825.200).
CREATE TABLE fmla_uses (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES team_members (id),
  pto_request_id INTEGER REFERENCES pto_requests (id),
  day TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX fmla_uses_by_member ON fmla_uses (member_id, day);

CREATE TABLE tardiness (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES team_members (id),
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('late', 'early')),
  minutes INTEGER,
  time_of_day INTEGER,
  words_sealed BLOB,
  attempt_id INTEGER,
  state TEXT NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'logged', 'dismissed')),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tardiness_by_member ON tardiness (member_id, day);

CREATE TABLE coverage_asks (
  id INTEGER PRIMARY KEY,
  pto_request_id INTEGER NOT NULL REFERENCES pto_requests (id),
  member_id INTEGER NOT NULL REFERENCES team_members (id),
  answer TEXT NOT NULL DEFAULT 'asked' CHECK (answer IN ('asked', 'no', 'yes', 'taken', 'withdrawn')),
  asked_at INTEGER NOT NULL,
  answered_at INTEGER,
  UNIQUE (pto_request_id, member_id)
) STRICT;

-- The line -------------------------------------------------------------------------------------------

-- Anything that arrived, whether or not it became a call-out. provider_id is the call's or message's SID.
CREATE TABLE attempts (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'sms', 'web', 'manual')),
  provider_id TEXT UNIQUE,
  from_number TEXT NOT NULL,
  member_id INTEGER REFERENCES team_members (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  body_sealed BLOB,
  media_count INTEGER NOT NULL DEFAULT 0,
  was_answered INTEGER NOT NULL DEFAULT 0 CHECK (was_answered IN (0, 1)),
  call_out_id INTEGER,
  received_at INTEGER NOT NULL,
  closed_at INTEGER
) STRICT;
CREATE INDEX attempts_by_number ON attempts (from_number, received_at);
CREATE INDEX attempts_by_time ON attempts (received_at);
CREATE INDEX attempts_open ON attempts (state, received_at) WHERE state = 'open';

-- The one question that is open with a number.
CREATE TABLE questions (
  phone TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('which_person', 'which_day', 'what_is_it', 'full_name')),
  attempt_id INTEGER NOT NULL REFERENCES attempts (id),
  member_id INTEGER REFERENCES team_members (id),
  options TEXT NOT NULL DEFAULT '',
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX questions_by_expiry ON questions (expires_at);

-- One row a call-out. member_id and pto_request_id are null while nobody has said whose it is. call_sid is
-- the provider's id of the call or the message; recording_url is our own path.
CREATE TABLE call_out_records (
  id INTEGER PRIMARY KEY,
  receipt_number INTEGER NOT NULL UNIQUE,
  member_id INTEGER REFERENCES team_members (id),
  pto_request_id INTEGER REFERENCES pto_requests (id),
  day TEXT NOT NULL,
  call_sid TEXT UNIQUE,
  recording_url TEXT,
  recording_duration INTEGER,
  source TEXT NOT NULL CHECK (source IN ('phone', 'sms', 'web', 'manual')),
  phone_number_used TEXT,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  authentication_method TEXT NOT NULL
    CHECK (authentication_method IN ('phone_match', 'pin', 'manual', 'web', 'none')),
  message_text BLOB,
  claimed_name_sealed BLOB,
  acknowledge_code TEXT,
  acknowledged_by INTEGER REFERENCES users (id),
  acknowledged_as TEXT,
  acknowledged_at INTEGER,
  withdrawn_at INTEGER,
  rejected_at INTEGER,
  extends_id INTEGER REFERENCES call_out_records (id),
  created_at INTEGER NOT NULL,
  processed_at INTEGER
) STRICT;
-- Exactly once: one live call-out a person and day.
CREATE UNIQUE INDEX call_out_once ON call_out_records (member_id, day)
  WHERE member_id IS NOT NULL AND withdrawn_at IS NULL AND rejected_at IS NULL;
CREATE INDEX call_out_records_by_day ON call_out_records (day);
CREATE INDEX call_out_records_by_code ON call_out_records (acknowledge_code, created_at);
CREATE INDEX call_out_records_by_request ON call_out_records (pto_request_id);

-- What the person said later of the same day's call-out.
CREATE TABLE call_out_messages (
  id INTEGER PRIMARY KEY,
  call_out_id INTEGER NOT NULL REFERENCES call_out_records (id),
  attempt_id INTEGER REFERENCES attempts (id),
  message_text BLOB,
  recording_id INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX call_out_messages_by_call_out ON call_out_messages (call_out_id);

-- A telephone call: a small versioned state, moved by a pure function.
CREATE TABLE calls (
  call_sid TEXT PRIMARY KEY,
  from_number TEXT NOT NULL,
  attestation TEXT,
  member_id INTEGER REFERENCES team_members (id),
  attempt_id INTEGER REFERENCES attempts (id),
  call_out_id INTEGER REFERENCES call_out_records (id),
  step INTEGER NOT NULL,
  state_version INTEGER NOT NULL,
  state BLOB NOT NULL,
  status TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX calls_open ON calls (started_at) WHERE ended_at IS NULL;

CREATE TABLE recordings (
  id INTEGER PRIMARY KEY,
  recording_sid TEXT NOT NULL UNIQUE,
  call_sid TEXT NOT NULL,
  call_out_id INTEGER REFERENCES call_out_records (id),
  state TEXT NOT NULL CHECK (state IN ('announced', 'ready', 'kept', 'absent', 'failed', 'deleted')),
  duration INTEGER,
  content_type TEXT,
  file_name TEXT,
  size INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER,
  created_at INTEGER NOT NULL,
  kept_at INTEGER,
  deleted_here_at INTEGER,
  deleted_there_at INTEGER
) STRICT;
CREATE INDEX recordings_by_call ON recordings (call_sid);
CREATE INDEX recordings_by_call_out ON recordings (call_out_id);

CREATE TABLE recording_listens (
  id INTEGER PRIMARY KEY,
  recording_id INTEGER NOT NULL REFERENCES recordings (id),
  user_id INTEGER REFERENCES users (id),
  by_link TEXT,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE transcripts (
  id INTEGER PRIMARY KEY,
  recording_id INTEGER NOT NULL REFERENCES recordings (id),
  provider_id TEXT UNIQUE,
  transcript BLOB,
  confidence_percent INTEGER,
  state TEXT NOT NULL CHECK (state IN ('completed', 'failed')),
  created_at INTEGER NOT NULL
) STRICT;

-- Pictures that came by text (a doctor's note): for HR only, kept encrypted in the data folder.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  attempt_id INTEGER NOT NULL REFERENCES attempts (id),
  member_id INTEGER REFERENCES team_members (id),
  message_sid TEXT NOT NULL,
  media_sid TEXT NOT NULL UNIQUE,
  content_type TEXT NOT NULL,
  file_name TEXT,
  size INTEGER,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'kept', 'failed', 'deleted')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  kept_at INTEGER
) STRICT;
CREATE INDEX documents_waiting ON documents (next_attempt_at) WHERE state = 'waiting';

-- Exactly once, and told to somebody ------------------------------------------------------------------

-- The first answer to a provider's event, given again byte for byte to every repeat. Kept 7 days.
CREATE TABLE webhook_answers (
  key TEXT PRIMARY KEY,
  status INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX webhook_answers_by_time ON webhook_answers (created_at);

-- One message to one person over one channel, until its outcome is known. Never purged while unsettled.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'email', 'voice')),
  priority INTEGER NOT NULL,
  user_id INTEGER REFERENCES users (id),
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  arguments_sealed BLOB NOT NULL,
  rendering_sealed BLOB,
  call_out_id INTEGER REFERENCES call_out_records (id),
  attempt_id INTEGER REFERENCES attempts (id),
  pto_request_id INTEGER REFERENCES pto_requests (id),
  instead_of_id INTEGER REFERENCES outbox (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'accepted', 'delivered', 'failed', 'dropped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  leased_until INTEGER,
  lease_owner TEXT,
  in_doubt INTEGER NOT NULL DEFAULT 0 CHECK (in_doubt IN (0, 1)),
  escalated INTEGER NOT NULL DEFAULT 0 CHECK (escalated IN (0, 1)),
  provider_id TEXT,
  provider_status TEXT,
  error_class TEXT,
  error_code INTEGER,
  created_at INTEGER NOT NULL,
  first_tried_at INTEGER,
  accepted_at INTEGER,
  settled_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (priority, next_attempt_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_by_call_out ON outbox (call_out_id);
CREATE INDEX outbox_by_address ON outbox (address, accepted_at);
CREATE INDEX outbox_by_attempt ON outbox (attempt_id);
CREATE INDEX outbox_by_provider_id ON outbox (provider_id);

-- What nobody could be told, or needs somebody now; on the board until closed.
CREATE TABLE alarms (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  call_out_id INTEGER REFERENCES call_out_records (id),
  attempt_id INTEGER REFERENCES attempts (id),
  outbox_id INTEGER REFERENCES outbox (id),
  raised_at INTEGER NOT NULL,
  closed_at INTEGER,
  closed_by INTEGER REFERENCES users (id)
) STRICT;
CREATE INDEX alarms_open ON alarms (raised_at) WHERE closed_at IS NULL;

CREATE TABLE broadcasts (
  id INTEGER PRIMARY KEY,
  sent_by INTEGER NOT NULL REFERENCES users (id),
  team_id INTEGER REFERENCES teams (id),
  text_sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE broadcast_answers (
  broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id),
  member_id INTEGER NOT NULL REFERENCES team_members (id),
  answer INTEGER,
  answered_at INTEGER,
  PRIMARY KEY (broadcast_id, member_id)
) STRICT;

-- Calendar feeds: the link is a secret of its owner, revocable.
CREATE TABLE calendar_feeds (
  token_hash BLOB PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  covers TEXT NOT NULL CHECK (covers IN ('own', 'scope')),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

-- Who did what; append-only. Each row's hash covers the row before. detail names encrypted fields without
-- their values. hash is null only until a PostgreSQL leader seals it.
CREATE TABLE audit_entries (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_user_id INTEGER,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER,
  detail TEXT NOT NULL,
  previous_hash BLOB,
  hash BLOB
) STRICT;
CREATE INDEX audit_entries_by_subject ON audit_entries (subject, subject_id);

-- What an installation starts with; all of it can be changed in the application ------------------------

INSERT INTO banks (code, name, opening_minutes, may_go_negative, rank) VALUES
  ('pto', 'PTO', 3600, 1, 1),
  ('sick', 'Sick', 3600, 1, 2),
  ('unpaid', 'Unpaid', 0, 1, 3);

INSERT INTO pto_types (code, name, needs_approval, is_hourly, rank) VALUES
  ('vacation', 'Vacation', 1, 1, 1),
  ('personal', 'Personal', 1, 1, 2),
  ('sick', 'Sick Leave', 1, 1, 3),
  ('family', 'Family Emergency', 1, 1, 4),
  ('bereavement', 'Bereavement', 1, 0, 5),
  ('fmla', 'FMLA', 1, 1, 6),
  ('union', 'Union Business', 1, 1, 7),
  ('other', 'Other', 1, 1, 8);

INSERT INTO pto_type_banks (pto_type, rank, bank) VALUES
  ('vacation', 1, 'pto'), ('vacation', 2, 'unpaid'),
  ('personal', 1, 'pto'), ('personal', 2, 'unpaid'),
  ('sick', 1, 'sick'), ('sick', 2, 'pto'), ('sick', 3, 'unpaid'),
  ('family', 1, 'pto'), ('family', 2, 'unpaid'),
  ('bereavement', 1, 'unpaid'),
  ('fmla', 1, 'sick'), ('fmla', 2, 'pto'), ('fmla', 3, 'unpaid'),
  ('union', 1, 'unpaid'),
  ('other', 1, 'pto'), ('other', 2, 'unpaid');
