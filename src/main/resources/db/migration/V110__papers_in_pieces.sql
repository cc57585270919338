-- Papers are read piece by piece. What is stored unpacked can be: of a packed one each piece costs unpacking the whole.
alter table document alter column content set storage external;
