namespace TrayAgent.Core.Assess;

/// <summary>When a session is thought to end; nobody can know it for a refreshable one, so it is always shown with its basis.</summary>
/// <param name="Earliest">Lead times count from here.</param>
/// <param name="Latest">Equal to <paramref name="Earliest"/> unless observed.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Observations">How many; 0 unless observed.</param>
public sealed record EstimatedEnd(DateTimeOffset Earliest, DateTimeOffset Latest, EndBasis Basis, int Observations)
{
    public static EstimatedEnd At(DateTimeOffset end, EndBasis basis) => new(end, end, basis, 0);
}
