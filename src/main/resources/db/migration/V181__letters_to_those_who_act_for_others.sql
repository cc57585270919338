-- For whom the addressee of a letter acts, and what must be arranged before the letter may leave as it is.
alter table letter
  add column to_client   text,
  add column to_capacity varchar(30),
  add column to_arrange  text;
