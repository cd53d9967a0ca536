-- Whether a figure is that of the councils before this one, added up, and how well that could be done. docs/schema.sql says more.

alter table figure add column added_up text not null default ''
  check (added_up = '' or added_up = 'exact' or added_up = 'apportioned' or added_up = 'incomplete' or added_up = 'not_reaggregable');
