-- Drafts that wait for approval are brought in line with the file when they are approved; until then they can be shown.
update letter set model = (model::jsonb || '{"shape": "PLAIN", "decidedBy": "Our reviews team"}'::jsonb)::text
  where status = 'DRAFT' and kind in ('N8', 'N9', 'N10');

update letter set model = (model::jsonb || jsonb_build_object(
    'ground', case
      when model::jsonb -> 'codes' ? 'V7' then 'OLD_RULES'
      when model::jsonb -> 'codes' ? 'V9' then 'OTHER_BODY'
      when model::jsonb -> 'codes' ?| array['V2', 'V3', 'V4', 'V5', 'V13'] then 'NO_RIGHT'
      when model::jsonb -> 'codes' ? 'V6' then 'TOO_EARLY'
      when model::jsonb -> 'codes' ? 'V10' then 'LATE'
      else 'INCOMPLETE' end,
    'rules', model::jsonb -> 'codes',
    'time', jsonb_build_object('lastDay', model::jsonb -> 'lastDay', 'told', false)))::text
  where status = 'DRAFT' and kind = 'N4';
