-- name: particulars
update particulars set salt = '', place = '', authority = '', was = '', became = '', erased_at = :now
 where erased_at is null and record in (select id from record where at < :before);

-- name: accounts_codes
delete from recovery_code where person in (
  select code from person p where gone = 1 and at < :before and edition = (select max(edition) from person q where q.code = p.code));

-- name: accounts
delete from account where person in (
  select code from person p where gone = 1 and at < :before and edition = (select max(edition) from person q where q.code = p.code));

-- name: sessions
delete from session where person in (
  select code from person p where gone = 1 and at < :before and edition = (select max(edition) from person q where q.code = p.code));

-- name: tokens
delete from api_token where person in (
  select code from person p where gone = 1 and at < :before and edition = (select max(edition) from person q where q.code = p.code));

-- name: links
delete from sign_in_link where person in (
  select code from person p where gone = 1 and at < :before and edition = (select max(edition) from person q where q.code = p.code));

-- name: preferences
delete from preference where person in (
  select code from person p where gone = 1 and at < :before and edition = (select max(edition) from person q where q.code = p.code));

-- name: people
-- How many there are to erase.
select count(distinct code) from person p
 where gone = 1 and at < :before and edition = (select max(edition) from person q where q.code = p.code)
   and exists (select 1 from person r where r.code = p.code and (r.name <> :former or r.job <> '' or r.email <> ''));

-- name: names
-- Of every edition: an earlier one would tell the name as well.
update person set name = :former, job = '', email = ''
 where (name <> :former or job <> '' or email <> '') and code in (
  select code from person p where gone = 1 and at < :before and edition = (select max(edition) from person q where q.code = p.code));

-- name: letters
-- The key stays, so that none is sent again.
update mail set address = '', subject = '', plain = '', html = ''
 where at < :before and state <> 'waiting' and (address <> '' or subject <> '' or plain <> '' or html <> '');

-- name: outside_addresses
-- Of distribution lists that have been changed or removed since: who was on them long ago.
update distribution_list set outside = ''
 where outside <> '' and exists (select 1 from distribution_list n where n.number = distribution_list.number and n.edition > distribution_list.edition and n.at < :before);

-- name: attempts
delete from sign_in_attempt where at < :before;
