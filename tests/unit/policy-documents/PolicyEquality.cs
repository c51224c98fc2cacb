using System.Collections;
using System.Reflection;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>Compares policies part by part: records hold collections that compare by reference.</summary>
internal static class PolicyEquality
{
    public static void AssertEqual(object expected, object actual) => Compare(expected, actual, "policy");

    private static void Compare(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null)
        {
            Assert.True(expected is null && actual is null, $"{path}: one is null");
            return;
        }

        Assert.True(expected.GetType() == actual.GetType(), $"{path}: {expected.GetType()} and {actual.GetType()}");
        if (expected is string or IFormattable or bool)
        {
            Assert.True(expected.Equals(actual), $"{path}: {expected} and {actual}");
        }
        else if (expected is IEnumerable some && actual is IEnumerable others)
        {
            var (left, right) = (some.Cast<object?>().ToArray(), others.Cast<object?>().ToArray());
            Assert.True(left.Length == right.Length, $"{path}: {left.Length} and {right.Length} items");
            for (var i = 0; i < left.Length; i++)
            {
                Compare(left[i], right[i], $"{path}[{i}]");
            }
        }
        else if (expected.GetType().Assembly.GetName().Name!.StartsWith("SlaPlatform", StringComparison.Ordinal) || expected.GetType().Name.StartsWith("KeyValuePair", StringComparison.Ordinal))
        {
            foreach (var property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract"))
            {
                Compare(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
            }
        }
        else
        {
            Assert.True(expected.Equals(actual), $"{path}: {expected} and {actual}");
        }
    }
}
