CREATE TABLE job (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payload   jsonb NOT NULL,
  attempts  int NOT NULL DEFAULT 0,
  due       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX job_next ON job (due, id) WHERE attempts < 5;
