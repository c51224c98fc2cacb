using SlaPlatform.Catalog.Caching;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Rpc;
using SlaPlatform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSlaRpc();
builder.AddRevisions();
await builder.AddAnswerCacheAsync();

var app = builder.Build();
app.MapServiceDefaults();
app.MapSlaRpc();
app.MapGrpcService<PlanCatalogEndpoint>();
await app.RunAsync();
