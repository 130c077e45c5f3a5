-- Version 0.1.0 stored incidents and usual levels under other names. They are JSON, in which a quotation mark within a text is escaped,
-- so these patterns match names only.
update incidents set record =
  replace(replace(record, '"told":"now"', '"isReported":true'), '"told":"no more"', '"isReported":false');
update learned set value =
  replace(replace(replace(replace(value, '"rhythm":', '"pattern":'), '"heard":', '"reported":'), '"heardThisHour":', '"reportedThisHour":'),
    '"lately":', '"recent":')
  where name = 'baselines';
