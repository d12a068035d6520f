namespace TrayAgent.Loopback.Pages;

internal static class Style
{
    public const string Text = """
        :root { color-scheme: light; --ink: #16202c; --soft: #56657a; --line: #d6dde6; --accent: #1f6feb; }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center;
          background: #eef2f7; color: var(--ink); font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; }
        header { align-self: stretch; padding: 14px 28px; background: #16202c; color: #fff; font-weight: 600;
          display: flex; align-items: center; gap: 12px; }
        .mark { width: 18px; height: 18px; border-radius: 5px; background: #ff9d2e; }
        main { width: min(520px, calc(100% - 32px)); margin: 28px auto 18px; padding: 24px 32px 28px;
          background: #fff; border: 1px solid var(--line); border-radius: 12px;
          box-shadow: 0 6px 24px rgb(22 32 44 / 8%); }
        h1 { margin: 0 0 12px; font-size: 24px; line-height: 1.25; }
        p { margin: 0 0 14px; }
        .code { margin: 14px 0; padding: 12px; text-align: center; border-radius: 10px; background: #f3f6fa;
          border: 1px dashed #9fb0c5; font: 600 32px/1.2 "DejaVu Sans Mono", monospace; letter-spacing: 3px; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 18px; margin: 0 0 18px; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        label { display: block; margin: 0 0 18px; color: var(--soft); }
        input[type=text] { display: block; width: 100%; margin-top: 4px; padding: 10px 12px; font: inherit;
          color: var(--ink); border: 1px solid #9fb0c5; border-radius: 8px; }
        .buttons { display: flex; gap: 12px; justify-content: flex-end; margin-top: 8px; }
        button { padding: 10px 22px; font: inherit; font-weight: 600; border-radius: 8px; cursor: pointer;
          border: 1px solid var(--line); background: #fff; color: var(--ink); }
        button.main { background: var(--accent); border-color: var(--accent); color: #fff; }
        .note { padding: 10px 14px; border-radius: 8px; background: #eaf2ff; }
        .done { padding: 10px 14px; border-radius: 8px; background: #e6f6ec; }
        .problem { padding: 10px 14px; border-radius: 8px; background: #fdecea; }
        footer { padding: 0 16px 28px; color: var(--soft); font-size: 14px; text-align: center; }
        """;
}
