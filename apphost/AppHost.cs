// The topology. Compiled against Aspire where its packages restore, else against apphost/local, which runs the same as plain local processes.
var builder = DistributedApplication.CreateBuilder(args);

var redis = builder.AddDurableRedis("redis");

var silos = builder.AddOrleans("silos")
    .WithClusterId("sla-platform")
    .WithServiceId("sla-platform")
    .WithClustering(redis);

var catalog = builder.AddProject<Projects.SlaPlatform_Catalog>("catalog")
    .WithReference(redis)
    .WithDatabaseFile("catalog")
    .WithEnvironment("Policies__AdditionalDirectory", builder.InRepository("services/catalog/development-policies"))
    .WaitFor(redis)
    .WithHttpHealthCheck("/health/ready", endpointName: "http");

var entitlements = builder.AddProject<Projects.SlaPlatform_Entitlements>("entitlements")
    .WithReference(redis)
    .WithReference(catalog)
    .WithDatabaseFile("entitlements")
    .WithEnvironment("Seed__DemoAccounts", "true")
    .WaitFor(redis)
    .WaitFor(catalog)
    .WithHttpHealthCheck("/health/ready", endpointName: "http");

var triage = builder.AddProject<Projects.SlaPlatform_Triage>("triage")
    .WithReference(catalog)
    .WithDatabaseFile("triage")
    .WaitFor(catalog)
    .WithHttpHealthCheck("/health/ready", endpointName: "http");

var clocks = builder.AddProject<Projects.SlaPlatform_Clocks>("clocks")
    .WithReplicas(builder.Replicas())
    .WithReference(silos)
    .WithReference(redis)
    .WithReference(catalog)
    .WithReference(entitlements)
    .WithReference(triage)
    // The Redis may be a container, a process or a given server, so its kind cannot be told from the resource; and silos advertise the network's address by default.
    .WithEnvironment("Orleans__Clustering__ProviderType", "Redis")
    .WithEnvironment("Orleans__Endpoints__AdvertisedIPAddress", "127.0.0.1")
    .WaitFor(redis)
    .WaitFor(catalog)
    .WaitFor(entitlements)
    .WaitFor(triage)
    .WithHttpHealthCheck("/health/ready", endpointName: "http");

// Tickets at the gravest level are downtime. Nothing waits for it: the clock needs entitlements first.
entitlements.WithReference(clocks);
// Tickets ask triage as they open, and triage tells them what is decided later: neither waits for the other in a circle.
triage.WithReference(clocks);

builder.Build().Run();
