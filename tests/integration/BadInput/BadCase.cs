using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>One fault that a valid request is given.</summary>
/// <param name="Field">The path of the field.</param>
/// <param name="What">What is put there.</param>
/// <param name="Demand">What the answer must be.</param>
/// <param name="Apply">Puts it into a request.</param>
internal sealed record BadCase(string Field, string What, Demand Demand, Action<IMessage> Apply)
{
    public const string RequestIdField = "request_id";

    /// <summary>A copy of a request with the fault in it, under a request id of its own.</summary>
    public IMessage On(IMessage seed)
    {
        var request = seed.Descriptor.Parser.ParseFrom(seed.ToByteArray());
        Renew(request, 0);
        Apply(request);
        return request;
    }

    /// <summary>Gives a request another id, so that it is no repeat.</summary>
    public static void Renew(IMessage request, int depth)
    {
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.Name == RequestIdField)
            {
                field.Accessor.SetValue(request, Guid.NewGuid().ToString());
            }
            else if (depth == 0 && field is { FieldType: FieldType.Message, IsRepeated: false, IsMap: false } && field.Accessor.GetValue(request) is IMessage part)
            {
                Renew(part, depth + 1);
            }
        }
    }

    public override string ToString() => $"{(Field.Length == 0 ? "the request" : Field)}: {What}";
}
