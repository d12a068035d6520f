namespace TrayAgent.Files.Writing;

/// <summary>Who may open a file after it was written.</summary>
internal enum Audience
{
    /// <summary>0600, whatever it was before: tokens, registrations, our own state.</summary>
    OwnerOnly,

    /// <summary>The mode that it has; 0600 when it is new: files that people edit.</summary>
    AsBefore,
}
