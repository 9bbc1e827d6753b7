-- What was handed in. The text is kept as it came: its digest is over these very bytes.
CREATE TABLE applications (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The idempotency key: the same application is one row, whoever sends it however often.
  digest         text NOT NULL UNIQUE CHECK (digest ~ '^[0-9a-f]{64}$'),
  receipt        text NOT NULL UNIQUE CHECK (receipt ~ '^HS(-[0-9A-Z]{4}){3}$'),
  account        text NOT NULL,
  form           text NOT NULL,
  form_version   text NOT NULL,
  sealed_at      timestamptz NOT NULL,
  received_at    timestamptz NOT NULL DEFAULT now(),
  status         text NOT NULL DEFAULT 'received' CHECK (status IN ('received', 'working', 'more', 'done', 'refused')),
  -- What this server's own check confirmed; never the sender's word, which stands in the text.
  claims         jsonb NOT NULL,
  -- Codes and paths of warnings, without their words: those hold answers.
  warnings       jsonb NOT NULL,
  -- Of the answers alone: who seals the same answers anew has another digest, and the same one here.
  answers_digest text NOT NULL CHECK (answers_digest ~ '^[0-9a-f]{64}$'),
  application    text NOT NULL
);
CREATE INDEX applications_by_account ON applications (account, id DESC);
CREATE INDEX applications_by_status ON applications (status, id DESC);
CREATE INDEX applications_by_answers ON applications (answers_digest);

-- The bytes lie on disk by their digest; a row says that an account handed them in.
CREATE TABLE attachments (
  sha256    text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  account   text NOT NULL,
  size      integer NOT NULL CHECK (size > 0),
  type      text NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (sha256, account)
);

CREATE TABLE application_attachments (
  application bigint NOT NULL REFERENCES applications (id),
  position    integer NOT NULL,
  sha256      text NOT NULL,
  account     text NOT NULL,
  name        text NOT NULL,
  PRIMARY KEY (application, position),
  FOREIGN KEY (sha256, account) REFERENCES attachments (sha256, account)
);

-- The way of an application through the office, as the citizen sees it.
CREATE TABLE steps (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application bigint NOT NULL REFERENCES applications (id),
  status      text NOT NULL CHECK (status IN ('received', 'working', 'more', 'done', 'refused')),
  note        text NOT NULL DEFAULT '',
  at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX steps_by_application ON steps (application, id);
