using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Entitlements.Seeding;
using SlaPlatform.Entitlements.Service;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc;
using SlaPlatform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults().AddStore().AddDemoAccounts();
await builder.AddRedisConnectionAsync();
builder.AddGrpcServiceClient<PlanCatalogService.PlanCatalogServiceClient>(ResourceNames.Catalog);
builder.Services.AddPolicySource().AddEntitlementService().AddSlaRpc();

var app = builder.Build();
await app.MigrateStoreAsync();
app.MapServiceDefaults();
app.MapSlaRpc();
app.MapGrpcService<EntitlementRpc>();
app.MapGrpcService<AvailabilityRpc>();
await app.RunAsync();
