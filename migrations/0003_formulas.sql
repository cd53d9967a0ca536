-- How an indicator is computed from others belongs to its definition and is agreed, dated and kept in editions with it.
-- The table made for it apart was never written to.
alter table definition add column computed_from text not null default '';
drop table formula;
