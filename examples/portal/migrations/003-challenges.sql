-- What a chip is asked to sign: drawn here, for one account, used once, for minutes.
CREATE TABLE challenges (
  id         text PRIMARY KEY,
  account    text NOT NULL,
  octets     bytea NOT NULL CHECK (length(octets) = 8),
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenges_by_end ON challenges (expires_at);
