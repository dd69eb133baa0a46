import {TbError, codeOf} from '@tongban/domain/errors.js';
import {expose, type Endpoint} from 'comlink';
import * as v from 'valibot';
import {callNames, type CallName, type CrossingApi, type LateCall, type NearCall, type Outcome, type Pushed, type WorkerApi} from '../shared/protocol.js';
import type {WorkerConfig} from '../shared/worker-config.js';
import {guardedLine, type Line} from './guarded-line.js';
import {peoplePart} from './late-parts.js';
import {nearArguments} from './near-arguments.js';

/** Everything behind the facade but `start`, which makes it. */
export type Services = Omit<WorkerApi, 'start'>;
export type Compose = (config: WorkerConfig, push: (message: Pushed) => void) => Services;

/** Answers the calls that come over a line, one page's, from services composed at its `start`. */
export function serve(line: Line, compose: Compose): void {
  let services: Services | undefined;
  const push = (message: Pushed) => line.postMessage(message);

  const start = (config: WorkerConfig) => {
    if (services) throw new TbError('TB_WORKER_REFUSED');
    services = compose(config, push);
  };

  const run = async (name: CallName, args: unknown[]): Promise<unknown> => {
    if (name !== 'start' && !services) throw new TbError('TB_WORKER_REFUSED');
    await checkArguments(name, args);
    if (name === 'start') return start(...(args as [WorkerConfig]));
    return (services![name] as (...args: unknown[]) => Promise<unknown>)(...args);
  };

  const api = Object.fromEntries(callNames.map((name) => [name, (...args: unknown[]) => outcomeOf(run(name, args))])) as unknown as CrossingApi;
  expose(api, guardedLine(line) as Endpoint);
}

/** @throws TbError TB_CONTRACT_INVALID for arguments of another shape; TB_NETWORK while their shape cannot be loaded */
async function checkArguments(name: CallName, args: unknown[]): Promise<void> {
  const shape = isNear(name) ? nearArguments[name] : (await peoplePart()).callArguments[name];
  if (!v.is(shape, args)) throw new TbError('TB_CONTRACT_INVALID');
}

const isNear = (name: NearCall | LateCall): name is NearCall => name in nearArguments;

async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return {ok: await work};
  } catch (error) {
    if (!(error instanceof TbError)) console.error(error); // Ours are said on the screen; a stranger is a bug to find.
    return {failed: {code: codeOf(error), details: error instanceof TbError ? error.details : {}}};
  }
}
