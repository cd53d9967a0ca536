-- name: editions
select indicator, edition, stage, kind, value, low, high, periods, baseline, minimum, stretch, tolerance_kind, tolerance_size, tolerance_well_above,
       because, rationale, proposed_by, decided_by, said, at
  from proposed_target where year = :year order by indicator, edition;

-- name: add
-- Key: (indicator, year, edition). When two people decide at once, it refuses the second.
insert into proposed_target (indicator, year, edition, stage, kind, value, low, high, periods, baseline, minimum, stretch,
                             tolerance_kind, tolerance_size, tolerance_well_above, because, rationale, proposed_by, decided_by, said, at, record)
values (:indicator, :year, :edition, :stage, :kind, :value, :low, :high, :periods, :baseline, :minimum, :stretch,
        :tolerance_kind, :tolerance_size, :tolerance_well_above, :because, :rationale, :proposed_by, :decided_by, :said, :at, :record);

-- name: challenges
select indicator, number, person, words, at from target_challenge where year = :year order by indicator, number;

-- name: add_challenge
insert into target_challenge (indicator, year, number, person, words, at, record)
values (:indicator, :year, :number, :person, :words, :at, :record);

-- name: seals
select year, at, sealed_by from target_seal order by year;

-- name: seal
-- Key: (year). A round is sealed once: 0 rows when somebody, or the clock, was first.
insert into target_seal (year, sealed_by, at, record) values (:year, :sealed_by, :at, :record) on conflict do nothing;
