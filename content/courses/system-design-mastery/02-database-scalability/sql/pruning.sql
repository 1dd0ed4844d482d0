CREATE TABLE events (
    tenant_id int NOT NULL,
    happened_at timestamptz NOT NULL,
    kind text NOT NULL
) PARTITION BY RANGE (happened_at);

CREATE TABLE events_2026_10 PARTITION OF events
FOR VALUES FROM ('2026-10-01Z') TO ('2026-11-01Z');

CREATE TABLE events_2026_11 PARTITION OF events
FOR VALUES FROM ('2026-11-01Z') TO ('2026-12-01Z');

-- one partition
SELECT count(*) FROM events
WHERE happened_at >= '2026-11-20Z' AND happened_at < '2026-11-21Z';

-- all partitions
SELECT count(*) FROM events WHERE happened_at::date = '2026-11-20';

-- all partitions
SELECT count(*) FROM events WHERE tenant_id = 7;
