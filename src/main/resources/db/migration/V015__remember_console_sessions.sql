-- Who is signed in to the console. Found by a hash of the cookie, so that nobody can take a session from this table; what it
-- holds is sealed for exactly this hash, so that no session can be given the roles of another. Nobody
-- has a row before they signed in: else anybody could fill the table.
create table console_session (
    id_hash     bytea primary key check (octet_length(id_hash) = 32),
    last_used   timestamptz not null,
    expires     timestamptz not null,
    wrapped_key bytea not null,
    content     bytea not null check (octet_length(content) <= 131072)
);

create index console_session_expires on console_session (expires);

grant select, insert, update, delete on console_session to ${app};

-- What the provider called an officer who signed in, to tell colleagues what they did. The log names officers by their id.
create table console_officer (
    officer   text primary key check (length(officer) between 1 and 255),
    name      text not null check (length(name) between 1 and 120),
    signed_in timestamptz not null
);

create index console_officer_signed_in on console_officer (signed_in);

grant select, insert, update, delete on console_officer to ${app};

-- Searches that an officer wants to do again. About no person and no case: those may not stand in an address.
create table console_view (
    officer text not null check (length(officer) between 1 and 255),
    name    text not null check (length(name) between 1 and 60),
    query   text not null check (length(query) between 1 and 2000),
    primary key (officer, name)
);

grant select, insert, update, delete on console_view to ${app};

-- What somebody filled in while they had to sign in first, or what was not taken. Found by a keyed hash of who and on which page,
-- sealed for it. What was not taken has a keyed hash of its session too, by which it goes when that ends.
create table console_kept_form (
    key_hash     bytea primary key check (octet_length(key_hash) = 32),
    session_hash bytea check (octet_length(session_hash) = 32),
    expires      timestamptz not null,
    wrapped_key  bytea not null,
    content      bytea not null check (octet_length(content) <= 524288)
);

create index console_kept_form_expires on console_kept_form (expires);

grant select, insert, update, delete on console_kept_form to ${app};
