CREATE TABLE account (
  id       bigint PRIMARY KEY,
  balance  bigint NOT NULL
);
CREATE TABLE processed (
  consumer    text NOT NULL,
  message_id  uuid NOT NULL,
  PRIMARY KEY (consumer, message_id)
);
CREATE TABLE outbox (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key      text NOT NULL,
  payload  jsonb NOT NULL
);
