/* Ada */ BEGIN ISOLATION LEVEL REPEATABLE READ;
/* Bob */ BEGIN ISOLATION LEVEL REPEATABLE READ;
/* Ada */ SELECT count(*) FROM servers WHERE in_rotation;
/* Bob */ SELECT count(*) FROM servers WHERE in_rotation;
/* Ada */ UPDATE servers SET in_rotation = false WHERE name = 'app1';
/* Bob */ UPDATE servers SET in_rotation = false WHERE name = 'app2';
/* Ada */ COMMIT;
/* Bob */ COMMIT;
