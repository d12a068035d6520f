using System.Collections.Immutable;
using TrayAgent.Core.Decide;

namespace TrayAgent.Core.Show;

/// <summary>One desktop notification. Plain text: the adapter escapes markup and cuts what is too long.</summary>
public sealed record Notice
{
    /// <summary>A notice with the same key replaces the earlier one, e.g. <c>session:corp</c>.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Also says what to do, because some servers show no buttons.</summary>
    public required string Body { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>At most three.</summary>
    public ImmutableArray<NoticeButton> Buttons { get; init; } = [];

    /// <summary>What a click on the body means; null: nothing.</summary>
    public Choice? Default { get; init; }

    /// <summary>The picture beside the text; null: one that fits the urgency.</summary>
    public TrayIcon? Icon { get; init; }

    /// <summary>Whether it stays in the notification history after it was closed.</summary>
    public Keep Keep { get; init; } = Keep.InHistory;
}
