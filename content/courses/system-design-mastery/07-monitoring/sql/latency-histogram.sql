CREATE TABLE latency (server text, upto_ms int, requests int);

INSERT INTO latency VALUES
  ('app1', 10, 700), ('app1', 50, 270), ('app1', 100, 25), ('app1', 500, 5), ('app1', 1000, 0),
  ('app2', 10, 690), ('app2', 50, 280), ('app2', 100, 24), ('app2', 500, 6), ('app2', 1000, 0),
  ('app3', 10,  20), ('app3', 50,  20), ('app3', 100, 10), ('app3', 500, 30), ('app3', 1000, 20);
