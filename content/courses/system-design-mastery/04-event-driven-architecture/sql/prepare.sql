BEGIN;
UPDATE seat SET holder = 'ana'
WHERE flight = 'XY400' AND number = '12A' AND holder IS NULL;
PREPARE TRANSACTION 'booking-8123';
