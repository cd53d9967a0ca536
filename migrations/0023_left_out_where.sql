-- In which column of a file of published figures the first value stands that was left out under a reason, and what can be done about it.
-- docs/schema.sql says more.

alter table published_left_out add column first_column text not null default '';
alter table published_left_out add column to_do text not null default '';
