-- The Merkle tree (RFC 6962) over the entries of all shards. What is here follows from the entries and can be made again;
-- that it was not changed is proven by the checkpoints that others hold.

-- One row: how far the tree has grown. A new epoch begins a new tree, after a database was restored from a backup.
create table log_tree (
    one      boolean primary key default true check (one),
    epoch    int not null check (epoch >= 1),
    size     bigint not null check (size >= 0),
    root     bytea not null check (length(root) = 32)
);

-- Per shard: the next position that has no leaf yet, and the hash of its last batch that has.
create table log_progress (
    shard          int primary key references log_shard,
    next_position  bigint not null,
    batch_hash     bytea not null check (length(batch_hash) = 32)
);

-- Which leaves are which entries: so many from this leaf on are those from this position on.
create table log_run (
    first_index     bigint primary key,
    shard           int not null references log_shard,
    first_position  bigint not null,
    entries         int not null check (entries > 0),
    unique (shard, first_position)
);

-- Tiles and entry bundles of C2SP tlog-tiles; partial ones grow until they have 256.
create table log_tile (
    level       smallint not null check (level between 0 and 7),
    tile_index  bigint not null,
    width       smallint not null check (width between 1 and 256),
    hashes      bytea not null check (length(hashes) = width * 32),
    primary key (level, tile_index)
);
create table log_bundle (
    bundle_index  bigint primary key,
    width         smallint not null check (width between 1 and 256),
    leaves        bytea not null
);

-- Every signed tree head that was ever published. Cosignatures of witnesses are added beside it.
create table log_checkpoint (
    epoch         int not null,
    size          bigint not null,
    published_at  timestamptz not null,
    note          bytea not null,
    primary key (epoch, size)
);

-- What the integrator found wrong before an entry became a leaf.
create table log_alarm (
    found_at  timestamptz not null,
    shard     int not null,
    position  bigint not null,
    finding   text not null,
    primary key (shard, position, finding)
);

grant select, insert on log_run, log_checkpoint, log_alarm to ${app};
grant select, insert, update on log_tree, log_progress, log_tile, log_bundle to ${app};
