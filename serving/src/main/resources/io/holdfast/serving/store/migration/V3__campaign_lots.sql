-- The probability with which the lot that a campaign draws by itself held the customer out: 0 for who is held out for good; null before it was noted.
alter table decision add column campaign_share double precision;
