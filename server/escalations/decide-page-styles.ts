/** Light and dark; every pair of colours has a contrast of at least 4.5 to 1, and what is pressed is 44 px high. */
export const decidePageStyles = `
:root {
  color-scheme: light dark;
  --ground: #f4f1ea; --card: #ffffff; --ink: #1c2420; --soft: #56605a; --line: #e2dacb;
  --accent: #1f4a3d; --on-accent: #ffffff; --warn: #8a1c1c; --warn-ground: #fbeaea; --edge: #7a837d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #141815; --card: #1f2521; --ink: #edf0ea; --soft: #a9b3ab; --line: #3b463f;
    --accent: #8fc9b0; --on-accent: #0d231b; --warn: #f4b0a8; --warn-ground: #3a2020; --edge: #8a948d;
  }
}
* { box-sizing: border-box; }
body { background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 0; padding: 24px 12px; }
header, main { margin: 0 auto; max-width: 640px; }
header { color: var(--accent); font-weight: 600; padding: 0 24px 12px; }
main { background: var(--card); border-radius: 12px; overflow-wrap: anywhere; padding: 24px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 16px; }
h2 { font-size: 1.125rem; line-height: 1.3; margin: 28px 0 8px; }
p { margin: 0 0 12px; }
blockquote { border-left: 4px solid var(--accent); margin: 0 0 16px; padding: 4px 0 4px 16px; white-space: pre-line; }
dl { margin: 0 0 12px; }
dl div { border-top: 1px solid var(--line); display: grid; gap: 0 16px; grid-template-columns: 12rem 1fr; padding: 8px 0; }
dt { color: var(--soft); }
dd { font-variant-numeric: tabular-nums; margin: 0; white-space: pre-line; }
form { display: grid; }
fieldset { border: 0; display: grid; gap: 8px; margin: 0 0 16px; min-width: 0; padding: 0; }
legend, form > label { font-weight: 600; margin: 0 0 4px; padding: 0; }
.choice { align-items: center; border: 1px solid var(--edge); border-radius: 8px; display: flex; gap: 12px; min-height: 48px; padding: 8px 16px; }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice:has(:disabled) { color: var(--soft); }
input[type="radio"] { accent-color: var(--accent); flex: none; height: 20px; margin: 0; width: 20px; }
.hint { color: var(--soft); font-size: 0.875rem; margin: 0 0 6px; }
textarea { background: transparent; border: 1px solid var(--edge); border-radius: 8px; color: inherit; font: inherit; margin: 0 0 16px; padding: 8px 12px; resize: vertical; width: 100%; }
[aria-invalid="true"], [aria-invalid="true"] .choice { border-color: var(--warn); }
button { background: var(--accent); border: 0; border-radius: 8px; color: var(--on-accent); cursor: pointer; font: inherit; font-weight: 600; justify-self: start; min-height: 48px; padding: 8px 28px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.trouble { background: var(--warn-ground); border-radius: 8px; color: var(--warn); font-weight: 600; padding: 12px 16px; }
.state { font-size: 1.125rem; font-weight: 600; }
@media (max-width: 480px) {
  main { padding: 20px 16px; }
  header { padding: 0 16px 12px; }
  dl div { grid-template-columns: 1fr; }
  button { justify-self: stretch; }
}
`;
