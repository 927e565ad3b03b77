-- The Merkle tree (RFC 6962) over the entries of all shards. What is here follows from the entries and can be made again;
-- that it was not changed is proven by the checkpoints that others hold.

-- One row: how far the tree has grown, marked by the gateway that had it grow: no other is signed. A new epoch begins a new tree, after a database was restored from a backup.
create table log_tree (
    one      boolean primary key default true check (one),
    epoch    int not null check (epoch >= 1),
    size     bigint not null check (size >= 0),
    root     bytea not null check (length(root) = 32),
    mark     bytea not null check (length(mark) = 32)
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

-- The leaf of the entry at a position; null when it has none.
create function log_leaf(of_shard int, of_position bigint) returns bigint language sql stable as
$$
    select case when of_position < r.first_position + r.entries then r.first_index + of_position - r.first_position end
      from (select * from log_run where shard = of_shard and first_position <= of_position
             order by first_position desc limit 1) r
$$;

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

-- Signed tree heads as they were published; after two days one an hour. Cosignatures of witnesses are added beside it. One
-- that was damaged is signed and written again.
create table log_checkpoint (
    epoch         int not null,
    size          bigint not null,
    published_at  timestamptz not null,
    note          bytea not null,
    primary key (epoch, size)
);

-- What looked tampered with, until somebody who may do so closes it and says why. Position: in the shard; of shard 0: the
-- size of a checkpoint.
create table log_alarm (
    alarm       int generated always as identity primary key,
    found_at    timestamptz not null,
    shard       int not null,
    position    bigint not null,
    finding     text not null,
    closed_at   timestamptz,
    closed_why  text,
    check (num_nonnulls(closed_at, closed_why) in (0, 2))
);
create unique index log_alarm_open on log_alarm (shard, position, finding) where closed_at is null;

-- The only way in which the running gateway says how much of a shard is in the tree: forward, to the end of a batch, and as
-- far as there are leaves. Further only where an alarm tells what has none.
create function advance_log_progress(shards int[], nexts bigint[], hashes bytea[]) returns void
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as
$$
declare
    one     record;
    leaves  bigint;
begin
    for one in select * from unnest(shards, nexts, hashes) as t (shard, next, hash) loop
        select coalesce(max(r.first_position + r.entries), 0) into leaves
          from (select * from log_run r where r.shard = one.shard order by r.first_position desc limit 1) r;
        if one.next <= coalesce((select p.next_position from log_progress p where p.shard = one.shard), 0)
            or one.hash is distinct from (select b.hash from log_batch b
                                           where b.shard = one.shard and b.first_position < one.next
                                             and b.last_position = one.next - 1
                                           order by b.first_position desc limit 1)
            or one.next <> leaves and not exists (select from log_alarm a
                                                   where a.shard = one.shard and a.position >= leaves
                                                     and a.position < one.next) then
            raise exception 'the tree has not come so far in that shard' using errcode = 'integrity_constraint_violation';
        end if;
        insert into log_progress (shard, next_position, batch_hash) values (one.shard, one.next, one.hash)
            on conflict (shard) do update
           set next_position = excluded.next_position, batch_hash = excluded.batch_hash;
    end loop;
end
$$;
revoke all on function advance_log_progress(int[], bigint[], bytea[]) from public;

-- Events stop waiting once they stand in the newest batch of a shard, which gets its leaves: the running gateway can let none
-- of them disappear. Returns how many there were.
create function forget_placed_log_events(of_shard int, first bigint, last bigint) returns int
    language sql security definer set search_path = "${flyway:defaultSchema}", pg_temp as
$$
    with placed as (
      delete from log_pending p using transfer_log l
       where l.shard = of_shard and l.position between first and last and l.recorded_at = p.recorded_at
         and l.entry_id = p.entry_id and l.entry_hash = p.entry_hash and l.kind = p.kind
         and exists (select from log_batch b
                      where b.shard = of_shard and b.first_position = first and b.last_position = last)
         and first >= coalesce((select g.next_position from log_progress g where g.shard = of_shard), 0)
      returning 1)
    select count(*)::int from placed
$$;
revoke all on function forget_placed_log_events(int, bigint, bigint) from public;

grant select, insert on log_run, log_checkpoint to ${app};
grant update (published_at, note) on log_checkpoint to ${app};
grant select on log_progress, log_alarm to ${app};
grant insert (found_at, shard, position, finding) on log_alarm to ${app};
grant select, insert, update on log_tree, log_tile, log_bundle to ${app};
grant execute on function advance_log_progress(int[], bigint[], bytea[]) to ${app};
grant execute on function forget_placed_log_events(int, bigint, bigint) to ${app};
