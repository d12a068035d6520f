namespace TrayAgent.Act.Oidc;

/// <summary>Where a client registration is looked for, and where a new one goes.</summary>
internal interface IRegistrationPlace
{
    /// <summary>Null when there is none, or none that the AWS CLI could read.</summary>
    RegisteredClient? Read();

    bool OutlastsASession(RegisteredClient client);

    /// <exception cref="IOException">It could not be stored; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    void Write(RegisteredClient client);

    /// <summary>If it is still this one.</summary>
    void Remove(RegisteredClient client);
}
