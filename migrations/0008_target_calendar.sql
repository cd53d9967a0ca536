-- When the targets of a coming year are set, and on how many days an indicator's page was opened.

create table target_calendar (
  edition bigint not null check (edition >= 1),
  opens text not null check (length(opens) = 5),
  challenge_from text not null check (length(challenge_from) = 5),
  agreed_by text not null check (length(agreed_by) = 5),
  seals text not null check (length(seals) = 5),
  at bigint not null,
  record bigint not null references record (id),
  primary key (edition)
);

create table page_days (
  indicator bigint not null references indicator (id),
  month text not null check (length(month) = 7),
  days bigint not null check (days >= 1),
  newest_day text not null check (length(newest_day) = 10),
  primary key (indicator, month)
);
