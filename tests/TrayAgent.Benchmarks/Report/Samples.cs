namespace TrayAgent.Benchmarks.Report;

/// <summary>Several measurements of the same thing, in milliseconds.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public double Median => At(0.5);

    public double Worst => _values.Max();

    public void Add(double milliseconds) => _values.Add(milliseconds);

    private double At(double share)
    {
        var sorted = _values.Order().ToArray();
        return sorted[(int)Math.Round((sorted.Length - 1) * share)];
    }
}
