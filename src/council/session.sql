-- name: find
-- People of the demo have no account: whoever is served it on this machine may be anybody.
select fingerprint, person, began, seen, ends, place, browser from session
 where fingerprint = :fingerprint and ends > :now and seen > :idle
   and not exists (select 1 from account where account.person = session.person and account.state <> 'active');

-- name: begin
insert into session (fingerprint, person, began, seen, ends, place, browser)
values (:fingerprint, :person, :now, :now, :ends, :place, :browser);

-- name: touch
update session set seen = :now where fingerprint = :fingerprint and seen < :now;

-- name: of_person
select fingerprint, person, began, seen, ends, place, browser from session
 where person = :person and ends > :now and seen > :idle order by seen desc, fingerprint;

-- name: end_one
delete from session where fingerprint = :fingerprint;

-- name: end_all
delete from session where person = :person;

-- name: of_token
select person from api_token where fingerprint = :fingerprint and ends > :now
   and exists (select 1 from account where account.person = api_token.person and account.state = 'active');

-- name: forget_ended
delete from session where ends <= :now or seen <= :idle;

-- name: accounts
select count(*) from account;
