using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using Any = Google.Protobuf.WellKnownTypes.Any;
using Status = Google.Rpc.Status;

namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>Every account but nobody's.</summary>
internal sealed class FakeEntitlements : EntitlementService.EntitlementServiceBase
{
    public override Task<Account> GetAccount(GetAccountRequest request, ServerCallContext context) => request.Name == "accounts/nobody"
        ? throw new Status
        {
            Code = (int)StatusCode.NotFound,
            Message = $"'{request.Name}' does not exist.",
            Details = { Any.Pack(new ErrorInfo { Domain = "slaplatform", Reason = "ACCOUNT_NOT_FOUND", Metadata = { ["resource"] = request.Name } }) },
        }.ToRpcException()
        : Task.FromResult(new Account { Name = request.Name });
}
