WITH buckets AS (
  SELECT upto_ms, sum(requests) AS requests
  FROM latency
  GROUP BY upto_ms
), running AS (
  SELECT upto_ms,
         sum(requests) OVER (ORDER BY upto_ms) AS so_far,
         sum(requests) OVER () AS total
  FROM buckets
)
SELECT min(upto_ms) FILTER (WHERE so_far >= 0.50 * total) AS p50,
       min(upto_ms) FILTER (WHERE so_far >= 0.99 * total) AS p99,
       round(100.0 * max(so_far) FILTER (WHERE upto_ms <= 100) / max(total), 1) AS within_100_ms
FROM running;
