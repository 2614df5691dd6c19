import type { RequestOf } from '@orderline/contract/proposal.ts';
import type { Units } from '@orderline/contract/store-change.ts';

/** Units that came damaged, defective, wrong or not at all, and what was done about it. */
export interface ClaimRecord {
  readonly claimId: string;
  readonly orderNumber: string;
  readonly claimedAt: Date;
  readonly problem: RequestOf<'claim'>['problem'];
  readonly wish: RequestOf<'claim'>['wish'];
  readonly lines: readonly Units[];
  /** What the units were paid with, before anything was refunded. */
  readonly valueCents: number;
}
