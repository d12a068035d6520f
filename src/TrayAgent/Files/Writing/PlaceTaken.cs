namespace TrayAgent.Files.Writing;

/// <summary>How <see cref="FilePlaces.TryTake"/> ended.</summary>
internal enum PlaceTaken
{
    /// <summary>There was no file, and now there is ours.</summary>
    Yes,

    /// <summary>Ours is in its place, and the one that was there has the temporary name.</summary>
    InExchange,

    /// <summary>Somebody else wrote in the last moment, and what they wrote is there.</summary>
    No,

    /// <summary>As <see cref="No"/>, but what they wrote could not be put back: it has the temporary name.</summary>
    Stuck,

    /// <summary>This file system cannot do it, and nothing was done.</summary>
    NotPossible,
}
