using SlaPlatform.Cli.Typing;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Stories;

/// <summary>A story under one of its scenarios.</summary>
/// <param name="Request">What the platform is asked.</param>
/// <param name="Names">What the file calls the fields of the request.</param>
internal sealed record StoryRequest(SimulateTicketRequest Request, ITypedNames Names);
