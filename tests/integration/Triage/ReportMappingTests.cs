using Google.Protobuf.Reflection;
using SlaPlatform.Engine.Triage;
using SlaPlatform.Triage.Assessments;
using WireReport = SlaPlatform.Contracts.Triage.V1.IncidentReport;

namespace SlaPlatform.Integration.Tests.Triage;

public sealed class ReportMappingTests
{
    [Fact]
    public void Fields_OfContractAndEngine_AreTheSame() => Assert.Equal(
        ReportField.All.Select(field => field.Name).Order(StringComparer.Ordinal),
        WireReport.Descriptor.Fields.InDeclarationOrder().Select(field => field.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Values_OfContractAndEngine_AreTheSame()
    {
        foreach (var field in ReportField.All.Where(field => !field.IsText))
        {
            var wire = WireReport.Descriptor.FindFieldByName(field.Name);
            Assert.Equal(FieldType.Enum, wire.FieldType);
            Assert.Equal(
                field.Values.Select(value => ReportMapping.ToWireValue(field.Name, value)).Order(StringComparer.Ordinal),
                wire.EnumType.Values.Skip(1).Select(value => value.Name).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void ToWireValue_EngineWord_IsTheEnumValuesName() => Assert.Equal("WORKAROUND_NONE", ReportMapping.ToWireValue("workaround", "none"));
}
