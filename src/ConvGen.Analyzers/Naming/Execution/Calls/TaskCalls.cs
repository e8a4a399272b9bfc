using ConvGen.Analyzers.Naming.Execution.Running;
using ConvGen.Analyzers.Naming.Execution.Values;
using Microsoft.CodeAnalysis;

namespace ConvGen.Analyzers.Naming.Execution.Calls;

/// <summary>Work that is handed to other threads, run where it is started: work that runs at once must not depend on other work.</summary>
internal sealed class TaskCalls(Machine machine)
{
    /// <summary>What a call gives, a task being what it results in; null where it is not known.</summary>
    public object? Call(IMethodSymbol method, string type, object[] arguments, IOperation place)
    {
        switch (type, method.Name, arguments)
        {
            case ("ThreadPool", _, [Closure job, ..]):
                machine.Calls.Call(job, [Unknown.Value], place);
                return Number.One;
            case ("Task" or "TaskFactory", "Run" or "StartNew", [Closure work, ..]):
                return machine.Calls.Call(work, [Unknown.Value], place);
            case ("Task" or "ValueTask", "FromResult", [var result]):
                return result;
            case ("Task", "WaitAll" or "WhenAll", [var all]):
                return all;
            case ("Task", "WaitAll" or "WhenAll" or "Delay" or "Yield", _):
                return Unknown.Value;
            default:
                return null;
        }
    }
}
