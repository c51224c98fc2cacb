using Google.Rpc;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Importing;

/// <summary>Adds up what became of the tickets of an import.</summary>
internal sealed class ImportTally
{
    private readonly List<NotImported> _refused = [];
    private readonly List<NotImported> _failed = [];

    /// <summary>Tickets imported by this run.</summary>
    public int Imported { get; private set; }

    /// <summary>Tickets that were there already with the same content.</summary>
    public int AlreadyThere { get; private set; }

    /// <summary>Tickets that the platform refuses whenever they come.</summary>
    public IReadOnlyList<NotImported> Refused => _refused;

    /// <summary>Tickets that could not be dealt with now.</summary>
    public IReadOnlyList<NotImported> Failed => _failed;

    /// <summary>Whether every ticket is there.</summary>
    public bool IsWhole => _refused.Count == 0 && _failed.Count == 0;

    /// <param name="ticket">The log's name of the ticket.</param>
    /// <param name="answer">What became of it.</param>
    public void Take(string ticket, ImportTicketsResponse answer)
    {
        var status = answer.Status;
        switch ((Code)status.Code)
        {
            case Code.Ok when answer.Repeat:
                AlreadyThere++;
                break;
            case Code.Ok:
                Imported++;
                break;
            case Code.Unavailable or Code.Aborted or Code.DeadlineExceeded or Code.Internal or Code.Cancelled or Code.Unknown:
                _failed.Add(Of(ticket, status));
                break;
            default:
                _refused.Add(Of(ticket, status));
                break;
        }
    }

    private static NotImported Of(string ticket, Google.Rpc.Status status)
    {
        var faults = status.GetDetail<BadRequest>()?.FieldViolations.Select(fault => $"{fault.Field}: {fault.Description}").ToArray() ?? [];
        return new NotImported(ticket, status.GetDetail<ErrorInfo>()?.Reason ?? "", faults.Length > 0 ? faults : [status.Message]);
    }
}
