CREATE TABLE account (
  id        bigint PRIMARY KEY,
  currency  char(3) NOT NULL,
  balance   bigint NOT NULL DEFAULT 0,
  lowest    bigint,
  CHECK (balance >= lowest)
);
CREATE TABLE transfer (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key   uuid NOT NULL UNIQUE,
  legs  jsonb NOT NULL,
  at    timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE entry (
  transfer  bigint NOT NULL REFERENCES transfer,
  account   bigint NOT NULL REFERENCES account,
  amount    bigint NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (transfer, account)
);

CREATE FUNCTION check_zero_sum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM entry JOIN account ON account.id = entry.account
    WHERE entry.transfer = NEW.transfer
    GROUP BY account.currency HAVING sum(entry.amount) <> 0
  ) THEN RAISE EXCEPTION 'transfer % does not add up to zero', NEW.transfer;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER zero_sum AFTER INSERT ON entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_zero_sum();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries are never changed: post a reversal';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
