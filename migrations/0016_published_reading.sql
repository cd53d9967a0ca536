-- How a file of published figures was read where it does not say so itself, and its figures as they were kept, for every server that uses
-- this database. docs/schema.sql says what each is for.

alter table published_load add column years text not null default 'as_written' check (years in ('as_written', 'calendar', 'financial', 'academic'));
alter table published_load add column whole_period text not null default '';
alter table published_load add column dictionary text not null default '';

create table published_part (
  fingerprint text not null check (length(fingerprint) = 64),
  part bigint not null check (part >= 1),
  bytes text not null check (bytes <> ''),
  primary key (fingerprint, part)
);
