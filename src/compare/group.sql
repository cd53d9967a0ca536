-- name: groups
select name, edition, source, at, starts, ends from comparator_group g
 where at <= :as_at and edition = (select max(edition) from comparator_group h where h.name = g.name and h.at <= :as_at) order by name;

-- name: add_group
insert into comparator_group (name, edition, source, at, record, starts, ends)
values (:name, (select coalesce(max(edition), 0) + 1 from comparator_group where name = :name), :source, :at, :record, :starts, :ends);

-- name: edition_of
select max(edition) from comparator_group where name = :name;

-- name: members
select member, because from comparator_group_member where group_name = :name and edition = :edition and subject = :subject order by place;

-- name: subjects
select count(distinct subject) from comparator_group_member where group_name = :name and edition = :edition;

-- name: add_member
insert into comparator_group_member (group_name, edition, subject, place, member, because) values (:group_name, :edition, :subject, :place, :member, :because);

-- name: features
select data_set, title, weight, scale from computed_group_feature where group_name = :name and edition = :edition order by place;

-- name: add_feature
insert into computed_group_feature (group_name, edition, place, data_set, title, weight, scale) values (:name, :edition, :place, :data_set, :title, :weight, :scale);
