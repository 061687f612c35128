namespace NamRo.Plans.Comparing;

/// <summary>
/// Gives each row of a square matrix a column of its own so that the sum is the greatest (Kuhn 1955, Munkres 1957), by shortest augmenting
/// paths. Rows and columns count from 1 inside; column 0 is where a path begins.
/// </summary>
internal sealed class HungarianMethod(double[,] worth)
{
    private readonly int size = worth.GetLength(0);
    private readonly double[] rowPotential = new double[worth.GetLength(0) + 1];
    private readonly double[] columnPotential = new double[worth.GetLength(0) + 1];
    private readonly int[] rowOfColumn = new int[worth.GetLength(0) + 1];
    private readonly int[] way = new int[worth.GetLength(0) + 1];

    /// <summary>The column of each row, both from 0.</summary>
    public int[] Solve()
    {
        for (var row = 1; row <= size; row++)
        {
            rowOfColumn[0] = row;
            for (var column = FreeColumn(); column != 0; column = way[column])
            {
                rowOfColumn[column] = rowOfColumn[way[column]];
            }
        }

        var columnOfRow = new int[size];
        for (var column = 1; column <= size; column++)
        {
            columnOfRow[rowOfColumn[column] - 1] = column - 1;
        }

        return columnOfRow;
    }

    /// <summary>The end of the cheapest path of exchanges from the waiting row to a free column; <see cref="way"/> leads back.</summary>
    private int FreeColumn()
    {
        var least = new double[size + 1];
        Array.Fill(least, double.PositiveInfinity);
        var isUsed = new bool[size + 1];
        var column = 0;
        do
        {
            isUsed[column] = true;
            column = Cheapest(column, least, isUsed);
        }
        while (rowOfColumn[column] != 0);
        return column;
    }

    private int Cheapest(int from, double[] least, bool[] isUsed)
    {
        var row = rowOfColumn[from];
        var next = 0;
        for (var column = 1; column <= size; column++)
        {
            if (isUsed[column])
            {
                continue;
            }

            var cost = -worth[row - 1, column - 1] - rowPotential[row] - columnPotential[column];
            if (cost < least[column])
            {
                (least[column], way[column]) = (cost, from);
            }

            next = next == 0 || least[column] < least[next] ? column : next;
        }

        Shift(least[next], least, isUsed);
        return next;
    }

    private void Shift(double delta, double[] least, bool[] isUsed)
    {
        for (var column = 0; column <= size; column++)
        {
            if (isUsed[column])
            {
                rowPotential[rowOfColumn[column]] += delta;
                columnPotential[column] -= delta;
            }
            else
            {
                least[column] -= delta;
            }
        }
    }
}
