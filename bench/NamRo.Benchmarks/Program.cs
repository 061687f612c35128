using System.Globalization;
using NamRo.Benchmarks;
using NamRo.Benchmarks.Plans;
using NamRo.Benchmarks.Targets;
using NamRo.Benchmarks.Work;

switch (args.FirstOrDefault())
{
    case "reading" when args.Length > 2:
        ReadingBench.Run(args[1], args[2]);
        return 0;
    case "extraction" when args.Length > 1:
        ExtractionBench.Run(args[1]);
        return 0;
    case "work":
        await WorkBench.RunAsync(Wards(114), Option("--keep"));
        return 0;
    case "targets":
        await TargetsBench.RunAsync(Wards(3321), Option("--keep"));
        return 0;
    case "plans":
        await PlansBench.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("namro-bench reading|extraction DATA_FOLDER [EXTRACTOR.dll] | plans | work|targets [--wards N] [--keep FOLDER]");
        return 2;
}

string? Option(string name) => args.SkipWhile(word => word != name).ElementAtOrDefault(1);

int Wards(int all) => Option("--wards") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : all;
