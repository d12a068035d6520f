using CsCheck;

namespace TrayAgent.Core.Tests.Edit;

/// <summary>One of a few things.</summary>
internal static class Pick
{
    public static Gen<T> From<T>(params T[] things) => Gen.Int[0, things.Length - 1].Select(index => things[index]);

    /// <summary>Some of them, each at most once, in any order.</summary>
    public static Gen<T[]> Some<T>(int most, params T[] things) => From(things).Array[0, most].Select(some => some.Distinct().ToArray());
}
