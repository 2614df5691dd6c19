import type { EmailFrame } from './email-frame.ts';
import { darkStyles, inlineStyles, type StyleName } from './email-styles.ts';
import type { Block, Letter, Row } from './letter.ts';

/**
 * The page of an e-mail, of the same words as its plain part. It asks nobody for anything: no image, no font, no script.
 */
export function emailHtml({ subject, body }: Letter, { language, storeName, footer }: EmailFrame): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${darkStyles}</style>
</head>
<body ${look('page')}>
<table role="presentation" ${look('outer')}><tr><td ${look('gap')}>
<div ${look('card')}>
<p ${look('store')}>${escaped(storeName)}</p>
<h1 ${look('heading')}>${escaped(subject)}</h1>
${body.map(blockHtml).join('\n')}
</div>
<div ${look('footer')}>
${footer.map((sentence) => `<p ${look('small')}>${escaped(sentence)}</p>`).join('\n')}
</div>
</td></tr></table>
</body>
</html>
`;
}

function blockHtml(part: Block): string {
  switch (part.block) {
    case 'paragraph':
      return `<p ${look('paragraph')}>${escaped(part.text)}</p>`;
    case 'list':
      return `<ul ${look('list')}>${part.entries.map(entryHtml).join('')}</ul>`;
    case 'steps':
      return `<ol ${look('list')}>${part.steps.map(entryHtml).join('')}</ol>`;
    case 'table':
      return `<table ${look('table')}><caption ${look('caption')}>${escaped(part.caption)}</caption>${part.rows.map(rowHtml).join('')}</table>`;
    case 'link':
      return `<p ${look('action')}><a href="${escaped(webAddress(part.url))}" ${look('button')}>${escaped(part.words)}</a></p>`;
  }
}

const entryHtml = (entry: string) => `<li ${look('entry')}>${escaped(entry)}</li>`;

function rowHtml({ name, value, isTotal = false }: Row): string {
  const weight = isTotal ? inlineStyles.total : '';
  return `<tr><th scope="row" ${look('name', weight)}>${escaped(name)}</th><td ${look('value', weight)}>${escaped(value)}</td></tr>`;
}

const look = (name: StyleName, more = '') =>
  `class="${name}" style="${escaped(inlineStyles[name])}${more && `;${more}`}"`;

/** A link that a store's order carries may not run anything. */
function webAddress(url: string): string {
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new Error('Only web addresses are linked');
  return url;
}

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
