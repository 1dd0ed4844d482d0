/* Ada */ BEGIN;
/* Bob */ BEGIN;
/* Ada */ SELECT seats FROM flights WHERE id = 1;
/* Bob */ SELECT seats FROM flights WHERE id = 1;
/* Ada */ UPDATE flights SET seats = 9 WHERE id = 1;
/* Ada */ COMMIT;
/* Bob */ UPDATE flights SET seats = 8 WHERE id = 1;
/* Bob */ COMMIT;
