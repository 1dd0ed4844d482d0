SELECT (SELECT max(beat_at) FROM heartbeat) AS restored_up_to,
       (SELECT count(*) FROM orders) AS orders,
       (SELECT count(*)
          FROM orders
         WHERE state = 'paid'
           AND NOT EXISTS (SELECT FROM payments WHERE payments.order_id = orders.id)
       ) AS paid_without_payment,
       (SELECT count(*) FROM pg_constraint WHERE NOT convalidated) AS unproved_constraints;
