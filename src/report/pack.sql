-- name: packs
select code, edition, title, purpose, audience, frequency, sections, readers, lists, gone, by_person, at,
       (select min(f.at) from report_pack f where f.code = p.code)
  from report_pack p
 where edition = (select max(e.edition) from report_pack e where e.code = p.code)
 order by code;

-- name: add
-- Key: (code, edition). It refuses the second of two who change a pack at once.
insert into report_pack (code, edition, title, purpose, audience, frequency, sections, readers, lists, gone, by_person, at, record)
values (:code, :edition, :title, :purpose, :audience, :frequency, :sections, :readers, :lists, :gone, :by, :at, :record);
