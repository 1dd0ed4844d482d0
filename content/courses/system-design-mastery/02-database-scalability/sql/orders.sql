CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id int NOT NULL,
    created_at timestamptz NOT NULL,
    total_cents int NOT NULL,
    note text NOT NULL
);

INSERT INTO orders (customer_id, created_at, total_cents, note)
SELECT n % 10000, timestamptz '2026-01-01Z' + n * interval '1 minute', n % 9000, repeat('x', 100)
FROM generate_series(1, 500000) AS n;

VACUUM ANALYZE orders;
