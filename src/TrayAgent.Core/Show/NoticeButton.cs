using TrayAgent.Core.Decide;

namespace TrayAgent.Core.Show;

public sealed record NoticeButton(string Label, Choice Choice);
