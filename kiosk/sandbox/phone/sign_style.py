"""How phones and the lights at home are drawn: shapes and colours, each with its words beside it."""

SIGN_STYLE = """
.screen { display: inline-flex; align-items: flex-end; gap: .5rem; background: var(--ink); color: #fff;
  border-radius: .6rem; padding: .35rem .8rem; font-size: 1rem; line-height: 1.2; }
.bars { display: inline-flex; align-items: flex-end; gap: 3px; }
.bars i { width: 5px; background: #fff; } .bars i:nth-child(1) { height: 6px; }
.bars i:nth-child(2) { height: 10px; } .bars i:nth-child(3) { height: 14px; }
.bars i:nth-child(4) { height: 18px; }
.lights { list-style: none; display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; padding: 0;
  margin: .5rem 0; }
.lights li { text-align: center; font-size: 1rem; } .lights small { display: block; color: var(--note); }
.lamp { display: block; width: 1.5rem; height: 1.5rem; margin: 0 auto .3rem; border-radius: 50%;
  border: 2px solid var(--note); }
.lamp.green, .lamp.blinking { background: #2e9e5b; } .lamp.red { background: #d3302f; }
.lamp.dark { background: #d8d0c4; }
@media (prefers-reduced-motion: no-preference) {
  .lamp.blinking, .lamp.red { animation: flash 1.2s steps(2, jump-none) infinite; } }
@keyframes flash { to { background: #d8d0c4; } }
"""
