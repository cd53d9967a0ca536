-- name: packs
-- At its end: the newest edition that ran otherwise than now, as often or not at all; and when the next one after it was made.
select code, edition, title, purpose, audience, frequency, sections, readers, lists, gone, by_person, at, ran_otherwise,
       (select min(f.at) from report_pack f where f.code = q.code and f.edition > q.ran_otherwise)
  from (select p.*, coalesce((select max(d.edition) from report_pack d where d.code = p.code and (d.frequency <> p.frequency or d.gone <> p.gone)), 0) as ran_otherwise
          from report_pack p) q
 where edition = (select max(e.edition) from report_pack e where e.code = q.code)
 order by code;

-- name: add
-- Key: (code, edition). It refuses the second of two who change a pack at once.
insert into report_pack (code, edition, title, purpose, audience, frequency, sections, readers, lists, gone, by_person, at, record)
values (:code, :edition, :title, :purpose, :audience, :frequency, :sections, :readers, :lists, :gone, :by, :at, :record);
