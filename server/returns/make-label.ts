import type { AppContext } from '../app-context.ts';
import type { AttachmentMaker } from '../messages/attachment.ts';
import { dayIn, writtenDay } from '../policy/store-calendar.ts';
import { returnLabel } from './return-label.ts';
import { isOpen, outstanding } from './return-record.ts';
import { findReturn } from './returns-table.ts';

/** The label of an open return, as PDF; undefined when nothing of it is to be sent any more, or there is none. */
export async function makeLabel(
  { database, profile }: Pick<AppContext, 'database' | 'profile'>,
  rma: string,
): Promise<Buffer | undefined> {
  const record = await findReturn(database, rma);
  if (record === undefined || !isOpen(record)) return undefined;
  const { store_name: storeName, returns, time_zone } = profile();
  return returnLabel({
    rma,
    storeName,
    address: returns.address,
    shipBy: writtenDay(record.shipBy, dayIn(time_zone, record.requestedAt)),
    items: record.lines
      .map((line) => ({ name: line.name, quantity: outstanding(line) }))
      .filter(({ quantity }) => quantity > 0),
    issuedAt: record.requestedAt,
  });
}

/** Attaches a label to an e-mail: `{kind: 'return_label', rma}`. */
export const attachLabel: AttachmentMaker = async (context, { rma = '' }) => {
  const content = await makeLabel(context, rma);
  return content && { filename: `return-label-${rma}.pdf`, contentType: 'application/pdf', content };
};
