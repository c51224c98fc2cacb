using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Entitlements.Seeding;
using SlaPlatform.Entitlements.Service;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.Sql;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStore<EntitlementsDb, PostgresEntitlementsDb>(ResourceNames.Entitlements);
builder.AddDemoAccounts();
builder.AddClockLink();
await builder.AddRedisConnectionAsync();
builder.AddGrpcServiceClient<PlanCatalogService.PlanCatalogServiceClient>(ResourceNames.Catalog);
builder.Services.AddPolicySource().AddEntitlementService().AddSlaRpc();

var app = builder.Build();
app.MapServiceDefaults();
app.MapSlaRpc();
app.MapGrpcService<EntitlementRpc>();
app.MapGrpcService<AvailabilityRpc>();
await app.RunAsync();
