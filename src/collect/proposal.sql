-- name: all
select id, edition, kind, indicator, year, stage, content, answers, reason, proposed_by, decided_by, said, at from proposal p
 where edition = (select max(edition) from proposal q where q.id = p.id) order by id;

-- name: next
select coalesce(max(id), 0) + 1 from proposal;

-- name: add
insert into proposal (id, edition, kind, indicator, year, stage, content, answers, reason, proposed_by, decided_by, said, at, record)
values (:id, (select coalesce(max(edition), 0) + 1 from proposal where id = :id), :kind, :indicator, :year, :stage, :content, :answers, :reason,
        :proposed_by, :decided_by, :said, :at, :record);
