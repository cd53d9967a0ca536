-- name: editions
select scope, edition, name, steps, applies_from, gone, reason, authority, by_person, at
  from rating_rule where at <= :as_at and record <= :upto order by scope, edition;

-- name: add
insert into rating_rule (scope, edition, name, steps, applies_from, gone, reason, authority, by_person, at, record)
values (:scope, (select coalesce(max(edition), 0) + 1 from rating_rule where scope = :scope), :name, :steps, :applies_from, :gone,
        :reason, :authority, :by_person, :at, :record);
