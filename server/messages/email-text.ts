import type { EmailFrame } from './email-frame.ts';
import type { Block, Letter } from './letter.ts';

/** The plain part of an e-mail: for programs that show no HTML, and those who would rather read it so. */
export function emailText({ subject, body }: Letter, { storeName, footer }: EmailFrame): string {
  const parts = [subject, ...body.map(blockText), '--', [...footer, storeName].join('\n')];
  return `${parts.join('\n\n')}\n`;
}

function blockText(part: Block): string {
  switch (part.block) {
    case 'paragraph':
      return part.text;
    case 'list':
      return part.entries.map((entry) => `- ${entry}`).join('\n');
    case 'steps':
      return part.steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
    case 'table':
      return [`${part.caption}:`, ...part.rows.map(({ name, value }) => `- ${name}: ${value}`)].join('\n');
    case 'link':
      return `${part.words}: ${part.url}`;
  }
}
