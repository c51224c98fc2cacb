namespace SlaPlatform.Rpc.Errors;

/// <summary>Recognizes the failures of one dependency. Hosts register one for each thing that they need; stateless.</summary>
public interface IFailureClassifier
{
    /// <summary>The refusal that the failure stands for, usually <see cref="Refusals.Unavailable"/>; null when it is none of this dependency's.</summary>
    /// <param name="failure">What was thrown.</param>
    RefusalException? Classify(Exception failure);
}
