/** The look of the reference: no script, no font and no picture from anywhere. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8882; --link: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --link: #ff9a91; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
header { padding-block: 1rem; border-bottom: 1px solid var(--line); }
header nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
header nav a[aria-current] { font-weight: 600; text-decoration: none; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .25rem; scroll-margin-top: 1rem; }
section { border-top: 1px solid var(--line); }
h3, p, li { overflow-wrap: anywhere; }
pre { background: var(--soft); padding: .75rem 1rem; border-radius: .375rem; overflow-x: auto; font-size: .875rem; }
code { font-family: ui-monospace, "SFMono-Regular", Consolas, monospace; font-size: .9em; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: start; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); }
tr:target, h3:target { background: var(--soft); }
.verb { font-weight: 700; }
.tag { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .375rem; font-size: .8125rem; white-space: nowrap; }
.sensitive, .secret { border-color: currentColor; font-weight: 600; }
ul.index { columns: 18rem; padding-inline-start: 1.25rem; }
details { margin: .5rem 0; }
summary { cursor: pointer; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: static; }
footer { padding-block: 2rem; }
`;
