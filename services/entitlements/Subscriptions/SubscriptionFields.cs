using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Copies a field of a message, whatever its shape.</summary>
internal static class SubscriptionFields
{
    public static void Copy(FieldDescriptor field, IMessage from, IMessage to)
    {
        var value = field.Accessor.GetValue(from);
        switch (field.Accessor.GetValue(to))
        {
            case IDictionary target:
                foreach (DictionaryEntry entry in (IDictionary)value)
                {
                    target[entry.Key] = entry.Value;
                }

                break;
            case IList target:
                foreach (var item in (IList)value)
                {
                    target.Add(item);
                }

                break;
            default:
                field.Accessor.SetValue(to, value);
                break;
        }
    }
}
