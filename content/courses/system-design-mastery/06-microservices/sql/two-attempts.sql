/* first */ BEGIN;
/* first */ INSERT INTO idempotency_keys (account_id, key, request_hash) VALUES (7, 'k81', 'a5f0') ON CONFLICT DO NOTHING;
/* first */ INSERT INTO payments (account_id, cents) VALUES (7, 1990);
/* retry */ INSERT INTO idempotency_keys (account_id, key, request_hash) VALUES (7, 'k81', 'a5f0') ON CONFLICT DO NOTHING;
/* first */ UPDATE idempotency_keys SET response = '{"payment": 1}' WHERE account_id = 7 AND key = 'k81';
/* first */ COMMIT;
/* retry */ SELECT request_hash, response FROM idempotency_keys WHERE account_id = 7 AND key = 'k81';
