using SlaPlatform.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddGrpcReflection();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcReflectionService();
await app.RunAsync();
