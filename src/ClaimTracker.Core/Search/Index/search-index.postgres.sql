-- The full-text indexes of public and desk search on PostgreSQL: two columns the database itself makes from the rows that the
-- program writes, an index over one, and functions that look claims up in it. May be applied again at any time; it makes them anew.
-- A word here is what the program's fold has left: letters, or digits with a decimal point; 'simple' changes nothing about it.
-- Stems and filters are never part of a phrase, so they need no places.
-- Everything long is kept apart from the rows, so that many thousand of them are gone through quickly; what the list counts of a
-- claim (the filters before the boundary, as numbers) is kept in them, so that counting reads no other row. It is added first: only
-- as the next column is added are rows written as this one's storage says.
-- The planner does not know what reading the column costs, and would go through all claims rather than use the index: hence the
-- functions. The second of each looks among some claims only: as two conditions, since the index then leaps over the rest, which
-- it does not within one.

DROP FUNCTION IF EXISTS "PublicSearchIds"(tsquery);
DROP FUNCTION IF EXISTS "PublicSearchFind"(tsquery);
DROP FUNCTION IF EXISTS "PublicSearchFind"(tsquery, tsquery);
ALTER TABLE "PublicSearchTexts" DROP COLUMN IF EXISTS "Vector", DROP COLUMN IF EXISTS "Facets";
ALTER TABLE "PublicSearchTexts" ADD COLUMN "Facets" bytea GENERATED ALWAYS AS (decode(translate(split_part("Filters", ' øø', 1), 'ø ', ''), 'hex')) STORED;
ALTER TABLE "PublicSearchTexts" ALTER COLUMN "Facets" SET STORAGE MAIN;
ALTER TABLE "PublicSearchTexts" ADD COLUMN "Vector" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', "Statement"), 'A')
    || setweight(to_tsvector('simple', "Summary"), 'B')
    || setweight(to_tsvector('simple', "Quotes"), 'C')
    || setweight(to_tsvector('simple', "Rest"), 'D')
    || array_to_tsvector(string_to_array(btrim("Stems"), ' '))
    || array_to_tsvector(string_to_array(btrim("Filters"), ' '))) STORED;
ALTER TABLE "PublicSearchTexts" SET (toast_tuple_target = 128);
ALTER TABLE "PublicSearchTexts"
    ALTER COLUMN "Statement" SET STORAGE EXTERNAL, ALTER COLUMN "Summary" SET STORAGE EXTERNAL, ALTER COLUMN "Quotes" SET STORAGE EXTERNAL,
    ALTER COLUMN "Rest" SET STORAGE EXTERNAL, ALTER COLUMN "Stems" SET STORAGE EXTERNAL, ALTER COLUMN "Filters" SET STORAGE EXTERNAL,
    ALTER COLUMN "Match" SET STORAGE EXTERNAL, ALTER COLUMN "Vector" SET STORAGE EXTERNAL;
CREATE INDEX "IX_PublicSearchTexts_Vector" ON "PublicSearchTexts" USING gin ("Vector") WITH (fastupdate = off);
CREATE FUNCTION "PublicSearchFind"(asked tsquery) RETURNS TABLE ("Id" bigint, "Facets" bytea) LANGUAGE sql STABLE SET enable_seqscan = off AS
    'SELECT "Id", "Facets" FROM "PublicSearchTexts" WHERE "Vector" @@ asked';
CREATE FUNCTION "PublicSearchFind"(asked tsquery, among tsquery) RETURNS TABLE ("Id" bigint, "Facets" bytea) LANGUAGE sql STABLE SET enable_seqscan = off AS
    'SELECT "Id", "Facets" FROM "PublicSearchTexts" WHERE "Vector" @@ asked AND "Vector" @@ among';

DROP FUNCTION IF EXISTS "DeskSearchIds"(tsquery);
DROP FUNCTION IF EXISTS "DeskSearchFind"(tsquery);
DROP FUNCTION IF EXISTS "DeskSearchFind"(tsquery, tsquery);
ALTER TABLE "DeskSearchTexts" DROP COLUMN IF EXISTS "Vector", DROP COLUMN IF EXISTS "Facets";
ALTER TABLE "DeskSearchTexts" ADD COLUMN "Facets" bytea GENERATED ALWAYS AS (decode(translate(split_part("Filters", ' øø', 1), 'ø ', ''), 'hex')) STORED;
ALTER TABLE "DeskSearchTexts" ALTER COLUMN "Facets" SET STORAGE MAIN;
ALTER TABLE "DeskSearchTexts" ADD COLUMN "Vector" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', "Statement"), 'A')
    || setweight(to_tsvector('simple', "Summary"), 'B')
    || setweight(to_tsvector('simple', "Quotes"), 'C')
    || setweight(to_tsvector('simple', "Rest"), 'D')
    || array_to_tsvector(string_to_array(btrim("Stems"), ' '))
    || array_to_tsvector(string_to_array(btrim("Filters"), ' '))) STORED;
ALTER TABLE "DeskSearchTexts" SET (toast_tuple_target = 128);
ALTER TABLE "DeskSearchTexts"
    ALTER COLUMN "Statement" SET STORAGE EXTERNAL, ALTER COLUMN "Summary" SET STORAGE EXTERNAL, ALTER COLUMN "Quotes" SET STORAGE EXTERNAL,
    ALTER COLUMN "Rest" SET STORAGE EXTERNAL, ALTER COLUMN "Stems" SET STORAGE EXTERNAL, ALTER COLUMN "Filters" SET STORAGE EXTERNAL,
    ALTER COLUMN "Match" SET STORAGE EXTERNAL, ALTER COLUMN "Vector" SET STORAGE EXTERNAL;
CREATE INDEX "IX_DeskSearchTexts_Vector" ON "DeskSearchTexts" USING gin ("Vector") WITH (fastupdate = off);
CREATE FUNCTION "DeskSearchFind"(asked tsquery) RETURNS TABLE ("Id" bigint, "Facets" bytea) LANGUAGE sql STABLE SET enable_seqscan = off AS
    'SELECT "Id", "Facets" FROM "DeskSearchTexts" WHERE "Vector" @@ asked';
CREATE FUNCTION "DeskSearchFind"(asked tsquery, among tsquery) RETURNS TABLE ("Id" bigint, "Facets" bytea) LANGUAGE sql STABLE SET enable_seqscan = off AS
    'SELECT "Id", "Facets" FROM "DeskSearchTexts" WHERE "Vector" @@ asked AND "Vector" @@ among';
