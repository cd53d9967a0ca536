-- How far the single cases of an average lie apart, where the officer knows it: its standard deviation, in whole ten-thousandths of the
-- indicator's unit. docs/schema.sql says more.

alter table figure add column deviation bigint check (deviation >= 0);
alter table entry add column deviation bigint check (deviation >= 0);
