-- The last name before marriage or another change, where the register has it.
ALTER TABLE pensioner ADD COLUMN birth_name TEXT;
