-- What became of customers. The row holds what counts now; outcome_version every body that was ever taken under its id, so that repeating one counts once.

create table outcome (
    outcome_id    text primary key,
    customer_id   text   not null references customer (customer_id),
    given_id      text   not null,
    -- The line, policy or account; empty where it is about the customer.
    unit          text   not null,
    kind          text   not null,
    leave_type    text,
    reason        text,
    amount        double precision,
    -- Not of the table of predictions: scores that rest on no decision are not kept.
    prediction_id text,
    decision_id   text,
    -- Which outcome this one corrects. That one need not have come in yet.
    supersedes    text,
    flags         text   not null,
    occurred_at   bigint not null,
    reported_at   bigint not null,
    recorded_at   bigint not null
);
create index outcome_customer on outcome (customer_id, occurred_at);
create index outcome_correction on outcome (supersedes) where supersedes is not null;

create table outcome_version (
    outcome_id  text   not null references outcome (outcome_id),
    fingerprint text   not null,
    recorded_at bigint not null,
    primary key (outcome_id, fingerprint)
);

-- What a decision was about, where it is known.
alter table decision add column tier text;
alter table decision add column goal text;
