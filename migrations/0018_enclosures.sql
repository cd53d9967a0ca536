-- The PDF that goes with a letter about a published report, where the council allows it. docs/schema.sql says what it is for.

alter table mail add column attached text not null default '';
