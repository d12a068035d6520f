namespace TrayAgent.Files.Writing;

/// <summary>How a write ended that did not fail.</summary>
internal enum WriteResult
{
    /// <summary>The new bytes are there, and a power cut does not take them back.</summary>
    Written,

    /// <summary>Every program sees the new bytes, but the disk did not confirm their name: after a power cut the old ones may be back.</summary>
    Unconfirmed,

    /// <summary>Somebody else changed the file meanwhile, and what they wrote stays.</summary>
    Kept,
}
