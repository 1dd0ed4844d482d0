CREATE TABLE trip (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rider        bigint NOT NULL,
  driver       bigint,
  state        text NOT NULL DEFAULT 'searching',
  version      int NOT NULL DEFAULT 0,
  offer        int NOT NULL DEFAULT 0,
  offer_until  timestamptz
);
CREATE UNIQUE INDEX one_trip_a_driver ON trip (driver)
  WHERE state IN ('offered', 'accepted', 'riding');
