SELECT created_at, total_cents
FROM orders
WHERE customer_id = 42
ORDER BY created_at DESC
LIMIT 20;

CREATE INDEX orders_by_customer ON orders (customer_id);

CREATE INDEX orders_by_time ON orders (customer_id, created_at DESC);

CREATE INDEX orders_covering ON orders (customer_id, created_at DESC) INCLUDE (total_cents);
