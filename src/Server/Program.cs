return await Plateau.Server.Verbs.CommandLine.RunAsync(args);
