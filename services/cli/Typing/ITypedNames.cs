namespace SlaPlatform.Cli.Typing;

/// <summary>Says what a person typed for a field of a request, so that an error names that and not the contract's field.</summary>
internal interface ITypedNames
{
    /// <param name="field">The path of the field as <c>BadRequest</c> carries it.</param>
    TypedPlace Of(string field);
}
