using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.Sql;
using SlaPlatform.Triage;
using SlaPlatform.Triage.Store;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStore<TriageDb, PostgresTriageDb>(ResourceNames.Triage);
builder.AddGrpcServiceClient<PlanCatalogService.PlanCatalogServiceClient>(ResourceNames.Catalog);
builder.AddGrpcServiceClient<SlaClockService.SlaClockServiceClient>(ResourceNames.Clocks);
builder.Services.AddPolicySource().AddTriage().AddSlaRpc();

var app = builder.Build();
app.MapServiceDefaults();
app.MapSlaRpc();
app.MapGrpcService<TriageRpc>();
await app.RunAsync();
