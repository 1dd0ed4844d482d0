DELETE FROM job WHERE id = $1 AND attempts = $2;
