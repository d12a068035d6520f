namespace TrayAgent.Demo;

/// <summary>Who reads the sign-in pages that the agent opens.</summary>
internal enum PageReader
{
    /// <summary>The person at this desktop, in their own browser.</summary>
    Person,

    /// <summary>The demo itself.</summary>
    Demo,
}
