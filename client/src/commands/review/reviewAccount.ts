import type { Connection } from '../../aws/connection.ts';
import type { Role } from '../../roles/awsApi.ts';
import { AwsError, Cancelled } from '../../roles/awsError.ts';
import { accountCsv } from '../../roles/review/accountCsv.ts';
import { accountReport } from '../../roles/review/accountReport.ts';
import type { AccountReview } from '../../roles/review/accountReview.ts';
import { dayOf } from '../../roles/review/days.ts';
import { collectGaps } from '../../roles/review/gaps.ts';
import { workThrough } from '../../roles/review/workThrough.ts';
import type { Report } from '../../ui/ui.ts';
import { offer } from '../offer.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { tellError } from '../tellError.ts';
import { roleReader } from './readRoleForReview.ts';

const title = 'Review Roles of the Account';
const goOn = 'Go On';

/** Reviews every role of the active profile's account, and shows a dated report that can be saved. */
export async function reviewAccount(parts: SessionParts): Promise<void> {
  const { ui, activeProfile } = parts;
  try {
    const connection = await activeProfile.connect();
    if (connection === undefined) return;
    const unusedAfter = await askDays(ui);
    if (unusedAfter === undefined) return;
    const review = await ui.progress(title, (report, signal) =>
      read(parts, connection, unusedAfter, report, signal),
    );
    const name = `iam-roles-${review.account}-${dayOf(review.date)}`;
    const text = accountReport(review);
    await ui.show({ title: `Roles of ${review.account} ${dayOf(review.date)}`, language: 'markdown', text });
    await offerToSave(parts, review, name, text);
  } catch (error) {
    await tellError(parts, error);
  }
}

async function askDays(ui: SessionParts['ui']): Promise<number | undefined> {
  const days = await ui.input({
    title,
    prompt: 'After how many days without use is a role told as unused? AWS keeps 400.',
    value: '90',
    validate: (text) =>
      /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 400
        ? undefined
        : 'Write a number from 1 to 400.',
  });
  return days === undefined ? undefined : Number(days);
}

async function read(
  parts: SessionParts,
  first: Connection,
  unusedAfter: number,
  report: Report,
  signal: AbortSignal,
): Promise<AccountReview> {
  let connection = first;
  const api = () => connection.api(signal);
  const { account } = await connection.caller();
  report({ message: 'listing the roles' });
  const all = await api().listRoles();
  const roles = all.filter(({ path }) => !path.startsWith('/aws-service-role/'));
  const gaps = collectGaps();
  let told = 0;
  const results = await workThrough(roles, roleReader(parts, account, api, gaps), {
    done(count) {
      const percent = (100 * count) / roles.length;
      report({ message: `${count} of ${roles.length} roles`, increment: percent - told });
      told = percent;
    },
    async mend(error, done) {
      const renewed = await renew(
        parts,
        account,
        error,
        `${done} of ${roles.length} roles are read and kept.`,
      );
      connection = renewed ?? connection;
      return renewed !== undefined;
    },
    async wait(milliseconds) {
      await parts.wait(milliseconds, signal);
      if (signal.aborted) throw new Cancelled();
    },
  });
  return {
    where: `${account} (profile ${connection.profile.name})`,
    account,
    date: parts.now(),
    unusedAfter,
    roles: [...results.values()].filter((one) => one !== undefined),
    serviceLinked: all.length - roles.length,
    notRead: notIn(results, roles),
    gaps: gaps.list,
  };
}

/** Asks to go on after an error such as a session that has expired; undefined when what was read is to be enough. */
async function renew(
  { ui, activeProfile }: SessionParts,
  account: string,
  error: AwsError,
  kept: string,
): Promise<Connection | undefined> {
  for (let problem: Error = error; ; ) {
    const choice = await ui.warn(`${problem.message} ${kept}`, goOn, 'Report What Was Read');
    if (choice !== goOn) return undefined;
    try {
      const connection = await activeProfile.connect();
      if (connection === undefined) return undefined;
      const now = await connection.caller();
      if (now.account === account) return connection;
      problem = new Error(`The active profile is now of account ${now.account}, not of ${account}.`);
    } catch (next) {
      if (!(next instanceof AwsError)) throw next;
      problem = next;
    }
  }
}

function notIn(done: ReadonlyMap<Role, unknown>, roles: readonly Role[]): readonly string[] {
  return roles.filter((role) => !done.has(role)).map(({ name }) => name);
}

/** As often as the user wants. */
async function offerToSave(
  { ui }: SessionParts,
  review: AccountReview,
  name: string,
  text: string,
): Promise<void> {
  const { length } = review.roles;
  let isSaved = true;
  while (isSaved) {
    isSaved = false;
    const save = (extension: string, content: string) => async () => {
      isSaved = await ui.save({ name: `${name}.${extension}`, text: content });
    };
    await offer(ui.inform, `${length} ${length === 1 ? 'role is' : 'roles are'} reviewed.`, [
      { label: 'Save Report…', run: save('md', `${text}\n`) },
      { label: 'Save as CSV…', run: save('csv', accountCsv(review)) },
    ]);
  }
}
