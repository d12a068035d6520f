using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Decide.Migrating;

/// <summary>What <c>trayagent migrate</c> would do: a closed set.</summary>
public abstract record MigrationPlan
{
    private MigrationPlan()
    {
    }

    /// <param name="Config">Of the config file.</param>
    /// <param name="Profiles">Which profile uses which <c>[sso-session]</c> afterwards; empty when only scopes are added.</param>
    /// <param name="Before">What a person should know before saying yes, sentence by sentence.</param>
    /// <param name="Afterwards">What is to be done when it is written.</param>
    public sealed record Changes(
        ImmutableArray<ConfigChange> Config,
        ImmutableArray<MigratedProfile> Profiles,
        ImmutableArray<string> Before,
        ImmutableArray<string> Afterwards) : MigrationPlan;

    /// <param name="Text">Why there is nothing to do, with what was left as it is.</param>
    public sealed record NothingToDo(ImmutableArray<string> Text) : MigrationPlan;

    /// <param name="Text">Why the profile that was named cannot be migrated, and what a person can do.</param>
    public sealed record Impossible(ImmutableArray<string> Text) : MigrationPlan;

    /// <param name="Message">There is no such profile.</param>
    public sealed record NotFound(string Message) : MigrationPlan;
}
