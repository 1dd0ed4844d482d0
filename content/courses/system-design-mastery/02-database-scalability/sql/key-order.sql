CREATE TABLE random_keys (id uuid PRIMARY KEY DEFAULT uuidv4(), payload text);

CREATE TABLE ordered_keys (id uuid PRIMARY KEY DEFAULT uuidv7(), payload text);

INSERT INTO random_keys (payload) SELECT repeat('x', 100) FROM generate_series(1, 500000);

INSERT INTO ordered_keys (payload) SELECT repeat('x', 100) FROM generate_series(1, 500000);
