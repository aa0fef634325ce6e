-- The full-text indexes of public and desk search on PostgreSQL: a column the database itself makes from the rows that the
-- program writes, and an index over it. May be applied again at any time.
-- A word here is what the program's fold has left: letters, or digits with a decimal point; 'simple' changes nothing about it.

ALTER TABLE "PublicSearchTexts" ADD COLUMN IF NOT EXISTS "Vector" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', "Statement"), 'A')
    || setweight(to_tsvector('simple', "Summary"), 'B')
    || setweight(to_tsvector('simple', "Quotes"), 'C')
    || setweight(to_tsvector('simple', "Rest"), 'D')
    || to_tsvector('simple', "Stems")
    || to_tsvector('simple', "Filters")) STORED;
CREATE INDEX IF NOT EXISTS "IX_PublicSearchTexts_Vector" ON "PublicSearchTexts" USING gin ("Vector") WITH (fastupdate = off);

ALTER TABLE "DeskSearchTexts" ADD COLUMN IF NOT EXISTS "Vector" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', "Statement"), 'A')
    || setweight(to_tsvector('simple', "Summary"), 'B')
    || setweight(to_tsvector('simple', "Quotes"), 'C')
    || setweight(to_tsvector('simple', "Rest"), 'D')
    || to_tsvector('simple', "Stems")
    || to_tsvector('simple', "Filters")) STORED;
CREATE INDEX IF NOT EXISTS "IX_DeskSearchTexts_Vector" ON "DeskSearchTexts" USING gin ("Vector") WITH (fastupdate = off);
