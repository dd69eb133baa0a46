/** Signing somebody out ends everything of one account, which is found by a member of the payload. */
export const accounts = `
create index oidc_payloads_by_account on oidc_payloads ((payload->>'accountId')) where payload->>'accountId' is not null;
`;
