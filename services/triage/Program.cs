using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.Triage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGrpcServiceClient<PlanCatalogService.PlanCatalogServiceClient>(ResourceNames.Catalog);
builder.Services.AddPolicySource();
builder.Services.AddSlaRpc();

var app = builder.Build();
app.MapServiceDefaults();
app.MapSlaRpc();
app.MapGrpcService<TriageRpc>();
await app.RunAsync();
