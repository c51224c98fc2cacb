using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>Paths of fields as refusals give them, such as <c>scenario.readings[sev2-start]</c>.</summary>
internal static partial class FieldPaths
{
    /// <summary>The names of a path, without the keys of its items.</summary>
    public static IEnumerable<string> Parts(string path) => Keys().Replace(path, "").Split('.', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a message has a field, or a choice of fields, at a path.</summary>
    public static bool Has(this MessageDescriptor message, string path)
    {
        MessageDescriptor? type = message;
        foreach (var part in Parts(path))
        {
            if (type is null)
            {
                return false;
            }

            var field = type.FindFieldByName(part);
            if (field is null)
            {
                return type.Oneofs.Any(choice => choice.Name == part);
            }

            type = field.FieldType != FieldType.Message ? null
                : !field.IsMap ? field.MessageType
                : field.MessageType.FindFieldByNumber(2) is { FieldType: FieldType.Message } value ? value.MessageType : null;
        }

        return path.Length > 0;
    }

    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex Keys();
}
