import type {DatabaseConfig} from '@tongban/gateway/database/database.js';

/** The province of the benches. */
export const REGION = '310000';

/** What a process is told when it starts. */
export interface Order {
  readonly database: DatabaseConfig;
  /** Origin the gateway is known by, in every process. */
  readonly origin: string;
  readonly page: string;
  readonly window: string;
  /** Where this process listens. */
  readonly port: number;
  readonly uploadDir: string;
  /** How many people the crowd has, beside those of the demo. */
  readonly applicants: number;
  readonly clerks: number;
}

/** What it says once it listens. */
export interface Ready {
  readonly durability: string;
}
