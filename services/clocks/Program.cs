using SlaPlatform.Clocks.Hosting;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Simulation;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc;
using SlaPlatform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
await builder.AddRedisConnectionAsync();
builder.AddGrpcServiceClient<PlanCatalogService.PlanCatalogServiceClient>(ResourceNames.Catalog);
builder.AddGrpcServiceClient<EntitlementService.EntitlementServiceClient>(ResourceNames.Entitlements);
builder.AddGrpcServiceClient<TriageService.TriageServiceClient>(ResourceNames.Triage);
builder.Services.AddSlaRpc().AddPolicySource();
builder.AddDrain().AddJournal().AddClockSilo().AddClocks();

var app = builder.Build();
app.MapServiceDefaults();
app.MapSlaRpc();
app.MapDashboard();
app.MapGrpcService<SlaClockEndpoint>();
app.MapGrpcService<SimulationEndpoint>();
await app.RunAsync();
