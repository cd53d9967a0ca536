-- name: by_email
select person, email, password, factor, factor_step, state, signed_in_at from account where email = :email;

-- name: by_person
select person, email, password, factor, factor_step, state, signed_in_at from account where person = :person;

-- name: all
select person, email, password, factor, factor_step, state, signed_in_at from account order by person;

-- name: add
insert into account (person, email, password, factor, factor_step, state, signed_in_at, at, record)
values (:person, :email, :password, '', 0, :state, null, :at, :record);

-- name: change
update account set email = :email, password = :password, factor = :factor, factor_step = :factor_step, state = :state, signed_in_at = :signed_in_at
 where person = :person;

-- name: add_link
insert into sign_in_link (fingerprint, person, purpose, ends, used_at, at) values (:fingerprint, :person, :purpose, :ends, null, :at);

-- name: find_link
select person, purpose, ends from sign_in_link where fingerprint = :fingerprint and used_at is null and ends > :now;

-- name: use_link
update sign_in_link set used_at = :now where fingerprint = :fingerprint and used_at is null and ends > :now;

-- name: use_links_of
update sign_in_link set used_at = :now where person = :person and used_at is null;

-- name: next_attempt
select coalesce(max(id), 0) + 1 from sign_in_attempt;

-- name: add_attempt
insert into sign_in_attempt (id, name, place, worked, at) values (:id, :name, :place, :worked, :at);

-- name: forget_attempts
delete from sign_in_attempt where at < :before;

-- name: wrong_of_name
select count(*) from sign_in_attempt where at > :after and worked = 0 and name = :name;

-- name: wrong_of_place
select count(*) from sign_in_attempt where at > :after and worked = 0 and place = :place;

-- name: wrong_of_both
select count(*) from sign_in_attempt where at > :after and worked = 0 and name = :name and place = :place;

-- name: worked_before
select count(*) from sign_in_attempt where worked = 1 and name = :name and place = :place;

-- name: forget_codes
delete from recovery_code where person = :person;

-- name: add_code
insert into recovery_code (person, fingerprint, used_at) values (:person, :fingerprint, null);

-- name: use_code
update recovery_code set used_at = :now where person = :person and fingerprint = :fingerprint and used_at is null;

-- name: codes_left
select count(*) from recovery_code where person = :person and used_at is null;

-- name: tokens
select fingerprint, name, ends, at from api_token where person = :person order by at, fingerprint;

-- name: add_token
insert into api_token (fingerprint, person, name, ends, used_at, at) values (:fingerprint, :person, :name, :ends, null, :at);

-- name: end_token
delete from api_token where person = :person and fingerprint = :fingerprint;

-- name: end_tokens
delete from api_token where person = :person;

-- name: preference
select value from preference where person = :person and name = :name;

-- name: change_preference
update preference set value = :value where person = :person and name = :name;

-- name: add_preference
insert into preference (person, name, value) values (:person, :name, :value);
