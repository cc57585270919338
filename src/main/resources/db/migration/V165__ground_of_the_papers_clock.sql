-- the ledger takes its ground from this row: say on which paragraph the papers are asked for; what an owner has written stays
update clock_rule set provision = 'para 25(4); the number of days is a local agreement'
 where clock = 'PAPERS' and provision = 'local agreement' and version = 0;
