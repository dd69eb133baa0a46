/** Electronic results that their applicants have opened, which lets a case be closed before the seven days are over. */
export const resultOpenings = `
create table result_openings (case_no text primary key, opened_at timestamptz not null);
`;
