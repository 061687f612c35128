using System.Globalization;
using NamRo.Benchmarks;
using NamRo.Benchmarks.Plans;
using NamRo.Benchmarks.Targets;

var data = args.Length > 1 ? args[1] : "tests/data";
switch (args.FirstOrDefault())
{
    case "reading" when args.Length > 2:
        ReadingBench.Run(data, args[2]);
        return 0;
    case "extraction":
        ExtractionBench.Run(data);
        return 0;
    case "targets":
        await TargetsBench.RunAsync(args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 8);
        return 0;
    case "plans":
        await PlansBench.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("namro-bench reading|extraction|targets|plans DATA_FOLDER [EXTRACTOR.dll]");
        return 2;
}
