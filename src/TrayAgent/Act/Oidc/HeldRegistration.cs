namespace TrayAgent.Act.Oidc;

/// <summary>Reads the stored registration, but keeps a new one in memory: nobody has said yes to a change of files yet.</summary>
internal sealed class HeldRegistration(StoredRegistration stored) : IRegistrationPlace
{
    private RegisteredClient? _held;
    private string? _removed;

    public RegisteredClient? Read() => _held ?? (stored.Read() is { } client && client.Id != _removed ? client : null);

    public bool OutlastsASession(RegisteredClient client) => stored.OutlastsASession(client);

    public void Write(RegisteredClient client) => _held = client;

    public void Remove(RegisteredClient client)
    {
        _removed = client.Id;
        _held = _held?.Id == client.Id ? null : _held;
    }

    /// <summary>Into the file; nothing when the stored one was used.</summary>
    /// <exception cref="IOException">It could not be stored; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Keep()
    {
        if (_held is { } client)
        {
            stored.Write(client);
        }
    }
}
