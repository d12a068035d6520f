namespace TrayAgent.Peers.Tests.Races;

/// <summary>A race needs the processors for itself: two at once on two cores would make the peers slower than people's machines are.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RacesAlone
{
    public const string Name = "races";
}
