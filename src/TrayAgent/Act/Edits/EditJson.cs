using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TrayAgent.Act.Edits;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(ImmutableArray<RecordedEdit>))]
[JsonSerializable(typeof(JournalText))]
internal sealed partial class EditJson : JsonSerializerContext;
