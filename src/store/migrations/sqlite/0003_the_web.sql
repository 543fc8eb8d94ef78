-- What the web application needs: who may see whose absence, the shape of a recording, one failed sign-in
-- per account whether or not the account exists.

-- What an account stands for when sign-ins are counted: the SHA-256 of the address that was typed, in lower case.
ALTER TABLE sign_in_failures ADD COLUMN subject_hash BLOB;
CREATE INDEX sign_in_failures_by_subject ON sign_in_failures (subject_hash, at);

-- 100 bytes, 0 to 100: the loudest of each of 100 equal parts.
ALTER TABLE recordings ADD COLUMN waveform BLOB;

-- An unverified call-out whose person had one of that day already: its words were added to that one.
ALTER TABLE call_out_records ADD COLUMN merged_into_id INTEGER REFERENCES call_out_records (id);

CREATE INDEX call_out_records_by_time ON call_out_records (created_at);
CREATE INDEX pto_requests_by_time ON pto_requests (created_at);
CREATE INDEX pto_requests_by_end ON pto_requests (end_date);
CREATE INDEX outbox_by_request ON outbox (pto_request_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
CREATE INDEX recording_listens_by_recording ON recording_listens (recording_id);

-- The one rule of who may see an absence. A pair of user and member may stand here more than once: what any row
-- allows is allowed. may_read: words and sound. may_decide: never one's own.
--   their own
--   a manager, for the teams and positions in scope; reads unless the team's reasons are for HR only
--   HR, for everybody; for an isolated team only who is named in its scope
CREATE VIEW absence_access (user_id, member_id, may_read, may_decide) AS
  SELECT m.user_id, m.id, 1, 0 FROM team_members m
  UNION ALL
  SELECT g.user_id, m.id, 1 - t.reasons_for_hr_only, 1
  FROM managers g
  JOIN user_roles r ON r.user_id = g.user_id AND r.role = 'manager'
  JOIN scopes s ON s.manager_id = g.id
  JOIN teams t ON t.id = s.team_id
  JOIN team_members m ON m.team_id = s.team_id AND (s.position_id IS NULL OR s.position_id = m.position_id)
  WHERE m.user_id <> g.user_id
  UNION ALL
  SELECT r.user_id, m.id, 1, 1
  FROM user_roles r
  JOIN team_members m ON m.user_id <> r.user_id
  JOIN teams t ON t.id = m.team_id
  WHERE r.role = 'hr' AND (t.is_isolated = 0 OR EXISTS (
    SELECT 1 FROM scopes s JOIN managers g ON g.id = s.manager_id
    WHERE g.user_id = r.user_id AND s.team_id = m.team_id));
