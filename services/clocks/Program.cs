using SlaPlatform.Clocks.Simulation;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc;
using SlaPlatform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSlaRpc();
builder.AddGrpcServiceClient<PlanCatalogService.PlanCatalogServiceClient>(ResourceNames.Catalog);
builder.Services.AddPolicySource();

var app = builder.Build();
app.MapServiceDefaults();
app.MapSlaRpc();
app.MapGrpcService<SimulationEndpoint>();
await app.RunAsync();
