using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>Whom every plan of the four vendors promises by name.</summary>
public sealed class NamedPeopleTests(EntitlementsHost host) : IClassFixture<EntitlementsHost>
{
    private static readonly string[] Roles =
        ["account-manager", "dedicated-phone-line", "leadership-sponsor", "named-advisor", "senior-advisor", "success-consultant", "support-engineer"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("domo/plans/bronze", "")]
    [InlineData("domo/plans/silver", "senior-advisor")]
    [InlineData("domo/plans/gold", "named-advisor senior-advisor")]
    [InlineData("domo/plans/platinum", "named-advisor senior-advisor")]
    [InlineData("domo/plans/diamond", "dedicated-phone-line named-advisor senior-advisor")]
    [InlineData("collibra/plans/standard", "")]
    [InlineData("collibra/plans/premium", "support-engineer")]
    [InlineData("zmanda/plans/standard", "")]
    [InlineData("zmanda/plans/premium", "account-manager")]
    [InlineData("xtm/plans/basic", "success-consultant")]
    [InlineData("xtm/plans/silver", "account-manager success-consultant")]
    [InlineData("xtm/plans/gold", "account-manager leadership-sponsor success-consultant")]
    public async Task SetAssignment_EachRoleOfEachPlan_IsKnownByThePolicy(string plan, string promised)
    {
        var account = await host.AccountOnAsync(plan, Cancel);
        var refused = new List<string>();
        foreach (var role in Roles)
        {
            var request = new SetAssignmentRequest
            {
                Parent = account,
                Assignment = new Assignment { Role = role, Person = $"{role} of ours", TimeZone = "Europe/Paris" },
                RequestId = Given.NewRequestId(),
            };
            if (promised.Split(' ').Contains(role))
            {
                await host.Client.SetAssignmentAsync(request, cancellationToken: Cancel);
            }
            else
            {
                var answer = await RefusedCall.OfAsync(host.Client.SetAssignmentAsync(request, cancellationToken: Cancel));
                answer.AssertField(ErrorReason.FieldOutOfRange, "assignment.role", "that the account has now");
                refused.Add(role);
            }
        }

        var listed = await host.Client.ListAssignmentsAsync(new ListAssignmentsRequest { Parent = account }, cancellationToken: Cancel);
        Assert.Equal(promised, string.Join(' ', listed.Assignments.Select(assignment => assignment.Role)));
        Assert.Equal(Roles.Length, listed.Assignments.Count + refused.Count);
    }
}
