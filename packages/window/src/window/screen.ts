/** Where the clerk is. A case is named by its number or its short code. */
export type Screen = {readonly at: 'desk'} | {readonly at: 'case'; readonly number: string} | {readonly at: 'walk-in'} | {readonly at: 'ratings'};

export const DESK: Screen = {at: 'desk'};
