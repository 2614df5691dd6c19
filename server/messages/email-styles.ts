/**
 * Inline, as many mail programs drop a style sheet; those that keep it and know of dark pages take `darkStyles` for the
 * same classes. Every pair of colours has a contrast of at least 4.5 to 1.
 */
export const inlineStyles = {
  page: 'margin:0;padding:0;background-color:#f4f1ea;color:#1c2420',
  outer: 'width:100%;border-collapse:collapse',
  gap: 'padding:24px 12px',
  card: 'max-width:560px;margin:0 auto;background-color:#ffffff;color:#1c2420;border-radius:12px;padding:28px 24px;font-family:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5',
  store: 'margin:0 0 20px;font-size:14px;font-weight:600;letter-spacing:0.02em;color:#1f4a3d',
  heading: 'margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600;color:#1c2420;overflow-wrap:anywhere',
  paragraph: 'margin:0 0 16px;overflow-wrap:anywhere',
  list: 'margin:0 0 16px;padding:0 0 0 22px;overflow-wrap:anywhere',
  entry: 'margin:0 0 6px;padding:0 0 0 4px',
  table: 'width:100%;border-collapse:collapse;margin:0 0 20px;text-align:left',
  caption: 'padding:0 0 4px;text-align:left;font-size:14px;font-weight:600;color:#56605a',
  name: 'padding:8px 12px 8px 0;border-top:1px solid #e2dacb;font-weight:400;vertical-align:top;overflow-wrap:anywhere',
  value:
    'padding:8px 0;border-top:1px solid #e2dacb;text-align:right;vertical-align:top;font-variant-numeric:tabular-nums;overflow-wrap:break-word',
  total: 'font-weight:600;',
  action: 'margin:4px 0 20px',
  button:
    'display:inline-block;padding:12px 20px;border-radius:8px;background-color:#1f4a3d;color:#ffffff;font-weight:600;text-decoration:none',
  footer:
    'max-width:560px;margin:0 auto;padding:16px 24px 0;font-family:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#56605a',
  small: 'margin:0 0 8px',
} as const;

export type StyleName = keyof typeof inlineStyles;

export const darkStyles = `@media (prefers-color-scheme: dark) {
  .page { background-color: #141815 !important; color: #edf0ea !important; }
  .card { background-color: #1f2521 !important; color: #edf0ea !important; }
  .heading { color: #edf0ea !important; }
  .store { color: #8fc9b0 !important; }
  .caption, .footer { color: #a9b3ab !important; }
  .name, .value { border-color: #3b463f !important; }
  .button { background-color: #8fc9b0 !important; color: #0d231b !important; }
}`;
