/** The components that the page and the elements share. Classes are local to a shadow tree or to our own pages. */
export const components = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h1, h2, h3 { line-height: 1.25; margin: 0 0 var(--cc-space-3); text-wrap: balance; color: var(--cc-ink); }
h1 { font-size: 1.75rem; font-weight: 700; letter-spacing: -0.01em; }
h2 { font-size: 1.3125rem; font-weight: 650; }
h3 { font-size: 1.0625rem; font-weight: 650; }
p { margin: 0 0 var(--cc-space-4); max-width: var(--cc-measure); }
a { color: var(--cc-accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
a:hover { color: var(--cc-accent-hover); text-decoration-thickness: 0.12em; }
:focus-visible { outline: 3px solid var(--cc-focus); outline-offset: 2px; border-radius: var(--cc-radius-small); }
:focus:not(:focus-visible), :is(h1, h2)[tabindex="-1"]:focus-visible { outline: none; }
small, .hint { color: var(--cc-ink-2); font-size: 0.9375rem; }
.hint { margin: 0 0 var(--cc-space-2); }
.hidden-visually { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.button { display: inline-flex; align-items: center; justify-content: center; gap: var(--cc-space-2); min-height: var(--cc-target);
  min-width: var(--cc-target); padding: 0.5rem 1.125rem; border: 2px solid transparent; border-radius: var(--cc-radius); font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; cursor: pointer; background: var(--cc-accent); color: var(--cc-accent-ink); }
.button:hover { background: var(--cc-accent-hover); color: var(--cc-accent-ink); }
.button[disabled], .button[aria-disabled="true"] { opacity: 0.55; cursor: not-allowed; }
.button.second { background: var(--cc-surface); color: var(--cc-accent); border-color: var(--cc-accent); }
.button.second:hover { background: var(--cc-accent-soft); color: var(--cc-accent-hover); }
.button.quiet { background: transparent; color: var(--cc-accent); padding-inline: var(--cc-space-3); text-decoration: underline; text-underline-offset: 0.18em; }
.button.quiet:hover { background: var(--cc-accent-soft); color: var(--cc-accent-hover); }
.button.danger { background: var(--cc-surface); color: var(--cc-error); border-color: var(--cc-error); }
.button.danger:hover { background: var(--cc-error-soft); color: var(--cc-error); }
.button.big { min-height: 3.5rem; font-size: 1.125rem; padding-inline: 1.5rem; }
.button svg, .choice svg { flex: none; width: 1.375em; height: 1.375em; }
.actions { display: flex; flex-wrap: wrap; gap: var(--cc-space-3); margin-block: var(--cc-space-5) 0; align-items: center; }
@media (max-width: 30rem) { .actions > .button:not(.quiet) { flex: 1 1 100%; } }

.panel { background: var(--cc-surface); border: 1px solid var(--cc-line); border-radius: var(--cc-radius); padding: var(--cc-space-5);
  box-shadow: var(--cc-shadow); margin-block: 0 var(--cc-space-5); }
@media (max-width: 30rem) { .panel { padding: var(--cc-space-4); } }
.panel > :last-child { margin-bottom: 0; }

.field { margin: 0 0 var(--cc-space-5); padding: 0; border: 0; min-width: 0; }
.field > label:not(.check), .field > legend, .label { display: block; padding: 0; margin: 0 0 var(--cc-space-1); font-weight: 600; color: var(--cc-ink); }
.field .optional { font-weight: 400; color: var(--cc-ink-2); }
.input, input[type="text"], input[type="search"], input[type="tel"], input[type="email"], select, textarea { width: 100%; min-height: var(--cc-target); padding: 0.5rem 0.75rem; font: inherit;
  color: var(--cc-ink); background: var(--cc-surface); border: 2px solid var(--cc-line-strong); border-radius: var(--cc-radius-small); }
textarea { min-height: 6rem; resize: vertical; line-height: 1.5; }
.input:focus, input:focus, select:focus, textarea:focus { outline: 3px solid var(--cc-focus); outline-offset: 0; border-color: var(--cc-focus); }
[aria-invalid="true"] { border-color: var(--cc-error); }
.field.wrong { border-inline-start: 4px solid var(--cc-error); padding-inline-start: var(--cc-space-4); }
.wrong-words { display: block; margin: 0 0 var(--cc-space-2); color: var(--cc-error); font-weight: 600; }
.mono { font-family: var(--cc-mono); font-size: 0.9375em; letter-spacing: 0.01em; overflow-wrap: anywhere; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.dates { display: flex; flex-wrap: wrap; gap: var(--cc-space-3); }
.dates label { display: block; font-size: 0.9375rem; color: var(--cc-ink-2); }
.dates input { width: 4.25rem; text-align: center; }
.dates .year input { width: 5.75rem; }
.check { display: flex; gap: var(--cc-space-3); align-items: flex-start; min-height: var(--cc-target); padding-block: 0.5rem; cursor: pointer; }
.check input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--cc-accent); }
.check small { display: block; }
input[type="file"] { max-width: 100%; font: inherit; color: var(--cc-ink); }
.file { position: relative; margin: 0 0 var(--cc-space-3); }
.file > input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; opacity: 0; cursor: pointer; }
.file > input:focus-visible + label { outline: 3px solid var(--cc-focus); outline-offset: 2px; }
.file > label { inline-size: fit-content; max-inline-size: 100%; }

.summary { border: 3px solid var(--cc-error); border-radius: var(--cc-radius); padding: var(--cc-space-4) var(--cc-space-5); margin: 0 0 var(--cc-space-5); background: var(--cc-surface); }
.summary h2 { color: var(--cc-error); }
.summary ul { margin: 0; padding-inline-start: 1.25rem; }
.summary li { margin-block: var(--cc-space-2); }
.summary a { color: var(--cc-error); font-weight: 600; display: inline-block; padding-block: 0.25rem; }

.notice { display: grid; grid-template-columns: auto 1fr; gap: var(--cc-space-3); padding: var(--cc-space-3) var(--cc-space-4); margin: 0 0 var(--cc-space-4); border-radius: var(--cc-radius);
  border-inline-start: 4px solid var(--cc-info); background: var(--cc-info-soft); color: var(--cc-ink); max-width: none; }
.notice > svg { width: 1.5rem; height: 1.5rem; color: var(--cc-info); }
.notice p { margin: 0; }
.notice p + p { margin-top: var(--cc-space-2); }
.notice.error { border-color: var(--cc-error); background: var(--cc-error-soft); }
.notice.error > svg { color: var(--cc-error); }
.notice.warning { border-color: var(--cc-warn); background: var(--cc-warn-soft); }
.notice.warning > svg { color: var(--cc-warn); }
.notice.good { border-color: var(--cc-good); background: var(--cc-good-soft); }
.notice.good > svg { color: var(--cc-good); }

.tag { display: inline-block; padding: 0.0625rem 0.5rem; border-radius: 1rem; font-size: 0.8125rem; font-weight: 600; line-height: 1.5; background: var(--cc-surface-2); color: var(--cc-ink-2); }
.tag.qr, .tag.mrz { background: var(--cc-info-soft); color: var(--cc-info); }
.tag.chip { background: var(--cc-good-soft); color: var(--cc-good); }
.tag.typed { background: var(--cc-surface-2); color: var(--cc-ink-2); }
.tag.warn { background: var(--cc-warn-soft); color: var(--cc-warn); }
.tag.error { background: var(--cc-error-soft); color: var(--cc-error); }

.facts { margin: 0; display: grid; }
.facts > div { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr auto; gap: var(--cc-space-1) var(--cc-space-4); padding-block: var(--cc-space-3); border-block-end: 1px solid var(--cc-line); align-items: baseline; }
.facts > div:last-child { border-block-end: 0; }
.facts dt { color: var(--cc-ink-2); }
.facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.facts dd.side { font-weight: 400; justify-self: end; }
.facts dd.wide { grid-column: 1 / -1; font-weight: 400; }
@media (max-width: 36rem) { .facts > div { grid-template-columns: 1fr auto; } .facts dt { grid-column: 1 / -1; font-size: 0.9375rem; } }

.choices { display: grid; gap: var(--cc-space-3); grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); margin: 0; padding: 0; list-style: none; }
.choice { display: grid; grid-template-columns: auto 1fr; gap: var(--cc-space-3) var(--cc-space-4); width: 100%; min-height: 4.5rem; align-items: center; padding: var(--cc-space-4); text-align: start; font: inherit;
  color: var(--cc-ink); background: var(--cc-surface); border: 2px solid var(--cc-line); border-radius: var(--cc-radius); cursor: pointer; text-decoration: none; }
.choice:hover { border-color: var(--cc-accent); background: var(--cc-accent-soft); color: var(--cc-ink); }
.choice b { display: block; font-weight: 650; }
.choice small { display: block; }
.choice > svg { width: 2rem; height: 2rem; color: var(--cc-accent); }

table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: var(--cc-space-2) var(--cc-space-3); border-block-end: 1px solid var(--cc-line); vertical-align: top; }
th { font-weight: 600; color: var(--cc-ink-2); font-size: 0.9375rem; }
.scroll-x { overflow-x: auto; }
details { margin-block: 0 var(--cc-space-4); }
summary { cursor: pointer; min-height: var(--cc-target); padding-block: 0.5rem; color: var(--cc-accent); font-weight: 600; }
pre { overflow: auto; padding: var(--cc-space-4); border-radius: var(--cc-radius); background: var(--cc-surface-2); font-family: var(--cc-mono); font-size: 0.875rem; }
progress { width: 100%; height: 0.75rem; accent-color: var(--cc-accent); }
.drop { border: 2px dashed var(--cc-line-strong); border-radius: var(--cc-radius); padding: var(--cc-space-5); background: var(--cc-surface); text-align: center; }
.drop.over { background: var(--cc-accent-soft); border-color: var(--cc-accent); }

@media (prefers-reduced-motion: no-preference) { .button, .choice { transition: background-color 120ms, border-color 120ms; } }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation-duration: 0.01ms !important; animation-iteration-count: 1 !important; transition-duration: 0.01ms !important; scroll-behavior: auto !important; } }
@media (forced-colors: active) { .button, .choice, .panel, .notice, .tag { border: 1px solid ButtonText; } .notice > svg, .choice > svg { color: CanvasText; } }
`;
