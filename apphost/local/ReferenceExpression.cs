namespace SlaPlatform.LocalHosting;

/// <summary>A text made of literals and values of the topology; all values are known here, so it is the text.</summary>
public sealed class ReferenceExpression
{
    private ReferenceExpression(string text) => Text = text;

    internal string Text { get; }

    /// <summary>Makes an expression of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The expression.</returns>
    public static ReferenceExpression Create(string text) => new(text);
}
