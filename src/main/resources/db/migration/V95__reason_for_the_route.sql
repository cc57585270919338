-- Where only some allegations were investigated, nobody has settled which route governs: a person chooses and says why.
alter table fact_set add column route_reason text;
