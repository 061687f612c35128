using NamRo.Benchmarks;

var data = args.Length > 1 ? args[1] : "tests/data";
switch (args.FirstOrDefault())
{
    case "reading" when args.Length > 2:
        ReadingBench.Run(data, args[2]);
        return 0;
    case "extraction":
        ExtractionBench.Run(data);
        return 0;
    default:
        Console.Error.WriteLine("namro-bench reading|extraction DATA_FOLDER [EXTRACTOR.dll]");
        return 2;
}
